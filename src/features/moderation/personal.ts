import type { Actor } from '#kernel/actor.ts';
import { type Db, inTransaction } from '#kernel/database/index.ts';
import * as journal from '#kernel/journal.ts';

/** The reports that a person filed, for them to take away. */
export function exportOf(db: Db, personId: string): Promise<object[]> {
  return reportsBy(db, personId)
    .leftJoin('report_resolutions', 'report_resolutions.report_id', 'reports.id')
    .select(['address', 'reason', 'details', 'reported_at', 'outcome', 'explanation', 'resolved_at'])
    .orderBy('reported_at')
    .execute();
}

/** That something was reported, and what was done, stays; who said it, and in what words, goes. */
export async function erase(db: Db, personId: string, actor: Actor): Promise<void> {
  await inTransaction(db, async (trx) => {
    await trx
      .updateTable('reports')
      .set({ email: null, person_id: null, details: '' })
      .where('id', 'in', reportsBy(trx, personId).select('reports.id'))
      .execute();
    await journal.record(trx, actor, 'reports.person-erased', { type: 'person', id: personId });
  });
}

function reportsBy(db: Db, personId: string) {
  return db
    .selectFrom('reports')
    .where((eb) =>
      eb.or([
        eb('reports.person_id', '=', personId),
        eb('reports.email', 'in', eb.selectFrom('person_emails').select('email').where('person_id', '=', personId)),
      ]),
    );
}
