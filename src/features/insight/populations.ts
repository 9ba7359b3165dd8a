import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { COUNTRIES, type Country } from '#kernel/countries.ts';
import { root } from '#kernel/paths.ts';

const Population = z.object({
  country: z.enum(COUNTRIES),
  question: z.string(),
  who: z.string(),
  source: z.string(),
  note: z.string().optional(),
  /** `from`: the groups of our question that together are this one; itself when left out. */
  groups: z.array(
    z.object({
      key: z.string(),
      name: z.string().optional(),
      from: z.array(z.string()).optional(),
      people: z.number(),
    }),
  ),
});
const Workforce = z.object({
  country: z.enum(COUNTRIES),
  question: z.string(),
  groups: z.array(z.string()),
  name: z.string(),
  who: z.string(),
  percent: z.number(),
  source: z.string(),
});
const Source = z.object({ title: z.string(), address: z.string(), licence: z.string() });

export type Population = z.output<typeof Population>;
export type Workforce = z.output<typeof Workforce>;
export type Source = z.output<typeof Source>;

const reference = z
  .object({
    populations: z.array(Population),
    workforces: z.array(Workforce),
    sources: z.record(z.string(), Source),
  })
  .parse(JSON.parse(readFileSync(join(root, 'reference/populations.json'), 'utf8')));

/** The people whom a country's members are set beside; null where no figure is good enough. */
export function populationOf(country: Country, question: string): Population | null {
  return reference.populations.find((one) => one.country === country && one.question === question) ?? null;
}

export function workforcesOf(country: Country, question: string): Workforce[] {
  return reference.workforces.filter((one) => one.country === country && one.question === question);
}

export function sourceOf(key: string): Source | null {
  return reference.sources[key] ?? null;
}
