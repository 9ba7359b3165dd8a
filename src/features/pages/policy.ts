import { has } from '#kernel/actor.ts';
import { policy } from '#kernel/permission.ts';
import type { PageKey } from './pages.ts';

export const { allow, may } = policy<{ revise: PageKey }>({
  revise: (actor) => has(actor, 'steward'),
});
