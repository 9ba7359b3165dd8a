import { has } from '#kernel/actor.ts';
import { policy } from '#kernel/permission.ts';

/** Members are asked, each about themselves. Who has answered may take it back as long as they have an account. */
export const { allow, may } = policy<{ answer: object; 'withdraw-answers': object }>({
  answer: (actor) => actor.id !== null && has(actor, 'member'),
  'withdraw-answers': (actor) => actor.id !== null,
});
