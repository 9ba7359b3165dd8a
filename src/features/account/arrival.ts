import { people } from '#features/people/index.ts';
import type { Actor } from '#kernel/actor.ts';
import type { Db } from '#kernel/database/index.ts';
import type { Current, Sessions } from '#kernel/session/index.ts';

/** Lets a newcomer, whose address is confirmed, become a person by the name that they gave. */
export async function arrive(db: Db, sessions: Sessions, current: Current, name: string, actor: Actor): Promise<void> {
  const personId = await people.meet(db, { email: current.email, name }, actor);
  await sessions.accounts.belong(current.accountId, personId);
}
