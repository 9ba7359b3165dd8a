import { type Box, boxOf } from './boxes.ts';

/**
 * How runs are judged: by two critical values (`anhoej`), by the box of the two that detects a shift best (`bestbox`), or by
 * that box with its corner cut (`cutbox`).
 */
export type RunsMethod = 'anhoej' | 'bestbox' | 'cutbox';

/** A stretch of readings, read by which side of the centre line each lies on. */
export interface Runs {
  readonly method: RunsMethod;
  /** How many readings are neither missing nor on the centre line; only these are read. */
  readonly useful: number;
  /** The most readings in a row on one side; null if none is useful, and so are those below. */
  readonly longest: number | null;
  /** The longest run that chance makes usual. */
  readonly longestUsual: number | null;
  readonly crossings: number | null;
  /** The fewest crossings that chance makes usual. */
  readonly fewestUsual: number | null;
  /** Whether the runs are longer or the crossings fewer than chance makes usual. */
  readonly signal: boolean;
}

/**
 * Runs about a centre line. A reading on it, or missing, neither breaks nor extends a run.
 * @param values in order of time, null (or NaN) where one is missing
 * @param centre in the unit of the values; it should halve them, so the median is the usual choice
 */
export function runs(values: ArrayLike<number | null>, centre: number | null, method: RunsMethod = 'anhoej'): Runs {
  let [useful, longest, crossings, length, last] = [0, 0, 0, 0, 0];
  for (let i = 0; i < values.length; i++) {
    const side = Math.sign((values[i] ?? Number.NaN) - (centre ?? Number.NaN));
    if (side !== 1 && side !== -1) continue;
    if (side !== last && last !== 0) crossings += 1;
    length = side === last ? length + 1 : 1;
    last = side;
    useful += 1;
    longest = Math.max(longest, length);
  }
  if (useful === 0) {
    return { method, useful, longest: null, longestUsual: null, crossings: null, fewestUsual: null, signal: false };
  }
  const longestUsual = longestUsualRun(useful);
  const fewestUsual = fewestUsualCrossings(useful);
  const signal = longest > longestWithout(useful, crossings, method);
  return { method, useful, longest, longestUsual, crossings, fewestUsual, signal };
}

/** The longest run that chance makes usual among so many useful readings: log2(n) + 3, rounded (Schilling 1990; Anhøj 2015). */
export function longestUsualRun(useful: number): number {
  return Math.round(Math.log2(useful) + 3);
}

/**
 * The fewest crossings that chance makes usual among so many useful readings: the smallest number that a binomial
 * distribution of n − 1 trials of one half stays at or under with a chance of 5% or more (Chen 2010; Anhøj & Olesen 2014).
 * The weights are summed relative to the middle one, so that no number is too small to be told.
 */
export function fewestUsualCrossings(useful: number): number {
  const trials = Math.max(0, useful - 1);
  const middle = trials >> 1;
  const weights: number[] = [];
  for (let k = middle, weight = 1; k >= 0 && weight > 1e-20; k--) {
    weights.push(weight);
    weight *= k / (trials - k + 1);
  }
  const lower = weights.reduceRight((sum, weight) => sum + weight, 0);
  const total = trials % 2 === 0 ? 2 * lower - 1 : 2 * lower;
  let k = middle - weights.length + 1;
  for (let sum = weights.pop()!; sum < 0.05 * total; k++) sum += weights.pop()!;
  return k;
}

/**
 * The longest run among so many useful readings with so many crossings that is no signal yet; 0 where so few crossings
 * are one by themselves. The boxes are known for 10 to 100 readings; elsewhere the critical values hold.
 */
export function longestWithout(useful: number, crossings: number, method: RunsMethod): number {
  const box = method === 'anhoej' ? null : boxOf(useful);
  if (!box) return crossings < fewestUsualCrossings(useful) ? 0 : longestUsualRun(useful);
  if (crossings < box.crossings) return 0;
  return method === 'bestbox' ? box.run : cut(box, crossings);
}

function cut({ crossings: fewest, run, cutCrossings, cutRun }: Box, crossings: number): number {
  if (crossings >= cutCrossings) return run;
  return crossings === fewest ? cutRun : run - 1;
}
