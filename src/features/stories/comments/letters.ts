import type { Db } from '#kernel/database/index.ts';
import * as links from '#kernel/links.ts';
import * as mail from '#kernel/mail/index.ts';
import * as roles from '#kernel/roles.ts';
import { t } from '#kernel/words.ts';
import type { Story } from '../finding.ts';

/** What a link in a letter about a comment may be used for: to confirm it, and to take it back. */
export const COMMENT_LINK = 'comment';
const TEN_YEARS = 3650; // a comment can be taken back for as long as it is likely to stand

type About = Pick<Story, 'title' | 'address' | 'authorId'>;

export async function askToConfirm(
  db: Db,
  { id, email, name, story }: { id: string; email: string; name: string; story: About },
  url: string,
  at: Date,
): Promise<void> {
  await post(db, email, at, t('Confirm your comment on “{title}”', { title: story.title }), [
    t('Hello {name},', { name }),
    t('Thank you for your comment on “{title}”. Please confirm that it is yours:', { title: story.title }),
    await linkTo(db, id, email, url, at),
    t('Then a moderator reads it. The same link takes your comment back, now or later, so keep this letter.'),
    t('If you did not write a comment, please ignore this. It is deleted after eight days, and nobody sees it.'),
  ]);
}

export async function approved(db: Db, comment: { id: string }, story: About, url: string, at: Date): Promise<void> {
  const to = await writerOf(db, comment.id);
  if (!to) return;
  await post(db, to.email, at, t('Your comment on “{title}” can be read now', { title: story.title }), [
    t('Hello {name},', { name: to.name }),
    t('A moderator has approved your comment. It is here:'),
    `${url}/stories/${story.address}#comments`,
    t('If you change your mind, take it back by this link:'),
    await linkTo(db, comment.id, to.email, url, at),
  ]);
}

export async function refused(
  db: Db,
  comment: { id: string },
  story: About,
  reason: string,
  url: string,
  at: Date,
): Promise<void> {
  const to = await writerOf(db, comment.id);
  if (!to) return;
  await post(db, to.email, at, t('About your comment on “{title}”', { title: story.title }), [
    t('Hello {name},', { name: to.name }),
    t('Thank you for taking the time to comment. We have not published it. The moderator gave this reason:'),
    reason,
    t('You are welcome to write again. What we publish, and how to ask for another look:'),
    `${url}/pages/comments`,
  ]);
}

/** Whoever wrote the story hears that somebody answered it. */
export async function tellAuthor(
  db: Db,
  comment: { personId: string | null },
  story: About,
  url: string,
  at: Date,
): Promise<void> {
  if (comment.personId === story.authorId) return;
  const author = await db
    .selectFrom('person_emails')
    .select('email')
    .where('person_id', '=', story.authorId)
    .where('is_primary', '=', true)
    .executeTakeFirst();
  if (!author) return;
  await post(db, author.email, at, t('A comment on your story “{title}”', { title: story.title }), [
    t('Somebody has commented on your story. Read it, and answer if you like:'),
    `${url}/stories/${story.address}#comments`,
  ]);
}

/** One letter when the desk was empty before: as many as there are comments would only be noise. */
export async function tellModerators(db: Db, url: string, at: Date): Promise<void> {
  for (const to of await roles.addresses(db, 'moderator'))
    await post(db, to, at, t('A comment waits for a moderator'), [
      t('Somebody has commented on a story. Until a moderator approves it, nobody else sees it:'),
      `${url}/moderation`,
      t('You get no letter about the next ones until the desk is empty again.'),
    ]);
}

async function writerOf(db: Db, id: string): Promise<{ name: string; email: string } | null> {
  const row = await db.selectFrom('comments').select(['name', 'email']).where('id', '=', id).executeTakeFirst();
  return row?.email ? { name: row.name, email: row.email } : null;
}

async function linkTo(db: Db, id: string, email: string, url: string, at: Date): Promise<string> {
  const token = await links.issue(db, { purpose: COMMENT_LINK, subject: id, email, days: TEN_YEARS }, at);
  return `${url}/comments/${token}`;
}

async function post(db: Db, to: string, at: Date, subject: string, paragraphs: string[]): Promise<void> {
  await mail.send(db, { to, subject, text: paragraphs.join('\n\n') }, at);
}
