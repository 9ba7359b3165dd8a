import { mean, median } from './averages.ts';
import { SpcError } from './errors.ts';
import { day, measurable } from './readings.ts';

/** How several readings of one moment make one point, where no denominators say how. */
export type Combine = 'mean' | 'median' | 'sum';

export interface Rows {
  readonly x: readonly (string | number)[];
  readonly values: Float64Array;
  /** NaN where one is missing; null where the chart has none. */
  readonly denominators: Float64Array | null;
  /** Whether x are names, which have no order but that of their first appearance. */
  readonly categories: boolean;
}

/** The points of a chart: readings of one x together, in order of x. */
export interface Subgroups {
  readonly labels: readonly string[];
  /** The rows of the input that each was made of. */
  readonly rows: readonly (readonly number[])[];
  /** The readings of each that are not missing. */
  readonly readings: readonly Float64Array[];
  /** The sums of the denominators of those, or null; 0 where all are missing. */
  readonly sizes: Float64Array | null;
  /** Sum over size where there are denominators, else as combined; NaN where nothing is known. */
  readonly values: Float64Array;
}

/**
 * Readings of one x make one point. With denominators they are pooled, sum over sum, and a reading without its denominator
 * (or the other way round) counts as missing both.
 * @throws SpcError `invalid-x`, `invalid-date`
 */
export function subgroupsOf(input: Rows, combine: Combine): Subgroups {
  const rows = grouped(input);
  const { values, denominators } = input;
  const known = rows.map((group) => group.filter((row) => !Number.isNaN(values[row]! + (denominators?.[row] ?? 0))));
  const readings = known.map((group) => Float64Array.from(group, (row) => values[row]!));
  const labels = rows.map(([first]) => String(input.x[first!]));
  if (!denominators)
    return {
      labels,
      rows,
      readings,
      sizes: null,
      values: Float64Array.from(readings, (own) => combined(own, combine)),
    };
  const sizes = Float64Array.from(known, (group) => group.reduce((sum, row) => sum + denominators[row]!, 0));
  const pooled = Float64Array.from(readings, (own, i) => sum(own) / sizes[i]!);
  return {
    labels,
    rows,
    readings,
    sizes,
    values: pooled.map((value) => (Number.isFinite(value) ? value : Number.NaN)),
  };
}

/** The sum of the numbers; NaN if there are none. */
export function sum(numbers: Float64Array): number {
  return numbers.length === 0 ? Number.NaN : numbers.reduce((total, number) => total + number, 0);
}

function combined(readings: Float64Array, combine: Combine): number {
  if (readings.length === 1) return readings[0]!;
  return { mean, median, sum }[combine](readings);
}

function grouped({ x, categories }: Rows): number[][] {
  const groups = new Map<string | number, number[]>();
  x.forEach((label, row) => {
    if (!categories) checkOrdered(label, x[0]!, row);
    const group = groups.get(label);
    if (group) group.push(row);
    else groups.set(label, [row]);
  });
  const sorted = [...groups.entries()];
  // Dates written yyyy-mm-dd sort as text does.
  if (!categories) sorted.sort(([a], [b]) => (a < b ? -1 : 1));
  return sorted.map(([, group]) => group);
}

function checkOrdered(label: string | number, first: string | number, row: number): void {
  if (typeof label === 'string' && typeof first === 'string') day(label, row);
  else if (typeof label === 'string' || typeof first === 'string' || !measurable(label)) {
    throw new SpcError('invalid-x', 'Points are placed by dates or by numbers, all of one kind.', row);
  }
}
