import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { z } from 'zod';
import { COUNTRIES } from '#kernel/countries.ts';
import { type Db, inTransaction } from '#kernel/database/index.ts';
import { newId } from '#kernel/ids.ts';
import { root } from '#kernel/paths.ts';
import { PLACE_KINDS } from './places.ts';
import { forgetRead, TERM_KINDS } from './terms.ts';

const Terms = z.object({
  edition: z.string(),
  terms: z.array(
    z.object({
      kind: z.enum(TERM_KINDS),
      key: z.string(),
      name: z.string(),
      note: z.string().default(''),
      group: z.string().nullable().default(null),
    }),
  ),
});

const Places = z.object({
  edition: z.string(),
  places: z.array(
    z.object({
      key: z.string(),
      kind: z.enum(PLACE_KINDS),
      name: z.string(),
      shortName: z.string().optional(),
      country: z.enum(COUNTRIES),
      parent: z.string().optional(),
      code: z.string().nullable().default(null),
      population: z.number().nullable().default(null),
      populationOn: z.string().nullable().default(null),
      lat: z.number(),
      lon: z.number(),
      from: z.string().nullable().default(null),
      to: z.string().nullable().default(null),
    }),
  ),
});

/**
 * Brings the vocabularies and places of `reference/` into the database, and a newer edition of them where the community has
 * not edited its own. At each start; doing it twice changes nothing.
 */
export async function seed(db: Db, at: Date): Promise<void> {
  await seedTerms(db, Terms.parse(await json('terms.json')), at);
  await seedPlaces(db, Places.parse(await json('places.json')));
  forgetRead();
}

/** What an edition no longer names is retired, unless people made it their own. */
export async function seedTerms(db: Db, { edition, terms }: z.output<typeof Terms>, at: Date): Promise<void> {
  if (await hasEdition(db, 'terms', edition)) return;
  await inTransaction(db, async (trx) => {
    const rows = terms.map(({ group, ...term }, i) => ({
      id: newId(),
      ...term,
      in_group: group,
      position: i + 1,
      edition,
    }));
    await trx
      .insertInto('terms')
      .values(rows)
      .onConflict((conflict) =>
        conflict
          .columns(['kind', 'key'])
          .doUpdateSet((eb) => ({
            name: eb.ref('excluded.name'),
            note: eb.ref('excluded.note'),
            in_group: eb.ref('excluded.in_group'),
            position: eb.ref('excluded.position'),
            edition,
          }))
          .where((eb) =>
            eb.not(
              eb.exists(
                eb
                  .selectFrom('term_edits')
                  .whereRef('term_edits.kind', '=', 'terms.kind')
                  .whereRef('term_edits.key', '=', 'terms.key')
                  .select('term_edits.key'),
              ),
            ),
          ),
      )
      .execute();
    await sql`
      insert into term_retirements (kind, key, retired_at)
      select t.kind, t.key, ${at} from terms t
      where t.edition < ${edition} and not exists (select from term_edits e where e.kind = t.kind and e.key = t.key)
      on conflict do nothing`.execute(trx);
  });
}

/** Boundaries change: a place that an edition no longer names stays for what was recorded there. */
async function seedPlaces(db: Db, { edition, places }: z.output<typeof Places>): Promise<void> {
  if (await hasEdition(db, 'places', edition)) return;
  const byKey = new Map(places.map((place) => [place.key, place]));
  const rows = places.map((place) => ({
    key: place.key,
    kind: place.kind,
    name: place.name,
    short_name: place.shortName ?? place.name,
    country: place.country,
    region_key: place.kind === 'region' ? place.key : regionAbove(place.parent),
    code: place.code,
    population: place.population,
    populated_on: place.populationOn,
    lat: place.lat,
    lon: place.lon,
    valid_from: place.from,
    valid_to: place.to,
    edition,
  }));
  await db
    .insertInto('places')
    .values(rows)
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet((eb) => ({
        name: eb.ref('excluded.name'),
        short_name: eb.ref('excluded.short_name'),
        region_key: eb.ref('excluded.region_key'),
        code: eb.ref('excluded.code'),
        population: eb.ref('excluded.population'),
        populated_on: eb.ref('excluded.populated_on'),
        lat: eb.ref('excluded.lat'),
        lon: eb.ref('excluded.lon'),
        valid_from: eb.ref('excluded.valid_from'),
        valid_to: eb.ref('excluded.valid_to'),
        edition,
      })),
    )
    .execute();

  function regionAbove(key: string | undefined): string | null {
    const place = key === undefined ? undefined : byKey.get(key);
    return place?.kind === 'region' ? place.key : null;
  }
}

async function hasEdition(db: Db, table: 'terms' | 'places', edition: string): Promise<boolean> {
  return (await db.selectFrom(table).select('key').where('edition', '>=', edition).executeTakeFirst()) !== undefined;
}

async function json(file: string): Promise<unknown> {
  return JSON.parse(await readFile(join(root, 'reference', file), 'utf8'));
}
