import { createHmac } from 'node:crypto';
import { isIP, isIPv6 } from 'node:net';
import type { Context } from 'hono';
import type { House } from '../house.ts';
import { type LimitName, limit } from '../limits.ts';
import type { HouseEnv } from './env.ts';

type Wire = { incoming?: { socket?: { remoteAddress?: string } } };
/** The limits that count by network address. */
type FromName = Extract<LimitName, `${string}.from`>;

/**
 * Counts one attempt against a limit for the network address that a request came from. The address is sealed with Cairn's
 * secret, which is not in the database: unlike a plain digest, nobody who has the table can try out all addresses.
 */
export async function limitFrom(
  c: Context<HouseEnv>,
  { db, config, clock }: Pick<House, 'db' | 'config' | 'clock'>,
  name: FromName,
): Promise<void> {
  const network = networkOf(c, config.proxies);
  await limit(db, name, createHmac('sha256', config.secret).update(network).digest('base64url'), clock());
}

/**
 * The network that a request came from: an IPv4 address, or the first 64 bits of an IPv6 address, which is what one
 * connection is given. `X-Forwarded-For` is believed as far as there are proxies of our own: each adds one address at its end.
 */
export function networkOf(c: Context<HouseEnv>, proxies: number): string {
  const wire: Wire = c.env ?? {};
  const peer = wire.incoming?.socket?.remoteAddress ?? '';
  const forwarded = (c.req.header('x-forwarded-for') ?? '').split(',').map((one) => one.trim());
  const chain = [peer, ...forwarded.filter(Boolean).reverse()];
  return networkIn(chain[Math.min(proxies, chain.length - 1)] ?? '') || networkIn(peer) || 'unknown';
}

/** Empty for what is no address. Some proxies write the port too. */
function networkIn(text: string): string {
  const address = text
    .replace(/^\[(.*)\](?::\d+)?$/, '$1')
    .replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1')
    .replace(/%.*$/, '')
    .replace(/^::ffff:(?=\d+\.)/i, '');
  if (!isIPv6(address)) return isIP(address) ? address : '';
  const [head = '', tail] = address.split('::').map((side) => side.replace(/\d+\.\d+\.\d+\.\d+$/, '0:0'));
  const before = head.split(':').filter(Boolean);
  const after = (tail ?? '').split(':').filter(Boolean);
  const zeros = Array<string>(8 - before.length - after.length).fill('0');
  const groups = [...before, ...(tail === undefined ? [] : zeros), ...after].map((group) => Number.parseInt(group, 16));
  return `${groups
    .slice(0, 4)
    .map((group) => group.toString(16))
    .join(':')}::/64`;
}
