import Papa from 'papaparse';
import { Invalid } from '#kernel/errors.ts';
import { isWorkbook, textIn } from '#kernel/files/text.ts';
import { t } from '#kernel/words.ts';

/** A sheet as it was sent: its headings, and each row with its number, of which the headings are 1. */
export type Sheet = { columns: string[]; rows: { number: number; cells: string[] }[] };

export const MOST_ROWS = 10_000;
const MOST_COLUMNS = 100;
const LONGEST = 500;

/**
 * Reads a CSV file in whatever way it was saved: any usual encoding with or without its mark, commas, semicolons or tabs.
 * Throws Invalid with a sentence for whatever cannot be used.
 */
export function readSheet(bytes: Uint8Array): Sheet {
  if (isWorkbook(bytes))
    throw broken(t('This is an Excel workbook. Save it as CSV (File, Save as, “CSV UTF-8”) and send that.'));
  const text = textIn(bytes)
    .replace(/^\uFEFF/, '')
    .replaceAll('\0', '');
  const { data, errors } = Papa.parse<string[]>(text, { delimiter: delimiterOf(text) });
  const quote = errors.find(({ type }) => type === 'Quotes');
  if (quote)
    throw broken(
      t(
        'A quotation mark is opened and never closed, at or before row {row}. Mend it there, and send the file again.',
        {
          row: (quote.row ?? 0) + 1,
        },
      ),
    );
  const [first, ...others] = data.map((cells, i) => ({
    number: i + 1,
    cells: cells.map((cell) => cell.trim().slice(0, LONGEST)),
  }));
  const rows = others.filter(({ cells }) => cells.some((cell) => cell !== ''));
  if (!first || first.cells.every((cell) => cell === ''))
    throw broken(t('The file begins with an empty line. Its first row should name the columns.'));
  if (rows.length === 0) throw broken(t('There is nothing below the headings. Is it the right file?'));
  if (first.cells.length < 2)
    throw broken(
      t('There is only one column. We need a name and an e-mail address, with a comma or a semicolon between.'),
    );
  if (first.cells.some(isAddress))
    throw broken(
      t('The first row holds an e-mail address. Please put a row of headings above it, such as “Name, E-mail”.'),
    );
  if (first.cells.length > MOST_COLUMNS)
    throw broken(t('There are more than {most} columns. Please keep only those that we need.', { most: MOST_COLUMNS }));
  if (rows.length > MOST_ROWS)
    throw broken(
      t('There are {rows, number} rows, and {most, number} is the most at a time. Please send it in parts.', {
        rows: rows.length,
        most: MOST_ROWS,
      }),
    );
  const columns = first.cells.map((cell, i) => cell || t('Column {number}', { number: i + 1 }));
  return { columns, rows };
}

/** What stands between the headings: of comma, semicolon, tab and bar the one that is there most often. */
function delimiterOf(text: string): string {
  const [headings = ''] = text
    .replaceAll(/"[^"]*"/g, '')
    .trimStart()
    .split(/[\r\n]/);
  const times = (mark: string) => headings.split(mark).length;
  return [',', ';', '\t', '|'].reduce((best, mark) => (times(mark) > times(best) ? mark : best));
}

/** Good enough to write to; whether somebody reads it, only a letter can tell. */
export function isAddress(text: string): boolean {
  return text.length <= 254 && /^[^\s@<>"(),:;]+@[^\s@.<>"(),:;]+(\.[^\s@.<>"(),:;]+)+$/.test(text);
}

function broken(sentence: string): Invalid {
  return new Invalid({ file: sentence });
}
