import { type SelectQueryBuilder, sql } from 'kysely';
import { type Actor, has } from '#kernel/actor.ts';
import type { Schema } from '#kernel/database/index.ts';

/** Stories that the actor may read: published ones, and drafts if they wrote them or edit. Every list starts here. */
export function visibleStories<O>(
  query: SelectQueryBuilder<Schema, 'stories', O>,
  actor: Actor,
): SelectQueryBuilder<Schema, 'stories', O> {
  if (has(actor, 'editor')) return query;
  return query.where((eb) =>
    eb.or([
      sql<boolean>`exists (select from story_publications p where p.story_id = stories.id)`,
      ...(actor.id === null ? [] : [eb('stories.author_id', '=', actor.id)]),
    ]),
  );
}

/**
 * Comments that the actor may read: approved ones; their own; for a moderator, every one whose address was proved.
 * What was withdrawn has no words left; where somebody answered, its place is kept.
 */
export function visibleComments<O>(
  query: SelectQueryBuilder<Schema, 'comments', O>,
  actor: Actor,
): SelectQueryBuilder<Schema, 'comments', O> {
  return query.where((eb) =>
    eb.or([
      sql<boolean>`exists (select from comment_approvals a where a.comment_id = comments.id)`,
      ...(actor.id === null ? [] : [eb('comments.person_id', '=', actor.id)]),
      ...(has(actor, 'moderator')
        ? [sql<boolean>`exists (select from comment_confirmations f where f.comment_id = comments.id)`]
        : []),
    ]),
  );
}
