import { formatNumber } from '#kernel/format.ts';
import type { Measure } from './measures.ts';

/** One rounding for a measure, in text, labels and tables alike. */
export type Rounded = (value: number) => string;

/** As the team asked; otherwise so that the numbers show three figures or so. */
export function roundingOf({ places }: Pick<Measure, 'places'>, values: (number | null)[]): Rounded {
  const chosen = placesOf({ places }, values);
  return (value) => formatNumber(Math.abs(value) < 10 ** -(chosen + 1) / 2 ? 0 : value, chosen);
}

/** The decimal places of that rounding. */
export function placesOf({ places }: Pick<Measure, 'places'>, values: (number | null)[]): number {
  return places ?? placesFor(values);
}

function placesFor(values: (number | null)[]): number {
  const largest = values.reduce<number>((most, value) => Math.max(most, Math.abs(value ?? 0)), 0);
  return largest >= 100 ? 0 : largest >= 10 ? 1 : 2;
}

/** `49 minutes`, `12.5%`, `£1,200`. */
export function withUnit(text: string, unit: string): string {
  if (unit === '') return text;
  if (/^[£€$]$/.test(unit)) return `${unit}${text}`;
  return unit.startsWith('%') ? `${text}${unit}` : `${text} ${unit}`;
}
