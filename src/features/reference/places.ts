import { sql } from 'kysely';
import type { Country } from '#kernel/countries.ts';
import type { Db } from '#kernel/database/index.ts';
import type { Choice } from './terms.ts';

export const PLACE_KINDS = ['country', 'region', 'local', 'area'] as const;
export type PlaceKind = (typeof PLACE_KINDS)[number];

export type Place = {
  key: string;
  kind: PlaceKind;
  name: string;
  shortName: string;
  country: Country;
  regionKey: string | null;
  /** Degrees (WGS84) of its middle. */
  lat: number;
  lon: number;
};

const COLUMNS = [
  'key',
  'kind',
  'name',
  'short_name as shortName',
  'country',
  'region_key as regionKey',
  'lat',
  'lon',
] as const;

/** The place of a key; null where there is none. */
export async function find(db: Db, key: string): Promise<Place | null> {
  return (await db.selectFrom('places').select(COLUMNS).where('key', '=', key).executeTakeFirst()) ?? null;
}

/** The regions (of one country), by country and name. */
export function regions(db: Db, country?: Country): Promise<Place[]> {
  return db
    .selectFrom('places')
    .select(COLUMNS)
    .where('kind', '=', 'region')
    .$if(country !== undefined, (query) => query.where('country', '=', country ?? 'england'))
    .orderBy('country')
    .orderBy(sql`short_name collate names`)
    .execute();
}

/** The places below a region that are valid on a day (`YYYY-MM-DD`), by name. */
export function localsOf(db: Db, regionKey: string, day: string): Promise<Place[]> {
  return db
    .selectFrom('places')
    .select(COLUMNS)
    .where('kind', '=', 'local')
    .where('region_key', '=', regionKey)
    .where((eb) => eb.or([eb('valid_from', 'is', null), eb('valid_from', '<=', day)]))
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>=', day)]))
    .orderBy(sql`short_name collate names`)
    .execute();
}

/** Places as choices of a form. */
export function choicesOf(places: Place[]): Choice[] {
  return places.map(({ key, shortName }) => ({ value: key, label: shortName }));
}

/**
 * Where somebody says that they are: a postcode or Eircode (only its area is looked at), or the name of a place. Null when
 * nothing is known by it.
 */
export async function locate(db: Db, words: string): Promise<Place | null> {
  const code = areaCodeIn(words);
  const row = await db
    .selectFrom('places')
    .select(COLUMNS)
    .where((eb) =>
      eb.or([
        ...(code ? [eb.and([eb('kind', '=', 'area'), eb('code', '=', code)])] : []),
        eb(sql`plain(short_name)`, '=', sql`plain(${words.trim()})`),
        eb('key', '=', words.trim()),
      ]),
    )
    // A town before the county or the region of the same name, and what was typed as a postcode before all.
    .orderBy(
      sql`code is not distinct from ${code} desc, array_position(array['area', 'local', 'region', 'country'], kind), key`,
    )
    .executeTakeFirst();
  return row ?? null;
}

/** The places of which the middle is at most so many kilometres away, with how many. */
export async function around(
  db: Db,
  { lat, lon }: { lat: number; lon: number },
  most: number,
): Promise<{ key: string; km: number }[]> {
  const [north, east] = [most / 111, most / (111 * Math.cos(((Math.abs(lat) + most / 111) * Math.PI) / 180))];
  const { rows } = await sql<{ key: string; km: number }>`
    select key, km
    from (select key, kilometres(lat, lon, ${lat}, ${lon}) as km from places
      where lat between ${lat - north} and ${lat + north} and lon between ${lon - east} and ${lon + east}) as near
    where km <= ${most}`.execute(db);
  return rows;
}

/** "ls1 4ap" → LS; "D02 XY45" → D02; "Leeds" → null. */
export function areaCodeIn(words: string): string | null {
  const typed = words.trim().toUpperCase();
  const eircode = /^([AC-FHKNPRTV-Y]\d[0-9W])(\s*[0-9AC-FHKNPRTV-Y]{4})?$/.exec(typed)?.[1];
  if (eircode) return eircode;
  return /^([A-Z]{1,2})(\d[A-Z\d]?(\s*\d[A-Z]{2})?)?$/.exec(typed)?.[1] ?? null;
}
