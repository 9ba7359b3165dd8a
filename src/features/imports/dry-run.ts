import type { Country } from '#kernel/countries.ts';
import { countryName } from '#kernel/countries.ts';
import { t } from '#kernel/words.ts';
import { countryIn, type Field, type Mapping } from './fields.ts';
import { isAddress } from './sheet.ts';

export type Row = { number: number; cells: string[] };
export type Newcomer = { number: number; email: string; name: string; headline: string; country: Country | null };
export type Problem = { number: number; text: string; reason: string };

/** What would happen to each row. */
export type DryRun = {
  ready: Newcomer[];
  /** Addresses of members: nothing changes for them. */
  already: Newcomer[];
  /** Of those that are ready: how many are known here, and are no members yet. */
  known: number;
  problems: Problem[];
};

/** What the house knows of addresses, in lower case. */
export type Known = {
  members: ReadonlySet<string>;
  people: ReadonlySet<string>;
  /** Who asked never to be written to. */
  closed: (email: string) => boolean;
};

const NAME = 120;
const HEADLINE = 160;

/** Row by row: what would be brought in, who is here already, what is wrong and why. Pure. */
export function dryRun(rows: readonly Row[], columns: readonly string[], mapping: Mapping, known: Known): DryRun {
  const seen = new Map<string, number>();
  const run: DryRun = { ready: [], already: [], known: 0, problems: [] };
  for (const row of rows) {
    const found = read(row, columns.length, mapping);
    const reason = 'reason' in found ? found.reason : reasonAgainst(found, seen, known);
    if (reason !== null || 'reason' in found) {
      run.problems.push({ number: row.number, text: row.cells.join(' · ').slice(0, 120), reason: reason ?? '' });
      continue;
    }
    const email = found.email.toLowerCase();
    seen.set(email, row.number);
    if (known.members.has(email)) run.already.push(found);
    else {
      run.ready.push(found);
      if (known.people.has(email)) run.known += 1;
    }
  }
  return run;
}

function read({ number, cells }: Row, width: number, mapping: Mapping): Newcomer | { reason: string } {
  const cell = (field: Field) => {
    const column = mapping[field];
    return column === null ? '' : (cells[column] ?? '');
  };
  if (cells.slice(width).some((extra) => extra !== ''))
    return { reason: t('There are more cells here than headings. Is a comma missing its quotation marks?') };
  const email = cell('email').replace(/^mailto:/i, '');
  if (email === '') return { reason: t('There is no e-mail address.') };
  if (!isAddress(email)) return { reason: t('“{email}” is not an e-mail address.', { email: email.slice(0, 60) }) };
  const name = (cell('name') || `${cell('firstName')} ${cell('lastName')}`).replace(/\s+/g, ' ').trim();
  if (name === '') return { reason: t('There is no name.') };
  if (name.length > NAME) return { reason: t('The name is longer than {most} characters.', { most: NAME }) };
  const said = cell('country');
  const country = said === '' ? mapping.otherwise : countryIn(said);
  if (said !== '' && country === null)
    return {
      reason: t('“{said}” is none of {countries}.', { said: said.slice(0, 40), countries: allCountries() }),
    };
  return { number, email, name, headline: cell('headline').slice(0, HEADLINE), country };
}

function reasonAgainst({ email }: Newcomer, seen: Map<string, number>, { closed }: Known): string | null {
  const before = seen.get(email.toLowerCase());
  if (before !== undefined) return t('The same address stands in row {row}.', { row: before });
  if (closed(email)) return t('We may not write to this address.');
  return null;
}

function allCountries(): string {
  return (['england', 'ireland', 'northern-ireland', 'scotland', 'wales'] as const).map(countryName).join(', ');
}
