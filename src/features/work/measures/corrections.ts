import type { Actor } from '#kernel/actor.ts';
import { type Db, inTransaction } from '#kernel/database/index.ts';
import { NotFound } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import * as journal from '#kernel/journal.ts';
import type { Work } from '../works.ts';
import { changed, type Measure } from './measures.ts';
import { allow } from './policy.ts';

/** Changes one reading; before and after stay on record, with the reason. */
export async function correct(
  db: Db,
  work: Work,
  measure: Measure,
  id: string,
  { value, reason }: { value: number | null; reason: string },
  actor: Actor,
): Promise<void> {
  allow(actor, 'measure', work);
  await inTransaction(db, async (trx) => {
    const before = await locked(trx, measure, id);
    await trx
      .insertInto('reading_changes')
      .values({
        id: newId(),
        reading_id: id,
        before: before.value,
        after: value,
        reason,
        changed_by: actor.id ?? '',
        changed_at: actor.at,
      })
      .execute();
    await trx.updateTable('readings').set({ value }).where('id', '=', id).execute();
    await journal.record(
      trx,
      actor,
      'reading.corrected',
      { type: 'measure', id: measure.id },
      { before: before.value, after: value },
    );
    await changed(trx, measure.id);
  });
}

/** Takes one reading off the chart. It stays on record, with the reason. */
export async function withdraw(
  db: Db,
  work: Work,
  measure: Measure,
  id: string,
  reason: string,
  actor: Actor,
): Promise<void> {
  allow(actor, 'measure', work);
  await inTransaction(db, async (trx) => {
    const { value } = await locked(trx, measure, id);
    await trx
      .insertInto('reading_changes')
      .values({
        id: newId(),
        reading_id: id,
        before: value,
        after: null,
        reason,
        changed_by: actor.id ?? '',
        changed_at: actor.at,
      })
      .execute();
    await trx
      .updateTable('readings')
      .set({ withdrawn_at: actor.at, withdrawn_by: actor.id })
      .where('id', '=', id)
      .execute();
    await journal.record(
      trx,
      actor,
      'reading.withdrawn',
      { type: 'measure', id: measure.id },
      { before: value, after: { reason } },
    );
    await changed(trx, measure.id);
  });
}

async function locked(db: Db, measure: Measure, id: string) {
  const reading = await db
    .selectFrom('readings')
    .select(['id', 'value'])
    .where('measure_id', '=', measure.id)
    .where('id', '=', id)
    .where('withdrawn_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  if (!reading) throw new NotFound();
  return reading;
}
