import { type Cell, type CellValue, type Sheet as Found, readXlsx, streamXlsxRows, type Workbook } from 'hucre/xlsx';
import { Invalid } from '../errors.ts';
import { entriesOfZip } from '../files/zip.ts';
import { t } from '../words.ts';
import { type Limits, type Row, type Sheet, tooManyColumns, tooManyRows } from './sheet.ts';

type Wanted = { field: string; limits: Limits; sheet?: string };

/**
 * A workbook (.xlsx) → the rows of one sheet as text. Nothing is unpacked before its table of contents has been checked; the rows are
 * counted as they stream past before the sheet is read whole. Throws Invalid with a sentence.
 */
export async function rowsOfWorkbook(bytes: Uint8Array, { field, limits, sheet }: Wanted): Promise<Sheet> {
  const refusal = refusalOf(bytes, limits.unpacked);
  if (refusal) throw new Invalid({ [field]: refusal });
  // Whatever the reader throws at a file from a stranger, a bug of its own too, means that the file cannot be read.
  const broken = () => new Invalid({ [field]: unreadable() });
  const names = await namesIn(bytes).catch(() => Promise.reject(broken()));
  if (names.all.length === 0) throw broken();
  const wanted = sheet ? names.all.indexOf(sheet) : names.first;
  if (wanted < 0)
    throw new Invalid({
      [field]: t('The workbook has no sheet of that name. It has: {names}.', {
        names: names.all.slice(0, 12).join(', '),
      }),
    });
  const tooLarge = await excess(bytes, wanted, limits).catch(() => Promise.reject(broken()));
  if (tooLarge) throw new Invalid({ [field]: tooLarge });
  const book = await readXlsx(bytes, { sheets: [wanted] }).catch(() => Promise.reject(broken()));
  const found = book.sheets[0];
  if (!found) throw broken();
  return { rows: rowsOf(found), notes: notesOn(book, found, names.all), sheets: names.all };
}

/** A sentence for what its table of contents tells against it; null when there is nothing. */
function refusalOf(bytes: Uint8Array, most: number): string | null {
  const entries = entriesOfZip(bytes);
  if (!entries || entries.length === 0)
    return t('This file is broken: perhaps it did not arrive whole. Please send it again.');
  const has = (pattern: RegExp) => entries.some(({ name }) => pattern.test(name));
  // A packed entry that says nothing of its size could unpack to anything.
  const declared = entries.every(({ packed, unpacked }) => unpacked > 0 || packed <= 2);
  const whole = entries.reduce((sum, { unpacked }) => sum + unpacked, 0);
  if (!declared || whole > most || entries.length > 2000)
    return t(
      'This file unpacks to far more than a table of this kind holds. Copy the columns that are needed into a new workbook, and send that.',
    );
  if (entries.some(({ encrypted }) => encrypted))
    return t('This workbook is locked with a password. Save a copy without one, and send that.');
  if (has(/vbaProject\.bin$/i))
    return t('This workbook contains macros, which are programs. Save it as an Excel workbook (.xlsx) without them.');
  if (has(/^xl\/workbook\.bin$/)) return t('This is a binary workbook (.xlsb). Save it as an Excel workbook (.xlsx).');
  if (has(/^content\.xml$/)) return t('This is an OpenDocument sheet. Save it as an Excel workbook (.xlsx) or as CSV.');
  if (!has(/^xl\/workbook\.xml$/))
    return t(
      'This is not a workbook, whatever its name ends with. Please send an Excel workbook (.xlsx) or a CSV file.',
    );
  return null;
}

/** The sheets by name, and which of them is the first that shows. No sheet is read for it. */
async function namesIn(bytes: Uint8Array): Promise<{ all: string[]; first: number }> {
  const all: string[] = [];
  let first = -1;
  await readXlsx(bytes, {
    sheets: ({ name, hidden, veryHidden }) => {
      if (first < 0 && !hidden && !veryHidden) first = all.length;
      all.push(name);
      return false;
    },
  });
  return { all, first: Math.max(first, 0) };
}

/** Why this sheet is too large, row by row as it is unpacked, and no further than to the first row that is too much. */
async function excess(bytes: Uint8Array, sheet: number, { rows, columns }: Limits): Promise<string | null> {
  for await (const { index, values } of streamXlsxRows(bytes, { sheet })) {
    if (index > rows) return tooManyRows(rows);
    if (values.length > columns) return tooManyColumns(columns, index + 1);
  }
  return null;
}

function rowsOf({ rows, cells }: Found): Row[] {
  return rows.flatMap((values, i) => {
    const texts = values.map((value, column) => textOf(value, cells?.get(`${i},${column}`)));
    if (texts.every((text) => text === '')) return [];
    return [{ line: i + 1, cells: texts, source: texts.join('\t').trim().slice(0, 120) }];
  });
}

/** A cell as one would type it; a formula as the value that was stored with it. */
function textOf(value: CellValue, cell: Cell | undefined): string {
  const shown = cell?.formula !== undefined && cell.formulaResult !== undefined ? cell.formulaResult : value;
  if (shown === null || shown === undefined) return '';
  if (shown instanceof Date)
    return shown
      .toISOString()
      .replace('T', ' ')
      .replace(/(?: 00:00:00)?\.\d+Z$/, '');
  if (typeof shown === 'number') return digitsOf(shown);
  return String(shown)
    .replace(/[\t\r\n]+/g, ' ')
    .trim();
}

/**
 * A number to the fifteen digits that a spreadsheet keeps. Three decimals get a fourth, so that nobody who reads European decimals
 * takes 1.234 for a thousand.
 */
function digitsOf(value: number): string {
  return String(Number(value.toPrecision(15))).replace(/^(-?\d+\.\d{3})$/, '$10');
}

function notesOn(book: Workbook, { name, rows, cells, merges = [], rowDefs }: Found, sheets: string[]): string[] {
  const formulas = [...(cells?.values() ?? [])].filter(({ formula }) => formula !== undefined).length;
  const hidden = [...(rowDefs ?? [])].filter(([at, def]) => def.hidden && rows[at]?.some((value) => value !== null));
  return [
    ...(sheets.length > 1
      ? [t('The workbook has {count, number} sheets. This is “{name}”.', { count: sheets.length, name })]
      : []),
    ...(formulas > 0
      ? [
          t(
            '{count, plural, one {One cell is a formula: its} other {# cells are formulas: their}} last saved value was read.',
            { count: formulas },
          ),
        ]
      : []),
    ...(merges.length > 0
      ? [t('Some cells are merged. Such a cell counts once, where it begins; the others are empty.')]
      : []),
    ...(hidden.length > 0
      ? [t('{count, plural, one {One hidden row was} other {# hidden rows were}} read too.', { count: hidden.length })]
      : []),
    ...(book.dateSystem === '1904'
      ? [t('The workbook counts its days from 1904, as old Macs did. Please check the dates.')]
      : []),
  ];
}

function unreadable(): string {
  return t(
    'This workbook cannot be opened. Open it in your spreadsheet program, save it again as .xlsx or CSV, and send that.',
  );
}
