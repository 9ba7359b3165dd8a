import type { Actor } from '#kernel/actor.ts';
import { type Db, inTransaction } from '#kernel/database/index.ts';
import * as journal from '#kernel/journal.ts';

/** What a person said here, to take away: their claims, and why they took one back or accepted a correction. */
export async function exportOf(db: Db, personId: string): Promise<Record<string, unknown>> {
  const claims = await db
    .selectFrom('claims')
    .select(['short_id', 'statement', 'area', 'relation', 'fixed_at'])
    .where('claimed_by', '=', personId)
    .orderBy('fixed_at')
    .execute();
  const withdrawals = await db
    .selectFrom('claim_withdrawals')
    .select(['reason', 'withdrawn_at'])
    .where('withdrawn_by', '=', personId)
    .execute();
  const acceptances = await db
    .selectFrom('correction_acceptances')
    .select(['taken_on', 'reason', 'accepted_at'])
    .where('accepted_by', '=', personId)
    .orderBy('accepted_at')
    .execute();
  return { claims, withdrawals, acceptances };
}

/** Forgets a person's own words about what they looked at. That somebody accepted stays, and so do claims: they are their team's. */
export async function erase(db: Db, personId: string, actor: Actor): Promise<void> {
  await inTransaction(db, async (trx) => {
    await trx.updateTable('correction_acceptances').set({ reason: '' }).where('accepted_by', '=', personId).execute();
    await journal.record(trx, actor, 'evidence.person-erased', { type: 'person', id: personId });
  });
}
