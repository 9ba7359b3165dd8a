import { type Actor, has } from '#kernel/actor.ts';
import { type Db, inTransaction } from '#kernel/database/index.ts';
import { Invalid, NotFound } from '#kernel/errors.ts';
import { newId, slug } from '#kernel/ids.ts';
import * as journal from '#kernel/journal.ts';
import { policy } from '#kernel/permission.ts';
import { t } from '#kernel/words.ts';
import { forgetRead, type Term, type TermKind } from './terms.ts';

export const { allow, may } = policy<{ 'edit-terms': object }>({
  'edit-terms': (actor) => has(actor, 'steward') || has(actor, 'editor'),
});

type Wording = { name: string; note: string };

/** Adds a term of the community's own. Throws Invalid where the vocabulary has it. */
export async function add(db: Db, kind: TermKind, { name, note }: Wording, actor: Actor): Promise<void> {
  allow(actor, 'edit-terms', {});
  await inTransaction(db, async (trx) => {
    const { last } = await trx
      .selectFrom('terms')
      .select((eb) => eb.fn.max('position').as('last'))
      .where('kind', '=', kind)
      .executeTakeFirstOrThrow();
    const row = { id: newId(), kind, key: keyOf(name), name, note, position: (last ?? 0) + 1, edition: null };
    const added = await trx
      .insertInto('terms')
      .values(row)
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (added.numInsertedOrUpdatedRows === 0n) throw new Invalid({ name: t('This is in the list already.') });
    await edited(trx, kind, row.key, actor);
    await journal.record(trx, actor, 'term.added', { type: 'term', id: row.id }, { after: { kind, name } });
  });
  forgetRead();
}

/** Says a term in the community's own words. */
export async function reword(db: Db, term: Term, { name, note }: Wording, actor: Actor): Promise<void> {
  allow(actor, 'edit-terms', {});
  const { id, kind, key } = term;
  await inTransaction(db, async (trx) => {
    await trx.updateTable('terms').set({ name, note }).where('kind', '=', kind).where('key', '=', key).execute();
    await edited(trx, kind, key, actor);
    const change = { before: { name: term.name }, after: { name } };
    await journal.record(trx, actor, 'term.reworded', { type: 'term', id }, change);
  });
  forgetRead();
}

/** Offers a term no longer. Whoever chose it keeps it. */
export async function retire(db: Db, { id, kind, key, name }: Term, actor: Actor): Promise<void> {
  allow(actor, 'edit-terms', {});
  await inTransaction(db, async (trx) => {
    await trx
      .insertInto('term_retirements')
      .values({ kind, key, retired_by: actor.id, retired_at: actor.at })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    await journal.record(trx, actor, 'term.retired', { type: 'term', id }, { before: { kind, name } });
  });
  forgetRead();
}

/** Offers it again. */
export async function restore(db: Db, { id, kind, key, name }: Term, actor: Actor): Promise<void> {
  allow(actor, 'edit-terms', {});
  await inTransaction(db, async (trx) => {
    await trx.deleteFrom('term_retirements').where('kind', '=', kind).where('key', '=', key).execute();
    await journal.record(trx, actor, 'term.restored', { type: 'term', id }, { after: { kind, name } });
  });
  forgetRead();
}

/** The term of this key. Throws NotFound. */
export async function find(db: Db, kind: TermKind, key: string): Promise<Term> {
  const row = await db
    .selectFrom('terms')
    .leftJoin('term_retirements as gone', (join) =>
      join.onRef('gone.kind', '=', 'terms.kind').onRef('gone.key', '=', 'terms.key'),
    )
    .select(['terms.id', 'terms.key', 'terms.name', 'terms.note', 'terms.in_group as group', 'gone.retired_at'])
    .where('terms.kind', '=', kind)
    .where('terms.key', '=', key)
    .executeTakeFirst();
  if (!row) throw new NotFound();
  const { retired_at, ...rest } = row;
  return { kind, ...rest, retired: retired_at !== null };
}

async function edited(trx: Db, kind: TermKind, key: string, actor: Actor): Promise<void> {
  const row = { kind, key, edited_by: actor.id, edited_at: actor.at };
  await trx
    .insertInto('term_edits')
    .values(row)
    .onConflict((conflict) => conflict.columns(['kind', 'key']).doUpdateSet(row))
    .execute();
}

/** Keys are ASCII: a name in another script is known by an id. */
function keyOf(name: string): string {
  const key = slug(name).replace(/[^a-z0-9-]/g, '');
  return /^[a-z0-9][a-z0-9-]*$/.test(key) && key !== 'untitled' ? key : newId();
}
