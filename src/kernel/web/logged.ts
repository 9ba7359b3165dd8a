import type { Context } from 'hono';
import { matchedRoutes } from 'hono/route';
import { shortIdIn } from '../ids.ts';
import type { HouseEnv } from './env.ts';

/**
 * What the log keeps of an address: the route, with the short ids in it. A slug is somebody's name, a token opens what it
 * belongs to, and what a person typed into an address may be anything. What somebody does in their own account is not written
 * down at all: a log could say when, and a session who.
 */
export function loggedPath(c: Context<HouseEnv>): string {
  const route = matchedRoutes(c).find(({ path }) => !path.endsWith('*'))?.path;
  if (!route) return '(no such page)';
  if (route.startsWith('/account/')) return '/account/…';
  const actual = c.req.path.split('/');
  return route
    .split('/')
    .map((part, i) => (part.startsWith(':') ? (shortIdIn(actual[i] ?? '') ?? part.replace(/\{.*$/, '')) : part))
    .join('/');
}
