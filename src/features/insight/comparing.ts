import { PREFER_NOT, type releases, TOPICS } from '#features/monitoring/index.ts';
import type { Country } from '#kernel/countries.ts';
import { FEWEST_FOR_PERCENTAGE, SLACK } from '#kernel/disclosure.ts';
import { type Population, populationOf, type Source, sourceOf, type Workforce, workforcesOf } from './populations.ts';
import { type Interval, wilson } from './wilson.ts';

/** What a group's share says beside the population's, as far as so few people can say anything. */
export type Verdict = 'more' | 'fewer' | 'alike' | 'too-few';

export type Row = {
  key: string;
  name: string;
  /** Rounded to five. */
  people: number;
  /** Shares between 0 and 1; null where nothing may or can be said. */
  share: number | null;
  reach: Interval | null;
  population: number | null;
  ratio: (Interval & { value: number }) | null;
  verdict: Verdict | null;
};

export type Comparison = {
  question: string;
  name: string;
  note: string | null;
  /** Null for the countries together. */
  country: Country | null;
  countries: Country[];
  countedIn: string | null;
  members: number;
  /** Who answered, those who prefer not to say among them. */
  answered: number;
  preferNot: number;
  rows: Row[];
  population: Pick<Population, 'who' | 'note'> | null;
  source: Source | null;
  workforces: (Workforce & { members: number | null; cited: Source | null })[];
};

/** A released table beside the population of its country. Everything is computed from the rounded counts. */
export function compare(released: releases.Released): Comparison {
  const { country, question, members, countedIn } = released;
  const population = populationOf(country, question);
  const counts = released.counts ?? {};
  const rows = rowsOf(question, counts, population);
  return {
    ...topicOf(question),
    country,
    countries: [country],
    countedIn,
    members,
    answered: sum(Object.values(counts)),
    preferNot: counts[PREFER_NOT] ?? 0,
    rows: released.counts ? rows : [],
    population,
    source: population && sourceOf(population.source),
    workforces: released.counts
      ? workforcesOf(country, question).map((one) => ({
          ...one,
          members: shareOf(sum(one.groups.map((group) => counts[group] ?? 0)), stated(counts)),
          cited: sourceOf(one.source),
        }))
      : [],
  };
}

/** Asked alike in these countries and counted alike by one source: only these may be put together. */
const TOGETHER: readonly string[] = ['sex', 'age'];
const UK: readonly Country[] = ['england', 'northern-ireland', 'scotland', 'wales'];

/**
 * The countries of the UK whose tables are shown, together, where the question is the same. Members and populations are sums
 * of what each country shows already, so that nothing about a country that is left out follows from them.
 */
export function together(all: releases.Released[]): Comparison[] {
  return TOGETHER.flatMap((question) => {
    const shown = all.filter((one) => one.question === question && one.counts !== null && UK.includes(one.country));
    const populations = shown.flatMap(({ country }) => populationOf(country, question) ?? []);
    const [first] = populations;
    if (shown.length < 2 || !first) return [];
    const counts = addUp(shown.map((one) => one.counts ?? {}));
    const groups = first.groups.map((group) => ({
      ...group,
      people: sum(
        populations.flatMap((one) => one.groups.filter(({ key }) => key === group.key)).map((one) => one.people),
      ),
    }));
    return [
      {
        ...topicOf(question),
        country: null,
        countries: shown.map(({ country }) => country),
        countedIn:
          shown
            .map(({ countedIn }) => countedIn ?? '')
            .sort()
            .at(-1) ?? null,
        members: sum(shown.map(({ members }) => members)),
        answered: sum(Object.values(counts)),
        preferNot: counts[PREFER_NOT] ?? 0,
        rows: rowsOf(question, counts, { ...first, groups }),
        population: { who: '' },
        source: sourceOf(first.source),
        workforces: [],
      },
    ];
  });
}

type Counts = Readonly<Record<string, number>>;

function rowsOf(question: string, counts: Counts, population: Population | null): Row[] {
  const named = new Map(topicOf(question).groups.map(({ key, name }) => [key, name]));
  const base = stated(counts);
  if (!population)
    return [...named].map(([key, name]) => {
      const people = counts[key] ?? 0;
      return {
        key,
        name,
        people,
        share: shareOf(people, base),
        reach: null,
        population: null,
        ratio: null,
        verdict: null,
      };
    });
  const all = sum(population.groups.map(({ people }) => people));
  return population.groups.map(({ key, name, from = [key], people: there }) => {
    const people = sum(from.map((group) => counts[group] ?? 0));
    return { key, name: name ?? named.get(key) ?? key, people, ...beside(people, base, there / all, from.length) };
  });
}

/**
 * A group of members beside its share of the population: the ratio of the two shares and its 95% interval. The population
 * is known, so that only the members' share is uncertain: Wilson's interval, widened by what rounding may hide (2 people
 * for each count that went into it), divided by the population's share.
 */
function beside(people: number, base: number, population: number, cells: number): Omit<Row, 'key' | 'name' | 'people'> {
  const share = shareOf(people, base);
  if (share === null) return { share, reach: null, population, ratio: null, verdict: 'too-few' };
  const hidden = SLACK * cells;
  const reach = {
    lower: wilson(Math.max(0, people - hidden), base).lower,
    upper: wilson(Math.min(base, people + hidden), base).upper,
  };
  const ratio = { value: share / population, lower: reach.lower / population, upper: reach.upper / population };
  return { share, reach, population, ratio, verdict: verdictOf(ratio, base * population) };
}

/** Fewer than five to be expected, and nothing that chance could not do: too few to tell. */
function verdictOf({ lower, upper }: Interval, expected: number): Verdict {
  if (upper < 1) return 'fewer';
  if (lower > 1) return 'more';
  return expected < 5 ? 'too-few' : 'alike';
}

/** Who said which group they are in. */
function stated({ [PREFER_NOT]: _, ...groups }: Counts): number {
  return sum(Object.values(groups));
}

function shareOf(people: number, base: number): number | null {
  return base < FEWEST_FOR_PERCENTAGE ? null : people / base;
}

function addUp(tables: Counts[]): Counts {
  const keys = [...new Set(tables.flatMap((table) => Object.keys(table)))];
  return Object.fromEntries(keys.map((key) => [key, sum(tables.map((table) => table[key] ?? 0))]));
}

function topicOf(question: string) {
  const topic = TOPICS.find(({ key }) => key === question);
  return { question, name: topic?.name ?? question, note: topic?.note ?? null, groups: topic?.groups ?? [] };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
