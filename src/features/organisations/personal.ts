import type { Db } from '#kernel/database/index.ts';

/** What this room knows about a person. */
export function exportOf(db: Db, personId: string): Promise<unknown> {
  return db
    .selectFrom('affiliations')
    .innerJoin('organisations', 'organisations.id', 'affiliations.organisation_id')
    .select(['organisations.name as organisation', 'title', 'since', 'until'])
    .where('person_id', '=', personId)
    .execute();
}

/** Forgets where a person worked. */
export async function erase(db: Db, personId: string): Promise<void> {
  await db.deleteFrom('affiliations').where('person_id', '=', personId).execute();
}
