import { type SelectQueryBuilder, sql } from 'kysely';
import { type Actor, has } from '#kernel/actor.ts';
import type { Schema } from '#kernel/database/index.ts';

export const VISIBILITIES = ['private', 'members', 'public'] as const;
export type Visibility = (typeof VISIBILITIES)[number];

/**
 * Work that the actor may see: what is public, what is for members if they are one, what they are on the team of or
 * were invited to, and, for a moderator, what waits for release, and, for an editor, what was hidden. Every read that lists work starts here.
 */
export function visibleWorks<O>(
  query: SelectQueryBuilder<Schema, 'works', O>,
  actor: Actor,
): SelectQueryBuilder<Schema, 'works', O> {
  const open: Visibility[] = has(actor, 'member') || has(actor, 'steward') ? ['members', 'public'] : ['public'];
  return query.where((eb) =>
    eb.or([
      eb('works.visibility', 'in', open),
      ...(actor.id === null
        ? []
        : [
            eb('works.id', 'in', (inner) =>
              inner.selectFrom('work_team').select('work_id').where('person_id', '=', actor.id),
            ),
          ]),
      ...(has(actor, 'editor') ? [eb('works.id', 'in', hiddenIds)] : []),
      ...(has(actor, 'moderator') ? [eb('works.id', 'in', waitingIds)] : []),
    ]),
  );
}

/** An editor hid it while an organisation’s request is talked over, or for good. */
const hiddenIds = sql<string>`(select work_id from work_hidings)`;

/** Published, but not released: it waits for a moderator. */
const waitingIds = sql<string>`(select p.work_id from work_publications p
  where not exists (select from work_releases r where r.work_id = p.work_id))`;
