import { releases, TOPICS } from '#features/monitoring/index.ts';
import { COUNTRIES, type Country } from '#kernel/countries.ts';
import type { Db } from '#kernel/database/index.ts';
import { type Comparison, compare, together } from './comparing.ts';

/** How many of a country's members have answered anything that may be shown. */
export type Response = { country: Country; members: number; answered: number | null };

export type Reflection = { quarter: string | null; responses: Response[]; comparisons: Comparison[] };

/** The last release, for one country or for those that can be put together. */
export async function reflection(db: Db, country: Country | null): Promise<Reflection> {
  const all = inOrder(await releases.latest(db));
  const responses = COUNTRIES.map((one) => responseOf(one, all));
  const comparisons = country ? all.filter((one) => one.country === country).map(compare) : together(all);
  return { quarter: all[0]?.quarter ?? null, responses, comparisons };
}

/** Every comparison of every release, newest first, for the download. */
export async function everyRelease(db: Db): Promise<{ quarter: string; comparisons: Comparison[] }[]> {
  const byQuarter = Map.groupBy(await releases.every(db), ({ quarter }) => quarter);
  return [...byQuarter].map(([quarter, all]) => ({
    quarter,
    comparisons: [...inOrder(all).map(compare), ...together(all)],
  }));
}

/** As the questions are asked. */
function inOrder(all: releases.Released[]): releases.Released[] {
  const place = new Map(TOPICS.map(({ key }, i) => [key, i]));
  return all.sort(
    (a, b) =>
      COUNTRIES.indexOf(a.country) - COUNTRIES.indexOf(b.country) ||
      (place.get(a.question) ?? 0) - (place.get(b.question) ?? 0),
  );
}

/** By the question that most of them answered. */
function responseOf(country: Country, all: releases.Released[]): Response {
  const shown = all
    .filter((one) => one.country === country)
    .map(compare)
    .filter(({ rows }) => rows.length > 0);
  const best = shown.sort((a, b) => b.answered - a.answered)[0];
  return { country, members: best?.members ?? 0, answered: best?.answered ?? null };
}
