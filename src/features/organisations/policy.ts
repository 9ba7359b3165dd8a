import type { people } from '#features/people/index.ts';
import { has } from '#kernel/actor.ts';
import { policy } from '#kernel/permission.ts';

export const { allow, may } = policy<{ 'keep-organisations': object; affiliate: people.Person }>({
  'keep-organisations': (actor) => has(actor, 'editor') || has(actor, 'steward'),
  affiliate: (actor, person) => actor.id === person.id,
});
