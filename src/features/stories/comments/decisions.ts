import type { Actor } from '#kernel/actor.ts';
import { type Db, inTransaction } from '#kernel/database/index.ts';
import { Conflict } from '#kernel/errors.ts';
import * as journal from '#kernel/journal.ts';
import { t } from '#kernel/words.ts';
import type { Story } from '../finding.ts';
import { allow } from '../policy.ts';
import { byId, type Comment } from './finding.ts';
import * as letters from './letters.ts';

/** Shows a comment to everybody. Doing it twice changes nothing. */
export async function approve(db: Db, story: Story, comment: Comment, url: string, actor: Actor): Promise<void> {
  allow(actor, 'moderate', {});
  await inTransaction(db, async (trx) => {
    const { state } = await held(trx, comment, actor);
    if (state === 'approved') return;
    if (state !== 'waiting') throw movedOn();
    await trx
      .insertInto('comment_approvals')
      .values({ comment_id: comment.id, approved_by: actor.id ?? '', approved_at: actor.at })
      .execute();
    await letters.approved(trx, comment, story, url, actor.at);
    await letters.tellAuthor(trx, comment, story, url, actor.at);
    await journal.record(trx, actor, 'comment.approved', { type: 'comment', id: comment.id });
  });
}

/** Takes an approval back: the comment waits again. */
export async function unapprove(db: Db, comment: Comment, actor: Actor): Promise<void> {
  allow(actor, 'moderate', {});
  await inTransaction(db, async (trx) => {
    const row = await trx.deleteFrom('comment_approvals').where('comment_id', '=', comment.id).executeTakeFirst();
    if (row.numDeletedRows === 0n) return;
    await journal.record(trx, actor, 'comment.unapproved', { type: 'comment', id: comment.id });
  });
}

/** Does not show a comment, and says why: the reason is kept, and goes to who wrote it. */
export async function refuse(
  db: Db,
  story: Story,
  comment: Comment,
  { reason, url }: { reason: string; url: string },
  actor: Actor,
): Promise<void> {
  allow(actor, 'moderate', {});
  await inTransaction(db, async (trx) => {
    const { state } = await held(trx, comment, actor);
    if (state !== 'waiting') throw movedOn();
    await trx
      .insertInto('comment_refusals')
      .values({ comment_id: comment.id, refused_by: actor.id ?? '', refused_at: actor.at, reason })
      .execute();
    await letters.refused(trx, comment, story, reason, url, actor.at);
    await journal.record(trx, actor, 'comment.refused', { type: 'comment', id: comment.id }, { after: { reason } });
  });
}

/** Takes a refusal back: the comment waits again. The journal keeps the reason. */
export async function unrefuse(db: Db, comment: Comment, actor: Actor): Promise<void> {
  allow(actor, 'moderate', {});
  await inTransaction(db, async (trx) => {
    const row = await trx
      .deleteFrom('comment_refusals')
      .where('comment_id', '=', comment.id)
      .returning('reason')
      .executeTakeFirst();
    if (!row) return;
    await journal.record(trx, actor, 'comment.unrefused', { type: 'comment', id: comment.id }, { before: row });
  });
}

/** Locks the comment, then reads it: two moderators decide one after the other. */
async function held(db: Db, { id }: Comment, actor: Actor): Promise<Comment> {
  await db.selectFrom('comments').select('id').where('id', '=', id).forUpdate().execute();
  return byId(db, id, actor);
}

function movedOn(): Conflict {
  return new Conflict(
    t(
      'This comment no longer waits: another moderator has decided, or its writer took it back. Look at the desk again.',
    ),
  );
}
