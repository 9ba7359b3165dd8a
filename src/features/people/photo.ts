import type { Actor } from '#kernel/actor.ts';
import { type Db, inTransaction } from '#kernel/database/index.ts';
import { NotFound } from '#kernel/errors.ts';
import * as files from '#kernel/files/index.ts';
import * as journal from '#kernel/journal.ts';
import type { Storage } from '#kernel/storage.ts';
import type { Person } from './people.ts';
import { allow } from './policy.ts';

/** A face is shown small; what a camera wrote into its file is left out by the kernel, which draws each picture anew. */
const PICTURE = { kinds: ['image'], maxBytes: 10 * 1024 * 1024, field: 'photo', longestSide: 480 } as const;

export async function show(db: Db, storage: Storage, person: Person, sent: File, actor: Actor): Promise<void> {
  allow(actor, 'describe', person);
  const { id } = await files.take(db, storage, sent, PICTURE, actor);
  await inTransaction(db, async (trx) => {
    await replace(trx, person.id, id);
    await journal.record(trx, actor, 'photo.changed', { type: 'person', id: person.id });
  });
}

export async function remove(db: Db, person: Person, actor: Actor): Promise<void> {
  allow(actor, 'describe', person);
  await inTransaction(db, async (trx) => {
    await replace(trx, person.id, null);
    await journal.record(trx, actor, 'photo.removed', { type: 'person', id: person.id });
  });
}

/** The picture's file. The caller has decided that the reader may see it. Throws NotFound. */
export async function fileOf(db: Db, person: Person): Promise<files.StoredFile> {
  const row = await db.selectFrom('people').select('photo_id').where('id', '=', person.id).executeTakeFirst();
  if (!row?.photo_id) throw new NotFound();
  return files.find(db, row.photo_id);
}

/** Puts another picture, or none, in place of a person's picture, and asks for the old one to be removed. */
export async function replace(trx: Db, personId: string, photoId: string | null): Promise<void> {
  const before = await trx.selectFrom('people').select('photo_id').where('id', '=', personId).executeTakeFirst();
  await trx.updateTable('people').set({ photo_id: photoId }).where('id', '=', personId).execute();
  if (before?.photo_id) await files.discard(trx, before.photo_id);
}
