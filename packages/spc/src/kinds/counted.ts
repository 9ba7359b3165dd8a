import { deviation, mean, movingRanges, spreadOf } from '../averages.ts';
import type { Part, Shape } from '../kinds.ts';
import { at, based, rangesOf } from './individual.ts';

/** Counts: m ± 3 √m, not below 0, by Poisson's distribution (Montgomery, Introduction to Statistical Quality Control). */
export function counts(part: Part): Shape {
  const m = part.centre ?? mean(based(part));
  return { centre: m, line: (sigmas) => m + sigmas * Math.sqrt(m), floor: 0 };
}

/** Rates: m ± 3 √(m / n), not below 0, m being all events over all that could have had them (Montgomery). */
export function rates(part: Part): Shape {
  const m = pooled(part);
  return { centre: m, line: (sigmas, i) => m + sigmas * Math.sqrt(m / sizeOf(part, i)), floor: 0 };
}

/** Shares: m ± 3 √(m (1 − m) / n), between 0 and 1, by the binomial distribution (Montgomery). */
export function proportions(part: Part): Shape {
  const m = pooled(part);
  return {
    centre: m,
    line: (sigmas, i) => m + sigmas * Math.sqrt((m * (1 - m)) / sizeOf(part, i)),
    floor: 0,
    ceiling: 1,
  };
}

/**
 * U′ and P′: the sigma of a rate or share times how much more (or less) its z-scores vary than chance would make them, by their
 * moving ranges / d2 (Laney, Quality Engineering 14, 2002); by their standard deviation where points have no order.
 */
export function primes(part: Part, of: 'rate' | 'share'): Shape {
  const m = pooled(part);
  const chance = (i: number): number => Math.sqrt((of === 'rate' ? m : m * (1 - m)) / sizeOf(part, i));
  const scores = part.values.map((value, i) => (value - m) / chance(i));
  const more = part.categories
    ? deviation(at(scores, part.base))
    : (part.profile.limits.width / 3) * rangesOf(part, scores).used;
  const line = (sigmas: number, i: number): number => m + sigmas * more * chance(i);
  return of === 'rate' ? { centre: m, line, floor: 0 } : { centre: m, line, floor: 0, ceiling: 1 };
}

/**
 * I′: the weighted mean ± 3 sigma / √n, a sigma being the mean of √(π / 2) |y − the one before| / √(1 / n + 1 / the n before):
 * 1 / d2 of ranges of two is √π / 2, and those of unequal numbers are brought to one scale (Taylor, “Normalized Individuals Control
 * Chart”, 2017). Where every n is 1 it is the I chart.
 */
export function individualsPrime(part: Part): Shape {
  const m = pooled(part);
  const positions = part.profile.limits.primeSpread === 'every-point' ? [...part.values.keys()] : part.base;
  const ranges = movingRanges(at(part.values, positions)).map((range, k) => {
    const [before, own] = [sizeOf(part, positions[k - 1]!), sizeOf(part, positions[k]!)];
    return (Math.sqrt(Math.PI / 2) * range) / Math.sqrt(1 / before + 1 / own);
  });
  const sigma = spreadOf(ranges, part.profile.limits, part.screen).used;
  return { centre: m, line: (sigmas, i) => m + (sigmas * sigma) / Math.sqrt(sizeOf(part, i)) };
}

function sizeOf(part: Part, i: number): number {
  return part.sizes?.[i] ?? Number.NaN;
}

/** All events over all that could have had them, in the baseline. */
function pooled(part: Part): number {
  if (part.centre !== null) return part.centre;
  const known = part.base.filter((i) => !Number.isNaN(part.values[i]));
  if (known.every((i) => sizeOf(part, i) === 1)) return mean(at(part.values, known));
  const sizes = known.reduce((sum, i) => sum + sizeOf(part, i), 0);
  return known.reduce((sum, i) => sum + part.readings[i]!.reduce((own, reading) => own + reading, 0), 0) / sizes;
}
