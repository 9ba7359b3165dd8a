import { type Chart, type Facts, facts, xmr } from '@cairn/spc';
import type { Measure } from './measures.ts';
import type { Series } from './readings.ts';

export type Analysis = { chart: Chart; facts: Facts };

const DIRECTIONS = { up: 'increase', down: 'decrease', neither: 'neutral' } as const;

/** Readings → the control chart of a measure; null while there is no reading with a value. */
export function analyse(
  { dates, values }: Series,
  measure: Pick<Measure, 'better' | 'target'>,
  rebases: { date: string }[] = [],
): Analysis | null {
  if (!values.some((value) => value !== null)) return null;
  const chart = xmr({
    dates,
    values,
    rebases: rebases.map(({ date }) => date),
    direction: DIRECTIONS[measure.better],
    target: measure.target,
    profile: 'nhs-mdc',
  });
  return { chart, facts: facts(chart) };
}
