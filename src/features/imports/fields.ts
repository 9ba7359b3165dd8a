import { z } from 'zod';
import { COUNTRIES, type Country } from '#kernel/countries.ts';

/** What a column may hold. */
export const FIELDS = ['email', 'name', 'firstName', 'lastName', 'headline', 'country'] as const;
export type Field = (typeof FIELDS)[number];

/** Which column (from 0) holds what, and the country of rows that name none. */
export const Mapping = z.object({
  email: z.number().int().min(0).nullable(),
  name: z.number().int().min(0).nullable(),
  firstName: z.number().int().min(0).nullable(),
  lastName: z.number().int().min(0).nullable(),
  headline: z.number().int().min(0).nullable(),
  country: z.number().int().min(0).nullable(),
  otherwise: z.enum(COUNTRIES).nullable(),
});
export type Mapping = z.output<typeof Mapping>;

const HEADINGS: Record<Field, RegExp> = {
  email: /^(e-?mail|mail)([\s_-]*(address|adress|id|1))?$|^(primary|work|contact)[\s_-]*e-?mail([\s_-]*address)?$/,
  name: /^(full[\s_-]*|display[\s_-]*|member[\s_-]*)?name$|^member$/,
  firstName: /^(first|given|fore)[\s_-]*names?$/,
  lastName: /^(last|family|sur)[\s_-]*names?$/,
  headline: /^(job|role|job[\s_-]*title|job[\s_-]*role|title|position|headline|occupation)$/,
  country: /^(country|nation|home[\s_-]*nation)$/,
};

/** The columns as their headings say; what no heading says stays open. Pure. */
export function guess(columns: readonly string[]): Mapping {
  const plain = columns.map((column) => column.trim().toLowerCase().replace(/[*:]$/, ''));
  const at = (field: Field) => {
    const found = plain.findIndex((column) => HEADINGS[field].test(column));
    return found < 0 ? null : found;
  };
  const name = at('name');
  return {
    email: at('email'),
    name,
    firstName: name === null ? at('firstName') : null,
    lastName: name === null ? at('lastName') : null,
    headline: at('headline'),
    country: at('country'),
    otherwise: null,
  };
}

const COUNTRY_WORDS: [RegExp, Country][] = [
  [/^(england|eng|gb-eng)$/, 'england'],
  [/^(ireland|republic of ireland|roi|eire|ie|irl)$/, 'ireland'],
  [/^(northern ireland|n\.? ?ireland|ni|gb-nir)$/, 'northern-ireland'],
  [/^(scotland|alba|sco|gb-sct)$/, 'scotland'],
  [/^(wales|cymru|wal|gb-wls)$/, 'wales'],
];

/** "Cymru" → wales; null for what is none of the five, such as "UK", which is four. */
export function countryIn(text: string): Country | null {
  const plain = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/^the /i, '')
    .replaceAll('-', (mark) => (/^gb-/i.test(text) ? mark : ' '))
    .trim()
    .toLowerCase();
  return COUNTRY_WORDS.find(([words]) => words.test(plain))?.[1] ?? null;
}
