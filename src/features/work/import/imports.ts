import { sql } from 'kysely';
import { z } from 'zod';
import type { Actor } from '#kernel/actor.ts';
import { type Db, inTransaction } from '#kernel/database/index.ts';
import { Conflict, Invalid, NotFound } from '#kernel/errors.ts';
import { newId, shortId } from '#kernel/ids.ts';
import * as jobs from '#kernel/jobs.ts';
import * as journal from '#kernel/journal.ts';
import { limit } from '#kernel/limits.ts';
import type { Row } from '#kernel/sheets/index.ts';
import { t } from '#kernel/words.ts';
import { allow } from '../policy.ts';
import type { LeftOut, Mapping } from './trial.ts';

export type Import = {
  id: string;
  short: string;
  importedBy: string;
  ownerId: string;
  ownerName: string;
  uploadedAt: Date;
  /** The rows as read; null once they are works. */
  sheet: Row[] | null;
  mapping: Mapping | null;
  startedAt: Date | null;
  finishedAt: Date | null;
  undoneAt: Date | null;
  taken: number;
  total: number;
  leftOut: LeftOut[];
  /** How many of its works are there now. */
  works: number;
};

export type Listed = Omit<Import, 'sheet'>;

const LISTED = [
  'i.id',
  'i.short_id as short',
  'i.imported_by as importedBy',
  'i.owner_id as ownerId',
  'people.name as ownerName',
  'i.uploaded_at as uploadedAt',
  'i.started_at as startedAt',
  'i.finished_at as finishedAt',
  'i.undone_at as undoneAt',
  'i.taken',
  'i.total',
  sql<Mapping | null>`i.mapping`.as('mapping'),
  sql<LeftOut[]>`coalesce(i.left_out, '[]')`.as('leftOut'),
  sql<number>`(select count(*)::int from works w where w.import_id = i.id)`.as('works'),
] as const;

/** Keeps what was read out of a sheet while its sender says which column is what. A steward may do it for somebody else. */
export async function upload(
  db: Db,
  { rows, owner = '' }: { rows: Row[]; owner?: string },
  actor: Actor,
): Promise<Import> {
  allow(actor, 'import', {});
  if (owner !== '') allow(actor, 'import for others', {});
  if (rows.length < 2) throw new Invalid({ file: t('This sheet has no rows below its headings.') });
  return inTransaction(db, async (trx) => {
    await limit(trx, 'work.import', actor.id ?? '', actor.at);
    const id = newId();
    const row = {
      id,
      short_id: shortId(id),
      imported_by: actor.id ?? '',
      owner_id: owner === '' ? (actor.id ?? '') : await ownerOf(trx, owner),
      uploaded_at: actor.at,
      sheet: JSON.stringify(rows),
      total: rows.length - 1,
    };
    await trx.insertInto('work_imports').values(row).execute();
    await journal.record(trx, actor, 'import.uploaded', { type: 'import', id });
    return find(trx, row.short_id, actor);
  });
}

/** An import that the actor sent, or that was made for them. Throws NotFound. */
export async function find(db: Db, short: string, actor: Actor): Promise<Import> {
  const found = await theirs(db, actor)
    .select(sql<Row[] | null>`i.sheet`.as('sheet'))
    .where('i.short_id', '=', short)
    .executeTakeFirst();
  if (!found) throw new NotFound();
  return found;
}

/** The imports that the actor sent, or that were made for them, the latest first. */
export function list(db: Db, actor: Actor): Promise<Listed[]> {
  return theirs(db, actor).orderBy('i.uploaded_at', 'desc').limit(10).execute();
}

/** Begins to make works of the rows. A job does it; its page says how far it is. */
export async function start(db: Db, imported: Import, mapping: Mapping, actor: Actor): Promise<void> {
  allow(actor, 'start import', imported);
  if (mapping.columns.title === undefined)
    throw new Invalid({ title: t('Say which column holds the title of each piece of work.') });
  await inTransaction(db, async (trx) => {
    const begun = await trx
      .updateTable('work_imports')
      .set({ mapping: JSON.stringify(mapping), started_at: actor.at })
      .where('id', '=', imported.id)
      .where('started_at', 'is', null)
      .executeTakeFirst();
    if (begun.numUpdatedRows === 0n) throw new Conflict(t('This sheet is being imported already.'));
    await journal.record(trx, actor, 'import.started', { type: 'import', id: imported.id });
    await jobs.enqueue(trx, 'work.import', { import: imported.id });
  });
}

/**
 * Takes a whole import back. Work that others may see, or that somebody has gone on with, stays: it is more than a line of a sheet
 * by now. Answers how many pieces stay.
 */
export async function undo(db: Db, imported: Import, actor: Actor): Promise<number> {
  allow(actor, 'undo import', imported);
  if (imported.startedAt && !imported.finishedAt)
    throw new Conflict(t('This import is still under way. Take it back once it is done.'));
  return inTransaction(db, async (trx) => {
    const undone = await trx
      .updateTable('work_imports')
      .set({ undone_at: actor.at, sheet: null })
      .where('id', '=', imported.id)
      .where('undone_at', 'is', null)
      .executeTakeFirst();
    if (undone.numUpdatedRows === 0n) throw new Conflict(t('This import was taken back already.'));
    const gone = await trx
      .deleteFrom('works')
      .where('import_id', '=', imported.id)
      .where('visibility', '=', 'private')
      .where('changed_at', '=', (eb) => eb.ref('shared_at'))
      .where(sql<boolean>`not exists (select from measures m where m.work_id = works.id)
        and not exists (select from work_updates u where u.work_id = works.id)
        and not exists (select from work_publications p where p.work_id = works.id)`)
      .executeTakeFirst();
    await journal.record(trx, actor, 'import.undone', { type: 'import', id: imported.id });
    return imported.works - Number(gone.numDeletedRows);
  });
}

/** Forgets sheets that nobody made works of within a week. */
export async function sweep(db: Db, at: Date): Promise<void> {
  await db
    .deleteFrom('work_imports')
    .where('started_at', 'is', null)
    .where('uploaded_at', '<', new Date(at.getTime() - 7 * 86_400_000))
    .execute();
}

function theirs(db: Db, actor: Actor) {
  return db
    .selectFrom('work_imports as i')
    .innerJoin('people', 'people.id', 'i.owner_id')
    .select(LISTED)
    .where((eb) => eb.or([eb('i.imported_by', '=', actor.id), eb('i.owner_id', '=', actor.id)]));
}

async function ownerOf(db: Db, email: string): Promise<string> {
  if (!z.email().safeParse(email).success) throw new Invalid({ owner: t('This is not an e-mail address.') });
  const row = await db.selectFrom('person_emails').select('person_id').where('email', '=', email).executeTakeFirst();
  if (!row) throw new Invalid({ owner: t('Nobody here has this e-mail address.') });
  return row.person_id;
}
