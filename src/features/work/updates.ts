import type { Actor } from '#kernel/actor.ts';
import { type Db, inTransaction } from '#kernel/database/index.ts';
import { NotFound } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import * as journal from '#kernel/journal.ts';
import type { Work } from './finding.ts';
import { allow } from './policy.ts';

export type Update = { id: string; body: string; author: string | null; writtenAt: Date };

/** What has happened since, newest first. An author who was erased has no name. */
export function list(db: Db, work: Work): Promise<Update[]> {
  return db
    .selectFrom('work_updates as u')
    .leftJoin('people as p', (join) => join.onRef('p.id', '=', 'u.written_by').on('p.erased_at', 'is', null))
    .select(['u.id', 'u.body', 'p.name as author', 'u.written_at as writtenAt'])
    .where('u.work_id', '=', work.id)
    .orderBy('u.written_at', 'desc')
    .orderBy('u.id', 'desc')
    .execute();
}

export async function add(db: Db, work: Work, body: string, actor: Actor): Promise<void> {
  allow(actor, 'edit', work);
  await inTransaction(db, async (trx) => {
    await trx
      .insertInto('work_updates')
      .values({ id: newId(), work_id: work.id, body, written_by: actor.id ?? '', written_at: actor.at })
      .execute();
    await trx.updateTable('works').set({ changed_at: actor.at }).where('id', '=', work.id).execute();
    await journal.record(trx, actor, 'work.updated', { type: 'work', id: work.id });
  });
}

export async function remove(db: Db, work: Work, id: string, actor: Actor): Promise<void> {
  allow(actor, 'edit', work);
  await inTransaction(db, async (trx) => {
    const removed = await trx
      .deleteFrom('work_updates')
      .where('work_id', '=', work.id)
      .where('id', '=', id)
      .returning('body')
      .executeTakeFirst();
    if (!removed) throw new NotFound();
    await journal.record(
      trx,
      actor,
      'work.update-removed',
      { type: 'work', id: work.id },
      { before: { body: removed.body } },
    );
  });
}
