import Papa from 'papaparse';

export type Cell = string | number | null | undefined;

/** A table that a spreadsheet can open without running anything in it. */
export function csvOf(fields: string[], data: Cell[][]): string {
  return `\uFEFF${Papa.unparse({ fields, data }, { escapeFormulae: true })}\r\n`;
}
