import { sql } from 'kysely';
import type { Actor } from '#kernel/actor.ts';
import type { Country } from '#kernel/countries.ts';
import { type Db, inTransaction } from '#kernel/database/index.ts';
import { NotFound } from '#kernel/errors.ts';
import { newId, shortId, slug } from '#kernel/ids.ts';
import * as journal from '#kernel/journal.ts';

export type Organisation = {
  id: string;
  name: string;
  sector: string;
  country: Country;
  place: string | null;
  address: string;
};

const COLUMNS = [
  'id',
  'name',
  'sector',
  'country',
  'place',
  sql<string>`slug || '-' || short_id`.as('address'),
] as const;

export async function find(db: Db, short: string): Promise<Organisation> {
  const organisation = await db
    .selectFrom('organisations')
    .select(COLUMNS)
    .where('short_id', '=', short)
    .executeTakeFirst();
  if (!organisation) throw new NotFound();
  return organisation;
}

export function list(db: Db): Promise<Organisation[]> {
  return db.selectFrom('organisations').select(COLUMNS).orderBy(sql`name collate names`).execute();
}

/** Organisations named nearly like this, the nearest first: for somebody who types a name. */
export async function named(db: Db, name: string): Promise<Organisation[]> {
  return db
    .selectFrom('organisations')
    .select(COLUMNS)
    .where(sql<boolean>`plain(name) %> plain(${name})`)
    .orderBy(sql`word_similarity(plain(${name}), plain(name))`, 'desc')
    .orderBy(sql`name collate names`)
    .limit(5)
    .execute();
}

/** The organisation of this name in this country; added now if nobody has named it yet. */
export async function meet(
  db: Db,
  given: { name: string; country: Country; sector?: string; place?: string | null },
  actor: Actor,
): Promise<string> {
  return inTransaction(db, async (trx) => {
    const known = await trx
      .selectFrom('organisations')
      .select('id')
      .where(sql`plain(name)`, '=', sql`plain(${given.name})`)
      .where('country', '=', given.country)
      .executeTakeFirst();
    if (known) return known.id;
    const id = newId();
    await trx
      .insertInto('organisations')
      .values({
        id,
        short_id: shortId(id),
        slug: slug(given.name),
        name: given.name,
        sector: given.sector ?? 'other',
        country: given.country,
        place: given.place ?? null,
        added_at: actor.at,
      })
      .execute();
    await journal.record(trx, actor, 'organisation.added', { type: 'organisation', id });
    return id;
  });
}
