import type { SelectQueryBuilder } from 'kysely';
import { type Actor, has } from '#kernel/actor.ts';
import type { Schema } from '#kernel/database/index.ts';
import { t } from '#kernel/words.ts';
import { FIELDS, type Field } from './fields.ts';

/** From the narrowest circle to the widest. */
export const VISIBILITIES = ['private', 'members', 'public'] as const;
export type Visibility = (typeof VISIBILITIES)[number];
export type Visibilities = Partial<Record<Field, Visibility>>;

/** A field about which nothing was said is for members. */
export const AT_FIRST: Visibility = 'members';

const NAMES: Record<Visibility, () => string> = {
  private: () => t('Only me'),
  members: () => t('Members'),
  public: () => t('Everybody'),
};

export function visibilityName(visibility: Visibility): string {
  return NAMES[visibility]();
}

export function visibilityChoices(): { value: Visibility; label: string }[] {
  return VISIBILITIES.toReversed().map((value) => ({ value, label: visibilityName(value) }));
}

export type Audience = 'members' | 'public';

/** The widest circle that the reader belongs to. */
export function audienceOf(actor: Actor): Audience {
  return has(actor, 'member') || has(actor, 'steward') ? 'members' : 'public';
}

/** How far a field can be seen: as its owner chose, and never further than the profile. */
export function reach(profile: Visibility, field: Visibility = AT_FIRST): Visibility {
  return VISIBILITIES.indexOf(profile) < VISIBILITIES.indexOf(field) ? profile : field;
}

/** The fields of a profile that the reader sees. */
export function fieldsSeen(
  person: { id: string; visibility: Visibility; visibilities: Visibilities },
  actor: Actor,
): ReadonlySet<Field> {
  if (actor.id === person.id) return new Set(FIELDS);
  const open: readonly Visibility[] = audienceOf(actor) === 'members' ? ['members', 'public'] : ['public'];
  return new Set(FIELDS.filter((field) => open.includes(reach(person.visibility, person.visibilities[field]))));
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
