import { has } from '#kernel/actor.ts';
import { policy } from '#kernel/permission.ts';

export const { allow, may } = policy<{ 'keep-members': object }>({ 'keep-members': (actor) => has(actor, 'steward') });
