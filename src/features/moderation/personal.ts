import type { Db } from '#kernel/database/index.ts';

/** The reports that a person made. */
export async function exportOf(db: Db, personId: string): Promise<Record<string, unknown>> {
  const reports = await db
    .selectFrom('reports')
    .select(['address', 'reason', 'details', 'reported_at'])
    .where('person_id', '=', personId)
    .orderBy('reported_at')
    .execute();
  return { reports };
}

/** A report stays, since somebody else may need it; who made it is forgotten. */
export async function erase(db: Db, personId: string): Promise<void> {
  await db
    .updateTable('reports')
    .set({ person_id: null, email: null })
    .where((eb) =>
      eb.or([
        eb('person_id', '=', personId),
        eb('email', 'in', eb.selectFrom('person_emails').select('email').where('person_id', '=', personId)),
      ]),
    )
    .execute();
}
