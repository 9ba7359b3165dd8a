import type { Actor } from '#kernel/actor.ts';
import { type Db, inTransaction } from '#kernel/database/index.ts';
import type { Description, Work } from './finding.ts';
import type { State } from './states.ts';
import { describe, endOf, move } from './works.ts';

/** Saves what the edit form holds: the words and, where it changed, how far the work has come; all of it or nothing. */
export async function revise(
  db: Db,
  work: Work,
  { state, endedOn, ...given }: Description & { state: State; endedOn: string | null },
  actor: Actor,
): Promise<void> {
  const ended = endOf(state, endedOn, actor);
  await inTransaction(db, async (trx) => {
    await describe(trx, work, { ...given, endedOn: ended }, actor);
    if (state === work.state) return;
    const described = { ...work, startedOn: given.startedOn };
    await move(trx, described, { state, lesson: given.lesson, endedOn: ended }, actor);
  });
}
