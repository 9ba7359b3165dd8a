import type { people } from '#features/people/index.ts';
import { has } from '#kernel/actor.ts';
import { policy } from '#kernel/permission.ts';

export const { allow, may } = policy<{
  write: people.Person;
  answer: { to: people.Person };
  keep: object;
  block: people.Person;
}>({
  write: (actor, to) => (has(actor, 'member') || has(actor, 'steward')) && actor.id !== to.id,
  answer: (actor, { to }) => actor.id === to.id,
  keep: (actor) => actor.id !== null,
  block: (actor, other) => actor.id !== null && actor.id !== other.id,
});
