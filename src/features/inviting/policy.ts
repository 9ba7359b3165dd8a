import { type Actor, has } from '#kernel/actor.ts';
import { policy } from '#kernel/permission.ts';

export const { allow, may } = policy<{ invite: object; 'keep-campaigns': object; 'be-welcomed': object }>({
  invite: isMember,
  'keep-campaigns': (actor) => has(actor, 'steward'),
  'be-welcomed': isMember,
});

function isMember(actor: Actor): boolean {
  return actor.id !== null && has(actor, 'member');
}
