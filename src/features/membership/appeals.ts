import { sql } from 'kysely';
import { type Actor, isSignedIn } from '#kernel/actor.ts';
import { type Db, inTransaction } from '#kernel/database/index.ts';
import { Conflict } from '#kernel/errors.ts';
import { newId, shortId } from '#kernel/ids.ts';
import * as journal from '#kernel/journal.ts';
import * as settings from '#kernel/settings.ts';
import { t } from '#kernel/words.ts';
import { assign } from './appeals/hearers.ts';
import { type Hearing, take } from './appeals/hearings.ts';
import * as letters from './appeals/letters.ts';
import { type Application, hold } from './applications.ts';
import { allow } from './policy.ts';
import type { AppealOutcome } from './words.ts';

/** What an applicant and somebody who did not decide say to each other, and how it ended. */
export type Appeal = {
  id: string;
  shortId: string;
  decisionId: string;
  openedAt: Date;
  turns: Turn[];
  outcome: { outcome: AppealOutcome; letter: string; decidedAt: Date } | null;
};
export type Turn = { words: string; saidAt: Date; answeredBy: string | null };

const DAY = 86_400_000;
const IN_A_ROW = 5;

/** The newest appeal of an application. */
export async function of(db: Db, applicationId: string): Promise<Appeal | null> {
  const row = await db
    .selectFrom('appeals')
    .leftJoin('appeal_outcomes', 'appeal_outcomes.appeal_id', 'appeals.id')
    .select(['id', 'short_id as shortId', 'decision_id as decisionId', 'opened_at as openedAt'])
    .select([sql<AppealOutcome | null>`outcome`.as('outcome'), 'letter', 'decided_at as decidedAt'])
    .where('application_id', '=', applicationId)
    .orderBy('opened_at', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst();
  if (!row) return null;
  const { outcome, letter, decidedAt, ...appeal } = row;
  const ended = outcome && letter !== null && decidedAt ? { outcome, letter, decidedAt } : null;
  return { ...appeal, turns: await turnsOf(db, row.id), outcome: ended };
}

export function turnsOf(db: Db, appealId: string): Promise<Turn[]> {
  return db
    .selectFrom('appeal_turns')
    .leftJoin('people', 'people.id', 'answered_by')
    .select(['words', 'said_at as saidAt', 'people.name as answeredBy'])
    .where('appeal_id', '=', appealId)
    .orderBy('said_at')
    .orderBy('appeal_turns.id')
    .execute();
}

/** Until when "not now" can be appealed against: null when there is nothing to appeal against, or somebody has already. */
export async function openUntil(db: Db, application: Application): Promise<Date | null> {
  if (application.state !== 'not-now' || application.email === null) return null;
  const decision = await lastDecision(db, application.id);
  if (!decision || decision.appealId !== null) return null;
  const { 'membership.appeal-days': days } = await settings.read(db);
  return new Date(decision.decidedAt.getTime() + days * DAY);
}

/** Is it the time for an appeal? */
export function requireOpen(until: Date | null, at: Date): void {
  if (until === null) throw new Conflict(t('There is nothing to appeal against, or you have appealed already.'));
  if (until < at)
    throw new Conflict(t('The time for an appeal has passed. You are welcome to apply again at any time.'));
}

/** Opens an appeal with the applicant's own words. Somebody who neither assessed nor decided is asked to answer. */
export async function open(db: Db, { id }: Application, words: string, url: string, actor: Actor): Promise<void> {
  await inTransaction(db, async (trx) => {
    const application = await hold(trx, id);
    allow(actor, 'apply', application);
    requireOpen(await openUntil(trx, application), actor.at);
    const decision = await lastDecision(trx, id);
    if (!decision) return;
    const appealId = newId();
    const row = { application_id: id, decision_id: decision.id, opened_at: actor.at };
    await trx
      .insertInto('appeals')
      .values({ id: appealId, short_id: shortId(appealId), ...row })
      .execute();
    await speak(trx, appealId, words, null, actor);
    const hearer = await assign(trx, appealId, actor);
    if (hearer) await letters.toHear(trx, { shortId: shortId(appealId) }, hearer, url, actor.at);
    await letters.opened(trx, application, url, actor.at);
    await journal.record(trx, actor, 'appeal.opened', { type: 'application', id });
  });
}

/** What the applicant adds. The first word after an answer tells whoever sees to it. */
export async function say(db: Db, { id }: Application, words: string, url: string, actor: Actor): Promise<void> {
  await inTransaction(db, async (trx) => {
    const application = await hold(trx, id);
    allow(actor, 'apply', application);
    const appeal = await of(trx, id);
    if (!appeal || appeal.outcome) throw over();
    const unanswered = appeal.turns.length - 1 - appeal.turns.findLastIndex(({ answeredBy }) => answeredBy !== null);
    if (unanswered >= IN_A_ROW) throw new Conflict(t('We have everything you wrote. Please wait for our answer.'));
    await speak(trx, appeal.id, words, null, actor);
    if (unanswered === 0) {
      const seesToIt = await trx
        .selectFrom('appeal_assignments')
        .select('person_id')
        .where('appeal_id', '=', appeal.id)
        .executeTakeFirst();
      if (seesToIt) await letters.toHear(trx, appeal, seesToIt.person_id, url, actor.at);
    }
    await journal.record(trx, actor, 'appeal.continued', { type: 'application', id });
  });
}

/** An answer by somebody who may hear it. From then on they see to it. */
export async function answer(db: Db, hearing: Hearing, words: string, url: string, actor: Actor): Promise<void> {
  allow(actor, 'hear', hearing);
  await inTransaction(db, async (trx) => {
    const fresh = await take(trx, hearing, actor);
    allow(actor, 'hear', fresh);
    if (fresh.outcome) throw over();
    await speak(trx, fresh.id, words, actor.id, actor);
    await assign(trx, fresh.id, actor, actor.id);
    await letters.answered(trx, fresh.application, words, url, actor.at);
    await journal.record(trx, actor, 'appeal.answered', { type: 'application', id: fresh.application.id });
  });
}

/** How it ended, in its row and its entry. For the acts that end an appeal, within their transaction, before all else. */
export async function end(
  trx: Db,
  { id, application }: Hearing,
  outcome: AppealOutcome,
  letter: string,
  actor: Actor,
): Promise<void> {
  if (!isSignedIn(actor)) return;
  const ended = await trx
    .insertInto('appeal_outcomes')
    .values({ appeal_id: id, outcome, letter, decided_by: actor.id, decided_at: actor.at })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (ended.numInsertedOrUpdatedRows === 0n) throw over();
  await journal.record(trx, actor, `appeal.${outcome}`, { type: 'application', id: application.id });
}

export function over(): Conflict {
  return new Conflict(t('This appeal has ended already. Nothing was sent twice.'));
}

async function speak(
  trx: Db,
  appealId: string,
  words: string,
  answeredBy: string | null,
  { at }: Actor,
): Promise<void> {
  await trx
    .insertInto('appeal_turns')
    .values({ id: newId(), appeal_id: appealId, answered_by: answeredBy, words, said_at: at })
    .execute();
}

function lastDecision(db: Db, applicationId: string) {
  return db
    .selectFrom('decisions')
    .leftJoin('appeals', 'appeals.decision_id', 'decisions.id')
    .select(['decisions.id', 'decided_at as decidedAt', 'appeals.id as appealId'])
    .where('decisions.application_id', '=', applicationId)
    .orderBy('decided_at', 'desc')
    .orderBy('decisions.id', 'desc')
    .executeTakeFirst();
}
