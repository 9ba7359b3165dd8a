import { z } from 'zod';
import { COUNTRIES, type Country, countryName } from '#kernel/countries.ts';
import type { Row } from '#kernel/sheets/index.ts';
import { t } from '#kernel/words.ts';
import { DESCRIPTION, descriptionIn, month } from '../input.ts';
import { dayIn } from '../measures/dates.ts';
import { STATES, type State, stateName } from '../states.ts';
import type { Shared } from '../works.ts';
import { type Columns, FIELD_NAMES } from './fields.ts';

/** How a sheet is read: its columns, and what holds where it does not say. */
export type Mapping = { columns: Columns; country: Country | null; state: State };

export type Made = { line: number; given: Shared };
export type LeftOut = { line: number; reason: string };
export type Trial = { works: Made[]; leftOut: LeftOut[] };

const RowInput = z
  .object({ ...DESCRIPTION, endedOn: month })
  .refine(({ startedOn, endedOn }) => !startedOn || !endedOn || endedOn >= startedOn, {
    error: () => t('It cannot have ended before it began.'),
    path: ['endedOn'],
  });

/**
 * What an import would make of these rows, the first of which names the columns; and each line that would make nothing, with its
 * reason. `there` are titles that the owner has on the shelf already. Pure: nothing is saved.
 */
export function trialOf(rows: readonly Row[], mapping: Mapping, there: readonly string[]): Trial {
  const seen = new Map(there.map((title) => [plain(title), 0]));
  const trial: Trial = { works: [], leftOut: [] };
  for (const row of rows.slice(1)) {
    const typed = typedIn(row, mapping);
    const read = RowInput.safeParse(typed);
    if (!read.success) trial.leftOut.push({ line: row.line, reason: reasonsIn(read.error, typed) });
    else {
      const before = seen.get(plain(read.data.title));
      if (before !== undefined) trial.leftOut.push({ line: row.line, reason: alreadyThere(before) });
      else {
        seen.set(plain(read.data.title), row.line);
        const { state, endedOn } = read.data;
        trial.works.push({ line: row.line, given: { ...descriptionIn(read.data), state, endedOn, shares: null } });
      }
    }
  }
  return trial;
}

function typedIn({ cells }: Row, { columns, country, state }: Mapping): Record<string, string> {
  const typed: Record<string, string> = {};
  for (const field of FIELD_NAMES) {
    const column = columns[field];
    const cell = column === undefined ? '' : (cells[column] ?? '');
    if (cell !== '') typed[field] = cell;
  }
  const named = <Key extends string>(text: string, keys: readonly Key[], nameOf: (key: Key) => string) =>
    keys.find((key) => [key, plain(nameOf(key))].includes(plain(text))) ?? text;
  return {
    ...typed,
    state: typed.state ? named(typed.state, STATES, stateName) : state,
    ...(typed.country ? { country: named(typed.country, COUNTRIES, countryName) } : country ? { country } : {}),
    ...(typed.startedOn ? { startedOn: monthly(typed.startedOn) } : {}),
    ...(typed.endedOn ? { endedOn: monthly(typed.endedOn) } : {}),
  };
}

/** A full date is read as its month: that is as much as the page of a piece of work says. */
function monthly(text: string): string {
  return dayIn(text)?.slice(0, 7) ?? text;
}

/** Why, each sentence once; a word that is none of the choices is named beside them. */
function reasonsIn(error: z.ZodError, typed: Record<string, string>): string {
  const sentences = error.issues.map(({ path, message }) => {
    const [field = ''] = path.map(String);
    const choices = { state: STATES.map(stateName), country: COUNTRIES.map(countryName) }[field];
    return choices && typed[field]
      ? t('“{word}” is none of {choices}.', { word: typed[field].slice(0, 40), choices: choices.join(', ') })
      : message;
  });
  return [...new Set(sentences)].join(' ');
}

function alreadyThere(line: number): string {
  return line === 0
    ? t('Work of this title is on the shelf already.')
    : t('The same title stands in line {line}.', { line: String(line) });
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[\s-]+/g, '-')
    .trim();
}
