import type { Actor } from '#kernel/actor.ts';
import { type Db, inTransaction } from '#kernel/database/index.ts';
import { Conflict, Invalid } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import * as journal from '#kernel/journal.ts';
import * as settings from '#kernel/settings.ts';
import { t } from '#kernel/words.ts';
import { type Application, hold, isDraft } from './applications.ts';
import * as assignments from './assignments.ts';
import * as criteria from './criteria.ts';
import * as drafts from './drafts.ts';
import * as letters from './letters.ts';
import * as otherWays from './other-ways.ts';
import { allow } from './policy.ts';
import * as referees from './referees.ts';

/**
 * Sends the application to the panel of its country. Throws Invalid with a sentence for each thing that is missing;
 * asked for more, an applicant sends again and the same people read again where they can.
 */
export async function send(db: Db, { id }: Application, url: string, actor: Actor): Promise<void> {
  await inTransaction(db, async (trx) => {
    const application = await hold(trx, id);
    allow(actor, 'apply', application);
    if (!isDraft(application)) throw new Conflict(t('Your application has been sent already. Nothing more is needed.'));
    const draft = await drafts.of(trx, application);
    const asked = await criteria.of(trx, application.criteriaVersionId);
    const compactVersion = requireComplete(draft, asked, await otherWays.of(trx, application));
    const before = await trx
      .selectFrom('application_submissions')
      .select(['number', 'appeal_id'])
      .where('application_id', '=', id)
      .orderBy('number', 'desc')
      .executeTakeFirst();
    const submissionId = newId();
    await trx
      .insertInto('application_submissions')
      .values({
        id: submissionId,
        application_id: id,
        number: (before?.number ?? 0) + 1,
        appeal_id: before?.appeal_id ?? null, // asked for more after an appeal: still for those who read afresh
        submitted_at: actor.at,
        compact_version: compactVersion,
        assessments_needed: (await settings.read(trx))['membership.assessments'],
      })
      .execute();
    await trx
      .insertInto('submission_answers')
      .values(
        asked.map((criterion) => ({
          submission_id: submissionId,
          criterion_id: criterion.id,
          answer: draft.answers[criterion.id] ?? '',
        })),
      )
      .execute();
    await otherWays.submit(trx, id, submissionId);
    await assignments.fill(trx, id, url, actor);
    await referees.ask(trx, { id }, url, actor);
    await letters.received(trx, application, url, actor.at);
    await journal.record(trx, actor, 'application.submitted', { type: 'application', id });
  });
}

/** The answers as they were sent, by criterion id. */
export async function answersOf(db: Db, submissionId: string): Promise<Record<string, string>> {
  const rows = await db
    .selectFrom('submission_answers')
    .select(['criterion_id', 'answer'])
    .where('submission_id', '=', submissionId)
    .execute();
  return Object.fromEntries(rows.map(({ criterion_id, answer }) => [criterion_id, answer]));
}

/** The compact that was accepted; throws when that or anything else is missing. */
function requireComplete(draft: drafts.Draft, asked: criteria.Criterion[], ways: otherWays.Ways): string {
  const errors: Record<string, string> = {};
  if (draft.name.trim() === '') errors.name = t('Tell us your name.');
  for (const criterion of asked)
    if (!draft.answers[criterion.id] && !ways.files[criterion.id] && !ways.call)
      errors[`answer-${criterion.key}`] = t(
        'We need your answer about “{title}”. A few sentences are enough to begin with.',
        { title: criterion.title },
      );
  if (!draft.compactVersion) errors.compact = t('Please read the compact, and tick the box if you can agree to it.');
  if (!draft.compactVersion || Object.keys(errors).length > 0) throw new Invalid(errors);
  return draft.compactVersion;
}
