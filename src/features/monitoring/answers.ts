import { sql } from 'kysely';
import { z } from 'zod';
import type { Actor } from '#kernel/actor.ts';
import type { Db } from '#kernel/database/index.ts';
import { allow } from './policy.ts';
import { type Key, markOf, pseudonymOf } from './pseudonym.ts';

/** One answer to each question that was answered: the key of an option. */
export type Answers = Record<string, string>;
const Answers = z.record(z.string(), z.string());

/** What a person answered; empty where nothing. */
export async function of(db: Db, key: Key, personId: string): Promise<Answers> {
  const row = await db
    .selectFrom('monitoring.answers')
    .select('answers')
    .where('pseudonym', '=', pseudonymOf(key, personId))
    .executeTakeFirst();
  return Answers.parse(row?.answers ?? {});
}

/** Keeps what an actor answers about themselves, in place of what they answered before. No entry in the journal: on purpose. */
export async function give(db: Db, key: Key, answers: Answers, actor: Actor): Promise<void> {
  allow(actor, 'answer', {});
  if (Object.keys(answers).length === 0) return withdraw(db, key, actor);
  const row = { key_mark: markOf(key), answers: JSON.stringify(answers) };
  await db
    .insertInto('monitoring.answers')
    .values({ pseudonym: pseudonymOf(key, actor.id ?? ''), ...row })
    .onConflict((conflict) => conflict.column('pseudonym').doUpdateSet(row))
    .execute();
}

/** Takes everything back that an actor answered. */
export async function withdraw(db: Db, key: Key, actor: Actor): Promise<void> {
  allow(actor, 'withdraw-answers', {});
  await forget(db, key, actor.id ?? '');
}

/** Forgets what a person answered. */
export async function forget(db: Db, key: Key, personId: string): Promise<void> {
  await db.deleteFrom('monitoring.answers').where('pseudonym', '=', pseudonymOf(key, personId)).execute();
}

/** Everybody's answers by pseudonym, for counting. Those under another key could not be withdrawn, so they do not count. */
export async function all(db: Db, key: Key): Promise<Map<string, Answers>> {
  const rows = await db
    .selectFrom('monitoring.answers')
    .select(['pseudonym', 'answers'])
    .where('key_mark', '=', markOf(key))
    .execute();
  return new Map(rows.map(({ pseudonym, answers }) => [pseudonym, Answers.parse(answers)]));
}

/**
 * Writes all rows again in the order of their pseudonyms, in one transaction: neither where a row lies on the disk nor which
 * transaction wrote it tells when its person answered.
 */
export async function shuffle(db: Db): Promise<void> {
  await sql`
    with gone as (delete from monitoring.answers returning pseudonym, key_mark, answers)
    insert into monitoring.answers (pseudonym, key_mark, answers)
    select pseudonym, key_mark, answers from gone order by pseudonym`.execute(db);
}
