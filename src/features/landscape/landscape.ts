import { sql } from 'kysely';
import { type Shares, type State, visibleWorks } from '#features/work/index.ts';
import { type Actor, has } from '#kernel/actor.ts';
import { type Contour, contours } from '#kernel/contours.ts';
import type { Country } from '#kernel/countries.ts';
import type { Db } from '#kernel/database/index.ts';
import { keyOf, type Shelf, shelf } from '#kernel/drawn.ts';
import { everyYear, type Facts, type Filter, isUnderWay, matches, yearsOf } from './filter.ts';
import { type Place, survey } from './layout.ts';
import { type Summary, summaryOf } from './reach.ts';

/** Below this many the landscape is a list: a map of so few would say more than there is to say. */
export const FEWEST = 30;

/** A piece of work on the landscape. */
export type Spot = Facts & {
  id: string;
  short: string;
  address: string;
  title: string;
  shares: Shares;
  spread: number;
  place: Place;
};

/** What the works on the landscape have, so that no choice leads to nothing. */
export type Occurring = Record<'regions' | 'sectors' | 'topics' | 'methods', Set<string>>;

/**
 * The landscape as this audience sees it: everything that was placed, and what the filter leaves of it. Two pictures with
 * one key show the same points. `perYear`: how many were under way in each year, whatever years were asked for.
 */
export type Picture = {
  key: string;
  all: number;
  years: [number, number] | null;
  perYear: { year: number; works: number }[];
  spots: Spot[];
  contours: Contour[];
  summary: Summary;
  occurring: Occurring;
};

/**
 * The landscape, for a reader. It is a shared picture: only what all members, or everybody, may see is drawn and
 * counted, so that no private piece shows as a hill. Kept in memory until a work or a placement changes.
 */
export async function picture(db: Db, filter: Filter, actor: Actor): Promise<Picture> {
  const { pictures } = keptFor(db);
  const { version, spots } = await surveyed(db, actor);
  const { state, place, sector, topic, method, from, to } = filter;
  return pictures(keyOf(version, state, place, sector, topic, method, from, to), () => drawnOf(spots, filter));
}

/** Everything that stands on the landscape of this audience, and a name for exactly that. */
export async function surveyed(db: Db, actor: Actor): Promise<{ version: string; spots: Spot[] }> {
  const version = await versionOf(db, actor);
  return { version, spots: await keptFor(db).surveys(version, () => read(db, actor)) };
}

function drawnOf(all: readonly Spot[], { from, to, ...filter }: Filter): Picture {
  const acrossYears = all.filter((spot) => matches(spot, filter));
  const spots = from || to ? acrossYears.filter((spot) => isUnderWay(spot, from, to)) : acrossYears;
  const years = yearsOf(all);
  return {
    key: keyOf(all.length, years, spots),
    all: all.length,
    years,
    perYear: (years ? everyYear(years) : []).map((year) => ({
      year,
      works: acrossYears.filter((spot) => isUnderWay(spot, year, year)).length,
    })),
    spots,
    contours: contours(spots.map(({ place }) => place)),
    summary: summaryOf(spots),
    occurring: {
      regions: new Set(all.flatMap(({ region }) => region ?? [])),
      sectors: new Set(all.flatMap(({ sector }) => sector ?? [])),
      topics: new Set(all.flatMap(({ topics }) => topics)),
      methods: new Set(all.flatMap(({ methods }) => methods)),
    },
  };
}

/** The works that stand on the landscape. Works keep their places whatever is filtered and whoever looks. */
async function read(db: Db, actor: Actor): Promise<Spot[]> {
  const rows = await visibleWorks(db.selectFrom('works'), actor)
    .innerJoin('standings', 'standings.work_id', 'works.id')
    // Shown as "a community hospital in Wales": then its organisation is nothing to go by either.
    .leftJoin('organisations as o', (join) =>
      join.onRef('o.id', '=', 'works.organisation_id').on('works.shown_as', '=', ''),
    )
    .leftJoin('places as p', 'p.key', 'o.place_key')
    .where('works.visibility', 'in', circlesOf(actor))
    .select([
      'works.id',
      'works.short_id as short',
      sql<string>`works.slug || '-' || works.short_id`.as('address'),
      'works.title',
      sql<State>`works.state`.as('state'),
      sql<Country>`works.country`.as('country'),
      sql<string | null>`case when p.kind = 'region' then p.key else p.region_key end`.as('region'),
      'o.sector',
      'works.topics',
      'works.methods',
      sql<number | null>`extract(year from works.started_on)::int`.as('began'),
      sql<number | null>`extract(year from works.ended_on)::int`.as('ended'),
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
 * Changes whenever a work of this audience, a placement or an organisation is added, changed or taken away: each row
 * counts with its id and with the transaction that wrote it last.
 */
async function versionOf(db: Db, actor: Actor): Promise<string> {
  const circles = circlesOf(actor);
  const { version } = await visibleWorks(db.selectFrom('works'), actor)
    .where('works.visibility', 'in', circles)
    .select(
      sql<string>`concat_ws(' ', count(*), sum(hash_record_extended((works.id, works.xmin), 0)),
        (select sum(hash_record_extended((work_id, person_id, placements.xmin), 0)) from placements),
        (select sum(hash_record_extended((id, organisations.xmin), 0)) from organisations))`.as('version'),
    )
    .executeTakeFirstOrThrow();
  return `${circles.length} ${version}`;
}

type Kept = { surveys: Shelf<Promise<Spot[]>>; pictures: Shelf<Picture> };
const kept = new WeakMap<Db, Kept>();

function keptFor(db: Db): Kept {
  const known = kept.get(db) ?? { surveys: shelf(4), pictures: shelf(60) };
  kept.set(db, known);
  return known;
}
