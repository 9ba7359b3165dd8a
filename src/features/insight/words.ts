import { type Country, countryName } from '#kernel/countries.ts';
import { formatNumber } from '#kernel/format.ts';
import { t } from '#kernel/words.ts';
import type { Beside, Comparison, Verdict } from './comparing.ts';
import type { Kind } from './range.ts';

/** A share as people read it: whole percents, and one decimal below ten. One rounding for text, chart and table. */
export function percent(share: number): string {
  const value = 100 * share;
  return `${formatNumber(value, value > 0 && value < 9.95 ? 1 : 0)}%`;
}

/** Of nought, which may be one or two, only how large it can be is said. */
export function ratioOf({ ratio }: Beside): string {
  if (ratio.value === 0) return t('up to {upper}', { upper: formatNumber(ratio.upper, 2) });
  const [value, lower, upper] = [ratio.value, ratio.lower, ratio.upper].map((one) => formatNumber(one, 2));
  return t('{value} ({lower} to {upper})', { value, lower, upper });
}

/** `about 25`; rounding made a nought of 0, 1 and 2. */
export function about(people: number): string {
  return people === 0 ? t('fewer than 3') : t('about {people}', { people: formatNumber(people) });
}

export function verdictName(verdict: Verdict): string {
  return {
    more: t('A larger share'),
    fewer: t('A smaller share'),
    alike: t('No clear difference'),
    'too-few': t('Too few to tell'),
  }[verdict];
}

export function placeName(country: Country | null): string {
  return country ? countryName(country) : t('the UK');
}

export function kindName(kind: Kind): string {
  return { organisation: t('Organisations'), place: t('Places'), sector: t('Sectors'), background: t('Backgrounds') }[
    kind
  ];
}

/** `2026-Q3` → `the third quarter of 2026`. */
export function quarterName(quarter: string): string {
  const [year = '', number = ''] = quarter.split('-Q');
  return t('the {number, select, 1 {first} 2 {second} 3 {third} other {fourth}} quarter of {year}', { number, year });
}

/** What a comparison says, before its chart and its table. It neither blames nor boasts. */
export function sentencesOf({ rows, country }: Comparison): string[] {
  if (rows.length === 0)
    return [
      t('Too few members in {country} have answered this so far. Nothing is shown, to protect them.', {
        country: placeName(country),
      }),
    ];
  const named = (verdict: Verdict) =>
    rows
      .filter((row) => row.beside?.verdict === verdict)
      .map(({ name }) => name)
      .join('; ');
  const [fewer, more, alike, unknown] = [named('fewer'), named('more'), named('alike'), named('too-few')];
  return [
    ...(fewer ? [t('A smaller share of members than of the population: {fewer}.', { fewer })] : []),
    ...(more ? [t('A larger share of members than of the population: {more}.', { more })] : []),
    ...(alike ? [t('No difference that chance could not make: {alike}.', { alike })] : []),
    ...(unknown ? [t('Too few to tell: {unknown}.', { unknown })] : []),
  ];
}
