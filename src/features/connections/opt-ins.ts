import * as reference from '#features/reference/index.ts';
import type { Actor } from '#kernel/actor.ts';
import { type Db, inTransaction } from '#kernel/database/index.ts';
import { Invalid, NotFound } from '#kernel/errors.ts';
import * as journal from '#kernel/journal.ts';
import { t } from '#kernel/words.ts';
import { allow } from './policy.ts';

export const MEETS = ['either', 'online', 'in-person'] as const;
export type Wishes = { meets: (typeof MEETS)[number]; language: string | null; showsAddress: boolean };
export type OptIn = Wishes & { since: Date; pausedAt: Date | null };

/** Whether the actor would like to meet somebody, and how; null if not. */
export async function mine(db: Db, actor: Actor): Promise<OptIn | null> {
  allow(actor, 'meet', {});
  const row = await db
    .selectFrom('introduction_opt_ins as o')
    .leftJoin('introduction_pauses as p', 'p.person_id', 'o.person_id')
    .select(['since', 'meets', 'language', 'shows_address as showsAddress', 'paused_at as pausedAt'])
    .where('o.person_id', '=', actor.id)
    .executeTakeFirst();
  return row ?? null;
}

/** Would like to meet somebody from the next round on; whoever takes part already changes their wishes. */
export async function join(db: Db, { meets, language, showsAddress }: Wishes, actor: Actor): Promise<void> {
  allow(actor, 'meet', {});
  const languages = await reference.terms.current(db, actor.at);
  if (language !== null && !languages.has('language', language))
    throw new Invalid({ language: t('Choose a language from the list, or none.') });
  const wishes = { meets, language, shows_address: showsAddress };
  await inTransaction(db, async (trx) => {
    await trx
      .insertInto('introduction_opt_ins')
      .values({ person_id: actor.id ?? '', ...wishes, since: actor.at })
      .onConflict((conflict) => conflict.column('person_id').doUpdateSet(wishes))
      .execute();
    await journal.record(trx, actor, 'introductions.joined', { type: 'person', id: actor.id ?? '' });
  });
}

/** Takes part no more. Who met whom stays, so that nobody is introduced twice to the same person. */
export async function leave(db: Db, actor: Actor): Promise<void> {
  await change(db, 'introductions.left', actor, (trx, id) =>
    trx.deleteFrom('introduction_opt_ins').where('person_id', '=', id).execute(),
  );
}

/** Is in no round until they come back. */
export async function pause(db: Db, actor: Actor): Promise<void> {
  await change(db, 'introductions.paused', actor, (trx, id) =>
    trx
      .insertInto('introduction_pauses')
      .values({ person_id: id, paused_at: actor.at })
      .onConflict((conflict) => conflict.doNothing())
      .execute(),
  );
}

export async function resume(db: Db, actor: Actor): Promise<void> {
  await change(db, 'introductions.resumed', actor, (trx, id) =>
    trx.deleteFrom('introduction_pauses').where('person_id', '=', id).execute(),
  );
}

async function change(
  db: Db,
  verb: string,
  actor: Actor,
  work: (trx: Db, id: string) => Promise<unknown>,
): Promise<void> {
  allow(actor, 'meet', {});
  if (!(await mine(db, actor))) throw new NotFound();
  const id = actor.id ?? '';
  await inTransaction(db, async (trx) => {
    await work(trx, id);
    await journal.record(trx, actor, verb, { type: 'person', id });
  });
}
