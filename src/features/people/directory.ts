import { type RawBuilder, sql } from 'kysely';
import { places } from '#features/reference/index.ts';
import type { Actor } from '#kernel/actor.ts';
import type { Db } from '#kernel/database/index.ts';
import { dayOf } from '#kernel/format.ts';
import type { Kind } from './fields.ts';
import * as profiles from './profiles.ts';
import { audienceOf } from './visibility.ts';

/** What the directory can be narrowed down by, besides words, nearness and hours. */
export const FACETS = [
  'country',
  'region',
  'sector',
  'background',
  'topic',
  'mode',
  'method',
  'skill',
  'language',
] as const satisfies readonly (Kind | 'country' | 'region')[];
export type Facet = (typeof FACETS)[number];

/** How far is near, in kilometres. Distance is told by these and never finer. */
export const RINGS = [25, 50, 100, 200] as const;
export type Ring = (typeof RINGS)[number];

export const HOURS = [1, 3, 6, 12] as const;
export const SORTS = ['name', 'newest', 'best', 'nearest'] as const;
export type Sort = (typeof SORTS)[number];

/** A place, what was typed for it, and the places of each ring about it, from the inside. */
export type Near = { name: string; words: string; rings: { km: Ring; keys: string[] }[] };

export type Query = Partial<Record<Facet, string>> & {
  words?: string;
  near?: Near;
  within?: Ring;
  /** Lends at least so many hours (of the skill, if one is asked for). */
  hours?: number;
  sort?: Sort;
  page?: number;
};

export type Found = profiles.Profile & { ring: Ring | null };
export const PAGE_SIZE = 30;
const NEAR: Ring = 50;

/** The place of these words, and what lies about it; null where nothing is known by them. */
export async function nearTo(db: Db, words: string): Promise<Near | null> {
  const place = await places.locate(db, words);
  if (!place) return null;
  const around = await places.around(db, place, Math.max(...RINGS));
  const rings = RINGS.map((km, i) => ({
    km,
    keys: around.filter((one) => one.km <= km && one.km > (RINGS[i - 1] ?? -1)).map(({ key }) => key),
  }));
  return { name: place.shortName, words, rings };
}

/** A page of the people whom the reader may see, as their search documents for this reader's audience say. */
export async function list(db: Db, query: Query, actor: Actor): Promise<{ people: Found[]; total: number }> {
  const where = conditions(query, actor);
  const [{ rows }, total] = await Promise.all([
    sql<{ id: string; ring: Ring | null }>`
      select s.person_id as id, ${ringOf(query)} as ring from people_search s
      where ${where} order by ${orderOf(query)}
      limit ${PAGE_SIZE} offset ${((query.page ?? 1) - 1) * PAGE_SIZE}`.execute(db),
    sql<{ n: number }>`select count(*) as n from people_search s where ${where}`
      .execute(db)
      .then((counted) => counted.rows[0]?.n ?? 0),
  ]);
  const seen = await profiles.among(
    db,
    rows.map(({ id }) => id),
    actor,
  );
  const people = rows.flatMap(({ id, ring }) => {
    const profile = seen.get(id);
    return profile ? [{ ...profile, ring }] : [];
  });
  return { people, total };
}

/** What a search document must say to be found. Its audience is the reader's: there is no other way in. */
export function conditions(query: Query, actor: Actor): RawBuilder<boolean> {
  const { words, near, within = NEAR, hours, skill } = query;
  const facets = FACETS.flatMap((facet) => (query[facet] === undefined ? [] : [`${facet}:${query[facet]}`]));
  const all = [sql<boolean>`s.audience = ${audienceOf(actor)}`];
  if (facets.length > 0) all.push(sql<boolean>`s.facets @> ${facets}::text[]`);
  if (words)
    all.push(sql<boolean>`(s.words @@ websearch_to_tsquery('cairn', ${words}) or s.name_plain %> plain(${words}))`);
  if (near) {
    const keys = near.rings.flatMap((ring) => (ring.km <= within ? ring.keys : []));
    all.push(sql<boolean>`s.place_key = any (${keys}::text[])`);
  }
  if (hours !== undefined)
    all.push(sql<boolean>`s.hours_seen and s.person_id in (select o.person_id from offers o where ${lends(actor)}
      and o.hours >= ${hours}${skill === undefined ? sql`` : sql` and o.skill = ${skill}`})`);
  return sql<boolean>`${sql.join(all, sql` and `)}`;
}

/** An offer that holds on the reader's day. */
export function lends(actor: Actor): RawBuilder<boolean> {
  return sql<boolean>`o.kind = 'offer' and coalesce(o.until, 'infinity') >= ${dayOf(actor.at)}::date`;
}

function orderOf(query: Query): RawBuilder<unknown> {
  const { words, near } = query;
  const byName = sql`s.name, s.person_id`;
  const sort = sortOf(query);
  if (sort === 'newest') return sql`s.added_at desc, s.person_id`;
  if (sort === 'best' && words)
    return sql`ts_rank(s.words, websearch_to_tsquery('cairn', ${words})) + word_similarity(plain(${words}), s.name_plain) desc, ${byName}`;
  if (sort === 'nearest' && near) return sql`ring, ${byName}`;
  return byName;
}

/** The order that was asked for; without one, the best match for words, the nearest for a place. */
export function sortOf({ sort, words, near }: Query): Sort {
  if (sort === 'best' && !words) return 'name';
  if (sort === 'nearest' && !near) return 'name';
  return sort ?? (words ? 'best' : near ? 'nearest' : 'name');
}

/** Which ring about the place a person is in; among those in one ring nobody is nearer. */
function ringOf({ near }: Query): RawBuilder<Ring | null> {
  if (!near) return sql`null::int`;
  const rings = near.rings.map(({ km, keys }) => sql`when s.place_key = any (${keys}::text[]) then ${sql.lit(km)}`);
  return sql`case ${sql.join(rings, sql` `)} end`;
}
