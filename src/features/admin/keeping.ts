import type { Actor } from '#kernel/actor.ts';
import { type Db, inTransaction } from '#kernel/database/index.ts';
import * as jobs from '#kernel/jobs.ts';
import * as settings from '#kernel/settings.ts';
import { allow } from './policy.ts';

export type Kept = { draftMonths: number; applicationMonths: number; letterDays: number };

/** For how long what nobody needs any more is kept. It holds from the next night on. */
export async function keep(db: Db, { draftMonths, applicationMonths, letterDays }: Kept, actor: Actor): Promise<void> {
  allow(actor, 'steward', {});
  await inTransaction(db, async (trx) => {
    await settings.write(trx, 'retention.draft-months', draftMonths, actor);
    await settings.write(trx, 'retention.application-months', applicationMonths, actor);
    await settings.write(trx, 'retention.letter-days', letterDays, actor);
  });
}

/** By which rules claims are graded. Every grade is computed again when they change. */
export async function gradeBy(db: Db, profile: string, actor: Actor): Promise<void> {
  allow(actor, 'steward', {});
  await inTransaction(db, async (trx) => {
    if ((await settings.read(trx))['evidence.profile'] === profile) return;
    await settings.write(trx, 'evidence.profile', profile, actor);
    await jobs.enqueue(trx, 'evidence.regrade-all', {}, { key: 'evidence.regrade-all' });
  });
}
