import type { Actor } from '#kernel/actor.ts';
import { type Db, inTransaction } from '#kernel/database/index.ts';
import * as journal from '#kernel/journal.ts';
import type { Work } from './finding.ts';
import type { Shares } from './modes.ts';
import { allow } from './policy.ts';

/** Where work stands: the mean of its placements, how many people placed it, and how far they differ. */
export type Standing = Shares & { people: number; spread: number };

/** Says where the actor sees this work; once more changes their mind. */
export async function place(db: Db, work: Work, shares: Shares, actor: Actor): Promise<void> {
  allow(actor, 'place', work);
  const row = {
    work_id: work.id,
    person_id: actor.id ?? '',
    iterative: shares.iterative,
    pathways: shares.pathways,
    operating_model: shares['operating-model'],
    community: shares.community,
    placed_at: actor.at,
  };
  await inTransaction(db, async (trx) => {
    await trx
      .insertInto('placements')
      .values(row)
      .onConflict((conflict) => conflict.columns(['work_id', 'person_id']).doUpdateSet(row))
      .execute();
    await journal.record(trx, actor, 'work.placed', { type: 'work', id: work.id }, { after: shares });
  });
}

/** Takes the actor's own placement back. */
export async function withdraw(db: Db, work: Work, actor: Actor): Promise<void> {
  allow(actor, 'place', work);
  await inTransaction(db, async (trx) => {
    await trx.deleteFrom('placements').where('work_id', '=', work.id).where('person_id', '=', actor.id).execute();
    await journal.record(trx, actor, 'placement.withdrawn', { type: 'work', id: work.id });
  });
}

/** What the actor said themselves; null when they have said nothing. */
export async function mine(db: Db, work: Work, actor: Actor): Promise<Shares | null> {
  if (!actor.id) return null;
  const row = await db
    .selectFrom('placements')
    .select(['iterative', 'pathways', 'operating_model as operating-model', 'community'])
    .where('work_id', '=', work.id)
    .where('person_id', '=', actor.id)
    .executeTakeFirst();
  return row ?? null;
}

/** Where these works stand, by id; work that nobody has placed is not in it. */
export async function standing(db: Db, workIds: string[]): Promise<Map<string, Standing>> {
  if (workIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('standings')
    .select(['work_id', 'people', 'iterative', 'pathways', 'operating_model', 'community', 'spread'])
    .where('work_id', '=', (eb) => eb.fn.any(eb.val(workIds)))
    .execute();
  return new Map(
    rows.map((row) => [
      row.work_id ?? '',
      {
        iterative: row.iterative ?? 0,
        pathways: row.pathways ?? 0,
        'operating-model': row.operating_model ?? 0,
        community: row.community ?? 0,
        people: row.people ?? 0,
        spread: row.spread ?? 0,
      },
    ]),
  );
}
