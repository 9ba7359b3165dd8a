import type { Actor } from '#kernel/actor.ts';
import { type Db, inTransaction } from '#kernel/database/index.ts';
import * as journal from '#kernel/journal.ts';
import { allow } from '../policy.ts';
import { opened } from './confirmations.ts';
import type { Comment } from './finding.ts';

/** Takes one's own comment back, signed in. */
export async function withdraw(db: Db, comment: Comment, actor: Actor): Promise<void> {
  allow(actor, 'withdraw', comment);
  await inTransaction(db, (trx) => emptied(trx, comment.id, actor));
}

/** Takes a comment back by the link of a letter about it. */
export async function withdrawBy(db: Db, token: string, actor: Actor): Promise<void> {
  await inTransaction(db, async (trx) => emptied(trx, (await opened(trx, token, actor)).id, actor));
}

/** Name, address and words go; the row keeps the place of those who answered. */
export async function emptied(db: Db, id: string, actor: Actor): Promise<void> {
  const added = await db
    .insertInto('comment_withdrawals')
    .values({ comment_id: id, withdrawn_at: actor.at })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (added.numInsertedOrUpdatedRows === 0n) return;
  await db
    .updateTable('comments')
    .set({ name: '', email: null, body: '', person_id: null })
    .where('id', '=', id)
    .execute();
  await journal.record(db, actor, 'comment.withdrawn', { type: 'comment', id });
}
