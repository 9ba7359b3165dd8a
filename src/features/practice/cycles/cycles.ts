import { sql } from 'kysely';
import { marks, type Work, works } from '#features/work/index.ts';
import type { Actor } from '#kernel/actor.ts';
import { type Db, inTransaction } from '#kernel/database/index.ts';
import { Invalid, NotFound } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import * as journal from '#kernel/journal.ts';
import { t } from '#kernel/words.ts';
import { allow } from '../policy.ts';
import type { Decision } from './decisions.ts';

/** What a team writes of a cycle: the question to begin with, the rest when it happens. */
export type Told = {
  question: string;
  prediction: string;
  plan: string;
  happened: string;
  learning: string;
  startsOn: string | null;
  endsOn: string | null;
  decision: Decision | null;
  /** Ids: somebody on the team, a change idea and a measure of the same work. */
  ownerId: string | null;
  changeId: string | null;
  measureId: string | null;
  /** The number of the cycle that led to this one. */
  after: number | null;
};

export type Cycle = Told & {
  id: string;
  number: number;
  /** Null when nobody has taken it, or they have left the community. */
  owner: string | null;
  /** The words of the change idea that it tries. */
  change: string | null;
  /** The numbers of the cycles that it led to. */
  next: number[];
};

/** All cycles of a piece of work, in their order. */
export function list(db: Db, work: Work): Promise<Cycle[]> {
  return cyclesOf(db).where('c.work_id', '=', work.id).orderBy('c.number').execute();
}

/** One cycle, found through its work. Throws NotFound. */
export async function find(db: Db, work: Work, number: number): Promise<Cycle> {
  const cycle = await cyclesOf(db).where('c.work_id', '=', work.id).where('c.number', '=', number).executeTakeFirst();
  if (!cycle) throw new NotFound();
  return cycle;
}

export type Marked = { number: number; question: string; startsOn: string | null; decision: Decision | null };

/** The cycles that are marked on a measure's chart. */
export function onChart(db: Db, measureId: string): Promise<Marked[]> {
  return db
    .selectFrom('cycles as c')
    .leftJoin('cycle_decisions as d', 'd.cycle_id', 'c.id')
    .select(['c.number', 'c.question', 'c.starts_on as startsOn', 'd.decision'])
    .where('c.measure_id', '=', measureId)
    .where('c.starts_on', 'is not', null)
    .orderBy('c.number')
    .execute();
}

/** Begins the work's next cycle. */
export async function begin(db: Db, work: Work, told: Told, actor: Actor): Promise<Cycle> {
  allow(actor, 'try', work);
  return inTransaction(db, async (trx) => {
    await trx.selectFrom('works').select('id').where('id', '=', work.id).forUpdate().execute(); // one number each
    const last = await trx
      .selectFrom('cycles')
      .select(({ fn }) => fn.max('number').as('number'))
      .where('work_id', '=', work.id)
      .executeTakeFirst();
    const cycle = { id: newId(), number: (last?.number ?? 0) + 1 };
    await trx
      .insertInto('cycles')
      .values({
        ...cycle,
        work_id: work.id,
        ...(await columnsOf(trx, work, told, null)),
        begun_by: actor.id ?? '',
        begun_at: actor.at,
      })
      .execute();
    await settle(trx, work, cycle, told, actor);
    await journal.record(trx, actor, 'cycle.begun', { type: 'cycle', id: cycle.id });
    return find(trx, work, cycle.number);
  });
}

/** Writes on: what happened, what was learned, what comes of it. */
export async function write(db: Db, work: Work, cycle: Cycle, told: Told, actor: Actor): Promise<void> {
  allow(actor, 'try', work);
  await inTransaction(db, async (trx) => {
    const columns = await columnsOf(trx, work, told, cycle);
    await trx.updateTable('cycles').set(columns).where('id', '=', cycle.id).execute();
    await settle(trx, work, cycle, told, actor);
    const { question, prediction, plan, happened, learning, decision } = cycle;
    await journal.record(
      trx,
      actor,
      'cycle.written',
      { type: 'cycle', id: cycle.id },
      { before: { question, prediction, plan, happened, learning, decision }, after: told },
    );
  });
}

