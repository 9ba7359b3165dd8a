import { type Actor, has, isSignedIn } from '#kernel/actor.ts';
import { policy } from '#kernel/permission.ts';
import type { Work } from './finding.ts';

/** Who is on the team of a piece of work, and who was asked to be. */
type Teamed = Pick<Work, 'team' | 'invited'>;

export const { allow, may } = policy<{
  share: object;
  import: object;
  'import for others': object;
  'start import': { importedBy: string };
  'undo import': { importedBy: string; ownerId: string };
  edit: Teamed;
  publish: Teamed;
  join: Teamed;
  leave: Teamed;
  place: Teamed;
  'see releases': object;
  release: object;
}>({
  /** Anybody with a confirmed address contributes; membership is not needed. */
  share: (actor) => isSignedIn(actor) && actor.email !== null,
  /** A sheet of many pieces at once is for members; stewards do it for somebody else as well. */
  import: (actor) => isSignedIn(actor) && (has(actor, 'member') || has(actor, 'steward')),
  'import for others': (actor) => has(actor, 'steward'),
  'start import': (actor, { importedBy }) => actor.id === importedBy,
  'undo import': (actor, { importedBy, ownerId }) => actor.id === importedBy || actor.id === ownerId,
  edit: onTeam,
  publish: onTeam,
  join: (actor, work) => actor.id !== null && work.invited.includes(actor.id),
  leave: onTeam,
  /** Members say where any work that they see stands; a newcomer, where their own does. */
  place: (actor, work) => (actor.id !== null && has(actor, 'member')) || onTeam(actor, work),
  'see releases': (actor) => has(actor, 'moderator'),
  release: (actor) => has(actor, 'moderator'),
});

function onTeam(actor: Actor, work: Teamed): boolean {
  return actor.id !== null && work.team.includes(actor.id);
}
