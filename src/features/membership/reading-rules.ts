import type { Actor } from '#kernel/actor.ts';
import { type Db, inTransaction } from '#kernel/database/index.ts';
import * as settings from '#kernel/settings.ts';
import { allow } from './policy.ts';

/** How a community reads: with or without names at first, and how long an answer can be appealed against. */
export async function set(
  db: Db,
  { hideNames, appealDays }: { hideNames: boolean; appealDays: number },
  actor: Actor,
): Promise<void> {
  allow(actor, 'edit-criteria', {});
  await inTransaction(db, async (trx) => {
    await settings.write(trx, 'membership.hide-names', hideNames, actor);
    await settings.write(trx, 'membership.appeal-days', appealDays, actor);
  });
}
