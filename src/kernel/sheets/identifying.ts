import { t } from '../words.ts';
import type { Row } from './sheet.ts';

/** Something in a table that could say who a patient is: where it stands, and what it looks like. */
export type Finding = { line: number; column: number; heading: string; what: string };

/** Headings that name what identifies; in the order in which they are asked. */
const HEADINGS: [RegExp, () => string][] = [
  [
    /nhs\s*(?:no|num|id)|\bchi\b|\bh\s*&?\s*c\s*(?:no|num)|hospital\s*(?:no|num)|\bmrn\b|pps\s*n|\bihi\b/i,
    () => t('patients’ numbers'),
  ],
  [/date\s*of\s*birth|\bdob\b|\bd\.o\.b|birth\s*da/i, () => t('dates of birth')],
  [/post\s*code|eircode|\baddress\b/i, () => t('postcodes or addresses')],
  [
    /surname|forename|(?:first|last|family|given|full|patient|client|resident)\W*name|^names?$|^patients?$/i,
    () => t('names'),
  ],
];

const POSTCODE = /\b(?:GIR ?0AA|[A-PR-UWYZ][A-HK-Y]?\d[\dA-Z]? ?\d[ABD-HJLNP-UW-Z]{2})\b/;
const EIRCODE = /\b(?:[AC-FHKNPRTV-Y]\d{2}|D6W) ?[0-9AC-FHKNPRTV-Y]{4}\b/;
const TITLED = /^(?:mr|mrs|ms|miss|mx|master|dr|prof)\.? +\p{Lu}\p{L}+/iu;

/**
 * What in these rows could identify a patient, once for each column: by its heading, or by the first cell that looks like an NHS,
 * CHI or Health and Care number with a right check digit, a postcode, or a titled name. It cannot find everything; it says where to look.
 */
export function identifying(rows: readonly Row[]): Finding[] {
  const found = new Map<number, Finding>();
  const headings = rows[0]?.cells ?? [];
  for (const [column, heading] of headings.entries()) {
    const what = HEADINGS.find(([pattern]) => pattern.test(heading))?.[1];
    if (what) found.set(column, { line: rows[0]?.line ?? 1, column: column + 1, heading, what: what() });
  }
  for (const { line, cells } of rows)
    for (const [column, cell] of cells.entries()) {
      if (found.has(column)) continue;
      const what = lookOf(cell);
      if (what) found.set(column, { line, column: column + 1, heading: headings[column] ?? '', what });
    }
  return [...found.values()].sort((a, b) => a.column - b.column);
}

/** A finding as a sentence that names the row and the column, and never repeats what stands there. */
export function sentenceOf({ line, column, heading, what }: Finding): string {
  return heading === '' || heading.length > 40
    ? t('Column {column} seems to hold {what}: see line {line}.', { column: String(column), what, line: String(line) })
    : t('Column {column}, “{heading}”, seems to hold {what}: see line {line}.', {
        column: String(column),
        heading,
        what,
        line: String(line),
      });
}

function lookOf(cell: string): string | null {
  for (const [number] of cell.matchAll(/(?<![\d.,-])\d{3}[ -]?\d{3}[ -]?\d{4}(?![\d.,])/g))
    if (isPatientNumber(number.replace(/\D/g, ''))) return t('patients’ numbers');
  if (POSTCODE.test(cell) || EIRCODE.test(cell)) return t('postcodes or addresses');
  return TITLED.test(cell) ? t('names') : null;
}

/**
 * NHS numbers (England, Wales, Isle of Man), CHI numbers (Scotland) and Health and Care numbers (Northern Ireland) share ten digits
 * and the check digit: weights 10 to 2, eleven minus the sum modulo eleven (NHS Data Dictionary, "NHS Number").
 */
export function isPatientNumber(digits: string): boolean {
  if (!/^\d{10}$/.test(digits) || /^(\d)\1{9}$/.test(digits)) return false;
  const sum = [...digits.slice(0, 9)].reduce((total, digit, i) => total + Number(digit) * (10 - i), 0);
  const check = 11 - (sum % 11);
  return check !== 10 && check % 11 === Number(digits[9]);
}
