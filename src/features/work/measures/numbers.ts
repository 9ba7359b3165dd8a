/** What stands for "nobody measured". */
const GAPS = new Set(['', '-', '–', '—', '.', 'na', 'n/a', 'nil return', 'missing', 'null', '#n/a', '*']);

export type Cell = { value: number | null } | { problem: 'not-a-number' };

/**
 * A number as people and spreadsheets write it. `1,234.5`, `1 234,5`, `£1,200`, `12.5%`, `(3)` and `12,5` are read; `1,234` alone
 * could be either, and is read as European only where `decimal` says that the sheet writes decimals with a comma.
 */
export function numberIn(text: string, decimal: '.' | ','): Cell {
  const given = text
    .trim()
    .replace(/^["']|["']$/g, '')
    .trim();
  if (GAPS.has(given.toLowerCase())) return { value: null };
  const negative = /^\(.*\)$/.test(given) || /^[-−]/.test(given);
  let digits = given.replace(/[()£€$%\s\u00a0\u202f−+-]/g, '').replace(/^(gbp|eur)/i, '');
  if (decimal === ',') digits = digits.replace(/\./g, '').replace(',', '.');
  else if (/^\d{1,3}(,\d{3})+(\.\d+)?$/.test(digits)) digits = digits.replace(/,/g, '');
  if (!/^(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(digits)) return { problem: 'not-a-number' };
  const value = Number(digits);
  return Number.isFinite(value) ? { value: negative ? -value : value } : { problem: 'not-a-number' };
}

/** Does this sheet write decimals with a comma? It does where some cell can only be read so, and none only the other way. */
export function decimalOf(sheet: string[]): '.' | ',' {
  const cells = sheet.map((cell) => cell.replace(/[£€$%()\s\u00a0\u202f]/g, ''));
  const european = cells.some((cell) => /^[-−]?[\d.]*\d,\d+$/.test(cell) && !/^[-−]?\d{1,3}(,\d{3})+$/.test(cell));
  const british = cells.some((cell) => /\d\.\d+$/.test(cell) && !/^\d{1,3}(\.\d{3})+$/.test(cell));
  return european && !british ? ',' : '.';
}
