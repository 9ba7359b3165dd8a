import { median } from './averages.ts';
import { SpcError } from './errors.ts';
import { numbered } from './readings.ts';

export interface RebasedOptions {
  /** How many of the first points give the first median; missing ones count. The default is 12. */
  readonly baselinePoints?: number;
  /** How many useful points in a row on one side make a sustained run; the default is 9. */
  readonly run?: number;
  /** On which side of the median a run counts; the default is `both`. */
  readonly way?: 'high' | 'low' | 'both';
}

/** A median, and the points that it was taken from. Positions count from 0. */
export interface RebasedMedian {
  readonly from: 'baseline' | 'run';
  /** In the unit of the values; null if none of its points is known. */
  readonly median: number | null;
  readonly first: number;
  readonly last: number;
}

/**
 * A run chart whose median is taken anew after each sustained run: the median of the first points, then of the useful points of
 * the first run on the wanted side of it, and so on from after that run. A value on the median, or missing, neither counts
 * nor breaks (as in the R package runcharter by J. MacKintosh; the run of nine is Swinton & Perla's for re-basing). Where there
 * are too few points for a baseline and a run, the baseline stands alone.
 *
 * @throws SpcError `no-readings`, `invalid-value`, `invalid-baseline`, `invalid-size`
 */
export function rebasedMedians(values: readonly (number | null)[], options: RebasedOptions = {}): RebasedMedian[] {
  const { baselinePoints = 12, run = 9, way = 'both' } = options;
  if (values.length === 0) throw new SpcError('no-readings', 'There are no readings to chart.');
  if (!(Number.isInteger(baselinePoints) && baselinePoints >= 1)) {
    throw new SpcError('invalid-baseline', 'A baseline is a whole number of points, 1 or more.');
  }
  if (!(Number.isInteger(run) && run >= 2)) {
    throw new SpcError('invalid-size', 'A run is a whole number of points, two or more.');
  }
  const readings = numbered(values);
  const end = Math.min(baselinePoints, readings.length);
  const found: RebasedMedian[] = [];
  let centre = median(readings.subarray(0, end));
  found.push({ from: 'baseline', median: Number.isNaN(centre) ? null : centre, first: 0, last: end - 1 });
  let side = 0;
  let own: number[] = [];
  for (let i = end; i < readings.length; i++) {
    const here = Math.sign(readings[i]! - centre);
    if (here === 0 || Number.isNaN(here)) continue;
    if (here !== side) own = [];
    side = here;
    own.push(i);
    if (own.length < run || (way !== 'both' && side !== (way === 'high' ? 1 : -1))) continue;
    centre = median(Float64Array.from(own.slice(0, run), (position) => readings[position]!));
    found.push({ from: 'run', median: centre, first: own[0]!, last: i });
    side = 0;
  }
  return found;
}
