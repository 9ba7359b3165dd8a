import { SpcError } from './errors.ts';
import { type Profile, type ProfileName, profileOf } from './profiles.ts';
import { numbered } from './readings.ts';

/** Centre and limits in the unit of the readings; null where they cannot be told. `near` are the 2-sigma lines. */
export interface Limits {
  readonly mean: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly nearLower: number | null;
  readonly nearUpper: number | null;
}

/** Limits with the moving ranges that they came from. */
export interface MeasuredLimits extends Limits {
  /** The mean of all moving ranges; null if there is none. */
  readonly meanRange: number | null;
  /** The mean of the moving ranges that the limits rest on; null if there is none, and then there are no limits. */
  readonly meanRangeScreened: number | null;
  /** The positions of the later point of each moving range that screening left out. */
  readonly screenedOut: readonly number[];
}

export interface LimitsOptions {
  /** Take only the first so many points; the default takes all. */
  readonly baselinePoints?: number | null;
  /** Whether to leave out extreme moving ranges; the default is as the profile says. */
  readonly screen?: boolean;
  readonly profile?: Profile | ProfileName;
}

/**
 * The limits of one stretch of readings in order of time, null where one is missing.
 *
 * mean ± width × mean moving range, the width being 2.66 for XmR charts (Wheeler & Chambers 1992); the near lines lie
 * two thirds of the way. A range touching a missing value is missing too. Screening drops, once, every moving range
 * not strictly below 3.267 × their mean, so that single leaps do not widen the limits; the mean keeps every reading.
 * Limits are not cut at nought or at 100%.
 *
 * @throws SpcError `invalid-value`, `invalid-baseline`, `unknown-profile`, `invalid-profile`
 */
export function limits(values: readonly (number | null)[], options: LimitsOptions = {}): MeasuredLimits {
  const profile = profileOf(options.profile);
  checkBaseline(options.baselinePoints, profile);
  return measure(numbered(values), profile, options);
}

/** @throws SpcError `invalid-baseline` */
export function checkBaseline(points: number | null | undefined, profile: Profile): void {
  const shortest = profile.limits.shortestBaseline;
  if (points != null && !(Number.isInteger(points) && points >= shortest)) {
    throw new SpcError('invalid-baseline', `A baseline is a whole number of points, ${shortest} or more.`);
  }
}

/** The same for readings already numbered (NaN for missing); `first` is the position of the first in the chart. */
export function measure(
  readings: Float64Array,
  profile: Profile,
  { baselinePoints, screen = true }: LimitsOptions,
  first = 0,
): MeasuredLimits {
  const baseline = baselinePoints == null ? readings : readings.subarray(0, baselinePoints);
  const ranges = baseline.map((reading, i) => (i === 0 ? Number.NaN : Math.abs(reading - baseline[i - 1]!)));
  const meanRange = mean(ranges);
  const screenedOut = screen ? screenRanges(ranges, meanRange * (profile.limits.screening ?? Number.NaN), first) : [];
  const used = screenedOut.length > 0 ? mean(ranges) : meanRange;
  return {
    ...around(mean(baseline), (profile.limits.width / 3) * used, profile.limits.width * used),
    meanRange: told(meanRange),
    meanRangeScreened: told(used),
    screenedOut,
  };
}

function around(centre: number, sigma: number, width: number): Limits {
  return {
    mean: told(centre),
    lower: told(centre - width),
    upper: told(centre + width),
    nearLower: told(centre - 2 * sigma),
    nearUpper: told(centre + 2 * sigma),
  };
}

/** Blanks the ranges at or above the threshold and tells where they were. */
function screenRanges(ranges: Float64Array, threshold: number, first: number): number[] {
  const out: number[] = [];
  for (let i = 0; i < ranges.length; i++) {
    if (ranges[i]! >= threshold) {
      ranges[i] = Number.NaN;
      out.push(first + i);
    }
  }
  return out;
}

/**
 * The mean of the numbers that are not NaN; NaN if there are none. The second pass takes away the rounding of the first:
 * without it, ten readings of 0.1 would lie off their own mean and make a shift.
 */
function mean(numbers: Float64Array): number {
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

function told(number: number): number | null {
  return Number.isNaN(number) ? null : number;
}
