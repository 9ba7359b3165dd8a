import { sql } from 'kysely';
import type { Actor } from '#kernel/actor.ts';
import { type Db, inTransaction } from '#kernel/database/index.ts';
import { Invalid, NotFound } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import * as journal from '#kernel/journal.ts';
import { t } from '#kernel/words.ts';
import type { Work } from '../works.ts';
import { changed, type Measure } from './measures.ts';
import { allow } from './policy.ts';

/** A day from which the chart has limits of its own, and why. */
export type Rebase = { id: string; date: string; reason: string };
/** Something that happened, to be marked on the chart. */
export type Annotation = { id: string; date: string; label: string };
export type Marks = { rebases: Rebase[]; annotations: Annotation[] };

export async function of(db: Db, measureId: string): Promise<Marks> {
  return (await among(db, [measureId])).get(measureId) ?? { rebases: [], annotations: [] };
}

/** The marks of several measures, by their ids, in one query. */
export async function among(db: Db, measureIds: readonly string[]): Promise<Map<string, Marks>> {
  const { rows } = await sql<Marks & { id: string }>`
    select m.id,
      coalesce((select json_agg(json_build_object('id', r.id, 'date', r.starts_on, 'reason', r.reason)
        order by r.starts_on) from rebases r where r.measure_id = m.id), '[]') as rebases,
      coalesce((select json_agg(json_build_object('id', a.id, 'date', a.happened_on, 'label', a.label)
        order by a.happened_on) from annotations a where a.measure_id = m.id), '[]') as annotations
    from measures m where m.id = any(${measureIds})`.execute(db);
  return new Map(rows.map(({ id, rebases, annotations }) => [id, { rebases, annotations }]));
}

/** New limits from a day on: only with a reason and a person, and only from a day that has a reading. */
export async function rebase(
  db: Db,
  work: Work,
  measure: Measure,
  { date, reason }: { date: string; reason: string },
  actor: Actor,
): Promise<void> {
  allow(actor, 'measure', work);
  await inTransaction(db, async (trx) => {
    const reading = await trx
      .selectFrom('readings')
      .select('id')
      .where('measure_id', '=', measure.id)
      .where('taken_on', '=', date)
      .where('withdrawn_at', 'is', null)
      .executeTakeFirst();
    if (!reading)
      throw new Invalid({
        startsOn: t(
          'There is no reading on that day. Choose the day of the first reading that the new limits are for.',
        ),
      });
    const row = {
      id: newId(),
      measure_id: measure.id,
      starts_on: date,
      reason,
      rebased_by: actor.id ?? '',
      rebased_at: actor.at,
    };
    await trx
      .insertInto('rebases')
      .values(row)
      .onConflict((conflict) =>
        conflict
          .columns(['measure_id', 'starts_on'])
          .doUpdateSet({ reason, rebased_by: row.rebased_by, rebased_at: actor.at }),
      )
      .execute();
    await journal.record(
      trx,
      actor,
      'measure.rebased',
      { type: 'measure', id: measure.id },
      { after: { date, reason } },
    );
    await changed(trx, measure.id);
  });
}

export async function unrebase(db: Db, work: Work, measure: Measure, id: string, actor: Actor): Promise<void> {
  allow(actor, 'measure', work);
  await inTransaction(db, async (trx) => {
    const gone = await trx
      .deleteFrom('rebases')
      .where('measure_id', '=', measure.id)
      .where('id', '=', id)
      .returning(['starts_on', 'reason'])
      .executeTakeFirst();
    if (!gone) throw new NotFound();
    await journal.record(trx, actor, 'measure.rebase-undone', { type: 'measure', id: measure.id }, { before: gone });
    await changed(trx, measure.id);
  });
}

export async function annotate(
  db: Db,
  work: Work,
  measure: Measure,
  { date, label }: { date: string; label: string },
  actor: Actor,
): Promise<void> {
  allow(actor, 'measure', work);
  await inTransaction(db, async (trx) => {
    await trx
      .insertInto('annotations')
      .values({
        id: newId(),
        measure_id: measure.id,
        happened_on: date,
        label,
        noted_by: actor.id ?? '',
        noted_at: actor.at,
      })
      .execute();
    await journal.record(trx, actor, 'measure.annotated', { type: 'measure', id: measure.id });
  });
}

export async function unannotate(db: Db, work: Work, measure: Measure, id: string, actor: Actor): Promise<void> {
  allow(actor, 'measure', work);
  await inTransaction(db, async (trx) => {
    const gone = await trx
      .deleteFrom('annotations')
      .where('measure_id', '=', measure.id)
      .where('id', '=', id)
      .returning(['happened_on', 'label'])
      .executeTakeFirst();
    if (!gone) throw new NotFound();
    await journal.record(
      trx,
      actor,
      'measure.annotation-undone',
      { type: 'measure', id: measure.id },
      { before: gone },
    );
  });
}

/** A mark that stands for something with an id of its own, such as a cycle: pinned again where that changes. */
export type Pin = Annotation & { measureId: string };

export async function pin(db: Db, work: Work, { id, measureId, date, label }: Pin, actor: Actor): Promise<void> {
  allow(actor, 'measure', work);
  await db
    .insertInto('annotations')
    .values({ id, measure_id: measureId, happened_on: date, label, noted_by: actor.id ?? '', noted_at: actor.at })
    .execute();
}

/** Takes the mark of that id away, if there is one. Its owner keeps the journal. */
export async function unpin(db: Db, work: Work, id: string, actor: Actor): Promise<void> {
  allow(actor, 'measure', work);
  await db.deleteFrom('annotations').where('id', '=', id).execute();
}
