import type { Work } from '#features/work/index.ts';
import { policy } from '#kernel/permission.ts';
import type { Claim } from './claims.ts';

/** What work brought is for its team to say; how strong the evidence is, for nobody. */
export const { allow, may } = policy<{ claim: Pick<Work, 'team'>; edit: Pick<Claim, 'team'> }>({
  claim: (actor, { team }) => actor.id !== null && team.includes(actor.id),
  edit: (actor, { team }) => actor.id !== null && team.includes(actor.id),
});
