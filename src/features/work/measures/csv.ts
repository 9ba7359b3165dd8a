import Papa from 'papaparse';
import type { Seen } from './chart-of.tsx';
import { reasonOf } from './views/reasons.ts';

/** The data and what the rules said of it, as CSV that a spreadsheet can open without running anything. */
export function csvOf({ readings, analysis }: Seen): string {
  const points = new Map(analysis?.chart.points.map((point) => [point.date, point]));
  const rows = readings.map(({ date, value }) => {
    const point = points.get(date);
    return { date, value, mean: point?.mean, lower: point?.lower, upper: point?.upper, signals: reasonOf(point) };
  });
  return `\uFEFF${Papa.unparse({ fields: ['date', 'value', 'mean', 'lower', 'upper', 'signals'], data: rows.map((row) => [row.date, row.value, row.mean, row.lower, row.upper, row.signals]) }, { escapeFormulae: true })}\r\n`;
}
