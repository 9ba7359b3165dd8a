import { type Actor, isSignedIn } from '#kernel/actor.ts';
import { type Db, inTransaction } from '#kernel/database/index.ts';
import * as journal from '#kernel/journal.ts';
import { type Reading, take } from './panel.ts';
import { allow } from './policy.ts';

/** What was said on the telephone, and who rang. */
export type Note = { notes: string; writtenBy: string; writtenAt: Date };

export async function of(db: Db, submissionId: string): Promise<Note | null> {
  const row = await db
    .selectFrom('call_notes')
    .innerJoin('people', 'people.id', 'written_by')
    .select(['notes', 'people.name as writtenBy', 'written_at as writtenAt'])
    .where('submission_id', '=', submissionId)
    .executeTakeFirst();
  return row ?? null;
}

/** Writes down what the applicant told, as their answer: everybody who reads the application reads the same. */
export async function note(db: Db, reading: Reading, notes: string, actor: Actor): Promise<void> {
  allow(actor, 'note-call', reading);
  await inTransaction(db, async (trx) => {
    const fresh = await take(trx, reading, actor);
    allow(actor, 'note-call', fresh);
    if (fresh.submissionId === null || !isSignedIn(actor)) return;
    const row = { notes, written_by: actor.id, written_at: actor.at };
    await trx
      .insertInto('call_notes')
      .values({ submission_id: fresh.submissionId, ...row })
      .onConflict((conflict) => conflict.column('submission_id').doUpdateSet(row))
      .execute();
    await journal.record(trx, actor, 'application.call-noted', { type: 'application', id: fresh.id });
  });
}
