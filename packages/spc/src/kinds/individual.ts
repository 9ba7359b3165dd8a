import { mean, median, movingRanges, type Spread, spreadOf } from '../averages.ts';
import type { Part, Shape } from '../kinds.ts';

/** A run chart: the median and no limits (Perla, Provost & Murray, BMJ Quality & Safety 20, 2011). */
export function run(part: Part): Shape {
  return { centre: part.centre ?? median(based(part)), line: () => Number.NaN };
}

/** Individual values: centre ± 3 sigma, a sigma being average moving range / d2 (Wheeler & Chambers 1992). */
export function individuals(part: Part): Shape {
  const ranges = rangesOf(part, part.values);
  const average = part.profile.limits.centre === 'median' ? median : mean;
  const centre = part.centre ?? average(based(part));
  const sigma = (part.profile.limits.width / 3) * ranges.used;
  return { centre, line: (sigmas) => centre + sigmas * sigma, ranges };
}

/** Moving ranges, from nought to D4 mean ranges (Wheeler & Chambers 1992). Those that an excluded reading makes are drawn too. */
export function movingRange(part: Part): Shape {
  const { rangeWidth, rangeNear } = part.profile.limits;
  const plotted = movingRanges(part.values);
  const centre = part.centre ?? mean(at(plotted, part.base));
  const from = rangeNear === 'from-nought' ? 0 : centre;
  const line = (sigmas: number): number => {
    if (sigmas < 0) return 0 * centre;
    return from + (sigmas / 3) * (rangeWidth * centre - from);
  };
  return { plotted, centre, line };
}

/**
 * Cases between rare events: mean ± 3 √(m (m + 1)), not below 0, m being the mean (Benneyan, Health Care Management Science 4,
 * 2001). The line that is drawn and judged is the median, since the mean does not halve such readings; 0.693 = ln 2 of a given mean.
 */
export function geometric(part: Part): Shape {
  const readings = based(part);
  const m = part.centre ?? mean(readings);
  const sigma = Math.sqrt(m * (m + 1));
  // biome-ignore lint/suspicious/noApproximativeNumericConstant: as the books print it
  const centre = part.centre === null ? median(readings) : 0.693 * m;
  return { centre, line: (sigmas) => m + sigmas * sigma, floor: 0 };
}

/** Makes waiting times, whose distribution is lopsided, even enough for an I chart (Nelson, Journal of Quality Technology 26, 1994). */
const POWER = 3.6;

/** Time between rare events: an I chart of the times to the power of 1 / 3.6, carried back. */
export function times(part: Part): Shape {
  const even = part.values.map((value) => value ** (1 / POWER));
  const ranges = rangesOf(part, even);
  const m = part.centre === null ? mean(at(even, part.base)) : part.centre ** (1 / POWER);
  const sigma = (part.profile.limits.width / 3) * ranges.used;
  // A reading that lies on the line stays on it, whatever rounding does on the way back.
  const on = even.indexOf(m);
  const centre = part.centre ?? (on >= 0 ? part.values[on]! : m ** POWER);
  const line = (sigmas: number): number => {
    const root = m + sigmas * sigma;
    if (root >= 0 || Number.isNaN(root)) return root ** POWER;
    return sigmas === -2 && part.profile.limits.timeNear === 'none' ? Number.NaN : 0;
  };
  return { centre, line, ranges: { ...ranges, all: Number.NaN, used: Number.NaN } };
}

/** The moving ranges of the baseline, with the positions of those that were screened out. */
export function rangesOf(part: Part, values: Float64Array): Spread {
  const found = spreadOf(movingRanges(at(values, part.base)), part.profile.limits, part.screen);
  return { ...found, screenedOut: found.screenedOut.map((i) => part.base[i]!) };
}

/** The values at those positions. */
export function at(values: Float64Array, positions: readonly number[]): Float64Array {
  return Float64Array.from(positions, (position) => values[position]!);
}

/** The values that centre and limits rest on. */
export function based(part: Part): Float64Array {
  return at(part.values, part.base);
}
