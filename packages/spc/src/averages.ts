import type { LimitsProfile } from './profile.ts';

/**
 * The mean of the numbers that are not NaN; NaN if there are none. The second pass takes away the rounding of the first:
 * without it, ten readings of 0.1 would lie off their own mean and make a shift.
 */
export function mean(numbers: Float64Array): number {
  let count = 0;
  let sum = 0;
  for (const number of numbers) {
    if (Number.isNaN(number)) continue;
    count += 1;
    sum += number;
  }
  const rough = sum / count;
  let left = 0;
  for (const number of numbers) if (!Number.isNaN(number)) left += number - rough;
  return rough + left / count;
}

/** The middle of the numbers that are not NaN, or the mean of the middle two; NaN if there are none. */
export function median(numbers: Float64Array): number {
  const sorted = numbers.filter((number) => !Number.isNaN(number)).sort();
  const half = sorted.length >> 1;
  if (sorted.length === 0) return Number.NaN;
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}

/** The standard deviation of the numbers that are not NaN, about their mean, over one less than there are. */
export function deviation(numbers: Float64Array): number {
  const centre = mean(numbers);
  let squares = 0;
  let count = 0;
  for (const number of numbers) {
    if (Number.isNaN(number)) continue;
    squares += (number - centre) ** 2;
    count += 1;
  }
  return Math.sqrt(squares / (count - 1));
}

/** |each − the one before|; NaN for the first, and where either is. */
export function movingRanges(numbers: Float64Array): Float64Array {
  const ranges = new Float64Array(numbers.length).fill(Number.NaN);
  for (let i = 1; i < ranges.length; i++) ranges[i] = Math.abs(numbers[i]! - numbers[i - 1]!);
  return ranges;
}

/** The mean (or median) of moving ranges, before and after screening; NaN where there is none. */
export interface Spread {
  readonly all: number;
  readonly used: number;
  /** Where the ranges lay that screening left out. */
  readonly screenedOut: readonly number[];
}

/**
 * The average of moving ranges as a profile has it. Screening leaves out, once, every range that is not strictly below so many
 * average ranges.
 */
export function spreadOf(ranges: Float64Array, { spread, screening, flat }: LimitsProfile, screen: boolean): Spread {
  const average = spread === 'median-moving-range' ? median : mean;
  const all = average(ranges);
  const threshold = screen && screening !== null ? all * screening : Number.NaN;
  const screenedOut: number[] = [];
  for (let i = 0; i < ranges.length; i++) {
    if (ranges[i]! >= threshold) screenedOut.push(i);
  }
  if (screenedOut.length === 0) return { all, used: all, screenedOut };
  const used = average(ranges.map((range) => (range >= threshold ? Number.NaN : range)));
  return { all, used: Number.isNaN(used) && flat === 'on-centre' ? 0 : used, screenedOut };
}
