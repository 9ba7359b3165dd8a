import type { Actor } from '#kernel/actor.ts';
import { isSignedIn } from '#kernel/actor.ts';
import { type Db, inTransaction } from '#kernel/database/index.ts';
import { Conflict, Invalid } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import * as journal from '#kernel/journal.ts';
import { t } from '#kernel/words.ts';
import * as assignments from './assignments.ts';
import * as criteria from './criteria.ts';
import * as toPanel from './letters-to-panel.ts';
import { find, type Reading, take } from './panel.ts';
import { allow } from './policy.ts';
import type { View } from './words.ts';

/** What one assessor says of each criterion, by criterion key. */
export type Views = Record<string, { view?: View; reason?: string }>;

export type Assessment = {
  id: string;
  assessor: string;
  assessorId: string;
  givenAt: Date;
  views: { criterionId: string; view: View; reason: string }[];
};

/**
 * Gives one assessor's view of each criterion, with its reason. When the last one that is needed comes in and views
 * differ, a third person is asked to read.
 */
export async function give(db: Db, reading: Reading, views: Views, url: string, actor: Actor): Promise<void> {
  requireTurn(reading, actor);
  await inTransaction(db, async (trx) => {
    const fresh = await take(trx, reading, actor);
    requireTurn(fresh, actor);
    const { submissionId } = fresh;
    if (submissionId === null || !isSignedIn(actor)) return;
    const asked = await criteria.of(trx, fresh.criteriaVersionId);
    const complete = requireComplete(views, asked);
    if (!fresh.mine.assigned) await assignments.assign(trx, submissionId, actor.id, 'offered', actor);
    const id = newId();
    await trx
      .insertInto('assessments')
      .values({ id, submission_id: submissionId, assessor_id: actor.id, given_at: actor.at })
      .execute();
    await trx
      .insertInto('assessment_views')
      .values(complete.map((view) => ({ assessment_id: id, ...view })))
      .execute();
    await journal.record(trx, actor, 'assessment.given', { type: 'application', id: fresh.id });
    await moveOn(trx, fresh, url, actor);
  });
}

/** May this assessor give one, and have they not yet? */
export function requireTurn(reading: Reading, actor: Actor): void {
  if (reading.mine.given) throw new Conflict(t('You have given your assessment already. Thank you.'));
  allow(actor, 'assess', reading);
}

/** The assessments of the last time that it was sent, oldest first. For who may see them: `may(actor, 'see-assessments')`. */
export async function of(db: Db, submissionId: string): Promise<Assessment[]> {
  const rows = await db
    .selectFrom('assessments')
    .innerJoin('people', 'people.id', 'assessments.assessor_id')
    .innerJoin('assessment_views', 'assessment_views.assessment_id', 'assessments.id')
    .innerJoin('criteria', 'criteria.id', 'assessment_views.criterion_id')
    .select([
      'assessments.id',
      'people.id as assessorId',
      'people.name as assessor',
      'given_at as givenAt',
      'criterion_id as criterionId',
      'view',
      'reason',
    ])
    .where('submission_id', '=', submissionId)
    .orderBy('given_at')
    .orderBy('assessments.id')
    .orderBy('criteria.position')
    .execute();
  return [...Map.groupBy(rows, (row) => row.id)].flatMap(([id, group]) => {
    const [first] = group;
    return first ? [{ ...first, id, views: group }] : [];
  });
}

/** Do two people see one criterion so differently that one says met and the other asks for more? */
export function disagree(given: Pick<Assessment, 'views'>[]): boolean {
  const byCriterion = Map.groupBy(
    given.flatMap(({ views }) => views),
    ({ criterionId }) => criterionId,
  );
  return [...byCriterion.values()].some(
    (views) =>
      views.some(({ view }) => view === 'met' || view === 'met-another-way') &&
      views.some(({ view }) => view === 'more-needed'),
  );
}

async function moveOn(trx: Db, before: Reading, url: string, actor: Actor): Promise<void> {
  const { submissionId } = before;
  if (submissionId === null || before.given + 1 < before.needed) return;
  if (before.state !== 'third' && disagree(await of(trx, submissionId))) {
    await trx.insertInto('disagreements').values({ submission_id: submissionId, noted_at: actor.at }).execute();
    await assignments.fill(trx, before.id, url, actor);
    await journal.record(trx, actor, 'assessors.disagreed', { type: 'application', id: before.id });
    return;
  }
  const { ownerId, shortId } = await find(trx, before.shortId, actor);
  if (ownerId) await toPanel.toDecide(trx, { shortId }, ownerId, url, actor.at);
}

function requireComplete(views: Views, asked: criteria.Criterion[]) {
  const errors: Record<string, string> = {};
  const complete = asked.flatMap(({ id, key, title }) => {
    const { view, reason = '' } = views[key] ?? {};
    if (!view) errors[`view-${key}`] = t('Choose your view of “{title}”.', { title });
    if (reason.trim() === '')
      errors[`reason-${key}`] = t('Give a reason for your view of “{title}”. The applicant’s letter is made from it.', {
        title,
      });
    return view ? [{ criterion_id: id, view, reason: reason.trim() }] : [];
  });
  if (Object.keys(errors).length > 0) throw new Invalid(errors);
  return complete;
}
