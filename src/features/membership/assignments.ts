import { sql } from 'kysely';
import type { Actor } from '#kernel/actor.ts';
import type { Db } from '#kernel/database/index.ts';
import { newId } from '#kernel/ids.ts';
import * as journal from '#kernel/journal.ts';
import { byId } from './applications.ts';
import * as toPanel from './letters-to-panel.ts';

/**
 * Gives each free seat to the assessor of that country who has least to read: first those who read this application
 * before; never the applicant, nor somebody who knows them. A seat that nobody can take stays open for the next assessor.
 */
export async function fill(trx: Db, applicationId: string, url: string, actor: Actor): Promise<void> {
  const application = await byId(trx, applicationId);
  const { submissionId } = application;
  if (submissionId === null) return;
  const { needed, taken } = await trx
    .selectFrom('application_states')
    .select([sql<number>`needed`.as('needed'), sql<number>`taken`.as('taken')])
    .where('application_id', '=', applicationId)
    .executeTakeFirstOrThrow();
  if (needed <= taken) return;
  const chosen = await candidates(trx, applicationId, submissionId, needed - taken);
  for (const { id, reason } of chosen) {
    await assign(trx, submissionId, id, reason, actor);
    await toPanel.toRead(trx, application, id, url, actor.at);
    await journal.record(trx, actor, 'assessor.assigned', { type: 'application', id: application.id });
  }
}

/** How many could be given a seat now. */
export async function countFree(trx: Db, applicationId: string, submissionId: string): Promise<number> {
  return (await candidates(trx, applicationId, submissionId, 1000)).length;
}

type Reason = 'load' | 'returning' | 'third' | 'offered';

export async function assign(
  trx: Db,
  submissionId: string,
  assessorId: string,
  reason: Reason,
  actor: Actor,
): Promise<void> {
  await trx
    .insertInto('assessment_assignments')
    .values({ id: newId(), submission_id: submissionId, assessor_id: assessorId, assigned_at: actor.at, reason })
    .execute();
}

async function candidates(trx: Db, applicationId: string, submissionId: string, places: number) {
  const { rows } = await sql<{ id: string; reason: Reason }>`
    with panel as (
      select r.person_id as id,
        exists (select from assessments s join application_submissions u on u.id = s.submission_id
          where u.application_id = a.id and s.assessor_id = r.person_id) as read_before,
        (select count(*) from assessment_assignments g join application_states st on st.submission_id = g.submission_id
          where g.assessor_id = r.person_id and st.state in ('submitted', 'assessing', 'third')
            and not exists (select from assessments s
              where s.submission_id = g.submission_id and s.assessor_id = g.assessor_id)) as load,
        (select max(assigned_at) from assessment_assignments g where g.assessor_id = r.person_id) as last_asked
      from role_grants r join applications a on a.id = ${applicationId} and a.country = r.country
      where r.role = 'assessor'
        and not exists (select from person_emails e where e.person_id = r.person_id and e.email = a.email)
        and not exists (select from conflicts c where c.application_id = a.id and c.person_id = r.person_id)
        and not judged_before(${submissionId}, r.person_id)
        and not exists (select from assessment_assignments g
          where g.submission_id = ${submissionId} and g.assessor_id = r.person_id))
    select id, case
      when read_before then 'returning'
      when exists (select from disagreements where submission_id = ${submissionId}) then 'third'
      else 'load' end as reason
    from panel order by read_before desc, load, last_asked nulls first, id limit ${places}`.execute(trx);
  return rows;
}
