import type { Work } from '#features/work/index.ts';
import { type Actor, has } from '#kernel/actor.ts';
import { policy } from '#kernel/permission.ts';
import type { Claim } from './claims.ts';

type Team = Pick<Work, 'team'>;

/** What work brought is for its team to say; how strong the evidence is, for nobody. */
export const { allow, may } = policy<{
  claim: Team;
  edit: Pick<Claim, 'team'>;
  review: Team;
  accept: Team & { hands: readonly string[] };
}>({
  claim: isOfTeam,
  edit: isOfTeam,
  review: (actor, work) => isOfTeam(actor, work) || has(actor, 'editor'),
  /** A correction takes two: whoever had a hand in it cannot be the one who accepts it. */
  accept: (actor, { team, hands }) =>
    actor.id !== null && (isOfTeam(actor, { team }) || has(actor, 'editor')) && !hands.includes(actor.id),
});

function isOfTeam(actor: Actor, { team }: { team: readonly string[] }): boolean {
  return actor.id !== null && team.includes(actor.id);
}
