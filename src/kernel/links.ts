import { createHash, randomBytes } from 'node:crypto';
import type { Db } from './database/index.ts';
import { newId } from './ids.ts';

/**
 * Signed links in letters: whoever opens one proves that they read that address. Only a digest of the token is stored.
 * `purpose` says what it may be used for, `subject` which thing it opens.
 */
export type Link = { id: string; purpose: string; subject: string; email: string; usedAt: Date | null };

const DAY = 86_400_000;

/** Makes a link's token. Valid for `days`. */
export async function issue(
  db: Db,
  { purpose, subject, email, days = 30 }: { purpose: string; subject: string; email: string; days?: number },
  at: Date,
): Promise<string> {
  const token = randomBytes(24).toString('base64url');
  const expires = new Date(at.getTime() + days * DAY);
  await db
    .insertInto('links')
    .values({ id: newId(), purpose, subject, email, digest: digest(token), issued_at: at, expires_at: expires })
    .execute();
  return token;
}

/** The link of a token, if it exists, is for this purpose and has not run out; otherwise null. */
export async function find(db: Db, purpose: string, token: string, at: Date): Promise<Link | null> {
  const row = await db
    .selectFrom('links')
    .select(['id', 'purpose', 'subject', 'email', 'used_at as usedAt'])
    .where('digest', '=', digest(token))
    .where('purpose', '=', purpose)
    .where('expires_at', '>', at)
    .executeTakeFirst();
  return row ?? null;
}

/** Marks a link as used; false when somebody was faster, so that a link works once. */
export async function redeem(db: Db, link: Link, at: Date): Promise<boolean> {
  const result = await db
    .updateTable('links')
    .set({ used_at: at })
    .where('id', '=', link.id)
    .where('used_at', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** A path without the token that it carries: what a log may keep of it. */
export function withoutToken(path: string): string {
  return path.replace(/\/[\w-]{32}(?=\/|$)/g, '/:token');
}

/** Forgets the links that were sent to an address: of somebody who leaves, or who no longer has it. */
export async function forget(db: Db, email: string): Promise<void> {
  await db.deleteFrom('links').where('email', '=', email).execute();
}

/** Forgets the links that open this subject; answers the addresses that they were sent to. */
export async function forgetAbout(db: Db, subject: string): Promise<string[]> {
  const rows = await db.deleteFrom('links').where('subject', '=', subject).returning('email').execute();
  return [...new Set(rows.map(({ email }) => email))];
}

/** Forgets the links that have run out. */
export async function sweep(db: Db, at: Date): Promise<void> {
  await db.deleteFrom('links').where('expires_at', '<=', at).execute();
}

function digest(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
