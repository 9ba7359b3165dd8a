import { formatNumber } from '#kernel/format.ts';
import type { Measure } from './measures.ts';

/** One rounding for a measure, in text, labels and tables alike. */
export type Rounded = (value: number) => string;

/** As the team asked; otherwise so that the numbers show three figures or so. Nought has no sign. */
export function roundingOf({ places }: Pick<Measure, 'places'>, values: (number | null)[]): Rounded {
  const chosen = placesOf({ places }, values);
  return (value) => formatNumber(Math.abs(value) < 0.5 * 10 ** -chosen ? 0 : value, chosen);
}

/** The decimal places of that rounding. */
export function placesOf({ places }: Pick<Measure, 'places'>, values: (number | null)[]): number {
  return places ?? placesFor(values.filter((value) => value !== null));
}

function placesFor(values: number[]): number {
  if (values.every((value) => value === values[0] && Number.isInteger(value))) return 0;
  let largest = 0;
  for (const value of values) largest = Math.max(largest, Math.abs(value));
  return Math.min(6, Math.max(0, 2 - Math.floor(Math.log10(largest || 1))));
}

/** `49 minutes`, `12.5%`, `£1,200`, `-£40`. */
export function withUnit(text: string, unit: string): string {
  if (unit === '') return text;
  if (/^[£€$]$/.test(unit)) return text.startsWith('-') ? `-${unit}${text.slice(1)}` : `${unit}${text}`;
  return unit.startsWith('%') ? `${text}${unit}` : `${text} ${unit}`;
}
