import type { people } from '#features/people/index.ts';
import { policy } from '#kernel/permission.ts';

export const { allow, may } = policy<{ affiliate: people.Person }>({
  affiliate: (actor, person) => actor.id === person.id,
});
