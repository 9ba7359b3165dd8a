import type { Actor } from '#kernel/actor.ts';
import { type Db, inTransaction } from '#kernel/database/index.ts';
import * as journal from '#kernel/journal.ts';

/** What a person wrote here, to take away. */
export async function exportOf(db: Db, personId: string): Promise<Record<string, unknown>> {
  const cycles = await db
    .selectFrom('cycles as c')
    .innerJoin('works as w', 'w.id', 'c.work_id')
    .leftJoin('cycle_decisions as d', 'd.cycle_id', 'c.id')
    .select(['w.short_id as work', 'c.number', 'c.question', 'c.prediction', 'c.plan', 'c.happened', 'c.learning'])
    .select(['c.starts_on', 'c.ends_on', 'd.decision', 'c.begun_at'])
    .where((eb) => eb.or([eb('c.begun_by', '=', personId), eb('c.owner_id', '=', personId)]))
    .orderBy('c.begun_at')
    .execute();
  const aims = await db
    .selectFrom('driver_aims as a')
    .innerJoin('works as w', 'w.id', 'a.work_id')
    .select(['w.short_id as work', 'a.aim', 'a.stated_at'])
    .where('a.stated_by', '=', personId)
    .execute();
  const drivers = await db
    .selectFrom('drivers as d')
    .innerJoin('works as w', 'w.id', 'd.work_id')
    .select(['w.short_id as work', 'd.tier', 'd.words', 'd.added_at'])
    .where('d.added_by', '=', personId)
    .orderBy('d.added_at')
    .execute();
  const adaptations = await db
    .selectFrom('adaptations as a')
    .innerJoin('works as w', 'w.id', 'a.work_id')
    .innerJoin('works as o', 'o.id', 'a.of_id')
    .select(['w.short_id as work', 'o.short_id as of', 'a.changed', 'a.stayed', 'a.happened', 'a.told_at'])
    .where('a.told_by', '=', personId)
    .orderBy('a.told_at')
    .execute();
  const notes = await db
    .selectFrom('adaptation_notes as n')
    .innerJoin('adaptations as a', 'a.id', 'n.adaptation_id')
    .select(['a.short_id as adaptation', 'n.words', 'n.noted_at'])
    .where('n.noted_by', '=', personId)
    .execute();
  return { cycles, aims, drivers, adaptations, notes };
}

/** Forgets that somebody looked after a cycle. What a team wrote together stays its team's record. */
export async function erase(db: Db, personId: string, actor: Actor): Promise<void> {
  await inTransaction(db, async (trx) => {
    await trx.updateTable('cycles').set({ owner_id: null }).where('owner_id', '=', personId).execute();
    await journal.record(trx, actor, 'practice.person-erased', { type: 'person', id: personId });
  });
}
