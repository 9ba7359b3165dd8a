import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Db } from './database/index.ts';
import { TooMany } from './errors.ts';
import { t } from './words.ts';

type Limit = { most: number; minutes: number; per: string; what: string };

const HOUR = 60;
const DAY = 24 * HOUR;

/**
 * All limits of Cairn; docs/running.md publishes the same table, and a test holds the two together. Only writing and signing
 * in are limited; reading never is.
 *
 * A whole hospital may sit behind one network address, and on the morning after its newsletter a hundred of its people sign
 * in within the same quarter of an hour. So the limits for one network address stop programs and no hospital; those for one
 * e-mail address, person or account are what protects somebody.
 */
export const LIMITS = {
  'sign-in.letter': { most: 5, minutes: 15, per: 'e-mail address', what: 'letters to sign in' },
  'sign-in.letter.from': { most: 300, minutes: 15, per: 'network address', what: 'letters to sign in' },
  'sign-in.link.from': { most: 300, minutes: 15, per: 'network address', what: 'links opened' },
  'sign-in.code': { most: 10, minutes: 15, per: 'e-mail address', what: 'codes tried' },
  'sign-in.code.from': { most: 300, minutes: 15, per: 'network address', what: 'codes tried' },
  'sign-in.password': { most: 10, minutes: 15, per: 'e-mail address', what: 'passwords tried' },
  'sign-in.password.from': { most: 300, minutes: 15, per: 'network address', what: 'passwords tried' },
  'sign-in.second': { most: 10, minutes: 15, per: 'e-mail address', what: 'second steps tried' },
  'sign-in.second.from': { most: 300, minutes: 15, per: 'network address', what: 'second steps tried' },
  'sign-in.passkey.from': { most: 300, minutes: 15, per: 'network address', what: 'passkeys tried' },
  'account.two-factor': { most: 10, minutes: 15, per: 'account', what: 'changes of the second step' },
  'account.password': { most: 10, minutes: 15, per: 'account', what: 'changes of the password' },
  'account.email': { most: 5, minutes: HOUR, per: 'person', what: 'addresses added' },
  application: { most: 4, minutes: HOUR, per: 'e-mail address', what: 'applications begun' },
  'application.from': { most: 200, minutes: HOUR, per: 'network address', what: 'applications begun' },
  'application.all': { most: 4000, minutes: HOUR, per: 'community', what: 'applications begun' },
  comment: { most: 5, minutes: HOUR, per: 'e-mail address or person', what: 'comments' },
  'comment.from': { most: 100, minutes: HOUR, per: 'network address', what: 'comments' },
  'comment.on': { most: 60, minutes: HOUR, per: 'story', what: 'comments' },
  'comment.all': { most: 300, minutes: HOUR, per: 'community', what: 'comments' },
  report: { most: 10, minutes: HOUR, per: 'e-mail address', what: 'reports' },
  'report.from': { most: 50, minutes: HOUR, per: 'network address', what: 'reports' },
  'report.all': { most: 100, minutes: HOUR, per: 'community', what: 'reports' },
  'work.share': { most: 30, minutes: DAY, per: 'person', what: 'pieces of work shared' },
  'work.import': { most: 10, minutes: DAY, per: 'person', what: 'sheets of work uploaded' },
  'member.invite': { most: 20, minutes: DAY, per: 'person', what: 'invitations to join' },
  'work.invite': { most: 40, minutes: DAY, per: 'person', what: 'invitations to a team' },
  'work.removal': { most: 10, minutes: DAY, per: 'person', what: 'requests to take work down' },
  'case.start': { most: 30, minutes: DAY, per: 'person', what: 'cases begun' },
  'case.invite': { most: 40, minutes: DAY, per: 'person', what: 'invitations to write a case' },
  message: { most: 10, minutes: DAY, per: 'person', what: 'messages to others' },
  'message.to': { most: 3, minutes: DAY, per: 'person', what: 'messages to the same person' },
  'story.write': { most: 20, minutes: DAY, per: 'person', what: 'stories begun' },
} as const satisfies Record<string, Limit>;

export type LimitName = keyof typeof LIMITS;

/**
 * Counts one attempt of `who` and refuses the one that passes the limit of that name. Kept in PostgreSQL, so that several
 * Cairns count together; `who` is kept as a digest only.
 */
export async function limit(db: Db, name: LimitName, who: string, at: Date): Promise<void> {
  const { most, minutes } = LIMITS[name];
  const span = minutes * 60_000;
  const window = new Date(Math.floor(at.getTime() / span) * span);
  const row = await db
    .insertInto('rate_limits')
    .values({ key: `${name}:${masked(who)}`, window_start: window, hits: 1 })
    .onConflict((conflict) =>
      conflict.columns(['key', 'window_start']).doUpdateSet({ hits: sql`rate_limits.hits + 1` }),
    )
    .returning('hits')
    .executeTakeFirstOrThrow();
  if (row.hits <= most) return;
  const wait = Math.ceil((window.getTime() + span - at.getTime()) / 1000);
  throw new TooMany(t('That was a lot in a short time. Please wait a few minutes, then try again.'), wait);
}

/** Forgets windows that have closed: the longest is a day. */
export async function sweep(db: Db, at: Date): Promise<void> {
  await db
    .deleteFrom('rate_limits')
    .where('window_start', '<', new Date(at.getTime() - 2 * DAY * 60_000))
    .execute();
}

function masked(who: string): string {
  return createHash('sha256').update(who.toLowerCase()).digest('hex').slice(0, 24);
}
