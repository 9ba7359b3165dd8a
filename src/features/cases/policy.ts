import { has, isSignedIn } from '#kernel/actor.ts';
import { policy } from '#kernel/permission.ts';
import type { Case } from './cases.ts';
import type { Opening } from './versions.ts';

type Authored = Pick<Case, 'authors'>;

export const { allow, may } = policy<{
  start: object;
  edit: Authored;
  publish: Authored & { opening: Opening };
  withdraw: Authored;
}>({
  start: (actor) => isSignedIn(actor) && actor.email !== null,
  edit: (actor, { authors }) => actor.id !== null && authors.includes(actor.id),
  /** A newcomer can hand a case to whom they like; showing it to the community takes a member. */
  publish: (actor, { authors, opening }) =>
    actor.id !== null && authors.includes(actor.id) && (opening === 'link' || has(actor, 'member')),
  /** Somebody who no longer agrees may find the authors gone: stewards can do it too. */
  withdraw: (actor, { authors }) => (actor.id !== null && authors.includes(actor.id)) || has(actor, 'steward'),
});
