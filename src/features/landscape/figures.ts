import type { places } from '#features/reference/index.ts';
import { MODES } from '#features/work/index.ts';
import type { Actor } from '#kernel/actor.ts';
import { COUNTRIES } from '#kernel/countries.ts';
import type { Db } from '#kernel/database/index.ts';
import { keyOf, shelf } from '#kernel/drawn.ts';
import { type Cell, csv } from '#kernel/sheets/index.ts';
import * as changes from './changes.ts';
import { everyYear, matches, yearsOf } from './filter.ts';
import { type Spot, surveyed } from './landscape.ts';

export const FIGURES = ['modes', 'countries', 'settings', 'beyond-acute', 'regions', 'topics', 'methods'] as const;
export type Figure = (typeof FIGURES)[number];
export type Narrowed = { place?: string; setting?: string };

/** At most so many years are shown. */
const MOST_YEARS = 12;

export type Changes = ReturnType<typeof changesAmong> & { key: string };

const kept = shelf<Changes>(40);

/** How practice changed, as far as this reader may see it: by when work began, each piece counted once. */
export async function changesFor(
  db: Db,
  narrowed: Narrowed,
  sectors: readonly string[],
  regions: readonly places.Place[],
  actor: Actor,
): Promise<Changes> {
  const { version, spots } = await surveyed(db, actor);
  const thisYear = actor.at.getUTCFullYear();
  const key = keyOf(version, narrowed.place, narrowed.setting, sectors, thisYear);
  return kept(key, () => ({ key, ...changesAmong(spots, narrowed, { sectors, regions, thisYear }) }));
}

export function changesAmong(
  all: readonly Spot[],
  { place, setting }: Narrowed,
  { sectors, regions, thisYear }: { sectors: readonly string[]; regions: readonly places.Place[]; thisYear: number },
) {
  const there = all.filter((spot) => matches(spot, { place }));
  const such = all.filter((spot) => changes.inSetting(spot, setting));
  const both = there.filter((spot) => changes.inSetting(spot, setting));
  const [first, last] = yearsOf(all) ?? [thisYear, thisYear];
  const years = everyYear([Math.max(first, thisYear - MOST_YEARS + 1), Math.min(thisYear, last)]);
  const periods = changes.periodsBefore(thisYear);
  return {
    years,
    thisYear,
    periods,
    total: both.length,
    dated: both.filter(({ began }) => began !== null).length,
    modes: changes.modesByYear(both, years),
    modeChanges: changes.modeChanges(both, periods),
    countries: changes.rowsBy(such, COUNTRIES, ({ country }) => country),
    settings: changes.rowsBy(there, sectors, ({ sector }) => sector),
    beyond: changes.beyondByYear(there, years),
    beyondInAll: changes.shareOf(
      there.filter((spot) => changes.inSetting(spot, 'beyond')).length,
      there.filter(({ sector }) => sector !== null).length,
    ),
    regions: regions.map((region) => ({
      region,
      works: such.filter((spot) => spot.region === region.key).length,
      beyond: such.filter((spot) => spot.region === region.key && changes.inSetting(spot, 'beyond')).length,
    })),
    regionUnknown: such.filter(({ region }) => region === null).length,
    topics: changes.trends(both, ({ topics }) => topics, years, periods),
    methods: changes.trends(both, ({ methods }) => methods, years, periods),
  };
}

/** One figure as a table for a spreadsheet, with its intervals. */
export function figureCsv(figure: Figure, found: Changes): string {
  const interval = ['share', 'lower_95', 'upper_95'];
  if (figure === 'modes' || figure === 'countries' || figure === 'settings') {
    const name = { modes: 'year_begun', countries: 'country', settings: 'sector' }[figure];
    const rows = found[figure].flatMap(({ key, works, modes }) =>
      MODES.map((mode): Cell[] => [key, works, mode, modes[mode].x, ...intervalOf(modes[mode])]),
    );
    return csv([name, 'works', 'mode', 'works_reaching_into_it', ...interval], rows);
  }
  if (figure === 'beyond-acute')
    return csv(
      ['year_begun', 'works_with_known_setting', 'beyond_acute', ...interval],
      found.beyond.map(({ key, share }) => [key, share.n, share.x, ...intervalOf(share)]),
    );
  if (figure === 'regions')
    return csv(
      ['region', 'name', 'country', 'works', 'beyond_acute'],
      found.regions.map(({ region, works, beyond }) => [region.key, region.name, region.country, works, beyond]),
    );
  return trendsCsv(figure === 'topics' ? 'topic' : 'method', found[figure], found);
}

function trendsCsv(name: string, trends: readonly changes.Trend[], { years, periods }: Changes): string {
  const [before, after] = [periods.earlier.join('_to_'), periods.later.join('_to_')];
  const counted = [`works_${before}`, `of_${before}`, `works_${after}`, `of_${after}`];
  return csv(
    [
      name,
      'first_began',
      ...counted,
      'change',
      'lower_99',
      'upper_99',
      'verdict',
      ...years.map((year) => `began_${year}`),
    ],
    trends.map(({ key, first, earlier, later, change, verdict, perYear }) => [
      ...[key, first, earlier.x, earlier.n, later.x, later.n],
      ...[decimal(change?.value), decimal(change?.lower), decimal(change?.upper), verdict],
      ...perYear,
    ]),
  );
}

function intervalOf({ share }: changes.Share): Cell[] {
  return [decimal(share?.value), decimal(share?.lower), decimal(share?.upper)];
}

/** Four decimals: more would say more than there is. */
function decimal(value: number | undefined): number | null {
  return value === undefined ? null : Math.round(value * 1e4) / 1e4;
}
