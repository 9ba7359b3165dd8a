import type { State } from '#features/work/index.ts';
import type { Country } from '#kernel/countries.ts';

/**
 * What narrows the landscape down. `place`: a country, or one of its regions. `from`, `to`: work that was under way at
 * some time between these years.
 */
export type Filter = {
  state?: State;
  place?: string;
  sector?: string;
  topic?: string;
  method?: string;
  from?: number;
  to?: number;
};

/** What a filter looks at. Where a team keeps its organisation to itself, its sector and region are not known to anybody. */
export type Facts = {
  state: State;
  country: Country;
  region: string | null;
  sector: string | null;
  topics: string[];
  methods: string[];
  /** The years in which it began and ended; null where nobody has said. */
  began: number | null;
  ended: number | null;
};

export function matches(work: Facts, { from, to, ...filter }: Filter): boolean {
  return (
    (!filter.state || work.state === filter.state) &&
    (!filter.place || work.country === filter.place || work.region === filter.place) &&
    (!filter.sector || work.sector === filter.sector) &&
    (!filter.topic || work.topics.includes(filter.topic)) &&
    (!filter.method || work.methods.includes(filter.method)) &&
    ((!from && !to) || isUnderWay(work, from, to))
  );
}

/**
 * Was it under way at some time between these years? From the year in which it began to the one in which it ended. What
 * lasts, lasts; what stopped on a day that nobody has said counts in the year in which it began alone; and what began on
 * a day that nobody has said is in no year.
 */
export function isUnderWay(
  { began, ended, state }: Pick<Facts, 'began' | 'ended' | 'state'>,
  from?: number,
  to?: number,
) {
  if (began === null) return false;
  const last = ended ?? (state === 'stopped' ? began : Number.POSITIVE_INFINITY);
  return (!from || last >= from) && (!to || began <= to);
}

/** From the first year in which anything began to the last in which anything began or ended. */
export function yearsOf(works: readonly Facts[]): [number, number] | null {
  const years = works.flatMap(({ began, ended }) => [began, ended].filter((year) => year !== null));
  return years.length === 0 ? null : [years.reduce((a, b) => Math.min(a, b)), years.reduce((a, b) => Math.max(a, b))];
}

export function everyYear([first, last]: [number, number]): number[] {
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}
