import { has } from '#kernel/actor.ts';
import { policy } from '#kernel/permission.ts';
import type { Carrying } from './carrying.ts';

export const { allow, may } = policy<{
  'see carrying': Carrying;
  'name deputy': Carrying;
  'hand over': Carrying;
  'take over': Carrying;
  'end handover': Carrying;
  seek: Carrying;
  offer: Carrying;
  'accept offer': Carrying;
}>({
  'see carrying': (actor, { team, orphaned }) => on(team, actor.id) || (orphaned && has(actor, 'steward')),
  'name deputy': (actor, { team }) => on(team, actor.id),
  'hand over': (actor, { owner }) => actor.id !== null && owner?.id === actor.id,
  'take over': (actor, { handover }) => actor.id !== null && handover?.id === actor.id,
  'end handover': (actor, { owner, handover }) => actor.id !== null && [owner?.id, handover?.id].includes(actor.id),
  seek: (actor, { owner }) => actor.id !== null && owner?.id === actor.id,
  offer: (actor, { team }) => has(actor, 'member') && !on(team, actor.id),
  /** A steward accepts where nobody is left on the team. */
  'accept offer': (actor, { team, orphaned }) => on(team, actor.id) || (orphaned && has(actor, 'steward')),
});

function on(team: string[], id: string | null): boolean {
  return id !== null && team.includes(id);
}
