import { formatNumber } from '#kernel/format.ts';
import { t } from '#kernel/words.ts';
import type { Estimate } from '../agreement.ts';
import type { Quartiles } from '../quartiles.ts';

/** Of how few a middle half says nothing. */
export const FEWEST_DAYS = 5;

export function daysIn(days: number): string {
  return t('{days, plural, one {# day} other {# days}}', { days: Math.round(days) });
}

export function withInterval({ value, low, high }: Estimate): string {
  const [number, from, to] = [value, low, high].map((one) => formatNumber(one, 2));
  return t('{number} ({from} to {to})', { number, from, to });
}

export function tooFew(): string {
  return t('too few to tell');
}

export function quartilesIn({ lower, median, upper }: Quartiles): string {
  const [l, m, u] = [lower, median, upper].map((one) => formatNumber(one, 0));
  return t('{m} ({l} to {u})', { m, l, u });
}
