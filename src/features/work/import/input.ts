import { z } from 'zod';
import { COUNTRIES } from '#kernel/countries.ts';
import { t } from '#kernel/words.ts';
import { STATES } from '../states.ts';
import { type Columns, FIELD_NAMES, guess } from './fields.ts';
import type { Mapping } from './trial.ts';

export const UploadInput = z.object({
  owner: z
    .string()
    .trim()
    .max(254, { error: () => t('This is not an e-mail address.') })
    .optional(),
  sheet: z
    .string()
    .trim()
    .max(100, { error: () => t('Please keep this under {most, number} characters.', { most: 100 }) })
    .optional(),
  nobody: z.string().optional(),
});

const column = z.coerce.number().int().min(0).max(200).optional().catch(undefined);

const Otherwise = z.object({
  otherCountry: z.enum(COUNTRIES).nullable().default(null).catch(null),
  otherState: z.enum(STATES).default('idea').catch('idea'),
});

/** What the mapper says, from its form or its address; a first look, which says nothing, is a guess by the headings. */
export function mappingIn(typed: Record<string, unknown>, headings: readonly string[]): Mapping {
  const given = Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== ''));
  const { otherCountry, otherState } = Otherwise.parse(given);
  const columns: Columns = {};
  for (const name of FIELD_NAMES) {
    const at = column.parse(given[name]);
    if (at !== undefined && at < headings.length) columns[name] = at;
  }
  return { columns: 'otherState' in typed ? columns : guess(headings), country: otherCountry, state: otherState };
}

/** A mapping as the mapper's form shows it. */
export function typedOf({ columns, country, state }: Mapping): Record<string, string> {
  const typed = Object.fromEntries(
    FIELD_NAMES.map((name) => [name, columns[name] === undefined ? '' : String(columns[name])]),
  );
  return { ...typed, otherCountry: country ?? '', otherState: state };
}
