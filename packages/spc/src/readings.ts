import { SpcError } from './errors.ts';

/** Beyond this size a sum of readings could overflow. */
const LARGEST = 1e300;

/**
 * The values as numbers, a missing one as NaN, taken in the given order of rows.
 * @throws SpcError `invalid-value`
 */
export function numbered(values: readonly (number | null)[], order?: ArrayLike<number>): Float64Array {
  const readings = new Float64Array(values.length);
  for (let i = 0; i < readings.length; i++) {
    const row = order ? order[i]! : i;
    const value = values[row];
    if (value === null) readings[i] = Number.NaN;
    else if (measurable(value)) readings[i] = value;
    else throw new SpcError('invalid-value', `The value in row ${row + 1} is not a number that can be charted.`, row);
  }
  return readings;
}

/** @throws SpcError the code that is given */
export function numberOr(
  number: number | null | undefined,
  code: 'invalid-value' | 'invalid-target',
  what: string,
): number | null {
  if (number == null || measurable(number)) return number ?? null;
  throw new SpcError(code, `The ${what} is not a number that can be charted.`);
}

export function measurable(value: number | undefined): value is number {
  return typeof value === 'number' && Math.abs(value) <= LARGEST;
}

/**
 * The rows in order of date: `order[i]` is the row of the i-th reading in time.
 * @throws SpcError `invalid-date`, `duplicate-date`
 */
export function chronological(dates: readonly string[]): Uint32Array {
  const days = new Float64Array(dates.length);
  const order = new Uint32Array(dates.length);
  let sorted = true;
  for (let row = 0; row < days.length; row++) {
    order[row] = row;
    days[row] = day(dates[row]!, row);
    if (row > 0 && days[row]! < days[row - 1]!) sorted = false;
  }
  if (!sorted) order.sort((a, b) => days[a]! - days[b]!);
  for (let i = 1; i < order.length; i++) {
    const row = order[i]!;
    if (days[row] === days[order[i - 1]!]) {
      throw new SpcError('duplicate-date', `There are two readings for ${dates[row]}.`, row);
    }
  }
  return order;
}

/**
 * A calendar date yyyy-mm-dd as the number yyyymmdd, which sorts as dates do.
 * @throws SpcError `invalid-date`
 */
export function day(date: string, row: number | null = null): number {
  const year = digits(date, 0, 4);
  const month = digits(date, 5, 7);
  const dayOfMonth = digits(date, 8, 10);
  const dashed = date.length === 10 && date[4] === '-' && date[7] === '-';
  if (!dashed || !(month >= 1 && month <= 12) || !(dayOfMonth >= 1 && dayOfMonth <= daysIn(year, month))) {
    throw new SpcError('invalid-date', `“${date}” is not a date written as year-month-day, such as 2026-03-31.`, row);
  }
  return year * 10_000 + month * 100 + dayOfMonth;
}

function digits(text: string, from: number, to: number): number {
  let number = 0;
  for (let i = from; i < to; i++) {
    const digit = text.charCodeAt(i) - 48;
    number = digit >= 0 && digit <= 9 ? number * 10 + digit : Number.NaN;
  }
  return number;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}
