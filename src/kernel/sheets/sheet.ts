import { Invalid } from '../errors.ts';
import { t } from '../words.ts';

/** One line of a table, empty ones left out: where it stood, its cells trimmed, and the line as it was, cut short. */
export type Row = { line: number; cells: string[]; source: string };

/** A table as text, and what a reader should know of how it was read. `sheets` are the names in a workbook. */
export type Sheet = { rows: Row[]; notes: string[]; sheets: string[] };

export type Limits = { bytes: number; unpacked: number; rows: number; columns: number };

/** What one upload may hold. The rows do not count the line of headings. */
export const LIMITS: Limits = { bytes: 5_000_000, unpacked: 40_000_000, rows: 10_000, columns: 60 };

/** Throws Invalid where there are more rows or columns than somebody could have meant. */
export function withinLimits(sheet: Sheet, limits: Limits, field: string): Sheet {
  if (sheet.rows.length > limits.rows + 1) throw new Invalid({ [field]: tooManyRows(limits.rows) });
  const wide = sheet.rows.find(({ cells }) => cells.length > limits.columns);
  if (wide) throw new Invalid({ [field]: tooManyColumns(limits.columns, wide.line) });
  return sheet;
}

export function tooManyRows(most: number): string {
  return t('That is more than {most, number} rows. Please send it in parts.', { most });
}

export function tooManyColumns(most: number, line: number): string {
  return t('Line {line} has more than {most, number} columns. Keep only those that are needed here.', {
    most,
    line: String(line),
  });
}
