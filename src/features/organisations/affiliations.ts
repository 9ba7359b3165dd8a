import { sql } from 'kysely';
import { audienceOf, visiblePeople } from '#features/people/index.ts';
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

export type Colleague = { name: string; address: string; headline: string; title: string; until: string | null };
export const PAGE_SIZE = 30;

/**
 * The people of an organisation whom the reader may see, and who let this circle see where they work: those who are there
 * now, then those who were. `day` is today (`YYYY-MM-DD`).
 */
export async function peopleOf(
  db: Db,
  organisationId: string,
  { page = 1, day }: { page?: number; day: string },
  actor: Actor,
): Promise<{ people: Colleague[]; total: number }> {
  const seen = visiblePeople(db.selectFrom('people'), actor)
    .innerJoin('affiliations', 'affiliations.person_id', 'people.id')
    .where('affiliations.organisation_id', '=', organisationId)
    .where((eb) =>
      eb.or([
        sql<boolean>`sees(people.id, ${audienceOf(actor)}, 'affiliations')`,
        ...(actor.id ? [eb('people.id', '=', actor.id)] : []),
      ]),
    );
  const [people, { total }] = await Promise.all([
    seen
      .select(['people.name', 'people.headline', 'affiliations.title', 'affiliations.until'])
      .select(sql<string>`people.slug || '-' || people.short_id`.as('address'))
      .orderBy(sql`coalesce(affiliations.until >= ${day}::date, true)`, 'desc')
      .orderBy(sql`people.name collate names`)
      .orderBy('affiliations.id')
      .limit(PAGE_SIZE)
      .offset((page - 1) * PAGE_SIZE)
      .execute(),
    seen.select(sql<number>`count(*)`.as('total')).executeTakeFirstOrThrow(),
  ]);
  return { people, total };
}
