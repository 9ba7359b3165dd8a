import { csv } from '#kernel/sheets/index.ts';
import type { Seen } from './chart-of.tsx';
import { reasonOf } from './views/reasons.ts';

/** The data and what the rules said of it. */
export function csvOf({ readings, analysis }: Seen): string {
  const points = new Map(analysis?.chart.points.map((point) => [point.date, point]));
  return csv(
    ['date', 'value', 'mean', 'lower', 'upper', 'signals'],
    readings.map(({ date, value }) => {
      const point = points.get(date);
      return [date, value, point?.mean, point?.lower, point?.upper, reasonOf(point)];
    }),
  );
}
