import type { Actor } from '#kernel/actor.ts';
import type { Db } from '#kernel/database/index.ts';
import { newId } from '#kernel/ids.ts';
import * as journal from '#kernel/journal.ts';

/** Says that a person works with an organisation, from a day on. */
export async function join(
  db: Db,
  {
    personId,
    organisationId,
    title = '',
    since = null,
  }: { personId: string; organisationId: string; title?: string; since?: string | null },
  actor: Actor,
): Promise<void> {
  await db
    .insertInto('affiliations')
    .values({ id: newId(), person_id: personId, organisation_id: organisationId, title, since })
    .execute();
  await journal.record(db, actor, 'affiliation.added', { type: 'person', id: personId });
}
