import { type Actor, isSignedIn } from '#kernel/actor.ts';
import { policy } from '#kernel/permission.ts';

type Teamed = { team: string[] };

/** Who is on the two teams that an adaptation stands between. */
type Between = { by: Teamed; of: Teamed };

export const { allow, may } = policy<{
  try: Teamed;
  draw: Teamed;
  tell: object;
  adapt: Teamed;
  retell: Between;
  answer: Between;
}>({
  /** Cycles and driver diagrams are their team's. */
  try: onTeam,
  draw: onTeam,
  /** Whoever has a confirmed address may say that they tried it elsewhere: for work of their own. */
  tell: (actor) => isSignedIn(actor) && actor.email !== null,
  adapt: onTeam,
  /** Changed and withdrawn by whose telling it is; the first team may answer it, and not remove it. */
  retell: (actor, { by }) => onTeam(actor, by),
  answer: (actor, { of }) => onTeam(actor, of),
});

function onTeam(actor: Actor, { team }: Teamed): boolean {
  return actor.id !== null && team.includes(actor.id);
}
