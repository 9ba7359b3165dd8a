import type { Actor } from '#kernel/actor.ts';
import { type Db, inTransaction } from '#kernel/database/index.ts';
import { Conflict } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import * as journal from '#kernel/journal.ts';
import * as settings from '#kernel/settings.ts';
import { t } from '#kernel/words.ts';
import * as appeals from '../appeals.ts';
import * as assignments from '../assignments.ts';
import * as decisions from '../decisions.ts';
import { allow } from '../policy.ts';
import { type Hearing, take } from './hearings.ts';
import * as letters from './letters.ts';

/** Not upheld: "not now" stands, and the applicant reads why. */
export async function notUphold(db: Db, hearing: Hearing, letter: string, url: string, actor: Actor): Promise<void> {
  await ending(db, hearing, actor, async (trx, fresh) => {
    await appeals.end(trx, fresh, 'not-upheld', letter, actor);
    await letters.ended(trx, fresh.application, letter, 'not-upheld', url, actor.at);
  });
}

/** Upheld: people who have not judged it read the same words again, as many as there are and the community asks for. */
export async function reopen(db: Db, hearing: Hearing, letter: string, url: string, actor: Actor): Promise<void> {
  await ending(db, hearing, actor, async (trx, fresh) => {
    await appeals.end(trx, fresh, 'reopened', letter, actor);
    const { id, email } = fresh.application;
    if (email === null) throw closed();
    const opened = await trx
      .insertInto('application_openings')
      .values({ email, application_id: id })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (opened.numInsertedOrUpdatedRows === 0n)
      throw new Conflict(t('They have begun another application since. Please let that one be read, or admit them.'));
    const submissionId = await sendAgain(trx, fresh, actor);
    const free = await assignments.countFree(trx, id, submissionId);
    if (free === 0)
      throw new Conflict(
        t(
          'Nobody is left in that country who has not judged it. Admit them, or ask a steward to appoint an assessor first.',
        ),
      );
    const asked = (await settings.read(trx))['membership.assessments'];
    await trx
      .updateTable('application_submissions')
      .set({ assessments_needed: Math.min(asked, free) })
      .where('id', '=', submissionId)
      .execute();
    await assignments.fill(trx, id, url, actor);
    await letters.ended(trx, fresh.application, letter, 'reopened', url, actor.at);
  });
}

/** Upheld, and clear enough: admitted at once. */
export async function admit(db: Db, hearing: Hearing, letter: string, url: string, actor: Actor): Promise<void> {
  await ending(db, hearing, actor, async (trx, fresh) => {
    await appeals.end(trx, fresh, 'admitted', letter, actor);
    const { email, ...application } = fresh.application;
    if (email === null) throw closed();
    const submissionId = await sendAgain(trx, fresh, actor);
    const given = { outcome: 'admitted', letter, reasons: '' } as const;
    const decisionId = await decisions.record(trx, { id: application.id, submissionId }, given, actor);
    await decisions.welcome(trx, { ...application, email }, decisionId, letter, url, actor);
  });
}

async function ending(
  db: Db,
  hearing: Hearing,
  actor: Actor,
  act: (trx: Db, fresh: Hearing) => Promise<void>,
): Promise<void> {
  allow(actor, 'hear', hearing);
  await inTransaction(db, async (trx) => {
    const fresh = await take(trx, hearing, actor);
    allow(actor, 'hear', fresh);
    if (fresh.outcome) throw appeals.over();
    await act(trx, fresh);
  });
}

/** What was sent last, once more: answers, files and what was told on the telephone. */
async function sendAgain(trx: Db, { id: appealId, application }: Hearing, actor: Actor): Promise<string> {
  const before = await trx
    .selectFrom('application_submissions')
    .selectAll()
    .where('application_id', '=', application.id)
    .orderBy('number', 'desc')
    .executeTakeFirstOrThrow();
  const id = newId();
  const changed = { id, number: before.number + 1, submitted_at: actor.at, appeal_id: appealId };
  await trx
    .insertInto('application_submissions')
    .values({ ...before, ...changed })
    .execute();
  for (const table of ['submission_answers', 'submission_files', 'call_notes'] as const) {
    const rows = await trx.selectFrom(table).selectAll().where('submission_id', '=', before.id).execute();
    for (const row of rows)
      await trx
        .insertInto(table)
        .values({ ...row, submission_id: id })
        .execute();
  }
  await journal.record(trx, actor, 'application.reopened', { type: 'application', id: application.id });
  return id;
}

function closed(): Conflict {
  return new Conflict(t('This application is closed.'));
}
