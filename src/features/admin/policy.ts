import { has } from '#kernel/actor.ts';
import { policy } from '#kernel/permission.ts';

export const { allow, may } = policy<{ steward: object }>({
  steward: (actor) => has(actor, 'steward'),
});
