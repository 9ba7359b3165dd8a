import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { type Actor, visitor } from '#kernel/actor.ts';
import type { Country } from '#kernel/countries.ts';
import { type Db, inTransaction } from '#kernel/database/index.ts';
import { Conflict, NotFound } from '#kernel/errors.ts';
import { newId, shortId } from '#kernel/ids.ts';
import * as journal from '#kernel/journal.ts';
import { limit } from '#kernel/limits.ts';
import * as links from '#kernel/links.ts';
import { isOpen as isTaking } from '#kernel/rooms.ts';
import * as settings from '#kernel/settings.ts';
import { t } from '#kernel/words.ts';
import * as criteria from './criteria.ts';
import * as letters from './letters.ts';
import * as toReturning from './letters-to-returning.ts';
import * as memberships from './memberships.ts';
import { allow } from './policy.ts';
import type { Pathway, State } from './words.ts';

export type Application = {
  id: string;
  shortId: string;
  criteriaVersionId: string;
  /** Null once the application was made anonymous. */
  email: string | null;
  name: string;
  country: Country;
  pathway: Pathway;
  compactVersion: string | null;
  startedAt: Date;
  state: State;
  since: Date;
  /** The last time that it was sent; null while it is being written for the first time. */
  submissionId: string | null;
  submittedAt: Date | null;
};

export const COLUMNS = [
  'applications.id',
  'applications.short_id as shortId',
  'applications.criteria_version_id as criteriaVersionId',
  'applications.email',
  'applications.name',
  'applications.country',
  'applications.pathway',
  'applications.compact_version as compactVersion',
  'applications.started_at as startedAt',
  sql<State>`application_states.state`.as('state'),
  sql<Date>`application_states.since`.as('since'),
  'application_states.submission_id as submissionId',
  'application_states.submitted_at as submittedAt',
] as const;

/**
 * Begins an application, or finds the open one of this address. Whatever it finds it says in a letter and never on the
 * page: only the reader of that address may learn who has applied. While no applications are taken it begins none, and says
 * so. Answers the letter's token.
 */
export async function start(
  db: Db,
  given: { name: string; email: string; country: Country; pathway: Pathway },
  url: string,
  actor: Actor,
): Promise<string | null> {
  const digest = createHash('sha256').update(given.email.toLowerCase()).digest('hex');
  await limit(db, 'application', given.email, actor.at);
  await limit(db, 'application.all', '', actor.at);
  return inTransaction(db, async (trx) => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${digest}, 0))`.execute(trx);
    if (await memberships.hasAddress(trx, given.email)) {
      await toReturning.alreadyMember(trx, given, url, actor.at);
      return null;
    }
    const open = await trx
      .selectFrom('application_openings')
      .select('application_id as id')
      .where('email', '=', given.email)
      .executeTakeFirst();
    if (open) {
      const application = await byId(trx, open.id);
      const to = { ...given, id: open.id, name: application.name || given.name, earlier: application };
      return toReturning.resume(trx, to, url, actor.at);
    }
    if (!isTaking(await settings.read(trx), 'joining')) {
      await letters.notTaking(trx, given, url, actor.at);
      return null;
    }
    const earlier = await ownOf(trx, given);
    const id = newId();
    await trx
      .insertInto('applications')
      .values({
        ...given,
        id,
        short_id: shortId(id),
        criteria_version_id: await criteria.currentVersion(trx),
        started_at: actor.at,
        changed_at: actor.at,
      })
      .execute();
    await trx.insertInto('application_openings').values({ email: given.email, application_id: id }).execute();
    await journal.record(trx, actor, 'application.started', { type: 'application', id });
    return letters.begun(trx, { ...given, id, earlier: earlier && toReturning.before(earlier) }, url, actor.at);
  });
}

/**
 * What stands for a letter's token in the address where somebody has signed in: an address that lies in the history of a
 * shared computer then opens nothing for the next person.
 */
export const MINE = 'mine';

/** The newest application of a confirmed address. */
export async function ownOf(db: Db, { email }: Pick<Actor, 'email'>): Promise<Application | null> {
  const newest = await db
    .selectFrom('applications')
    .select('id')
    .where('email', '=', email)
    .orderBy('started_at', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst();
  return newest ? byId(db, newest.id) : null;
}

/**
 * The application that a letter's link opens, and its reader as an actor with that confirmed address. The first opening
 * confirms the address. Throws NotFound when the link is wrong or has run out.
 */
export async function open(
  db: Db,
  token: string,
  signedIn: Actor,
): Promise<{ application: Application; applicant: Actor }> {
  if (token === MINE) {
    const application = await ownOf(db, signedIn);
    if (!application) throw new NotFound();
    return { application, applicant: signedIn };
  }
  const link = await links.find(db, letters.APPLICATION_LINK, token, signedIn.at);
  if (!link) throw new NotFound();
  const application = await byId(db, link.subject);
  const applicant =
    signedIn.email?.toLowerCase() === link.email.toLowerCase()
      ? signedIn
      : { ...visitor(signedIn.at), email: link.email };
  await inTransaction(db, async (trx) => {
    const confirmed = await trx
      .insertInto('application_confirmations')
      .values({ application_id: application.id, confirmed_at: signedIn.at })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (confirmed.numInsertedOrUpdatedRows === 0n) return;
    await journal.record(trx, applicant, 'application.confirmed', { type: 'application', id: application.id });
  });
  return { application, applicant };
}

export async function byId(db: Db, id: string): Promise<Application> {
  const application = (await byIds(db, [id])).get(id);
  if (!application) throw new NotFound();
  return application;
}

export async function byIds(db: Db, ids: string[]): Promise<Map<string, Application>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('applications')
    .innerJoin('application_states', 'application_states.application_id', 'applications.id')
    .select(COLUMNS)
    .where('applications.id', 'in', ids)
    .execute();
  return new Map(rows.map((application) => [application.id, application]));
}

/** Holds the application until the transaction ends, so that its steps happen one after the other. */
export async function hold(trx: Db, id: string): Promise<Application> {
  await trx.selectFrom('applications').select('id').where('id', '=', id).forUpdate().execute();
  return byId(trx, id);
}

/** May its answers still change? Only while it is with the applicant. */
export function isDraft({ state }: Pick<Application, 'state'>): boolean {
  return state === 'started' || state === 'more-needed';
}

export function isOpen({ state }: Pick<Application, 'state'>): boolean {
  return !['admitted', 'not-now', 'withdrawn', 'lapsed'].includes(state);
}

/** Takes the application back. Everything that was written is kept until its retention ends. */
export async function withdraw(db: Db, { id }: Application, actor: Actor): Promise<void> {
  await inTransaction(db, async (trx) => {
    const application = await hold(trx, id);
    allow(actor, 'apply', application);
    if (!isOpen(application)) throw new Conflict(t('This application is already closed.'));
    await trx.insertInto('application_withdrawals').values({ application_id: id, withdrawn_at: actor.at }).execute();
    await close(trx, id);
    await journal.record(trx, actor, 'application.withdrawn', { type: 'application', id });
  });
}

/** From now on this address may begin another application. */
export async function close(trx: Db, id: string): Promise<void> {
  await trx.deleteFrom('application_openings').where('application_id', '=', id).execute();
}