/** Takes a cycle away, with its mark on the chart. What came after it stays. */
export async function remove(db: Db, work: Work, cycle: Cycle, actor: Actor): Promise<void> {
  allow(actor, 'try', work);
  await inTransaction(db, async (trx) => {
    await trx.deleteFrom('cycles').where('id', '=', cycle.id).execute();
    await marks.unpin(trx, work, cycle.id, actor);
    await works.touch(trx, work, actor);
    const { question, prediction, plan, happened, learning } = cycle;
    await journal.record(
      trx,
      actor,
      'cycle.removed',
      { type: 'cycle', id: cycle.id },
      { before: { question, prediction, plan, happened, learning } },
    );
  });
}

function cyclesOf(db: Db) {
  return db
    .selectFrom('cycles as c')
    .leftJoin('cycle_decisions as d', 'd.cycle_id', 'c.id')
    .leftJoin('drivers as i', 'i.id', 'c.change_id')
    .leftJoin('people as p', (join) => join.onRef('p.id', '=', 'c.owner_id').on('p.erased_at', 'is', null))
    .leftJoin('cycles as b', 'b.id', 'c.after_id')
    .select(['c.id', 'c.number', 'c.question', 'c.prediction', 'c.plan', 'c.happened', 'c.learning'])
    .select(['c.starts_on as startsOn', 'c.ends_on as endsOn', 'c.owner_id as ownerId', 'c.change_id as changeId'])
    .select(['c.measure_id as measureId', 'p.name as owner', 'i.words as change', 'b.number as after', 'd.decision'])
    .select([sql<number[]>`array(select n.number from cycles n where n.after_id = c.id order by n.number)`.as('next')]);
}

/** Everything that it points to has to belong to the same work. */
async function columnsOf(db: Db, work: Work, told: Told, self: Cycle | null) {
  const { question, prediction, plan, happened, learning, startsOn, endsOn, ownerId, changeId, measureId } = told;
  if (startsOn && endsOn && endsOn < startsOn)
    throw new Invalid({ endsOn: t('It cannot have ended before it began.') });
  if (ownerId && ownerId !== self?.ownerId && !work.team.includes(ownerId))
    throw new Invalid({ owner: t('Choose somebody who is on the team.') });
  if (changeId && !(await isOf(db, 'drivers', changeId, work)))
    throw new Invalid({ change: t('Choose a change idea from the list.') });
  if (measureId && !(await isOf(db, 'measures', measureId, work)))
    throw new Invalid({ measure: t('Choose one of the measures.') });
  return {
    ...{ question, prediction, plan, happened, learning },
    starts_on: startsOn,
    ends_on: endsOn,
    owner_id: ownerId,
    change_id: changeId,
    measure_id: measureId,
    after_id: told.after === null ? null : await before(db, work, told.after, self),
  };
}

async function isOf(db: Db, table: 'drivers' | 'measures', id: string, work: Work): Promise<boolean> {
  const row = await db.selectFrom(table).select('id').where('id', '=', id).where('work_id', '=', work.id).execute();
  return row.length > 0;
}

/** A cycle follows one that was begun earlier, so that a chain has no circle. */
async function before(db: Db, work: Work, number: number, self: Cycle | null): Promise<string> {
  const row = await db
    .selectFrom('cycles')
    .select('id')
    .where('work_id', '=', work.id)
    .where('number', '=', number)
    .$if(self !== null, (query) => query.where('number', '<', self?.number ?? 0))
    .executeTakeFirst();
  if (!row) throw new Invalid({ after: t('Choose an earlier cycle of this work.') });
  return row.id;
}

/** The decision, and the mark on the chart: its number on the day it began. */
async function settle(
  db: Db,
  work: Work,
  { id, number }: { id: string; number: number },
  { decision, measureId, startsOn }: Told,
  actor: Actor,
): Promise<void> {
  if (decision === null) await db.deleteFrom('cycle_decisions').where('cycle_id', '=', id).execute();
  else {
    const decided = { decision, decided_by: actor.id ?? '', decided_at: actor.at };
    await db
      .insertInto('cycle_decisions')
      .values({ cycle_id: id, ...decided })
      .onConflict((conflict) =>
        conflict.column('cycle_id').doUpdateSet(decided).where('cycle_decisions.decision', '<>', decision),
      )
      .execute();
  }
  await marks.unpin(db, work, id, actor);
  if (measureId && startsOn)
    await marks.pin(db, work, { id, measureId, date: startsOn, label: t('Cycle {number, number}', { number }) }, actor);
  await works.touch(db, work, actor);
}
