import type { Actor } from '#kernel/actor.ts';
import { type Db, inTransaction } from '#kernel/database/index.ts';
import * as files from '#kernel/files/index.ts';
import * as journal from '#kernel/journal.ts';
import { emptied } from './comments/withdrawals.ts';

/** The stories and comments that a person wrote, signed in or from one of their addresses, for them to take away. */
export async function exportOf(db: Db, personId: string): Promise<Record<string, unknown>> {
  const stories = await db
    .selectFrom('stories')
    .leftJoin('story_publications', 'story_publications.story_id', 'stories.id')
    .select(['short_id', 'title', 'standfirst', 'body', 'picture_alt', 'written_at', 'changed_at', 'published_at'])
    .where('author_id', '=', personId)
    .orderBy('written_at')
    .execute();
  const comments = await commentsBy(db, personId)
    .innerJoin('stories', 'stories.id', 'comments.story_id')
    .leftJoin('comment_refusals', 'comment_refusals.comment_id', 'comments.id')
    .select([
      'stories.title as story',
      'comments.name',
      'comments.email',
      'comments.body',
      'comments.written_at',
      'reason',
    ])
    .orderBy('comments.written_at')
    .execute();
  return { stories, comments };
}

/** Forgets a person in this room: drafts and comments go; what is published stays, by "a former member". */
export async function erase(db: Db, personId: string, actor: Actor): Promise<void> {
  await inTransaction(db, async (trx) => {
    const drafts = await trx
      .deleteFrom('stories')
      .where('author_id', '=', personId)
      .where('id', 'not in', (eb) => eb.selectFrom('story_publications').select('story_id'))
      .returning('picture_id')
      .execute();
    for (const { picture_id } of drafts) if (picture_id) await files.discard(trx, picture_id);
    for (const { id } of await commentsBy(trx, personId).select('comments.id').execute()) await emptied(trx, id, actor);
    await journal.record(trx, actor, 'stories.person-erased', { type: 'person', id: personId });
  });
}

function commentsBy(db: Db, personId: string) {
  return db
    .selectFrom('comments')
    .where((eb) =>
      eb.or([
        eb('comments.person_id', '=', personId),
        eb('comments.email', 'in', eb.selectFrom('person_emails').select('email').where('person_id', '=', personId)),
      ]),
    );
}
