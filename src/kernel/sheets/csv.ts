import Papa from 'papaparse';

export type Cell = string | number | boolean | Date | null | undefined;

/**
 * A table as CSV that every spreadsheet opens as it is meant: UTF-8 with its mark, so that Excel reads accents, and nothing in it is
 * run. What a spreadsheet would take for a formula (OWASP, "CSV Injection": = + - @, a tab, a line's end) gets an apostrophe before
 * it; numbers keep their minus. The one way to write CSV.
 */
export function csv(fields: readonly string[], data: readonly (readonly Cell[])[]): string {
  const rows = data.map((row) => row.map(safe));
  return `\uFEFF${Papa.unparse({ fields: fields.map(safe).map(String), data: rows })}\r\n`;
}

function safe(cell: Cell): string | number {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'number') return cell;
  const text = cell instanceof Date ? cell.toISOString() : String(cell);
  return /^\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/.test(text) ? `'${text}` : text;
}
