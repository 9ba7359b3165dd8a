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
  const [rebases, annotations] = await Promise.all([
    db
      .selectFrom('rebases')
      .select(['id', 'starts_on as date', 'reason'])
      .where('measure_id', '=', measureId)
      .orderBy('starts_on')
      .execute(),
    db
      .selectFrom('annotations')
      .select(['id', 'happened_on as date', 'label'])
      .where('measure_id', '=', measureId)
      .orderBy('happened_on')
      .execute(),
  ]);
  return { rebases, annotations };
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
