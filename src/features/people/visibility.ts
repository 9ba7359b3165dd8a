import type { SelectQueryBuilder } from 'kysely';
import { type Actor, has } from '#kernel/actor.ts';
import type { Schema } from '#kernel/database/index.ts';

export const VISIBILITIES = ['private', 'members', 'public'] as const;
export type Visibility = (typeof VISIBILITIES)[number];

/** The widest circle that the reader belongs to. */
export function audienceOf(actor: Actor): 'members' | 'public' {
  return has(actor, 'member') || has(actor, 'steward') ? 'members' : 'public';
}

/** People whose profile the actor may see. Every read that lists people starts here. */
export function visiblePeople<O>(
  query: SelectQueryBuilder<Schema, 'people', O>,
  actor: Actor,
): SelectQueryBuilder<Schema, 'people', O> {
  const open: Visibility[] = audienceOf(actor) === 'members' ? ['members', 'public'] : ['public'];
  return query
    .where('people.erased_at', 'is', null)
    .where((eb) => eb.or([eb('people.visibility', 'in', open), ...(actor.id ? [eb('people.id', '=', actor.id)] : [])]));
}
