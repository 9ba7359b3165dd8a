import type { Actor } from '#kernel/actor.ts';
import { type Db, inTransaction } from '#kernel/database/index.ts';
import { NotFound } from '#kernel/errors.ts';
import * as journal from '#kernel/journal.ts';
import * as links from '#kernel/links.ts';
import { byId, type Comment } from './finding.ts';
import * as letters from './letters.ts';
import { countWaiting } from './waiting.ts';

/** The comment that a link from a letter opens for whoever wrote it. Throws NotFound. */
export async function opened(db: Db, token: string, actor: Actor): Promise<Comment> {
  const link = await links.find(db, letters.COMMENT_LINK, token, actor.at);
  if (!link) throw new NotFound();
  const comment = await byId(db, link.subject, actor);
  if (comment.state === 'withdrawn') throw new NotFound();
  return comment;
}

/** Proves that the address of a comment is its writer's. Doing it twice changes nothing. */
export async function confirm(db: Db, token: string, url: string, actor: Actor): Promise<void> {
  await inTransaction(db, async (trx) => {
    const comment = await opened(trx, token, actor);
    if (comment.state === 'unconfirmed') await confirmed(trx, comment.id, url, actor);
  });
}

/** From here on a moderator can read it. Moderators get a letter when their desk was empty before. */
export async function confirmed(db: Db, id: string, url: string, actor: Actor): Promise<void> {
  const first = (await countWaiting(db)) === 0;
  const added = await db
    .insertInto('comment_confirmations')
    .values({ comment_id: id, confirmed_at: actor.at })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (added.numInsertedOrUpdatedRows === 0n) return;
  if (first) await letters.tellModerators(db, url, actor.at);
  await journal.record(db, actor, 'comment.confirmed', { type: 'comment', id });
}
