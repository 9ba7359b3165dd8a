import { has } from '#kernel/actor.ts';
import { policy } from '#kernel/permission.ts';

export const { allow, may } = policy<{ 'read-report': object }>({
  'read-report': (actor) => has(actor, 'steward') || has(actor, 'data-lead'),
});
