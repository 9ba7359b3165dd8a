import { type SelectQueryBuilder, sql } from 'kysely';
import { type Actor, has } from '#kernel/actor.ts';
import type { Db, Schema } from '#kernel/database/index.ts';
import { NotFound } from '#kernel/errors.ts';
import { visibleStories } from './visibility.ts';

/** A name in print, and where its owner's profile is if the reader may see that. */
export type Byline = { name: string; address: string | null };

export type Story = {
  id: string;
  short: string;
  address: string;
  title: string;
  standfirst: string;
  body: string;
  lang: string;
  authorId: string;
  author: Byline | null;
  picture: { id: string; alt: string; width: number; height: number } | null;
  changedAt: Date;
  /** Null: a draft. */
  publishedAt: Date | null;
  /** Null: open. */
  closedAt: Date | null;
  /** How many comments everybody can read. */
  comments: number;
};

export type Query = { words?: string; page?: number };
export const PAGE_SIZE = 20;

/** The story of a short id, if the actor may read it. Throws NotFound. */
export async function find(db: Db, short: string, actor: Actor): Promise<Story> {
  const story = await described(visibleStories(db.selectFrom('stories'), actor), actor)
    .where('stories.short_id', '=', short)
    .executeTakeFirst();
  if (!story) throw new NotFound();
  return story;
}

/** A page of what is published, newest first; with words, the best matches first. */
export async function list(
  db: Db,
  { words, page = 1 }: Query,
  actor: Actor,
): Promise<{ stories: Story[]; total: number }> {
  const matching = visibleStories(db.selectFrom('stories'), actor)
    .where(sql<boolean>`exists (select from story_publications p where p.story_id = stories.id)`)
    .$if(Boolean(words), (query) =>
      query.where(sql<boolean>`stories.search @@ websearch_to_tsquery('cairn', ${words})`),
    );
  const { total } = await matching.select(sql<number>`count(*)`.as('total')).executeTakeFirstOrThrow();
  const stories = await described(matching, actor)
    .$if(Boolean(words), (query) =>
      query.orderBy(sql`ts_rank(stories.search, websearch_to_tsquery('cairn', ${words}))`, 'desc'),
    )
    .orderBy('publishedAt', 'desc')
    .orderBy('stories.id', 'desc')
    .limit(PAGE_SIZE)
    .offset((page - 1) * PAGE_SIZE)
    .execute();
  return { stories, total };
}

/** What a person has published, newest first. */
export function by(db: Db, personId: string, actor: Actor, most = 12): Promise<Story[]> {
  return described(visibleStories(db.selectFrom('stories'), actor), actor)
    .where('stories.author_id', '=', personId)
    .where('published_at', 'is not', null)
    .orderBy('publishedAt', 'desc')
    .orderBy('stories.id', 'desc')
    .limit(most)
    .execute();
}

/** What was published last. */
export function latest(db: Db, most: number, actor: Actor): Promise<Story[]> {
  return described(visibleStories(db.selectFrom('stories'), actor), actor)
    .where('story_publications.story_id', 'is not', null)
    .orderBy('publishedAt', 'desc')
    .orderBy('stories.id', 'desc')
    .limit(most)
    .execute();
}

/** The drafts that the actor may read: their own, and all of them for an editor; those that changed last first. */
export function drafts(db: Db, actor: Actor): Promise<Story[]> {
  return described(visibleStories(db.selectFrom('stories'), actor), actor)
    .where(sql<boolean>`not exists (select from story_publications p where p.story_id = stories.id)`)
    .orderBy('stories.changed_at', 'desc')
    .limit(100)
    .execute();
}

function described(query: SelectQueryBuilder<Schema, 'stories', object>, actor: Actor) {
  return query
    .innerJoin('people', 'people.id', 'stories.author_id')
    .leftJoin('files', 'files.id', 'stories.picture_id')
    .leftJoin('story_publications', 'story_publications.story_id', 'stories.id')
    .leftJoin('story_comment_closures', 'story_comment_closures.story_id', 'stories.id')
    .select([
      'stories.id',
      'stories.short_id as short',
      sql<string>`stories.slug || '-' || stories.short_id`.as('address'),
      'stories.title',
      'stories.standfirst',
      'stories.body',
      'stories.lang',
      'stories.author_id as authorId',
      bylineOf(actor).as('author'),
      sql<Story['picture']>`case when files.id is not null then json_build_object('id', files.id,
        'alt', stories.picture_alt, 'width', files.width, 'height', files.height) end`.as('picture'),
      'stories.changed_at as changedAt',
      'published_at as publishedAt',
      'closed_at as closedAt',
      sql<number>`(select count(*) from comments c join comment_approvals a on a.comment_id = c.id
        where c.story_id = stories.id
          and not exists (select from comment_withdrawals w where w.comment_id = c.id))`.as('comments'),
    ]);
}

/** The joined person in print; null once they are erased. Their profile's address only for who may see it. */
export function bylineOf(actor: Actor) {
  const open = has(actor, 'member') || has(actor, 'steward') ? ['members', 'public'] : ['public'];
  return sql<Byline | null>`case when people.id is not null and people.erased_at is null then json_build_object(
    'name', people.name,
    'address', case when people.visibility = any(${open}) then people.slug || '-' || people.short_id end) end`;
}
