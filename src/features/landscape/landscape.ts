import { sql } from 'kysely';
import { type Shares, type State, visibleWorks } from '#features/work/index.ts';
import { type Actor, has } from '#kernel/actor.ts';
import type { Country } from '#kernel/countries.ts';
import type { Db } from '#kernel/database/index.ts';
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

/** The landscape as this audience sees it: everything that was placed, and what the filter leaves of it. */
export type Picture = {
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
  const kept = keptFor(db);
  const version = await versionOf(db, actor);
  const all = await kept.surveys(version, () => read(db, actor));
  return kept.pictures(
    `${version} ${JSON.stringify([filter.state, filter.country, filter.from, filter.to])}`,
    async () => {
      const spots = all.filter((spot) => matches(spot, filter));
      return {
        all: all.length,
        years: yearsOf(all),
        spots,
        contours: contours(spots.map(({ place }) => place)),
        summary: summaryOf(spots),
      };
    },
  );
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

/** Changes whenever a work of this audience or a placement does. */
async function versionOf(db: Db, actor: Actor): Promise<string> {
  const circles = circlesOf(actor);
  const { version } = await visibleWorks(db.selectFrom('works'), actor)
    .where('works.visibility', 'in', circles)
    .select(
      sql<string>`concat_ws(' ', count(*), max(works.changed_at), sum(extract(epoch from works.changed_at)),
        (select concat_ws(' ', count(*), max(placed_at), sum(extract(epoch from placed_at))) from placements))`.as(
        'version',
      ),
    )
    .executeTakeFirstOrThrow();
  return `${circles.length} ${version}`;
}

function yearsOf(spots: readonly Spot[]): [number, number] | null {
  const years = spots.flatMap(({ year }) => (year === null ? [] : [year]));
  return years.length === 0 ? null : [Math.min(...years), Math.max(...years)];
}

type Kept = { surveys: Memory<Spot[]>; pictures: Memory<Picture> };
type Memory<T> = (key: string, make: () => Promise<T>) => Promise<T>;
const kept = new WeakMap<Db, Kept>();

function keptFor(db: Db): Kept {
  const known = kept.get(db) ?? { surveys: memory<Spot[]>(4), pictures: memory<Picture>(60) };
  kept.set(db, known);
  return known;
}

/** Keeps the latest few; two who ask for the same at once share one answer. */
function memory<T>(most: number): Memory<T> {
  const answers = new Map<string, Promise<T>>();
  return (key, make) => {
    const answer = answers.get(key) ?? make();
    answers.delete(key);
    answers.set(key, answer);
    answer.catch(() => answers.delete(key));
    const oldest = answers.keys().next().value;
    if (answers.size > most && oldest !== undefined) answers.delete(oldest);
    return answer;
  };
}
