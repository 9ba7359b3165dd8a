import Papa from 'papaparse';
import { Invalid } from '../errors.ts';
import { t } from '../words.ts';
import type { Row } from './sheet.ts';

const SHOWN = 120;

/**
 * Text with tabs, semicolons or commas between cells → its rows, with the lines that they begin on. With `spaces`, a sheet that has
 * none of these is split at the last space of each line: "31 Jan 2024 12". Throws Invalid where a quotation mark never closes.
 */
export function rowsOfText(text: string, { field = 'text', spaces = false } = {}): Row[] {
  const clean = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const named = /^sep=(.)\n/i.exec(clean); // Excel's own way to name the separator
  const body = named ? clean.slice(named[0].length) : clean;
  const first = named ? 2 : 1;
  const delimiter = named?.[1] ?? delimiterOf(body, spaces);
  if (delimiter === ' ') return body.split('\n').flatMap((source, i) => atLastSpace(source, first + i));
  return quotedRows(body, delimiter, first, field);
}

function quotedRows(text: string, delimiter: string, first: number, field: string): Row[] {
  const rows: Row[] = [];
  let from = 0;
  let line = first;
  let open: number | null = null;
  Papa.parse<string[]>(text, {
    delimiter,
    newline: '\n',
    step: ({ data, errors, meta }) => {
      if (errors.some(({ code }) => code === 'MissingQuotes')) open ??= line;
      const source = text.slice(from, meta.cursor).replace(/\n$/, '');
      if (source.trim() !== '') rows.push(rowOf(line, data, source));
      line += text.slice(from, meta.cursor).split('\n').length - 1;
      from = meta.cursor;
    },
  });
  if (open !== null)
    throw new Invalid({
      [field]: t('A quotation mark that opens in line {line} never closes, so we cannot tell where its cell ends.', {
        line: String(open),
      }),
    });
  return rows;
}

function rowOf(line: number, data: readonly string[], source: string): Row {
  return { line, cells: data.map((cell) => cell.trim()), source: source.slice(0, SHOWN) };
}

function atLastSpace(source: string, line: number): Row[] {
  if (source.trim() === '') return [];
  const cells = [source.replace(/\s+\S+\s*$/, ''), source.trim().split(/\s+/).at(-1) ?? ''];
  return [rowOf(line, cells, source)];
}

/** Tab, semicolon, comma or spaces: the first that every other line can be split by. */
function delimiterOf(text: string, spaces: boolean): string {
  const sample = text
    .slice(0, 100_000)
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(0, 50);
  const splits = (mark: string) => sample.filter((line) => line.includes(mark)).length * 2 > sample.length;
  const found = ['\t', ';', ','].find(splits);
  if (found) return found;
  return spaces && sample.some((line) => /\d\s+\S+$/.test(line)) ? ' ' : ',';
}

/** Rows as they would be pasted: tabs between cells, each on the line where it stood. */
export function pasted(rows: readonly Row[]): string {
  const lines: string[] = [];
  for (const { line, cells } of rows) lines[line - 1] = cells.map(pastedCell).join('\t');
  return Array.from(lines, (text) => text ?? '').join('\n');
}

function pastedCell(cell: string): string {
  const bare = cell.replace(/[\t\n]+/g, ' ');
  return bare.includes('"') ? `"${bare.replaceAll('"', '""')}"` : bare;
}
