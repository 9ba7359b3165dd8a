import { has } from '#kernel/actor.ts';
import { policy } from '#kernel/permission.ts';
import type { Person } from './people.ts';

export const { allow, may } = policy<{ describe: Person; keepEmails: Person; takeAway: Person; erase: Person }>({
  describe: (actor, person) => actor.id === person.id,
  keepEmails: (actor, person) => actor.id === person.id,
  takeAway: (actor, person) => actor.id === person.id,
  erase: (actor, person) => actor.id === person.id || has(actor, 'steward'),
});
