import { sql } from 'kysely';
import type { Actor } from '#kernel/actor.ts';
import { type Db, inTransaction } from '#kernel/database/index.ts';
import { Conflict } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import * as jobs from '#kernel/jobs.ts';
import * as journal from '#kernel/journal.ts';
import { t } from '#kernel/words.ts';
import { allow } from './policy.ts';
import { waiting } from './waiting.ts';

export type Round = {
  id: string;
  number: number;
  begunAt: Date;
  progress: number;
  matchedAt: Date | null;
  askedAt: Date | null;
};

export const ROUND = [
  'id',
  'number',
  'begun_at as begunAt',
  'progress',
  'matched_at as matchedAt',
  'asked_at as askedAt',
] as const;

/** Begins a round now. A job matches, so that nobody waits for the page. Answers the round's id. */
export async function begin(db: Db, actor: Actor): Promise<string> {
  allow(actor, 'run rounds', {});
  if ((await waiting(db, actor.at)).length < 2)
    throw new Conflict(t('There are not two people waiting to meet somebody yet.'));
  return open(db, actor);
}

/** For the two that begin a round: a steward and the rhythm. There is one at a time. */
export async function open(db: Db, actor: Actor): Promise<string> {
  return inTransaction(db, async (trx) => {
    const id = newId();
    const begun = await trx
      .insertInto('introduction_rounds')
      .values({
        id,
        number: sql<number>`(select coalesce(max(number), 0) + 1 from introduction_rounds)`,
        begun_by: actor.id,
        begun_at: actor.at,
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (begun.numInsertedOrUpdatedRows === 0n) throw new Conflict(t('A round is being matched already.'));
    await matchSoon(trx, id);
    await journal.record(trx, actor, 'introduction-round.begun', { type: 'introduction-round', id });
    return id;
  });
}

/** The round that was matched last. */
export async function latest(db: Db): Promise<Round | null> {
  const round = await db.selectFrom('introduction_rounds').select(ROUND).orderBy('number', 'desc').executeTakeFirst();
  return round ?? null;
}

export async function find(db: Db, id: string): Promise<Round | null> {
  return (await db.selectFrom('introduction_rounds').select(ROUND).where('id', '=', id).executeTakeFirst()) ?? null;
}

/** Asks again for the matching of a round that has been at it for long: its process may have ended half-way. */
export async function resume(db: Db, at: Date): Promise<void> {
  const before = new Date(at.getTime() - 10 * 60_000);
  const stuck = await db
    .selectFrom('introduction_rounds')
    .select('id')
    .where('matched_at', 'is', null)
    .where('begun_at', '<', before)
    .execute();
  for (const { id } of stuck) await matchSoon(db, id);
}

function matchSoon(db: Db, id: string): Promise<void> {
  return jobs.enqueue(db, 'introductions.match', { round: id }, { key: `introductions.match ${id}` });
}
