import { has } from '#kernel/actor.ts';
import { policy } from '#kernel/permission.ts';

export const { allow, may } = policy<{ moderate: object }>({
  moderate: (actor) => has(actor, 'moderator'),
});
