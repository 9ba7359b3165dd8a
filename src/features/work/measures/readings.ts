import type { Actor } from '#kernel/actor.ts';
import { type Db, inTransaction } from '#kernel/database/index.ts';
import { Conflict, Invalid, NotFound } from '#kernel/errors.ts';
import { formatDate } from '#kernel/format.ts';
import { newId } from '#kernel/ids.ts';
import * as journal from '#kernel/journal.ts';
import { t } from '#kernel/words.ts';
import type { Work } from '../works.ts';
import { changed, type Measure } from './measures.ts';
import type { Row } from './parse.ts';
import { allow } from './policy.ts';

export type Reading = {
  id: string;
  date: string;
  value: number | null;
  /** What the value was divided out of, where it is a rate or a share. */
  numerator: number | null;
  denominator: number | null;
  recordedAt: Date;
  batchId: string;
};
export type Series = { dates: string[]; values: (number | null)[] };

/** The readings that count, in the order of their dates. */
export async function list(db: Db, measureId: string): Promise<Reading[]> {
  return (await among(db, [measureId])).get(measureId) ?? [];
}

/** The same of several measures, by their ids; a measure without any is not in it. */
export async function among(db: Db, measureIds: readonly string[]): Promise<Map<string, Reading[]>> {
  const rows = await db
    .selectFrom('readings')
    .select([
      'id',
      'taken_on as date',
      'value',
      'numerator',
      'denominator',
      'recorded_at as recordedAt',
      'batch_id as batchId',
      'measure_id',
    ])
    .where('measure_id', '=', (eb) => eb.fn.any(eb.val(measureIds)))
    .where('withdrawn_at', 'is', null)
    .orderBy('measure_id')
    .orderBy('taken_on')
    .execute();
  return Map.groupBy(rows, (row) => row.measure_id);
}

export async function series(db: Db, measureId: string): Promise<Series> {
  return seriesOf(await list(db, measureId));
}

export function seriesOf(rows: readonly { date: string; value: number | null }[]): Series {
  return { dates: rows.map(({ date }) => date), values: rows.map(({ value }) => value) };
}

export type FirstRecorded = { date: string; value: number | null; recordedAt: Date; changed: boolean };

/** Each date as it was first recorded, withdrawn and changed readings too: what a grade is computed from. */
export async function asFirstRecorded(db: Db, measureId: string): Promise<FirstRecorded[]> {
  const rows = await db
    .selectFrom('readings as r')
    .leftJoin('reading_changes as c', (join) =>
      join
        .onRef('c.reading_id', '=', 'r.id')
        .on('c.id', '=', (eb) =>
          eb
            .selectFrom('reading_changes as f')
            .select('f.id')
            .whereRef('f.reading_id', '=', 'r.id')
            .orderBy('f.changed_at')
            .orderBy('f.id')
            .limit(1),
        ),
    )
    .select([
      'r.taken_on as date',
      'r.value',
      'r.recorded_at as recordedAt',
      'r.withdrawn_at',
      'c.id as change',
      'c.before',
    ])
    .distinctOn('r.taken_on')
    .where('r.measure_id', '=', measureId)
    .orderBy('r.taken_on')
    .orderBy('r.recorded_at')
    .execute();
  return rows.map(({ date, value, recordedAt, change, before, withdrawn_at }) => ({
    date,
    recordedAt,
    value: change ? before : value,
    changed: change !== null || withdrawn_at !== null,
  }));
}

/** Records all of the rows, or none. A date that has a value already is refused by name. */
export async function record(db: Db, work: Work, measure: Measure, rows: Row[], actor: Actor): Promise<string> {
  allow(actor, 'measure', work);
  if (rows.length === 0) throw new Invalid({ text: t('There are no readings in this.') });
  return inTransaction(db, async (trx) => {
    const batch = newId();
    // Two who save at the same moment do so one after the other, and the second is told which dates are there already.
    await trx.selectFrom('measures').select('id').where('id', '=', measure.id).forUpdate().execute();
    const taken = alreadyThere(await list(trx, measure.id), rows);
    if (taken) throw new Invalid({ text: taken });
    for (let i = 0; i < rows.length; i += 1000)
      await trx
        .insertInto('readings')
        .values(
          rows.slice(i, i + 1000).map(({ date, value }) => ({
            id: newId(),
            measure_id: measure.id,
            taken_on: date,
            value,
            recorded_by: actor.id ?? '',
            recorded_at: actor.at,
            batch_id: batch,
          })),
        )
        .execute();
    await journal.record(
      trx,
      actor,
      'readings.recorded',
      { type: 'measure', id: measure.id },
      { after: { batch, rows: rows.length } },
    );
    await changed(trx, measure.id);
    return batch;
  });
}

/** A sentence that names the dates which have a reading already; null when none has. */
export function alreadyThere(there: readonly { date: string }[], rows: readonly Row[]): string | null {
  const dates = new Set(there.map(({ date }) => date));
  const taken = rows.filter(({ date }) => dates.has(date));
  if (taken.length === 0) return null;
  const values = { count: taken.length, others: taken.length - 1, first: formatDate(taken[0]?.date ?? '') };
  return t(
    '{count, plural, one {There is a reading for {first} already.} other {There are readings for {first} and {others, plural, one {one other date} other {# other dates}} already.}} Change those one by one, or leave them out.',
    values,
  );
}

export type Batch = { id: string; at: Date; readings: number };

/** What was recorded in one go, the latest first. */
export function batches(db: Db, measureId: string): Promise<Batch[]> {
  return db
    .selectFrom('readings')
    .select(({ fn }) => ['batch_id as id', fn.min('recorded_at').as('at'), fn.countAll<number>().as('readings')])
    .where('measure_id', '=', measureId)
    .where('withdrawn_at', 'is', null)
    .groupBy('batch_id')
    .orderBy('at', 'desc')
    .execute();
}

/** Takes back everything that was recorded in one go. It stays on record as withdrawn. */
export async function undo(db: Db, work: Work, measure: Measure, batchId: string, actor: Actor): Promise<void> {
  allow(actor, 'measure', work);
  await inTransaction(db, async (trx) => {
    await trx
      .selectFrom('readings')
      .select('id')
      .where('measure_id', '=', measure.id)
      .where('batch_id', '=', batchId)
      .executeTakeFirstOrThrow(() => new NotFound());
    const done = await trx
      .updateTable('readings')
      .set({ withdrawn_at: actor.at, withdrawn_by: actor.id })
      .where('measure_id', '=', measure.id)
      .where('batch_id', '=', batchId)
      .where('withdrawn_at', 'is', null)
      .executeTakeFirst();
    if (done.numUpdatedRows === 0n) throw new Conflict(t('These readings were taken back already.'));
    await journal.record(
      trx,
      actor,
      'readings.withdrawn',
      { type: 'measure', id: measure.id },
      { before: { batch: batchId } },
    );
    await changed(trx, measure.id);
  });
}
