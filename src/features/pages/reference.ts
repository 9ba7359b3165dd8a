import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Actor } from '#kernel/actor.ts';
import { type Db, inTransaction } from '#kernel/database/index.ts';
import { newId } from '#kernel/ids.ts';
import * as journal from '#kernel/journal.ts';
import { root } from '#kernel/paths.ts';
import { PAGES, type PageKey } from './pages.ts';

/** A page as Cairn brings it. */
export type Reference = { page: PageKey; title: string; edition: string; body: string };

/**
 * Puts the texts of reference/pages where there are none, and a newer edition of them where nobody has written their own.
 * What a steward wrote is never overwritten. At each start; doing it twice changes nothing.
 */
export async function seed(db: Db, actor: Actor, references?: Reference[]): Promise<void> {
  for (const reference of references ?? (await Promise.all(PAGES.map(read))))
    await inTransaction(db, (trx) => seedOne(trx, reference, actor));
}

/** The text of reference/pages/KEY.md. */
export async function read(page: PageKey): Promise<Reference> {
  const text = await readFile(join(root, 'reference/pages', `${page}.md`), 'utf8');
  const [, edition, title, body] = /^<!-- edition: (\S+) -->\s+# (.+)\n([\s\S]+)$/.exec(text) ?? [];
  if (!title || !edition || !body) throw new Error(`reference/pages/${page}.md needs an edition, a title and a text`);
  return { page, title, edition, body: body.trim() };
}

async function seedOne(db: Db, { page, title, edition, body }: Reference, actor: Actor): Promise<void> {
  const latest = await db
    .selectFrom('page_versions')
    .select(['version', 'edition'])
    .where('page', '=', page)
    .orderBy('version', 'desc')
    .executeTakeFirst();
  if (latest && (latest.edition === null || latest.edition >= edition)) return;
  const id = newId();
  const row = { id, page, version: (latest?.version ?? 0) + 1, title, body, edition, written_at: actor.at };
  const added = await db
    .insertInto('page_versions')
    .values(row)
    .onConflict((conflict) => conflict.doNothing()) // another Cairn started at the same moment
    .executeTakeFirst();
  if (added.numInsertedOrUpdatedRows === 0n) return;
  await journal.record(db, actor, 'page.seeded', { type: 'page', id });
}
