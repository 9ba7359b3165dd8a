import { has } from '#kernel/actor.ts';
import { policy } from '#kernel/permission.ts';

export const { allow, may } = policy<{ 'keep-organisations': object }>({
  'keep-organisations': (actor) => has(actor, 'editor') || has(actor, 'steward'),
});
