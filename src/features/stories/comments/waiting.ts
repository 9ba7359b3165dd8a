import { sql } from 'kysely';
import type { Actor } from '#kernel/actor.ts';
import type { Db } from '#kernel/database/index.ts';
import { allow } from '../policy.ts';
import { type Comment, described, STATE } from './finding.ts';

/** A comment on the desk, with the story that it belongs to. */
export type OnDesk = Comment & {
  storyTitle: string;
  storyAddress: string;
  decidedAt: Date | null;
  decidedBy: string | null;
};

/** Comments that wait for a moderator, the longest waiting first. */
export function waiting(db: Db, actor: Actor): Promise<OnDesk[]> {
  allow(actor, 'moderate', {});
  return onDesk(db, actor)
    .where(STATE, '=', 'waiting')
    .orderBy('confirmed_at')
    .orderBy('comments.id')
    .limit(200)
    .execute();
}

/** What was decided last, so that it can be undone. */
export function decided(db: Db, actor: Actor): Promise<OnDesk[]> {
  allow(actor, 'moderate', {});
  return onDesk(db, actor)
    .where((eb) => eb.or([eb(STATE, '=', 'approved'), eb(STATE, '=', 'refused')]))
    .orderBy(sql`coalesce(approved_at, refused_at)`, 'desc')
    .orderBy('comments.id', 'desc')
    .limit(20)
    .execute();
}

export async function countWaiting(db: Db): Promise<number> {
  const { count } = await db
    .selectFrom('comment_confirmations as f')
    .leftJoin('comment_approvals as a', 'a.comment_id', 'f.comment_id')
    .leftJoin('comment_refusals as r', 'r.comment_id', 'f.comment_id')
    .leftJoin('comment_withdrawals as w', 'w.comment_id', 'f.comment_id')
    .select(sql<number>`count(*)`.as('count'))
    .where('a.comment_id', 'is', null)
    .where('r.comment_id', 'is', null)
    .where('w.comment_id', 'is', null)
    .executeTakeFirstOrThrow();
  return count;
}

function onDesk(db: Db, actor: Actor) {
  return described(db.selectFrom('comments'), actor)
    .innerJoin('stories', 'stories.id', 'comments.story_id')
    .leftJoin('people as moderator', (join) => join.on('moderator.id', '=', sql`coalesce(approved_by, refused_by)`))
    .select([
      'stories.title as storyTitle',
      sql<string>`stories.slug || '-' || stories.short_id`.as('storyAddress'),
      sql<Date | null>`coalesce(approved_at, refused_at)`.as('decidedAt'),
      'moderator.name as decidedBy',
    ]);
}
