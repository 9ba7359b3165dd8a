import { type Actor, has, isSignedIn } from '#kernel/actor.ts';
import { policy } from '#kernel/permission.ts';

export type Side = 'organisation' | 'team' | 'editor';
type Between = { askedBy: string; work: { team: string[] } };

/** On which side the actor speaks; null for whom it does not concern. */
export function sideOf(actor: Actor, { askedBy, work }: Between): Side | null {
  if (actor.id === null) return null;
  if (actor.id === askedBy) return 'organisation';
  if (work.team.includes(actor.id)) return 'team';
  return has(actor, 'editor') ? 'editor' : null;
}

export const { allow, may } = policy<{
  'see removals': object;
  'ask removal': { team: string[] };
  speak: Between;
  'decide removal': Between;
}>({
  'see removals': (actor) => has(actor, 'editor'),
  /** Whoever has a confirmed address; a team takes its own work back by itself. */
  'ask removal': (actor, { team }) => isSignedIn(actor) && !team.includes(actor.id),
  speak: (actor, request) => sideOf(actor, request) !== null,
  /** An editor who is on one of the two sides does not decide. */
  'decide removal': (actor, request) => has(actor, 'editor') && sideOf(actor, request) === 'editor',
});
