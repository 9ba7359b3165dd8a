import type { Actor } from '#kernel/actor.ts';
import type { Country } from '#kernel/countries.ts';
import { type Db, inTransaction } from '#kernel/database/index.ts';
import { Conflict } from '#kernel/errors.ts';
import { t } from '#kernel/words.ts';
import { type Application, hold, isDraft } from './applications.ts';
import { allow } from './policy.ts';
import type { Pathway } from './words.ts';

/** What an applicant has written so far. Anything may be missing. */
export type Draft = {
  name: string;
  country: Country;
  pathway: Pathway;
  /** By criterion id. */
  answers: Record<string, string>;
  /** Addresses or names of work that they shared. */
  works: string[];
  /** What would make this easier: for the panel to act on, never to judge. */
  needs: string;
  compactVersion: string | null;
};

export async function of(db: Db, application: Application): Promise<Draft> {
  const answers = await db
    .selectFrom('application_answers')
    .select(['criterion_id', 'answer'])
    .where('application_id', '=', application.id)
    .execute();
  return {
    name: application.name,
    country: application.country,
    pathway: application.pathway,
    answers: Object.fromEntries(answers.map(({ criterion_id, answer }) => [criterion_id, answer])),
    works: await worksOf(db, application.id),
    needs: await needsOf(db, application.id),
    compactVersion: application.compactVersion,
  };
}

export async function worksOf(db: Db, applicationId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('application_works')
    .select('address')
    .where('application_id', '=', applicationId)
    .orderBy('position')
    .execute();
  return rows.map(({ address }) => address);
}

export async function needsOf(db: Db, applicationId: string): Promise<string> {
  const row = await db
    .selectFrom('application_adjustments')
    .select('needs')
    .where('application_id', '=', applicationId)
    .executeTakeFirst();
  return row?.needs ?? '';
}

/** The draft's answers by the title of what was asked, for its writer's own export. */
export async function answersByTitle(db: Db, applicationId: string): Promise<{ criterion: string; answer: string }[]> {
  return db
    .selectFrom('application_answers')
    .innerJoin('criteria', 'criteria.id', 'application_answers.criterion_id')
    .select(['criteria.title as criterion', 'answer'])
    .where('application_id', '=', applicationId)
    .orderBy('criteria.position')
    .execute();
}

/** Keeps what was written, complete or not. Once sent, country and pathway stay: people have begun to read. */
export async function save(db: Db, { id }: Application, draft: Draft, actor: Actor): Promise<void> {
  await inTransaction(db, async (trx) => {
    const application = await hold(trx, id);
    allow(actor, 'apply', application);
    if (!isDraft(application))
      throw new Conflict(t('Your application has been sent, so its answers can no longer change.'));
    const { name, country, pathway, compactVersion: compact_version } = draft;
    const first = application.submissionId === null;
    await trx
      .updateTable('applications')
      .set({ name, compact_version, changed_at: actor.at, ...(first ? { country, pathway } : {}) })
      .where('id', '=', id)
      .execute();
    await trx.deleteFrom('application_answers').where('application_id', '=', id).execute();
    const answers = Object.entries(draft.answers).filter(([, answer]) => answer.trim() !== '');
    if (answers.length > 0)
      await trx
        .insertInto('application_answers')
        .values(
          answers.map(([criterion_id, answer]) => ({
            application_id: id,
            criterion_id,
            answer,
            changed_at: actor.at,
          })),
        )
        .execute();
    await trx.deleteFrom('application_adjustments').where('application_id', '=', id).execute();
    if (draft.needs.trim() !== '')
      await trx
        .insertInto('application_adjustments')
        .values({ application_id: id, needs: draft.needs.trim() })
        .execute();
    await trx.deleteFrom('application_works').where('application_id', '=', id).execute();
    const works = [...new Set(draft.works)];
    if (works.length > 0)
      await trx
        .insertInto('application_works')
        .values(works.map((address, i) => ({ application_id: id, position: i + 1, address })))
        .execute();
  });
}
