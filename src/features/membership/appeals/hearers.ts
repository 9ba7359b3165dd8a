import { sql } from 'kysely';
import type { Actor } from '#kernel/actor.ts';
import type { Db } from '#kernel/database/index.ts';

/**
 * Had this person a hand in the application that is appealed about, or do they know its applicant? A piece of SQL on
 * `appeals p` and `applications a`.
 */
export function isInvolved(person: ReturnType<typeof sql>) {
  return sql<boolean>`(
    exists (select from application_submissions u join assessments s on s.submission_id = u.id
      where u.application_id = a.id and s.assessor_id = ${person})
    or exists (select from decisions d where d.application_id = a.id and d.decided_by = ${person})
    or exists (select from conflicts c where c.application_id = a.id and c.person_id = ${person})
    or exists (select from person_emails e where e.email = a.email and e.person_id = ${person}))`;
}

/**
 * Gives the appeal to somebody to see to it, or to who has begun to answer. Otherwise to who has least to hear: a steward
 * or an assessor of another country before one of the applicant's own, who may be needed to read it afresh.
 */
export async function assign(
  trx: Db,
  appealId: string,
  { at }: Actor,
  to: string | null = null,
): Promise<string | null> {
  const person = to ?? (await leastBusy(trx, appealId));
  if (person === null) return null; // whoever is appointed next finds it in the queue
  const row = { appeal_id: appealId, person_id: person, assigned_at: at };
  await trx
    .insertInto('appeal_assignments')
    .values(row)
    .onConflict((conflict) => conflict.column('appeal_id').doUpdateSet(row))
    .execute();
  return person;
}

async function leastBusy(trx: Db, appealId: string): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select r.person_id as id
    from role_grants r, appeals p join applications a on a.id = p.application_id
    where p.id = ${appealId} and r.role in ('assessor', 'steward') and not ${isInvolved(sql`r.person_id`)}
    group by r.person_id, a.country
    order by (select count(*) from appeal_assignments g
        where g.person_id = r.person_id and not exists (select from appeal_outcomes o where o.appeal_id = g.appeal_id)),
      bool_or(r.country = a.country) is true, r.person_id
    limit 1`.execute(trx);
  return rows[0]?.id ?? null;
}
