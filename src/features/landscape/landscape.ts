import { sql } from 'kysely';
import { type Shares, type State, visibleWorks } from '#features/work/index.ts';
import { type Actor, has } from '#kernel/actor.ts';
import type { Country } from '#kernel/countries.ts';
import type { Db } from '#kernel/database/index.ts';
import { keyOf, type Shelf, shelf } from '#kernel/drawn.ts';
import { type Contour, contours } from './contours.ts';
import { type Place, survey } from './layout.ts';
import { type Summary, summaryOf } from './reach.ts';

/** Below this many the landscape is a list: a map of so few would say more than there is to say. */
export const FEWEST = 30;

/** What narrows the landscape down: the state, the country, and the years in which work began. */
export type Filter = { state?: State; country?: Country; from?: number; to?: number };

/** A piece of work on the landscape. */
export type Spot = {
  id: string;
  address: string;
  title: string;
  state: State;
  country: Country;
  year: number | null;
  shares: Shares;
  spread: number;
  place: Place;
};

/**
 * The landscape as this audience sees it: everything that was placed, and what the filter leaves of it. Two pictures with
 * one key show the same.
 */
export type Picture = {
  key: string;
  all: number;
  years: [number, number] | null;
  spots: Spot[];
  contours: Contour[];
  summary: Summary;
};

/**
 * The landscape, for a reader. It is a shared picture: only what all members, or everybody, may see is drawn and
 * counted, so that no private piece shows as a hill. Kept in memory until a work or a placement changes.
 */
export async function picture(db: Db, filter: Filter, actor: Actor): Promise<Picture> {
  const { surveys, pictures } = keptFor(db);
  const version = await versionOf(db, actor);
  const all = await surveys(version, () => read(db, actor));
  return pictures(keyOf(version, filter.state, filter.country, filter.from, filter.to), () => drawnOf(all, filter));
}

function drawnOf(all: readonly Spot[], filter: Filter): Picture {
  const spots = all.filter((spot) => matches(spot, filter));
  const years = yearsOf(all);
  return {
    key: keyOf(all.length, years, spots),
    all: all.length,
    years,
    spots,
    contours: contours(spots.map(({ place }) => place)),
    summary: summaryOf(spots),
  };
}

function matches({ state, country, year }: Spot, filter: Filter): boolean {
  return (
    (!filter.state || state === filter.state) &&
    (!filter.country || country === filter.country) &&
    (!filter.from || (year !== null && year >= filter.from)) &&
    (!filter.to || (year !== null && year <= filter.to))
  );
}

/** The works that stand on the landscape. Works keep their places whatever is filtered and whoever looks. */
async function read(db: Db, actor: Actor): Promise<Spot[]> {
  const rows = await visibleWorks(db.selectFrom('works'), actor)
    .innerJoin('standings', 'standings.work_id', 'works.id')
    .where('works.visibility', 'in', circlesOf(actor))
    .select([
      'works.id',
      sql<string>`works.slug || '-' || works.short_id`.as('address'),
      'works.title',
      sql<State>`works.state`.as('state'),
      sql<Country>`works.country`.as('country'),
      sql<number | null>`extract(year from works.started_on)::int`.as('year'),
      sql<Shares>`json_build_object('iterative', iterative, 'pathways', pathways,
        'operating-model', operating_model, 'community', community)`.as('shares'),
      sql<number>`standings.spread`.as('spread'),
      'works.visibility',
    ])
    .orderBy('works.changed_at', 'desc')
    .orderBy('works.id')
    .execute();
  const placeOf = survey(rows.filter(({ visibility }) => visibility === 'public'));
  return rows.map(({ visibility: _, ...row }) => ({ ...row, place: placeOf(row) }));
}

function circlesOf(actor: Actor): ('members' | 'public')[] {
  return has(actor, 'member') || has(actor, 'steward') ? ['members', 'public'] : ['public'];
}

/**
 * Changes whenever a work of this audience or a placement is added, changed or taken away: each row counts with its id
 * and with the transaction that wrote it last.
 */
async function versionOf(db: Db, actor: Actor): Promise<string> {
  const circles = circlesOf(actor);
  const { version } = await visibleWorks(db.selectFrom('works'), actor)
    .where('works.visibility', 'in', circles)
    .select(
      sql<string>`concat_ws(' ', count(*), sum(hash_record_extended((works.id, works.xmin), 0)),
        (select sum(hash_record_extended((work_id, person_id, placements.xmin), 0)) from placements))`.as('version'),
    )
    .executeTakeFirstOrThrow();
  return `${circles.length} ${version}`;
}

function yearsOf(spots: readonly Spot[]): [number, number] | null {
  const years = spots.flatMap(({ year }) => (year === null ? [] : [year]));
  return years.length === 0 ? null : [Math.min(...years), Math.max(...years)];
}

type Kept = { surveys: Shelf<Promise<Spot[]>>; pictures: Shelf<Picture> };
const kept = new WeakMap<Db, Kept>();

function keptFor(db: Db): Kept {
  const known = kept.get(db) ?? { surveys: shelf(4), pictures: shelf(60) };
  kept.set(db, known);
  return known;
}
