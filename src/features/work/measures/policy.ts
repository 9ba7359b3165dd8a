import { policy } from '#kernel/permission.ts';
import type { Work } from '../works.ts';

/** What is done with the measures of a piece of work is done by its team. */
export const { allow, may } = policy<{ measure: Pick<Work, 'team'> }>({
  measure: (actor, work) => actor.id !== null && work.team.includes(actor.id),
});
