/** What stands for "nobody measured". */
const GAPS = new Set(['', '-', '–', '—', '.', 'na', 'n/a', 'nil return', 'missing', 'null', '#n/a', '*']);

export type Cell = { value: number | null } | { problem: 'not-a-number' };

/** Digits as a sheet writes them: thousands in groups of three behind a leading digit that is not nought, or no groups. */
const DIGITS = {
  '.': /^(?:\d+\.?\d*|\.\d+|[1-9]\d{0,2}(?:[, ']\d{3})+(?:\.\d+)?)$/,
  ',': /^(?:\d+,?\d*|,\d+|[1-9]\d{0,2}(?:[. ']\d{3})+(?:,\d+)?)$/,
};
const PARTS = /^(\(?)([-+]?)(?:[£€$]|gbp|eur)?\s*([-+]?)([\d., ']+)(e[-+]?\d+)?\s*(?:[%£€$]|gbp|eur)?(\)?)$/i;

/**
 * A number as people and spreadsheets write it. `1,234.5`, `1 234,5`, `£1,200`, `12.5%`, `(3)` and `12,5` are read; `1,234` alone
 * could be either, and is read as European only where `decimal` says that the sheet writes decimals with a comma. What is not
 * one number, such as `12-13`, is none.
 */
export function numberIn(text: string, decimal: '.' | ','): Cell {
  const given = plain(text);
  if (GAPS.has(given.toLowerCase())) return { value: null };
  const [, open = '', sign = '', inner = '', digits = '', exponent = '', close = ''] = PARTS.exec(given) ?? [];
  const bracketed = open === '(' && close === ')';
  if (!DIGITS[decimal].test(digits.trim()) || (open !== '' || close !== '') !== bracketed || (sign && inner))
    return { problem: 'not-a-number' };
  const bare = digits
    .trim()
    .replaceAll(decimal === '.' ? /[, ']/g : /[. ']/g, '')
    .replace(',', '.');
  const value = Number(`${bare}${exponent}`);
  if (!Number.isFinite(value)) return { problem: 'not-a-number' };
  return { value: bracketed || sign === '-' || inner === '-' ? -value : value };
}

/** Does this sheet write decimals with a comma? It does where some cell can only be read so, and none only the other way. */
export function decimalOf(sheet: string[]): '.' | ',' {
  const onlyAs = (mark: '.' | ',', other: '.' | ',') =>
    sheet.some((cell) => 'value' in numberIn(cell, mark) && 'problem' in numberIn(cell, other));
  return onlyAs(',', '.') && !onlyAs('.', ',') ? ',' : '.';
}

/** One kind of space, apostrophe and minus; no quotes around it. */
function plain(text: string): string {
  return text
    .replace(/[\s\u00a0\u2009\u202f]+/g, ' ')
    .replaceAll('’', "'")
    .replace(/[−–](?=[\d£€$.,])/g, '-')
    .trim()
    .replace(/^"(.*)"$/, '$1')
    .replace(/^'/, '')
    .trim();
}
