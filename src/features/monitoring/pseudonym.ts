import { createHmac, hkdfSync } from 'node:crypto';

/** The key under which answers are kept: it comes from the house's secret and is never in the database. */
export type Key = Buffer;

/** HKDF with SHA-256 (RFC 5869): who has the key cannot sign sessions with it, and the other way round. */
export function keyFrom(secret: string): Key {
  return Buffer.from(hkdfSync('sha256', secret, '', 'cairn monitoring answers', 32));
}

/** HMAC-SHA256 (RFC 2104) of a person's id: the same each time, and nobody without the key can tell whose it is. */
export function pseudonymOf(key: Key, personId: string): string {
  return createHmac('sha256', key).update(`person ${personId}`).digest('hex');
}

/** Says which key it was, and nothing about it. */
export function markOf(key: Key): string {
  return createHmac('sha256', key).update('mark').digest('hex').slice(0, 8);
}
