import { has } from '#kernel/actor.ts';
import { policy } from '#kernel/permission.ts';

export const { allow, may } = policy<{ meet: object; 'run rounds': object }>({
  meet: (actor) => actor.id !== null && has(actor, 'member'),
  'run rounds': (actor) => has(actor, 'steward'),
});
