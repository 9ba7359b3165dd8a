import type { Actor } from '#kernel/actor.ts';
import { type Db, inTransaction } from '#kernel/database/index.ts';
import * as journal from '#kernel/journal.ts';
import type { Story } from './finding.ts';
import { allow } from './policy.ts';

/** Takes no more comments on a story. Those that are there stay. */
export async function close(db: Db, story: Story, actor: Actor): Promise<void> {
  allow(actor, 'close comments', story);
  await inTransaction(db, async (trx) => {
    await trx
      .insertInto('story_comment_closures')
      .values({ story_id: story.id, closed_by: actor.id ?? '', closed_at: actor.at })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    await journal.record(trx, actor, 'story.comments-closed', { type: 'story', id: story.id });
  });
}

export async function reopen(db: Db, story: Story, actor: Actor): Promise<void> {
  allow(actor, 'close comments', story);
  await inTransaction(db, async (trx) => {
    await trx.deleteFrom('story_comment_closures').where('story_id', '=', story.id).execute();
    await journal.record(trx, actor, 'story.comments-reopened', { type: 'story', id: story.id });
  });
}
