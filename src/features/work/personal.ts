import type { Actor } from '#kernel/actor.ts';
import { type Db, inTransaction } from '#kernel/database/index.ts';
import * as journal from '#kernel/journal.ts';

/** Everything in this room that a person wrote or said, for them to take away. */
export async function exportOf(db: Db, personId: string): Promise<Record<string, unknown>> {
  const works = await db
    .selectFrom('works')
    .innerJoin('work_team as m', 'm.work_id', 'works.id')
    .select(['works.short_id', 'title', 'problem', 'aim', 'tried', 'lesson', 'state', 'country', 'place', 'shown_as'])
    .select([
      'methods',
      'topics',
      'started_on',
      'ended_on',
      'works.visibility',
      'works.licence',
      'shared_at',
      'm.role',
      'm.accepted_at',
    ])
    .where('m.person_id', '=', personId)
    .orderBy('shared_at')
    .execute();
  const updates = await db
    .selectFrom('work_updates')
    .innerJoin('works', 'works.id', 'work_updates.work_id')
    .select(['works.short_id', 'work_updates.body', 'work_updates.written_at'])
    .where('written_by', '=', personId)
    .orderBy('written_at')
    .execute();
  const placements = await db
    .selectFrom('placements')
    .innerJoin('works', 'works.id', 'placements.work_id')
    .select(['works.short_id', 'iterative', 'pathways', 'operating_model', 'community', 'placed_at'])
    .where('person_id', '=', personId)
    .orderBy('placed_at')
    .execute();
  const offers = await db
    .selectFrom('work_offers')
    .innerJoin('works', 'works.id', 'work_offers.work_id')
    .select(['works.short_id', 'work_offers.words', 'work_offers.offered_at'])
    .where('work_offers.person_id', '=', personId)
    .execute();
  const handovers = await db
    .selectFrom('work_handovers')
    .innerJoin('works', 'works.id', 'work_handovers.work_id')
    .select(['works.short_id', 'work_handovers.words', 'work_handovers.asked_at'])
    .where('asked_by', '=', personId)
    .execute();
  const seekings = await db
    .selectFrom('work_seekings')
    .innerJoin('works', 'works.id', 'work_seekings.work_id')
    .select(['works.short_id', 'work_seekings.words', 'work_seekings.said_at'])
    .where('said_by', '=', personId)
    .execute();
  const removals = await db
    .selectFrom('removal_words as s')
    .innerJoin('removal_requests as r', 'r.id', 's.request_id')
    .innerJoin('works', 'works.id', 'r.work_id')
    .select(['works.short_id', 's.side', 's.words', 's.said_at'])
    .select((eb) => eb.case().when('r.asked_by', '=', personId).then(eb.ref('r.organisation')).end().as('organisation'))
    .where('s.said_by', '=', personId)
    .orderBy('s.said_at')
    .execute();
  const decisions = await db
    .selectFrom('removal_outcomes')
    .select(['outcome', 'reason', 'decided_at'])
    .where('decided_by', '=', personId)
    .execute();
  const imports = await db
    .selectFrom('work_imports')
    .select(['short_id', 'uploaded_at', 'sheet', 'mapping', 'started_at', 'finished_at', 'left_out', 'undone_at'])
    .where((eb) => eb.or([eb('imported_by', '=', personId), eb('owner_id', '=', personId)]))
    .orderBy('uploaded_at')
    .execute();
  const reminders = await db
    .selectFrom('measure_reminders as r')
    .innerJoin('measures', 'measures.id', 'r.measure_id')
    .select(['measures.short_id', 'measures.name', 'r.every', 'r.asked_at'])
    .where('r.person_id', '=', personId)
    .execute();
  const carried = { offers, handovers, seekings, removals, decisions };
  return { works, updates, placements, ...carried, imports, reminders };
}

/**
 * Forgets a person in this room. Their opinions go, and so does work that only they could see. Work that others see, or
 * work on as well, stays as the community's record, by "a former member".
 */
export async function erase(db: Db, personId: string, actor: Actor): Promise<void> {
  await inTransaction(db, async (trx) => {
    await trx
      .deleteFrom('works')
      .where('visibility', '=', 'private')
      .where('id', 'in', (eb) => eb.selectFrom('work_team').select('work_id').where('person_id', '=', personId))
      .where('id', 'not in', (eb) =>
        eb
          .selectFrom('work_team')
          .select('work_id')
          .where('accepted_at', 'is not', null)
          .where('person_id', '<>', personId),
      )
      .where('shared_by', '=', personId)
      .execute();
    await trx.updateTable('removal_words').set({ words: '' }).where('said_by', '=', personId).execute();
    await trx.updateTable('removal_requests').set({ organisation: '–' }).where('asked_by', '=', personId).execute();
    await trx.deleteFrom('work_offers').where('person_id', '=', personId).execute();
    for (const table of ['work_owners', 'work_deputies'] as const)
      await trx.deleteFrom(table).where('person_id', '=', personId).execute();
    await trx
      .deleteFrom('work_handovers')
      .where((eb) => eb.or([eb('to_id', '=', personId), eb('asked_by', '=', personId)]))
      .execute();
    await trx
      .deleteFrom('work_imports')
      .where((eb) => eb.or([eb('imported_by', '=', personId), eb('owner_id', '=', personId)]))
      .execute();
    await trx.deleteFrom('measure_reminders').where('person_id', '=', personId).execute();
    await trx.deleteFrom('placements').where('person_id', '=', personId).execute();
    await trx.deleteFrom('work_team').where('person_id', '=', personId).where('accepted_at', 'is', null).execute();
    await trx.updateTable('work_team').set({ name: '', email: null }).where('person_id', '=', personId).execute();
    await journal.record(trx, actor, 'work.person-erased', { type: 'person', id: personId });
  });
}
