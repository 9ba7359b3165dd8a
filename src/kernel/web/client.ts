import type { Context } from 'hono';
import type { HouseEnv } from './env.ts';

type Wire = { incoming?: { socket?: { remoteAddress?: string } } };

const NEAR = /^(::1$|127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|f[cd]|fe80:)/;

/**
 * The network address that a request came from, for rate limits. `X-Forwarded-For` is believed only of a neighbour (a proxy
 * on this machine or in its private network), and only the entry that this neighbour added.
 */
export function addressOf(c: Context<HouseEnv>): string {
  const wire: Wire = c.env ?? {};
  const peer = (wire.incoming?.socket?.remoteAddress ?? '').replace(/^::ffff:/, '');
  if (peer && !NEAR.test(peer)) return peer;
  return c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim().slice(0, 64) || peer || 'unknown';
}
