import { PREFER_NOT, type releases, TOPICS } from '#features/monitoring/index.ts';
import type { Country } from '#kernel/countries.ts';
import { FEWEST_FOR_PERCENTAGE, SLACK } from '#kernel/disclosure.ts';
import { type Interval, wilson } from '#kernel/wilson.ts';
import { type Population, populationOf, type Source, sourceOf, type Workforce, workforcesOf } from './populations.ts';

/** What a group's share says beside the population's, as far as so few people can say anything. */
export type Verdict = 'more' | 'fewer' | 'alike' | 'too-few';

export type Row = {
  key: string;
  name: string;
  /** Rounded to five. */
  people: number;
  /** Of those who named a group, between 0 and 1. */
  share: number;
  beside: Beside | null;
};

/** A share of members beside the population's; null where no population is known. */
export type Beside = { population: number; reach: Interval; ratio: Interval & { value: number }; verdict: Verdict };

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
  workforces: (Workforce & { members: number; cited: Source | null })[];
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
    rows,
    population,
    source: population && sourceOf(population.source),
    workforces:
      rows.length > 0
        ? workforcesOf(country, question).map((one) => ({
            ...one,
            members: sum(one.groups.map((group) => counts[group] ?? 0)) / stated(counts),
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
    const asked = all.filter((one) => one.question === question && UK.includes(one.country));
    const shown = asked.filter((one) => compare(one).rows.length > 0);
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
        rows: rowsOf(question, counts, { ...first, groups }, shown.length),
        population: { who: '' },
        source: sourceOf(first.source),
        workforces: [],
      },
    ];
  });
}

type Counts = Readonly<Record<string, number>>;

/** `tables`: how many rounded tables were added up. Nothing where fewer than 23 people, as rounded, named a group. */
function rowsOf(question: string, counts: Counts, population: Population | null, tables = 1): Row[] {
  const { groups } = topicOf(question);
  const base = stated(counts);
  if (base < FEWEST_FOR_PERCENTAGE) return [];
  if (!population)
    return groups.map(({ key, name }) => {
      const people = counts[key] ?? 0;
      return { key, name, people, share: people / base, beside: null };
    });
  const named = new Map(groups.map(({ key, name }) => [key, name]));
  const all = sum(population.groups.map(({ people }) => people));
  return population.groups.map(({ key, name = named.get(key) ?? key, from = [key], people: there }) => {
    const people = sum(from.map((group) => counts[group] ?? 0));
    return { key, name, people, share: people / base, beside: beside(people, base, there / all, from.length * tables) };
  });
}

/**
 * A group of members beside its share of the population: the ratio of the two shares and its 95% interval. The population
 * is known, so that only the members' share is uncertain: Wilson's interval, widened by what rounding may hide (2 people
 * for each count that went into it), divided by the population's share.
 */
function beside(people: number, base: number, population: number, cells: number): Beside {
  const hidden = SLACK * cells;
  const reach = {
    lower: wilson(Math.max(0, people - hidden), base).lower,
    upper: wilson(Math.min(base, people + hidden), base).upper,
  };
  const value = people / base / population;
  const ratio = { value, lower: reach.lower / population, upper: reach.upper / population };
  return { population, reach, ratio, verdict: verdictOf(ratio, base * population) };
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
