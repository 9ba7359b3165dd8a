import { sql } from 'kysely';
import type { Db } from '#kernel/database/index.ts';
import { dayOf } from '#kernel/format.ts';
import { type Apart, apartOf } from './matching/matching.ts';
import type { Waiting } from './matching/weights.ts';
import type { Options } from './options.ts';

/**
 * The members who would like to meet somebody now, with what is weighed. Whoever went without in the last round, and did
 * not join a pair, has waited.
 */
export async function waiting(db: Db, at: Date): Promise<Waiting[]> {
  const { rows } = await sql<Waiting>`
    select people.id, people.country, people.place_key as place, o.meets, o.language,
      (select min(key) from profile_terms t where t.person_id = people.id and t.kind = 'background') as background,
      coalesce(
        (select org.sector from affiliations a join organisations org on org.id = a.organisation_id
          where a.person_id = people.id and coalesce(a.until >= ${dayOf(at)}::date, true)
          order by a.since desc nulls last, a.id limit 1),
        (select min(key) from profile_terms t where t.person_id = people.id and t.kind = 'sector')) as sector,
      exists (select from introduction_leftovers l where l.person_id = people.id
        and l.round_id = (select id from introduction_rounds where matched_at is not null order by number desc limit 1)
        and not exists (select from introduction_seats s where s.round_id = l.round_id and s.person_id = l.person_id)
      ) as waited
    from introduction_opt_ins o
    join people on people.id = o.person_id
    where people.erased_at is null
      and not exists (select from introduction_pauses p where p.person_id = people.id)
      and exists (select from role_grants g where g.person_id = people.id and g.role = 'member')
      and exists (select from person_emails e where e.person_id = people.id and e.is_primary)`.execute(db);
  return rows;
}

/** Who must not be introduced to whom: those who have met, and those who are to be left in peace. */
export async function apart(db: Db, options: Options): Promise<Apart> {
  const met = await db.selectFrom('introduction_meetings').select(['one_id', 'other_id']).execute();
  const blocked = (await options.apart?.(db)) ?? [];
  return apartOf([...met.map(({ one_id, other_id }) => [one_id, other_id] as const), ...blocked]);
}
