import { createHash } from 'node:crypto';
import type { Actor } from '../actor.ts';
import type { Db } from '../database/index.ts';
import { Invalid, NotFound } from '../errors.ts';
import { formatNumber } from '../format.ts';
import { newId } from '../ids.ts';
import * as jobs from '../jobs.ts';
import type { Storage } from '../storage.ts';
import { t } from '../words.ts';
import { redraw } from './picture.ts';
import { type Kind, type Sniffed, sniff } from './sniff.ts';

export { serve } from './serve.ts';
export { type Kind, sniff } from './sniff.ts';

/** A file that Cairn keeps. `name` is what its owner called it; `width` and `height` are those of a picture. */
export type StoredFile = {
  id: string;
  key: string;
  name: string;
  type: string;
  bytes: number;
  sha256: string;
  width: number | null;
  height: number | null;
};

/**
 * What a form takes: kinds, size in bytes, the field that a sentence about it belongs to, and how many pixels long a picture
 * is kept.
 */
export type Wanted = { kinds: readonly Kind[]; maxBytes: number; field?: string; longestSide?: number };

const COLUMNS = ['id', 'key', 'name', 'type', 'bytes', 'sha256', 'width', 'height'] as const;

/**
 * Takes a file that somebody sent. Its kind is read from its bytes; pictures are drawn anew, everything else is kept as
 * it is. The bytes are written first, then the row: a file in the table is there. Throws Invalid with a sentence.
 */
export async function take(db: Db, storage: Storage, file: File, wanted: Wanted, actor: Actor): Promise<StoredFile> {
  const { maxBytes, field = 'file' } = wanted;
  if (file.size > maxBytes) throw new Invalid({ [field]: tooLarge(maxBytes) });
  if (file.size === 0) throw new Invalid({ [field]: t('That file is empty. Please choose another.') });
  const given = new Uint8Array(await file.arrayBuffer());
  const found = accepted(sniff(given), wanted);
  const {
    bytes,
    type,
    ending,
    width = null,
    height = null,
  } = found.kind === 'image'
    ? await redraw(given, field, wanted.longestSide)
    : { ...found, bytes: given, width: null, height: null };
  const id = newId();
  const row = {
    id,
    key: `${id}.${ending}`,
    name: nameOf(file.name, ending),
    type,
    bytes: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    width,
    height,
  };
  await storage.put(row.key, bytes);
  await db
    .insertInto('files')
    .values({ ...row, added_at: actor.at, added_by: actor.id })
    .execute();
  return row;
}

/** The file of an id; whether the reader may have it is for its parent to say. */
export async function find(db: Db, id: string): Promise<StoredFile> {
  const file = await db.selectFrom('files').select(COLUMNS).where('id', '=', id).executeTakeFirst();
  if (!file) throw new NotFound();
  return file;
}

/** Asks for a file to be removed once the caller's transaction, which takes the last pointer to it away, has ended well. */
export function discard(db: Db, id: string): Promise<void> {
  return jobs.enqueue(db, 'files.remove', { file: id });
}

/** The jobs of files. */
export function handlers(db: Db, storage: Storage): jobs.Handlers {
  return { 'files.remove': async ({ file }) => (file ? remove(db, storage, file) : undefined) };
}

/** Removes a file for good. Nothing may point to it any more. */
export async function remove(db: Db, storage: Storage, id: string): Promise<void> {
  const file = await db.deleteFrom('files').where('id', '=', id).returning('key').executeTakeFirst();
  if (file) await storage.remove(file.key);
}

function accepted(found: Sniffed | null, { kinds, field = 'file' }: Wanted): Sniffed {
  if (!found || !kinds.includes(found.kind)) throw new Invalid({ [field]: wrongKind(kinds) });
  if (found.macros)
    throw new Invalid({
      [field]: t('That document contains macros, which are programs. Please save it without them.'),
    });
  return found;
}

function wrongKind(kinds: readonly Kind[]): string {
  const names = new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(kinds.map((kind) => KINDS[kind]()));
  return t('We cannot use that kind of file here. Please send {names}.', { names });
}

const KINDS: Record<Kind, () => string> = {
  image: () => t('a picture (JPEG, PNG, WebP or GIF)'),
  pdf: () => t('a PDF'),
  office: () => t('a document, sheet or slides (Word, Excel, PowerPoint or OpenDocument of today)'),
  audio: () => t('a sound recording (MP3, M4A, Ogg, WAV or FLAC)'),
  video: () => t('a film (MP4 or WebM)'),
};

function tooLarge(maxBytes: number): string {
  return t('That file is larger than {megabytes} MB. Please send a smaller one.', {
    megabytes: formatNumber(Math.floor((maxBytes / 1024 / 1024) * 10) / 10),
  });
}

/** What the owner called it, with the ending that its bytes deserve. */
function nameOf(name: string, ending: string): string {
  const stem = name
    .replace(/\.[A-Za-z0-9]{1,5}$/, '')
    .replace(/[\p{C}/\\:*?"<>|]+/gu, ' ')
    .trim()
    .slice(0, 120);
  return `${stem || 'file'}.${ending}`;
}
