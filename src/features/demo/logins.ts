import { sql } from 'kysely';
import type { Grant } from '#kernel/actor.ts';
import type { Db } from '#kernel/database/index.ts';

export type Login = { id: string; name: string; headline: string; roles: Grant[] };

/** People to look around as: two of each role, an assessor of each country, and one with an address and no role. */
export async function list(db: Db): Promise<Login[]> {
  const { rows } = await sql<Login>`
    with ranked as (
      select p.id, g.role, row_number() over (partition by g.role, g.country order by p.id) as place
      from people p
      join person_emails e on e.person_id = p.id and e.is_primary
      left join role_grants g on g.person_id = p.id
      where p.erased_at is null
    )
    select p.id, p.name, p.headline,
      coalesce((select json_agg(json_build_object('role', g.role, 'country', g.country) order by g.role, g.country)
        from role_grants g where g.person_id = p.id), '[]') as roles
    from people p
    where p.id in (select id from ranked where place <= case when role is null or role = 'assessor' then 1 else 2 end)
    order by p.id`.execute(db);
  return rows;
}

/** Is this somebody to look around as? */
export async function isLogin(db: Db, personId: string): Promise<boolean> {
  return (await list(db)).some(({ id }) => id === personId);
}
