import type { Actor } from '#kernel/actor.ts';
import { type Db, inTransaction } from '#kernel/database/index.ts';
import { Invalid, NotFound } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import * as journal from '#kernel/journal.ts';
import { type Prose, richText } from '#kernel/prose/index.ts';
import * as settings from '#kernel/settings.ts';
import { t } from '#kernel/words.ts';
import { allow } from './policy.ts';

/** The pages that stewards write. */
export const PAGES = ['accessibility', 'comments', 'compact', 'privacy'] as const;
export type PageKey = (typeof PAGES)[number];

/** One version of a page. `edition` is set while it is the text that Cairn came with. */
export type Version = {
  id: string;
  page: PageKey;
  version: number;
  title: string;
  body: string;
  edition: string | null;
  writtenBy: string | null;
  writtenAt: Date;
  note: string;
};

const COLUMNS = [
  'page_versions.id',
  'page',
  'version',
  'title',
  'body',
  'edition',
  'people.name as writtenBy',
  'written_at as writtenAt',
  'note',
] as const;

/** The page as it is now. Throws NotFound where nobody has put it there yet. */
export async function current(db: Db, page: PageKey): Promise<Version & { html: string; prose: Prose }> {
  const [newest] = await versions(db, page).limit(1).execute();
  if (!newest) throw new NotFound();
  return shown(db, newest);
}

/** A version, current or past. */
export async function find(db: Db, page: PageKey, version: number): Promise<Version & { html: string; prose: Prose }> {
  const found = await versions(db, page).where('version', '=', version).executeTakeFirst();
  if (!found) throw new NotFound();
  return shown(db, found);
}

/** All versions, newest first. */
export function history(db: Db, page: PageKey): Promise<Version[]> {
  return versions(db, page).execute();
}

/** The words of a page with the community's name, and how long it keeps what, in their places. */
export async function proseOf(db: Db, body: string): Promise<Prose> {
  const community = await settings.read(db);
  const places = {
    '{community}': community['community.name'],
    '{draft-months}': String(community['retention.draft-months']),
    '{application-months}': String(community['retention.application-months']),
    '{letter-days}': String(community['retention.letter-days']),
  };
  return richText(Object.entries(places).reduce((text, [place, words]) => text.replaceAll(place, words), body));
}

export type Revision = { title: string; body: string; note: string; since: number };

/** Writes the next version. `since` is the version that its writer had before them: nobody overwrites what they never saw. */
export async function revise(
  db: Db,
  page: PageKey,
  { title, body, note, since }: Revision,
  actor: Actor,
): Promise<void> {
  allow(actor, 'revise', page);
  await inTransaction(db, async (trx) => {
    const before = await trx
      .selectFrom('page_versions')
      .select(['id', 'version'])
      .where('page', '=', page)
      .orderBy('version', 'desc')
      .forUpdate()
      .executeTakeFirst();
    const latest = before?.version ?? 0;
    if (latest !== since) throw new Invalid({ form: somebodyWasFaster(latest) });
    const id = newId();
    await trx
      .insertInto('page_versions')
      .values({ id, page, version: latest + 1, title, body, note, written_by: actor.id, written_at: actor.at })
      .execute();
    await journal.record(trx, actor, 'page.revised', { type: 'page', id }, { before: before?.id, after: id });
  });
}

function somebodyWasFaster(version: number): string {
  return t(
    'Somebody saved version {version} while you were writing. Your text is still here: compare it with theirs in the history, then save again.',
    { version },
  );
}

function versions(db: Db, page: PageKey) {
  return db
    .selectFrom('page_versions')
    .leftJoin('people', 'people.id', 'page_versions.written_by')
    .select(COLUMNS)
    .where('page', '=', page)
    .orderBy('version', 'desc');
}

async function shown(db: Db, version: Version): Promise<Version & { html: string; prose: Prose }> {
  const prose = await proseOf(db, version.body);
  return { ...version, prose, html: prose.html };
}
