import type { Actor } from '#kernel/actor.ts';
import { isSignedIn } from '#kernel/actor.ts';
import { type Db, inTransaction } from '#kernel/database/index.ts';
import { Invalid, Refused } from '#kernel/errors.ts';
import { newId, shortId } from '#kernel/ids.ts';
import * as jobs from '#kernel/jobs.ts';
import * as journal from '#kernel/journal.ts';
import { limit } from '#kernel/limits.ts';
import { t } from '#kernel/words.ts';
import type { Story } from '../finding.ts';
import { confirmed } from './confirmations.ts';
import { find } from './finding.ts';
import * as letters from './letters.ts';

export { byId, type Comment, find, of, type State, type Thread } from './finding.ts';

/** What somebody says below a story. Who is signed in needs no name and no address. */
export type Said = { name: string; email: string; body: string; replyTo: string | null };

const DAY = 86_400_000;
const CONFIRM_WITHIN_DAYS = 8;

/**
 * Says something below a story. From somebody who is signed in it waits for a moderator at once; from anybody else, for
 * the owner of the address first. Answers for which.
 */
export async function write(
  db: Db,
  story: Story,
  said: Said,
  url: string,
  actor: Actor,
): Promise<'unconfirmed' | 'waiting'> {
  requireOpen(story);
  const known = isSignedIn(actor);
  const email = (known ? actor.email : said.email).toLowerCase();
  await limitOf(db, known ? actor.id : email, story, actor.at);
  return inTransaction(db, async (trx) => {
    const id = newId();
    await trx
      .insertInto('comments')
      .values({
        ...{ id, short_id: shortId(id), story_id: story.id, email, body: said.body },
        reply_to: await answered(trx, story, said.replyTo, actor),
        person_id: actor.id,
        name: known ? (actor.name ?? '') : said.name,
        written_at: actor.at,
      })
      .execute();
    await journal.record(trx, actor, 'comment.written', { type: 'comment', id });
    if (known) {
      await confirmed(trx, id, url, actor);
      return 'waiting';
    }
    await letters.askToConfirm(trx, { id, email, name: said.name, story }, url, actor.at);
    const after = new Date(actor.at.getTime() + CONFIRM_WITHIN_DAYS * DAY);
    await jobs.enqueue(trx, 'comments.forget', { comment: id }, { after, key: `comments.forget:${id}` });
    return 'unconfirmed';
  });
}

/** Nobody comments on a draft, nor where comments were closed. */
export function requireOpen({ publishedAt, closedAt }: Story): void {
  if (!publishedAt || closedAt) throw new Refused(t('This story takes no comments now.'));
}

/** Deletes a comment whose address nobody confirmed in time. */
export async function forget(db: Db, id: string, at: Date): Promise<void> {
  await db
    .deleteFrom('comments')
    .where('id', '=', id)
    .where('written_at', '<=', new Date(at.getTime() - CONFIRM_WITHIN_DAYS * DAY))
    .where('id', 'not in', (eb) => eb.selectFrom('comment_confirmations').select('comment_id'))
    .execute();
}

/** Outside the transaction: an attempt counts even where it fails. An address gets few letters that nobody asked for. */
async function limitOf(db: Db, who: string, story: Story, at: Date): Promise<void> {
  await limit(db, 'comment', who, at);
  await limit(db, 'comment.on', story.id, at);
  await limit(db, 'comment.all', '', at);
}

/** Answers go one level deep: an answer to an answer joins its neighbours. */
async function answered(db: Db, story: Story, short: string | null, actor: Actor): Promise<string | null> {
  if (!short) return null;
  const comment = await find(db, story, short, actor).catch(() => null);
  if (comment?.state !== 'approved')
    throw new Invalid({ form: t('The comment that you answer is no longer there. Your words are still here.') });
  return comment.replyTo ?? comment.id;
}
