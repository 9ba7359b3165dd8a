import type { Actor } from '#kernel/actor.ts';
import { type Db, inTransaction } from '#kernel/database/index.ts';
import * as journal from '#kernel/journal.ts';
import * as mail from '#kernel/mail/index.ts';
import { t } from '#kernel/words.ts';
import type { Story } from './finding.ts';
import { allow } from './policy.ts';

/** Shows a story to everybody. Doing it twice changes nothing. */
export async function publish(db: Db, story: Story, url: string, actor: Actor): Promise<void> {
  allow(actor, 'publish', {});
  await inTransaction(db, async (trx) => {
    const added = await trx
      .insertInto('story_publications')
      .values({ story_id: story.id, published_by: actor.id ?? '', published_at: actor.at })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (added.numInsertedOrUpdatedRows === 0n) return;
    await tellAuthor(trx, story, url, actor);
    await journal.record(trx, actor, 'story.published', { type: 'story', id: story.id });
  });
}

/** Takes a story back: it is a draft again, and its comments wait with it. */
export async function unpublish(db: Db, story: Story, actor: Actor): Promise<void> {
  allow(actor, 'publish', {});
  await inTransaction(db, async (trx) => {
    await trx.deleteFrom('story_publications').where('story_id', '=', story.id).execute();
    const before = { publishedAt: story.publishedAt };
    await journal.record(trx, actor, 'story.unpublished', { type: 'story', id: story.id }, { before });
  });
}

async function tellAuthor(db: Db, story: Story, url: string, actor: Actor): Promise<void> {
  if (story.authorId === actor.id) return;
  const author = await db
    .selectFrom('person_emails')
    .select('email')
    .where('person_id', '=', story.authorId)
    .where('is_primary', '=', true)
    .executeTakeFirst();
  if (!author) return;
  await mail.send(
    db,
    {
      to: author.email,
      subject: t('Your story is out: {title}', { title: story.title }),
      text: t('Thank you for writing “{title}”. Everybody can read it now:\n{address}', {
        title: story.title,
        address: `${url}/stories/${story.address}`,
      }),
    },
    actor.at,
  );
}
