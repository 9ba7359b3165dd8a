import { mean, median, movingRanges, spreadOf } from './averages.ts';
import { SpcError } from './errors.ts';
import type { Profile, ProfileName } from './profile.ts';
import { profileOf } from './profiles.ts';
import { numbered } from './readings.ts';

/** Centre and limits in the unit of the readings; null where they cannot be told. `near` are the 2-sigma lines. */
export interface Limits {
  /** The centre line: the mean, or the median where the kind of chart or the profile says so. */
  readonly mean: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly nearLower: number | null;
  readonly nearUpper: number | null;
}

/** Limits with the moving ranges that they came from. */
export interface MeasuredLimits extends Limits {
  /** The mean (the median, if the profile says so) of all moving ranges; null if there is none. */
  readonly meanRange: number | null;
  /** The same of those that the limits rest on; null if there is none, and then there are no limits. */
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
 * Centre ± width × mean moving range, the width being 2.66 for XmR charts (Wheeler & Chambers 1992); the near lines lie
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
  { limits: profile }: Profile,
  { baselinePoints, screen = true }: LimitsOptions,
  first = 0,
): MeasuredLimits {
  const baseline = baselinePoints == null ? readings : readings.subarray(0, baselinePoints);
  const { centre, width } = profile;
  const { all, used, screenedOut } = spreadOf(movingRanges(baseline), profile, screen);
  return {
    ...around(centre === 'median' ? median(baseline) : mean(baseline), (width / 3) * used, width * used),
    meanRange: told(all),
    meanRangeScreened: told(used),
    screenedOut: screenedOut.map((position) => first + position),
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

/** A number as people get it: null for one that cannot be told. */
export function told(number: number): number | null {
  return Number.isFinite(number) ? number : null;
}
