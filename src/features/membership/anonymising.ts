import type { Db } from '#kernel/database/index.ts';
import * as journal from '#kernel/journal.ts';
import * as links from '#kernel/links.ts';
import * as otherWays from './other-ways.ts';
import * as referees from './referees.ts';
import { ERASED } from './words.ts';

/**
 * Takes out of an application who it was and what was written: name, address, answers, links, the reasons and the letters.
 * What reports count stays: country, pathway, outcomes, dates and the version of the criteria.
 */
export async function anonymise(trx: Db, id: string, at: Date): Promise<void> {
  const submissions = trx.selectFrom('application_submissions').select('id').where('application_id', '=', id);
  const drafted = ['application_openings', 'application_answers', 'application_works', 'draft_warnings'] as const;
  for (const table of [...drafted, 'application_adjustments'] as const)
    await trx.deleteFrom(table).where('application_id', '=', id).execute();
  await trx
    .updateTable('submission_answers')
    .set({ answer: ERASED })
    .where('submission_id', 'in', submissions)
    .execute();
  await trx
    .updateTable('assessment_views')
    .set({ reason: ERASED })
    .where('assessment_id', 'in', trx.selectFrom('assessments').select('id').where('submission_id', 'in', submissions))
    .execute();
  await trx.updateTable('decisions').set({ letter: ERASED, reasons: '' }).where('application_id', '=', id).execute();
  await trx
    .updateTable('applications')
    .set({ email: null, name: '', anonymised_at: at })
    .where('id', '=', id)
    .execute();
  const appeals = trx.selectFrom('appeals').select('id').where('application_id', '=', id);
  await trx.updateTable('appeal_turns').set({ words: ERASED }).where('appeal_id', 'in', appeals).execute();
  await trx.updateTable('appeal_outcomes').set({ letter: ERASED }).where('appeal_id', 'in', appeals).execute();
  await otherWays.forget(trx, id);
  await referees.forget(trx, { applicationId: id });
  await links.forgetAbout(trx, id);
  await journal.forget(trx, { type: 'application', id });
}
