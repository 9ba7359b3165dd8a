import { sql } from 'kysely';
import type { Actor } from '#kernel/actor.ts';
import type { Db } from '#kernel/database/index.ts';
import { conditions, FACETS, type Facet, HOURS, lends, type Query } from './directory.ts';
import { DIGITS } from './search.ts';

/** How many people each choice would leave: `counts.topic.get('falls')`; and by the fewest hours that they lend. */
export type Counts = Record<Facet, ReadonlyMap<string, number>> & { hours: ReadonlyMap<string, number> };

/**
 * Counts beside each choice, of what the reader may see. A facet in use is counted as if it were not, so that one can see
 * what another choice would give.
 */
export async function counts(db: Db, query: Query, actor: Actor): Promise<Counts> {
  const used = FACETS.filter((facet) => query[facet] !== undefined);
  const [free, hours, lent, ...own] = await Promise.all([
    valuesOf(db, query, actor),
    hoursOf(db, query, actor),
    query.hours === undefined ? undefined : lentSkillsOf(db, query, query.hours, actor),
    ...used.map((facet) => valuesOf(db, { ...query, [facet]: undefined }, actor, facet)),
  ]);
  const of = (facet: Facet) => own[used.indexOf(facet)]?.get(facet) ?? free.get(facet) ?? new Map<string, number>();
  return {
    country: of('country'),
    region: of('region'),
    sector: of('sector'),
    background: of('background'),
    topic: of('topic'),
    mode: of('mode'),
    method: of('method'),
    skill: lent ?? of('skill'),
    language: of('language'),
    hours,
  };
}

/** How many people have each value, of one facet or of all: read off the sum of their tallies. */
export async function valuesOf(
  db: Db,
  query: Query,
  actor: Actor,
  only?: Facet,
): Promise<Map<string, Map<string, number>>> {
  const [values, sum] = await Promise.all([
    db.selectFrom('facet_values').select(['no', 'value']).execute(),
    sql<{ tally: string | null }>`
      select sum(s.tally)::text as tally from people_search s where ${conditions(query, actor)}`.execute(db),
  ]);
  const digits = sum.rows[0]?.tally ?? '0';
  const found = new Map<string, Map<string, number>>();
  for (const { no, value } of values) {
    const end = digits.length - no * DIGITS;
    const n = end <= 0 ? 0 : Number(digits.slice(Math.max(0, end - DIGITS), end));
    const at = value.indexOf(':');
    const facet = value.slice(0, at);
    if (n > 0 && (only === undefined || facet === only))
      found.set(facet, (found.get(facet) ?? new Map()).set(value.slice(at + 1), n));
  }
  return found;
}

async function hoursOf(db: Db, query: Query, actor: Actor): Promise<Map<string, number>> {
  const { skill } = query;
  const columns = sql.join(
    HOURS.map(
      (least) =>
        sql`count(distinct o.person_id) filter (where o.hours >= ${sql.lit(least)}) as ${sql.ref(String(least))}`,
    ),
  );
  const { rows } = await sql<Record<string, number>>`
    select ${columns} from offers o join people_search s using (person_id)
    where ${lends(actor)} and s.hours_seen and ${conditions({ ...query, hours: undefined }, actor)}
      ${skill === undefined ? sql`` : sql`and o.skill = ${skill}`}`.execute(db);
  return new Map(Object.entries(rows[0] ?? {}));
}

/** With hours, a skill is one of which so many hours are lent. */
async function lentSkillsOf(db: Db, query: Query, hours: number, actor: Actor): Promise<Map<string, number>> {
  const { rows } = await sql<{ skill: string; n: number }>`
    select o.skill, count(distinct o.person_id) as n from offers o join people_search s using (person_id)
    where ${lends(actor)} and o.hours >= ${hours} and s.hours_seen
      and ${conditions({ ...query, hours: undefined, skill: undefined }, actor)}
    group by o.skill`.execute(db);
  return new Map(rows.map(({ skill, n }) => [skill, n]));
}
