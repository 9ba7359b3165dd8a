import { sql } from 'kysely';
import type { people } from '#features/people/index.ts';
import type { Actor } from '#kernel/actor.ts';
import { type Db, inTransaction } from '#kernel/database/index.ts';
import * as journal from '#kernel/journal.ts';
import { allow } from './policy.ts';

/**
 * Does somebody take messages from the actor? Whoever is blocked reads the sentence that everybody reads about who takes
 * none: it is true, it wastes nobody's words, and it does not say that anybody was shut out. `known`: they wrote first, so
 * that only a block stops the answer.
 */
export async function isOpen(
  db: Db,
  { id }: people.Person,
  actor: Actor,
  { known = false }: { known?: boolean } = {},
): Promise<boolean> {
  const [closed, blocked, reachable] = await Promise.all([
    known ? undefined : isClosed(db, id),
    db
      .selectFrom('message_blocks')
      .select('blocked_at')
      .where('person_id', '=', id)
      .where('blocked_id', '=', actor.id)
      .executeTakeFirst(),
    db
      .selectFrom('person_emails')
      .select('id')
      .where('person_id', '=', id)
      .where('is_primary', '=', true)
      .executeTakeFirst(),
  ]);
  return !closed && blocked === undefined && reachable !== undefined;
}

export async function isClosed(db: Db, personId: string): Promise<boolean> {
  const row = await db
    .selectFrom('message_closures')
    .select('closed_at')
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return row !== undefined;
}

/** Takes no messages from now on. */
export async function close(db: Db, actor: Actor): Promise<void> {
  allow(actor, 'keep', {});
  const id = actor.id ?? '';
  await inTransaction(db, async (trx) => {
    await trx
      .insertInto('message_closures')
      .values({ person_id: id, closed_at: actor.at })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    await journal.record(trx, actor, 'messages.closed', { type: 'person', id });
  });
}

export async function open(db: Db, actor: Actor): Promise<void> {
  allow(actor, 'keep', {});
  const id = actor.id ?? '';
  await inTransaction(db, async (trx) => {
    await trx.deleteFrom('message_closures').where('person_id', '=', id).execute();
    await journal.record(trx, actor, 'messages.opened', { type: 'person', id });
  });
}

/** Takes no messages from somebody, who is not told. The journal keeps only that it happened, not about whom. */
export async function block(db: Db, other: people.Person, actor: Actor): Promise<void> {
  allow(actor, 'block', other);
  const id = actor.id ?? '';
  await inTransaction(db, async (trx) => {
    await trx
      .insertInto('message_blocks')
      .values({ person_id: id, blocked_id: other.id, blocked_at: actor.at })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    await journal.record(trx, actor, 'messages.blocked', { type: 'person', id });
  });
}

export async function unblock(db: Db, other: people.Person, actor: Actor): Promise<void> {
  allow(actor, 'block', other);
  const id = actor.id ?? '';
  await inTransaction(db, async (trx) => {
    await trx.deleteFrom('message_blocks').where('person_id', '=', id).where('blocked_id', '=', other.id).execute();
    await journal.record(trx, actor, 'messages.unblocked', { type: 'person', id });
  });
}

/** Those whom the actor does not want to hear from, the latest first. */
export function blocked(db: Db, actor: Actor): Promise<{ name: string; address: string }[]> {
  allow(actor, 'keep', {});
  return db
    .selectFrom('message_blocks')
    .innerJoin('people', 'people.id', 'message_blocks.blocked_id')
    .select(['people.name', sql<string>`people.slug || '-' || people.short_id`.as('address')])
    .where('message_blocks.person_id', '=', actor.id)
    .orderBy('blocked_at', 'desc')
    .execute();
}

/** Every two of whom one does not want to hear from the other: for rooms that bring people together. */
export async function pairs(db: Db): Promise<[string, string][]> {
  const rows = await db.selectFrom('message_blocks').select(['person_id', 'blocked_id']).execute();
  return rows.map(({ person_id, blocked_id }) => [person_id, blocked_id]);
}
