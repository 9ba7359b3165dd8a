import type { Country } from './countries.ts';

/** Who acts, and when: each verb takes it last. The journal entry of an act needs nothing else. */
export type Actor = {
  /** The person, or null for a visitor and for Cairn itself. */
  id: string | null;
  name: string | null;
  /** A confirmed address, or null. */
  email: string | null;
  roles: readonly Grant[];
  at: Date;
};

/** The roles; `assessor` is held for one country, the others for all. */
export const ROLES = ['member', 'assessor', 'editor', 'moderator', 'data-lead', 'steward'] as const;
export type Role = (typeof ROLES)[number];
export type Grant = { role: Role; country: Country | null };

/** Somebody who has not signed in. */
export function visitor(at: Date): Actor {
  return { id: null, name: null, email: null, roles: [], at };
}

/** Cairn itself, for jobs. It holds no roles: a job that needs one says so. */
export const cairnItself = visitor;

/** Does the actor hold the role (for this country, where a role is held for one)? */
export function has(actor: Actor, role: Role, country?: Country): boolean {
  return actor.roles.some(
    (grant) => grant.role === role && (grant.country === null || !country || grant.country === country),
  );
}

export function isSignedIn(actor: Actor): actor is Actor & { id: string; email: string } {
  return actor.id !== null;
}
