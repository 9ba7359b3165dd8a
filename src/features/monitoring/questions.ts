import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { COUNTRIES, type Country } from '#kernel/countries.ts';
import { root } from '#kernel/paths.ts';

const Option = z.object({ key: z.string(), label: z.string(), group: z.string(), under: z.string().optional() });
const Variant = z.object({
  countries: z.array(z.enum(COUNTRIES)),
  ask: z.string(),
  hint: z.string().optional(),
  source: z.string(),
  options: z.array(Option),
});
const Reference = z.object({
  sources: z.record(z.string(), z.object({ title: z.string(), address: z.string().nullable() })),
  questions: z.array(
    z.object({
      key: z.string(),
      name: z.string(),
      note: z.string().optional(),
      groups: z.array(z.object({ key: z.string(), name: z.string() })),
      variants: z.array(Variant),
    }),
  ),
});

type Option = z.output<typeof Option>;
/** A question as one country asks it. */
export type Question = { key: string; name: string; ask: string; hint?: string; source: string; options: Option[] };
export type Topic = { key: string; name: string; note?: string; groups: { key: string; name: string }[] };

/** On every question, in every country. */
export const PREFER_NOT = 'prefer-not';

const reference = Reference.parse(JSON.parse(readFileSync(join(root, 'reference/monitoring.json'), 'utf8')));

/** What is asked about, in order, whatever the words of each country. */
export const TOPICS: readonly Topic[] = reference.questions.map(({ key, name, note, groups }) => ({
  key,
  name,
  note,
  groups,
}));

/** The questions in the words of a country's own census. */
export function questionsFor(country: Country): Question[] {
  return reference.questions.flatMap(({ key, name, variants }) => {
    const variant = variants.find(({ countries }) => countries.includes(country));
    if (!variant) return [];
    const { ask, hint, options } = variant;
    return [{ key, name, ask, hint, options, source: reference.sources[variant.source]?.title ?? '' }];
  });
}

/** The group in which an answer is counted; an answer from another country's form counts too. Null for one nobody knows. */
export function groupOf(question: string, answer: string): string | null {
  if (answer === PREFER_NOT) return PREFER_NOT;
  const asked = reference.questions.find(({ key }) => key === question);
  return asked?.variants.flatMap(({ options }) => options).find(({ key }) => key === answer)?.group ?? null;
}
