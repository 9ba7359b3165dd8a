import { PREFER_NOT } from '#features/monitoring/index.ts';
import type { Db } from '#kernel/database/index.ts';
import { type Cell, csv } from '#kernel/sheets/index.ts';
import * as range from './range.ts';
import { everyRelease } from './reflection.ts';

/** Every released number of who answers, as a table; what is not shown has no row. */
export async function reflectionCsv(db: Db): Promise<string> {
  const releases = await everyRelease(db);
  const rows = releases.flatMap(({ quarter, comparisons }) =>
    comparisons.flatMap(({ country, question, countedIn, members, answered, preferNot, rows: groups }) => {
      const head = [quarter, countedIn, country ?? 'together', question];
      if (groups.length === 0) return [];
      return [
        [...head, 'members', members, null, null, null, null, null],
        [...head, 'answered', answered, null, null, null, null, null],
        [...head, PREFER_NOT, preferNot, null, null, null, null, null],
        ...groups.map(({ key, people, share, beside }) => [
          ...head,
          key,
          people,
          ...[share, beside?.population, beside?.ratio.value, beside?.ratio.lower, beside?.ratio.upper].map(decimal),
        ]),
      ];
    }),
  );
  const figures = ['people', 'share', 'population_share', 'ratio', 'ratio_lower', 'ratio_upper'];
  return csv(['quarter', 'counted_in', 'country', 'question', 'group', ...figures], rows);
}

export async function rangeCsv(db: Db): Promise<string> {
  const ranges = await range.all(db);
  const rows = ranges.flatMap(({ quarter, members, counts, varieties, path }): Cell[][] => [
    [quarter, 'members', '', 'people', members],
    ...counts.map(({ kind, key, people }) => [quarter, kind, key, 'people', people]),
    ...varieties.flatMap(({ kind, people, richness, common, dominant, among25 }) => [
      [quarter, `${kind} variety`, '', 'people', people],
      [quarter, `${kind} variety`, '', 'different', richness],
      [quarter, `${kind} variety`, '', 'effective number of order 1', common],
      [quarter, `${kind} variety`, '', 'effective number of order 2', dominant],
      [quarter, `${kind} variety`, '', `different among ${range.PICKED}`, among25],
    ]),
    ...path.flatMap(({ cohort, steps }) => range.STEPS.map((step) => [quarter, 'path', cohort, step, steps[step]])),
  ]);
  return csv(['quarter', 'what', 'which', 'figure', 'value'], rows);
}

/** Four decimals: more would say more than there is. */
function decimal(value: number | undefined): number | null {
  return value === undefined ? null : Math.round(value * 1e4) / 1e4;
}
