import { policy } from '#kernel/permission.ts';
import type { Person } from './people.ts';

export const { allow, may } = policy<{ describe: Person }>({
  describe: (actor, person) => actor.id === person.id,
});
