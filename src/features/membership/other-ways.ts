import type { Actor } from '#kernel/actor.ts';
import { type Db, inTransaction } from '#kernel/database/index.ts';
import { Conflict, NotFound } from '#kernel/errors.ts';
import * as files from '#kernel/files/index.ts';
import * as journal from '#kernel/journal.ts';
import { t } from '#kernel/words.ts';
import { type Application, hold, isDraft } from './applications.ts';
import { allow } from './policy.ts';

/** A file that answers a question, by criterion id. */
export type AnswerFiles = Record<string, { id: string; name: string; type: string; bytes: number }>;
export type Call = { phone: string; times: string };
export type Ways = { files: AnswerFiles; call: Call | null };

/** What a phone records in some ten minutes, and what a house with one small server can keep. */
export const ANSWER_FILE = { kinds: ['audio', 'video', 'image', 'pdf', 'office'], maxBytes: 11 * 1024 * 1024 } as const;

export async function of(db: Db, { id }: Pick<Application, 'id'>): Promise<Ways> {
  const rows = await db
    .selectFrom('application_files')
    .innerJoin('files', 'files.id', 'file_id')
    .select(['criterion_id', 'files.id', 'name', 'type', 'bytes'])
    .where('application_id', '=', id)
    .execute();
  const call = await db
    .selectFrom('application_calls')
    .select(['phone', 'times'])
    .where('application_id', '=', id)
    .executeTakeFirst();
  return { files: byCriterion(rows), call: call ?? null };
}

/** The files as they were sent. */
export async function sentFiles(db: Db, submissionId: string): Promise<AnswerFiles> {
  const rows = await db
    .selectFrom('submission_files')
    .innerJoin('files', 'files.id', 'file_id')
    .select(['criterion_id', 'files.id', 'name', 'type', 'bytes'])
    .where('submission_id', '=', submissionId)
    .execute();
  return byCriterion(rows);
}

/** May this application still be written in? Asked before a file is taken, so that none is kept for nothing. */
export function requireWriting(application: Application, actor: Actor): void {
  allow(actor, 'apply', application);
  if (!isDraft(application))
    throw new Conflict(t('Your application has been sent, so its answers can no longer change.'));
}

/** Puts a file to a question; another that was there goes. */
export async function attach(
  db: Db,
  application: Application,
  criterionId: string,
  fileId: string,
  actor: Actor,
): Promise<void> {
  await write(db, application, actor, async (trx, { id }) => {
    await letGo(trx, id, criterionId);
    await trx
      .insertInto('application_files')
      .values({ application_id: id, criterion_id: criterionId, file_id: fileId, added_at: actor.at })
      .execute();
    await journal.record(trx, actor, 'application.file-added', { type: 'application', id });
  });
}

export async function detach(db: Db, application: Application, criterionId: string, actor: Actor): Promise<void> {
  await write(db, application, actor, async (trx, { id }) => {
    if (!(await letGo(trx, id, criterionId))) throw new NotFound();
    await journal.record(trx, actor, 'application.file-removed', { type: 'application', id });
  });
}

/** "Please phone me." */
export async function askForCall(db: Db, application: Application, call: Call, actor: Actor): Promise<void> {
  await write(db, application, actor, async (trx, { id }) => {
    await trx
      .insertInto('application_calls')
      .values({ application_id: id, ...call, asked_at: actor.at })
      .onConflict((conflict) => conflict.column('application_id').doUpdateSet(call))
      .execute();
    await journal.record(trx, actor, 'application.call-asked', { type: 'application', id });
  });
}

export async function dropCall(db: Db, application: Application, actor: Actor): Promise<void> {
  await write(db, application, actor, async (trx, { id }) => {
    await trx.deleteFrom('application_calls').where('application_id', '=', id).execute();
    await journal.record(trx, actor, 'application.call-dropped', { type: 'application', id });
  });
}

/** Keeps the files of this sending as they are now. */
export async function submit(trx: Db, applicationId: string, submissionId: string): Promise<void> {
  const { files: now } = await of(trx, { id: applicationId });
  const rows = Object.entries(now).map(([criterion_id, { id: file_id }]) => ({ criterion_id, file_id }));
  if (rows.length > 0)
    await trx
      .insertInto('submission_files')
      .values(rows.map((row) => ({ submission_id: submissionId, ...row })))
      .execute();
}

/** Files by name (their bytes are on the application's own page), the number, and what was written down of a call. */
export async function exportOf(db: Db, applicationId: string) {
  const { files: drafted, call } = await of(db, { id: applicationId });
  const sent = await db
    .selectFrom('submission_files')
    .innerJoin('application_submissions', 'application_submissions.id', 'submission_id')
    .innerJoin('files', 'files.id', 'file_id')
    .select(['files.id', 'name', 'type'])
    .where('application_id', '=', applicationId)
    .execute();
  const all = new Map([...Object.values(drafted), ...sent].map(({ id, name, type }) => [id, { name, type }]));
  const notes = await db
    .selectFrom('call_notes')
    .innerJoin('application_submissions', 'application_submissions.id', 'submission_id')
    .select(['notes', 'written_at as writtenAt'])
    .where('application_id', '=', applicationId)
    .orderBy('written_at')
    .execute();
  return { files: [...all.values()], call, toldOnThePhone: notes };
}

/** Takes every file, the number and what was said on the telephone out of an application. */
export async function forget(trx: Db, applicationId: string): Promise<void> {
  const submissions = trx
    .selectFrom('application_submissions')
    .select('id')
    .where('application_id', '=', applicationId);
  const drafted = await trx
    .deleteFrom('application_files')
    .where('application_id', '=', applicationId)
    .returning('file_id')
    .execute();
  const sent = await trx
    .deleteFrom('submission_files')
    .where('submission_id', 'in', submissions)
    .returning('file_id')
    .execute();
  for (const id of new Set([...drafted, ...sent].map(({ file_id }) => file_id))) await files.discard(trx, id);
  await trx.deleteFrom('application_calls').where('application_id', '=', applicationId).execute();
  await trx.deleteFrom('call_notes').where('submission_id', 'in', submissions).execute();
}

async function write(
  db: Db,
  { id }: Application,
  actor: Actor,
  act: (trx: Db, application: Application) => Promise<void>,
) {
  await inTransaction(db, async (trx) => {
    const application = await hold(trx, id);
    requireWriting(application, actor);
    await act(trx, application);
    await trx.updateTable('applications').set({ changed_at: actor.at }).where('id', '=', id).execute();
  });
}

/** Takes the draft's file away. One that was sent before stays with what was sent. */
async function letGo(trx: Db, applicationId: string, criterionId: string): Promise<boolean> {
  const gone = await trx
    .deleteFrom('application_files')
    .where('application_id', '=', applicationId)
    .where('criterion_id', '=', criterionId)
    .returning('file_id')
    .executeTakeFirst();
  if (!gone) return false;
  const sent = await trx
    .selectFrom('submission_files')
    .select('file_id')
    .where('file_id', '=', gone.file_id)
    .executeTakeFirst();
  if (!sent) await files.discard(trx, gone.file_id);
  return true;
}

function byCriterion(rows: (AnswerFiles[string] & { criterion_id: string })[]): AnswerFiles {
  return Object.fromEntries(rows.map(({ criterion_id, ...file }) => [criterion_id, file]));
}
