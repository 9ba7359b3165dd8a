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
  /** A key of the vocabulary of sectors. */
  sector: string;
  country: Country;
  place: string | null;
  placeKey: string | null;
  address: string;
};

export const COLUMNS = [
  'organisations.id',
  'organisations.name',
  'organisations.sector',
  'organisations.country',
  'organisations.place',
  'organisations.place_key as placeKey',
  sql<string>`organisations.slug || '-' || organisations.short_id`.as('address'),
] as const;

/** The organisation at this address; where it was merged, the one that was kept. Throws NotFound. */
export async function find(db: Db, short: string): Promise<Organisation> {
  const organisation = await db
    .selectFrom('organisations as asked')
    .leftJoin('organisation_mergers as merger', 'merger.merged_id', 'asked.id')
    .innerJoin('organisations', (join) =>
      join.on('organisations.id', '=', sql<string>`coalesce(merger.into_id, asked.id)`),
    )
    .select(COLUMNS)
    .where('asked.short_id', '=', short)
    .executeTakeFirst();
  if (!organisation) throw new NotFound();
  return organisation;
}

export type Query = { words?: string; country?: Country; sector?: string; page?: number };
export const PAGE_SIZE = 30;

/** A page of the organisations, by name. */
export async function list(
  db: Db,
  { words, country, sector, page = 1 }: Query = {},
): Promise<{ organisations: Organisation[]; total: number }> {
  const matched = kept(db)
    .$if(country !== undefined, (query) => query.where('country', '=', country ?? 'england'))
    .$if(sector !== undefined, (query) => query.where('sector', '=', sector ?? ''))
    .$if(words !== undefined, (query) =>
      query.where(
        sql<boolean>`(search @@ websearch_to_tsquery('cairn', ${words}) or organisations.id in (select organisations_nearly_named(${words})))`,
      ),
    );
  const [organisations, { total }] = await Promise.all([
    matched
      .select(COLUMNS)
      .orderBy(sql`name collate names`)
      .orderBy('organisations.id')
      .limit(PAGE_SIZE)
      .offset((page - 1) * PAGE_SIZE)
      .execute(),
    matched.select(sql<number>`count(*)`.as('total')).executeTakeFirstOrThrow(),
  ]);
  return { organisations, total };
}

/** The names that a form suggests: those with most people first. */
export async function suggestions(db: Db, most = 200): Promise<string[]> {
  const rows = await kept(db)
    .select('name')
    .orderBy(sql`(select count(*) from affiliations a where a.organisation_id = organisations.id)`, 'desc')
    .orderBy('name')
    .limit(most)
    .execute();
  return rows.map(({ name }) => name);
}

/** Organisations named nearly like this, the nearest first: for somebody who types a name. */
export function named(db: Db, name: string): Promise<Organisation[]> {
  return kept(db)
    .select(COLUMNS)
    .where(sql<boolean>`organisations.id in (select organisations_nearly_named(${name}))`)
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
      .leftJoin('organisation_mergers as merger', 'merger.merged_id', 'organisations.id')
      .select(sql<string>`coalesce(merger.into_id, organisations.id)`.as('id'))
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

/** Every organisation but those that were merged into another. Every list starts here. */
function kept(db: Db) {
  return db
    .selectFrom('organisations')
    .where('organisations.id', 'not in', (eb) => eb.selectFrom('organisation_mergers').select('merged_id'));
}
