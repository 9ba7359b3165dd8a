import type { Actor } from '#kernel/actor.ts';
import { type Db, inTransaction } from '#kernel/database/index.ts';
import * as journal from '#kernel/journal.ts';
import * as assignments from './assignments.ts';
import { type Reading, take } from './panel.ts';
import { allow } from './policy.ts';

/** "I know this person": the seat goes to somebody else, and who says so does not see the application again. */
export async function declare(db: Db, reading: Reading, url: string, actor: Actor): Promise<void> {
  allow(actor, 'declare-conflict', reading);
  await inTransaction(db, async (trx) => {
    const fresh = await take(trx, reading, actor);
    allow(actor, 'declare-conflict', fresh);
    if (actor.id === null) return;
    await trx
      .insertInto('conflicts')
      .values({ application_id: fresh.id, person_id: actor.id, declared_at: actor.at })
      .execute();
    await assignments.fill(trx, fresh.id, url, actor);
    await journal.record(trx, actor, 'conflict.declared', { type: 'application', id: fresh.id });
  });
}
