import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Db } from './database/index.ts';
import { TooMany } from './errors.ts';
import { t } from './words.ts';

/**
 * Counts one attempt against `key` and refuses the one that passes `most` within `seconds`. Kept in PostgreSQL, so that
 * several Cairns count together. Only writing and signing in are limited; reading never is.
 */
export async function limit(
  db: Db,
  key: string,
  { most, seconds }: { most: number; seconds: number },
  at: Date,
): Promise<void> {
  const window = new Date(Math.floor(at.getTime() / (seconds * 1000)) * seconds * 1000);
  const row = await db
    .insertInto('rate_limits')
    .values({ key, window_start: window, hits: 1 })
    .onConflict((conflict) =>
      conflict.columns(['key', 'window_start']).doUpdateSet({ hits: sql`rate_limits.hits + 1` }),
    )
    .returning('hits')
    .executeTakeFirstOrThrow();
  if (row.hits <= most) return;
  const wait = Math.ceil((window.getTime() + seconds * 1000 - at.getTime()) / 1000);
  throw new TooMany(t('That was a lot in a short time. Please wait a few minutes, then try again.'), wait);
}

/** An e-mail address as part of a key: the table of limits holds nobody's address. */
export function masked(email: string): string {
  return createHash('sha256').update(email.toLowerCase()).digest('hex').slice(0, 24);
}
