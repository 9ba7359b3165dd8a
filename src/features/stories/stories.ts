import type { Actor } from '#kernel/actor.ts';
import { type Db, inTransaction } from '#kernel/database/index.ts';
import { Conflict, Invalid } from '#kernel/errors.ts';
import * as files from '#kernel/files/index.ts';
import { newId, shortId, slug } from '#kernel/ids.ts';
import * as journal from '#kernel/journal.ts';
import { limit } from '#kernel/limits.ts';
import * as mail from '#kernel/mail/index.ts';
import * as roles from '#kernel/roles.ts';
import { t } from '#kernel/words.ts';
import { find, type Story } from './finding.ts';
import { allow } from './policy.ts';

export { drafts, find, list, type Query, type Story } from './finding.ts';

/** What a writer says. `picture` is a file taken just now; null leaves the one that is there, `alt` goes with either. */
export type Words = {
  title: string;
  standfirst: string;
  body: string;
  picture: { id: string } | null;
  alt: string;
  works: string[];
};

/** Writes a draft: its author's and the editors' until an editor publishes it. */
export async function write(db: Db, words: Words, url: string, actor: Actor): Promise<Story> {
  allow(actor, 'write', {});
  const author = actor.id ?? '';
  return inTransaction(db, async (trx) => {
    await limit(trx, 'story.write', author, actor.at);
    const id = newId();
    const { title, standfirst, body } = words;
    await trx
      .insertInto('stories')
      .values({
        ...{ id, short_id: shortId(id), slug: slug(title), title, standfirst, body },
        ...pictureOf(words, null),
        author_id: author,
        written_at: actor.at,
        changed_at: actor.at,
      })
      .execute();
    await tellOf(trx, id, words.works);
    await journal.record(trx, actor, 'story.written', { type: 'story', id });
    const story = await find(trx, shortId(id), actor);
    await tellEditors(trx, story, url, actor);
    return story;
  });
}

/** Changes a story. Published ones are the editors' to change. */
export async function revise(db: Db, story: Story, words: Words, actor: Actor): Promise<Story> {
  allow(actor, 'revise', story);
  return inTransaction(db, async (trx) => {
    const { title, standfirst, body } = words;
    await trx
      .updateTable('stories')
      .set({ title, standfirst, body, slug: slug(title), ...pictureOf(words, story), changed_at: actor.at })
      .where('id', '=', story.id)
      .execute();
    if (words.picture && story.picture) await files.discard(trx, story.picture.id);
    await tellOf(trx, story.id, words.works);
    const before = { title: story.title, standfirst: story.standfirst, body: story.body };
    const change = { before, after: { title, standfirst, body } };
    await journal.record(trx, actor, 'story.revised', { type: 'story', id: story.id }, change);
    return find(trx, story.short, actor);
  });
}

/** Throws a draft away. */
export async function discard(db: Db, story: Story, actor: Actor): Promise<void> {
  allow(actor, 'discard', story);
  if (story.publishedAt) throw new Conflict(t('This story is published. Take it back first, then discard it.'));
  await inTransaction(db, async (trx) => {
    await trx.deleteFrom('stories').where('id', '=', story.id).execute();
    if (story.picture) await files.discard(trx, story.picture.id);
    await journal.record(trx, actor, 'story.discarded', { type: 'story', id: story.id });
  });
}

/** The ids of the works that a story tells of, in its author's order. */
export async function worksOf(db: Db, story: Story): Promise<string[]> {
  const rows = await db
    .selectFrom('story_works')
    .select('work_id')
    .where('story_id', '=', story.id)
    .orderBy('position')
    .execute();
  return rows.map(({ work_id }) => work_id);
}

/** A picture is never without a sentence that says what it shows. */
function pictureOf({ picture, alt }: Words, before: Story | null) {
  const id = picture?.id ?? before?.picture?.id ?? null;
  if (id && alt === '')
    throw new Invalid({ alt: t('Say in a sentence what the picture shows, for those who cannot see it.') });
  return { picture_id: id, picture_alt: id ? alt : '' };
}

async function tellOf(db: Db, storyId: string, works: string[]): Promise<void> {
  await db.deleteFrom('story_works').where('story_id', '=', storyId).execute();
  if (works.length === 0) return;
  const rows = [...new Set(works)].map((work_id, position) => ({ story_id: storyId, work_id, position }));
  await db.insertInto('story_works').values(rows).execute();
}

async function tellEditors(db: Db, story: Story, url: string, actor: Actor): Promise<void> {
  const editors = (await roles.addresses(db, 'editor')).filter((email) => email !== actor.email);
  for (const to of editors)
    await mail.send(
      db,
      {
        to,
        subject: t('A draft to read: {title}', { title: story.title }),
        text: t('{name} has written a draft, “{title}”. Read it, and publish it when it is ready:\n{address}', {
          name: actor.name,
          title: story.title,
          address: `${url}/stories/${story.address}`,
        }),
      },
      actor.at,
    );
}
