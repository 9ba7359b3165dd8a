import { sql } from 'kysely';
import type { Db } from '#kernel/database/index.ts';

/** How many members share each of something; nobody is named. */
export type Tally = { key: string; people: number }[];

export async function countMembers(db: Db): Promise<number> {
  const { members } = await db
    .selectFrom('role_grants')
    .select((eb) => eb.fn.countAll<number>().as('members'))
    .where('role', '=', 'member')
    .executeTakeFirstOrThrow();
  return members;
}

/** Members by country, background and place, as far as their profiles say so to other members. */
export function byProfile(db: Db, field: 'country' | 'background' | 'place'): Promise<Tally> {
  const shown = sql`select person_id, facets, place_key from people_search where audience = 'members'`;
  return tally(
    db,
    field === 'place'
      ? sql`select place_key as key, person_id from (${shown}) as shown where place_key is not null`
      : sql`select substr(value, ${field.length + 2}) as key, person_id
          from (${shown}) as shown, unnest(facets) as value where value like ${`${field}:%`}`,
  );
}

/** Members by the organisations that they work with now. */
export function byOrganisation(db: Db, column: 'id' | 'sector'): Promise<Tally> {
  return tally(
    db,
    sql`
    select o.${sql.ref(column)}::text as key, a.person_id from affiliations a
    join organisations o on o.id = a.organisation_id where a.until is null`,
  );
}

async function tally(db: Db, of: ReturnType<typeof sql>): Promise<Tally> {
  const { rows } = await sql<{ key: string; people: number }>`
    select key, count(distinct person_id)::int as people from (${of}) held
    where person_id in (select r.person_id from role_grants r join people on people.id = r.person_id
      where r.role = 'member' and people.visibility <> 'private')
    group by key order by people desc, key`.execute(db);
  return rows;
}

/** The path of those who came in one quarter: how many of them went how far by now. */
export type Cohort = {
  quarter: string;
  invited: number;
  applied: number;
  admitted: number;
  took: number;
  shared: number;
};

/**
 * Whoever was invited or applied belongs to the quarter of that day. Taking part: any act that the journal knows of, but for
 * joining and one's own profile. Sharing: being on the team of a published work.
 */
export async function path(db: Db): Promise<Cohort[]> {
  const { rows } = await sql<Cohort>`
    with entered as (
      select i.invited_at as at, true as invited, a.person_id
      from founding_invitations i left join founding_admissions a on a.invitation_id = i.id
      where not exists (select from founding_withdrawals w where w.invitation_id = i.id)
      union all
      select s.submitted_at, false, m.person_id
      from application_submissions s
      left join decisions d on d.application_id = s.application_id and d.outcome = 'admitted'
      left join memberships m on m.decision_id = d.id
      where s.number = 1)
    select to_char(at at time zone 'UTC', 'YYYY"-Q"Q') as quarter,
      (count(*) filter (where invited))::int as invited,
      (count(*) filter (where not invited))::int as applied,
      count(person_id)::int as admitted,
      (count(*) filter (where exists (select from journal j where j.actor_id = person_id
        and (j.subject_type not in ('person', 'application', 'founding-invitation') or j.verb = 'assessment.given'))))::int as took,
      (count(*) filter (where exists (select from work_team w join work_publications p on p.work_id = w.work_id
        where w.person_id = entered.person_id and w.accepted_at is not null)))::int as shared
    from entered group by 1 order by 1`.execute(db);
  return rows;
}
