import type { Db } from '#kernel/database/index.ts';

/** The versions that a person wrote, for their copy of everything. */
export function exportOf(
  db: Db,
  personId: string,
): Promise<{ page: string; version: number; title: string; body: string }[]> {
  return db
    .selectFrom('page_versions')
    .select(['page', 'version', 'title', 'body'])
    .where('written_by', '=', personId)
    .orderBy('written_at')
    .execute();
}

/** A page belongs to the community: it stays, and its history says "a former member". Nothing is left to do here. */
export async function erase(_db: Db, _personId: string): Promise<void> {}
