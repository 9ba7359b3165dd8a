import { createHash, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Actor } from './actor.ts';
import type { Db } from './database/index.ts';
import { newId } from './ids.ts';

export type Subject = { type: string; id: string };
export type Change = { before?: unknown; after?: unknown };

/**
 * Writes one entry: who did what to what, when. The entry holds ids only; before and after lie in a row of their own that
 * can be erased, of which the entry keeps a salted digest. The last line of each verb, in its transaction.
 */
export async function record(db: Db, actor: Actor, verb: string, subject: Subject, change?: Change): Promise<void> {
  const id = newId();
  const details = change && { salt: randomBytes(16).toString('hex'), text: JSON.stringify(change) };
  await db
    .insertInto('journal')
    .values({
      id,
      at: actor.at,
      actor_id: actor.id,
      verb,
      subject_type: subject.type,
      subject_id: subject.id,
      digest: details ? digest(details.salt, details.text) : null,
    })
    .execute();
  if (details)
    await db.insertInto('journal_details').values({ entry_id: id, salt: details.salt, change: details.text }).execute();
}

/** The entries about one thing, newest first. */
export function about(db: Db, subject: Subject, limit = 100) {
  return db
    .selectFrom('journal')
    .leftJoin('journal_details', 'journal_details.entry_id', 'journal.id')
    .select(['journal.id', 'journal.at', 'journal.actor_id', 'journal.verb', 'journal_details.change'])
    .where('subject_type', '=', subject.type)
    .where('subject_id', '=', subject.id)
    .orderBy('at', 'desc')
    .orderBy('journal.id', 'desc')
    .limit(limit)
    .execute();
}

/** Erases what the entries about a thing said before and after, and every detail in which these words occur. */
export async function forget(db: Db, subject: Subject, words: readonly string[] = []): Promise<void> {
  await db
    .deleteFrom('journal_details')
    .where((eb) =>
      eb.or([
        eb(
          'entry_id',
          'in',
          eb
            .selectFrom('journal')
            .select('id')
            .where('subject_type', '=', subject.type)
            .where('subject_id', '=', subject.id),
        ),
        ...words.map((word) => eb(sql`position(lower(${word}) in lower(change))`, '>', 0)),
      ]),
    )
    .execute();
}

export function digest(salt: string, text: string): string {
  return createHash('sha256').update(salt).update(text).digest('hex');
}
