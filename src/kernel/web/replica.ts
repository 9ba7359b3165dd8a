import type { MiddlewareHandler } from 'hono';
import { readingFromReplica } from '../database/replica.ts';
import * as links from '../links.ts';
import type { HouseEnv } from './env.ts';

/** Where even a visitor reads what they have just written, or what only the primary can say. */
const OWN = /^\/(?:sign-in|account|founding|readyz|join\/)/;

/**
 * Pages that a visitor reads may come from the replica. Who has a cookie reads from the primary, and so does who follows a
 * link from a letter: both expect to see what they did a moment ago.
 */
export function readFromReplica(): MiddlewareHandler<HouseEnv> {
  return (c, next) => {
    const { method, path } = c.req;
    const isVisit = (method === 'GET' || method === 'HEAD') && !c.req.header('cookie');
    const hasToken = links.withoutToken(path) !== path || c.req.query('token') !== undefined;
    return isVisit && !hasToken && !OWN.test(path) ? readingFromReplica(next) : next();
  };
}
