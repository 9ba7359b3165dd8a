import { type SelectQueryBuilder, sql } from 'kysely';
import type { Actor } from '#kernel/actor.ts';
import type { Db, Schema } from '#kernel/database/index.ts';
import { NotFound } from '#kernel/errors.ts';
import { type Byline, bylineOf, type Story } from '../finding.ts';
import { visibleComments } from '../visibility.ts';

export type State = 'unconfirmed' | 'waiting' | 'approved' | 'refused' | 'withdrawn';

/** A comment as it may be shown. Its e-mail address is in none of these fields. */
export type Comment = {
  id: string;
  short: string;
  storyId: string;
  replyTo: string | null;
  personId: string | null;
  author: Byline | null;
  body: string;
  writtenAt: Date;
  state: State;
  /** Why it was refused. */
  reason: string | null;
};

/** A comment with the answers to it. */
export type Thread = Comment & { replies: Comment[] };

/** What the actor may read below a story, oldest first. Of a withdrawn comment only its place is left, if somebody answered. */
export async function of(db: Db, story: Pick<Story, 'id'>, actor: Actor): Promise<Thread[]> {
  const comments = await described(visibleComments(db.selectFrom('comments'), actor), actor)
    .where('comments.story_id', '=', story.id)
    .where((eb) => eb.or([belowTheStory, ...(actor.id === null ? [] : [eb('comments.person_id', '=', actor.id)])]))
    .orderBy('comments.written_at')
    .orderBy('comments.id')
    .execute();
  const replies = Map.groupBy(comments, ({ replyTo }) => replyTo);
  return (replies.get(null) ?? [])
    .map((comment) => ({
      ...comment,
      replies: (replies.get(comment.id) ?? []).filter(({ state }) => state !== 'withdrawn'),
    }))
    .filter((thread) => thread.state !== 'withdrawn' || thread.replies.length > 0);
}

/** The comment of a short id below this story, if the actor may read it. Throws NotFound. */
export async function find(db: Db, story: Pick<Story, 'id'>, short: string, actor: Actor): Promise<Comment> {
  const comment = await described(visibleComments(db.selectFrom('comments'), actor), actor)
    .where('comments.story_id', '=', story.id)
    .where('comments.short_id', '=', short)
    .executeTakeFirst();
  if (!comment) throw new NotFound();
  return comment;
}

/** The comment of an id, whoever asks: for verbs that know by a link or a role that they may. */
export async function byId(db: Db, id: string, actor: Actor): Promise<Comment> {
  const comment = await described(db.selectFrom('comments'), actor).where('comments.id', '=', id).executeTakeFirst();
  if (!comment) throw new NotFound();
  return comment;
}

/** A moderator reads refused and waiting ones at the desk, not among the others. */
const belowTheStory = sql<boolean>`exists (select from comment_approvals a where a.comment_id = comments.id)`;

export const STATE = sql<State>`case
  when comment_withdrawals.comment_id is not null then 'withdrawn'
  when comment_approvals.comment_id is not null then 'approved'
  when comment_refusals.comment_id is not null then 'refused'
  when comment_confirmations.comment_id is not null then 'waiting'
  else 'unconfirmed' end`;

export function described(query: SelectQueryBuilder<Schema, 'comments', object>, actor: Actor) {
  return query
    .leftJoin('people', 'people.id', 'comments.person_id')
    .leftJoin('comment_confirmations', 'comment_confirmations.comment_id', 'comments.id')
    .leftJoin('comment_approvals', 'comment_approvals.comment_id', 'comments.id')
    .leftJoin('comment_refusals', 'comment_refusals.comment_id', 'comments.id')
    .leftJoin('comment_withdrawals', 'comment_withdrawals.comment_id', 'comments.id')
    .select([
      'comments.id',
      'comments.short_id as short',
      'comments.story_id as storyId',
      'comments.reply_to as replyTo',
      'comments.person_id as personId',
      sql<Byline | null>`case when comments.person_id is not null then ${bylineOf(actor)}
        else json_build_object('name', comments.name, 'address', null) end`.as('author'),
      'comments.body',
      'comments.written_at as writtenAt',
      STATE.as('state'),
      'comment_refusals.reason',
    ]);
}
