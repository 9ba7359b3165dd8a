import { sql } from 'kysely';
import type { Actor } from '#kernel/actor.ts';
import type { Db } from '#kernel/database/index.ts';
import { inTransaction } from '#kernel/database/index.ts';
import { t } from '#kernel/words.ts';
import { anonymise } from './anonymising.ts';
import { isOpen } from './applications.ts';
import * as decisions from './decisions.ts';
import * as drafts from './drafts.ts';
import * as memberships from './memberships.ts';
import * as otherWays from './other-ways.ts';
import * as referees from './referees.ts';
import { ERASED, type State } from './words.ts';

/**
 * Everything that joining holds about a person: their applications with what was said of them, their membership, and
 * what they wrote as an assessor. Other people's names are left out.
 */
export async function exportOf(db: Db, personId: string) {
  const rows = await applicationsOf(db, personId);
  const applications = await Promise.all(
    rows.map(async (row) => ({
      ...row,
      draft: await drafts.answersByTitle(db, row.id),
      works: await drafts.worksOf(db, row.id),
      sent: await sentOf(db, row.id),
      needs: await drafts.needsOf(db, row.id),
      ...(await otherWays.exportOf(db, row.id)),
      appeals: await appealsOf(db, row.id),
      named: await referees.exportOf(db, { applicationId: row.id }),
      decisions: (await decisions.of(db, row.id)).map(({ outcome, letter, decidedAt }) => ({
        outcome,
        letter,
        decidedAt,
      })),
    })),
  );
  const assessmentsGiven = await db
    .selectFrom('assessments')
    .innerJoin('assessment_views', 'assessment_views.assessment_id', 'assessments.id')
    .innerJoin('criteria', 'criteria.id', 'assessment_views.criterion_id')
    .select(['given_at as givenAt', 'criteria.title as criterion', 'view', 'reason'])
    .where('assessor_id', '=', personId)
    .orderBy('given_at')
    .execute();
  const spokeFor = await referees.exportOf(db, { personId });
  const appealsAnswered = await db
    .selectFrom('appeal_turns')
    .select(['words', 'said_at as saidAt'])
    .where('answered_by', '=', personId)
    .orderBy('said_at')
    .execute();
  const membership = await memberships.of(db, personId);
  return { membership, applications, assessmentsGiven, appealsAnswered, spokeFor };
}

/**
 * Takes a person's words and address out of joining. That somebody applied, and what was decided when and by whom, stays
 * without a name; an open application is withdrawn. What they wrote as an assessor belongs to others' decisions and stays.
 */
export async function erase(db: Db, personId: string, { at }: Actor): Promise<void> {
  await inTransaction(db, async (trx) => {
    for (const { id, state } of await applicationsOf(trx, personId)) {
      if (isOpen({ state }))
        await trx.insertInto('application_withdrawals').values({ application_id: id, withdrawn_at: at }).execute();
      await anonymise(trx, id, at);
    }
    await referees.forget(trx, { personId });
    const { name } = await trx.selectFrom('people').select('name').where('id', '=', personId).executeTakeFirstOrThrow();
    await trx
      .updateTable('decisions')
      .set({ letter: sql`replace(letter, ${name}, ${t('a former member')})` })
      .where('decided_by', '=', personId)
      .execute();
    await trx
      .updateTable('appeal_turns')
      .set({ words: sql`replace(words, ${name}, ${t('a former member')})` })
      .where('answered_by', '=', personId)
      .execute();
    await trx
      .updateTable('appeal_outcomes')
      .set({ letter: sql`replace(letter, ${name}, ${t('a former member')})` })
      .where('decided_by', '=', personId)
      .execute();
    await trx
      .updateTable('founding_invitations')
      .set({ email: null, name: '', reason: ERASED })
      .where((eb) =>
        eb.or([
          eb('email', 'in', eb.selectFrom('person_emails').select('email').where('person_id', '=', personId)),
          eb(
            'id',
            'in',
            eb
              .selectFrom('founding_admissions')
              .select(sql<string>`invitation_id`.as('id'))
              .where('person_id', '=', personId)
              .where('invitation_id', 'is not', null),
          ),
        ]),
      )
      .execute();
  });
}

/** The applications from any of a person's addresses, and the one by which they were admitted. */
function applicationsOf(db: Db, personId: string) {
  return db
    .selectFrom('applications')
    .innerJoin('application_states', 'application_states.application_id', 'applications.id')
    .select([
      'applications.id',
      'applications.name',
      'applications.email',
      'applications.country',
      'applications.pathway',
      'applications.started_at as startedAt',
      'applications.compact_version as compactVersion',
      sql<State>`application_states.state`.as('state'),
    ])
    .where((eb) =>
      eb.or([
        eb(
          'applications.email',
          'in',
          eb.selectFrom('person_emails').select('email').where('person_id', '=', personId),
        ),
        eb(
          'applications.id',
          'in',
          eb
            .selectFrom('memberships')
            .innerJoin('decisions', 'decisions.id', 'memberships.decision_id')
            .select('decisions.application_id')
            .where('memberships.person_id', '=', personId),
        ),
      ]),
    )
    .orderBy('applications.started_at')
    .execute();
}

/** What was sent, with what each reader said of it; who they are stays theirs. */
async function sentOf(db: Db, applicationId: string) {
  const answers = await db
    .selectFrom('application_submissions')
    .innerJoin('submission_answers', 'submission_answers.submission_id', 'application_submissions.id')
    .innerJoin('criteria', 'criteria.id', 'submission_answers.criterion_id')
    .select(['submitted_at as sentAt', 'criteria.title as criterion', 'answer'])
    .where('application_id', '=', applicationId)
    .orderBy('number')
    .orderBy('criteria.position')
    .execute();
  const views = await db
    .selectFrom('application_submissions')
    .innerJoin('assessments', 'assessments.submission_id', 'application_submissions.id')
    .innerJoin('assessment_views', 'assessment_views.assessment_id', 'assessments.id')
    .innerJoin('criteria', 'criteria.id', 'assessment_views.criterion_id')
    .select(['given_at as givenAt', 'criteria.title as criterion', 'view', 'reason'])
    .where('application_id', '=', applicationId)
    .orderBy('given_at')
    .execute();
  return { answers, views };
}

/** What they and we said to each other in an appeal, and how it ended; who answered stays theirs. */
async function appealsOf(db: Db, applicationId: string) {
  const turns = await db
    .selectFrom('appeals')
    .innerJoin('appeal_turns', 'appeal_id', 'appeals.id')
    .select(['words', 'said_at as saidAt', sql<boolean>`answered_by is null`.as('mine')])
    .where('application_id', '=', applicationId)
    .orderBy('said_at')
    .execute();
  const outcomes = await db
    .selectFrom('appeals')
    .innerJoin('appeal_outcomes', 'appeal_id', 'appeals.id')
    .select(['outcome', 'letter', 'decided_at as decidedAt'])
    .where('application_id', '=', applicationId)
    .orderBy('decided_at')
    .execute();
  return { turns, outcomes };
}
