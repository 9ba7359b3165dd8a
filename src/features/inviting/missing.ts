import { sql } from 'kysely';
import { visiblePeople } from '#features/people/index.ts';
import { places } from '#features/reference/index.ts';
import type { Actor } from '#kernel/actor.ts';
import type { Country } from '#kernel/countries.ts';
import type { Db } from '#kernel/database/index.ts';
import { dayOf } from '#kernel/format.ts';
import { type Gap, gapsIn } from './gaps.ts';
import { allow } from './policy.ts';

/** A country, or a region of it. */
export type Area = { country: Country; region: places.Place | null };
export type Without = { name: string; address: string; sector: string };
const MOST = 12;

/**
 * Who is missing in an area, by sector of where members work, and organisations there in which nobody is a member. Counted
 * from what members let each other see on their profiles and from nothing else: no monitoring answer is read here.
 */
export async function near(db: Db, area: Area, actor: Actor): Promise<{ gaps: Gap[]; without: Without[] }> {
  allow(actor, 'invite', {});
  const [counts, without] = await Promise.all([
    working(db, actor)
      .innerJoin('organisations as o', 'o.id', 'a.organisation_id')
      .select([
        'o.sector as key',
        sql<number>`count(distinct people.id) filter (where ${within(area)})`.as('here'),
        sql<number>`count(distinct people.id) filter (where not ${within(area)})`.as('elsewhere'),
      ])
      .groupBy('o.sector')
      .execute(),
    db
      .selectFrom('organisations as o')
      .select(['o.name', 'o.sector', sql<string>`o.slug || '-' || o.short_id`.as('address')])
      .where(within(area))
      .where('o.id', 'not in', (eb) => eb.selectFrom('organisation_mergers').select('merged_id'))
      .where('o.id', 'not in', working(db, actor).select('a.organisation_id'))
      .orderBy(sql`o.name collate names`)
      .orderBy('o.id')
      .limit(MOST)
      .execute(),
  ]);
  return { gaps: gapsIn(counts), without };
}

/** Where the reader works or lives, as far as their own profile says: the area that the page begins with. */
export async function homeOf(db: Db, { id }: Actor): Promise<Area> {
  const row = await db
    .selectFrom('people')
    .leftJoin('affiliations as a', (join) => join.onRef('a.person_id', '=', 'people.id').on('a.until', 'is', null))
    .leftJoin('organisations as o', 'o.id', 'a.organisation_id')
    .leftJoin('places', 'places.key', 'o.place_key')
    .select(['people.country', 'o.country as workCountry', 'places.region_key as region'])
    .where('people.id', '=', id)
    .orderBy(sql`places.region_key is null`)
    .executeTakeFirst();
  const region = row?.region ? await places.find(db, row.region) : null;
  return { country: region?.country ?? row?.country ?? row?.workCountry ?? 'england', region };
}

function within({ country, region }: Area) {
  return region
    ? sql<boolean>`coalesce(o.place_key in (select key from places where region_key = ${region.key}), false)`
    : sql<boolean>`o.country = ${country}`;
}

/** Members whom the reader may see, with where they let members see that they work now. */
function working(db: Db, actor: Actor) {
  return visiblePeople(db.selectFrom('people'), actor)
    .innerJoin('role_grants as r', (join) => join.onRef('r.person_id', '=', 'people.id').on('r.role', '=', 'member'))
    .innerJoin('affiliations as a', 'a.person_id', 'people.id')
    .where(sql<boolean>`coalesce(a.until >= ${dayOf(actor.at)}::date, true)`)
    .where(sql<boolean>`sees(people.id, 'members', 'affiliations')`);
}
