import { deviation, mean } from '../averages.ts';
import { c4, spreadOfDeviation } from '../constants.ts';
import type { Part, Shape } from '../kinds.ts';

/**
 * Means of subgroups: the mean of all readings ± 3 s / (c4 √n), s being the mean standard deviation of equal subgroups, or the
 * pooled one of unequal ones (Montgomery, Introduction to Statistical Quality Control). A subgroup of one has no limits.
 */
export function means(part: Part): Shape {
  const s = usual(part);
  const centre = part.centre ?? mean(Float64Array.from(part.base.flatMap((i) => [...part.readings[i]!])));
  const line = (sigmas: number, i: number): number => {
    const n = part.readings[i]!.length;
    return n < 2 ? Number.NaN : centre + (sigmas * s) / (c4(n) * Math.sqrt(n));
  };
  return { centre, line };
}

/** Standard deviations of subgroups: s ± 3 s √(1 − c4²) / c4, not below 0 (Montgomery); s as for means. */
export function deviations(part: Part): Shape {
  const centre = part.centre ?? usual(part);
  const line = (sigmas: number, i: number): number => {
    const n = part.readings[i]!.length;
    return n < 2 ? Number.NaN : centre * (1 + sigmas * spreadOfDeviation(n));
  };
  return { plotted: Float64Array.from(part.readings, deviation), centre, line, floor: 0 };
}

function usual({ base, readings }: Part): number {
  const known = base.map((i) => readings[i]!).filter((own) => own.length > 0);
  const squares = known.filter((own) => own.length > 1).map((own) => ({ s: deviation(own), freedom: own.length - 1 }));
  if (known.every((own) => own.length === known[0]!.length)) return mean(Float64Array.from(squares, ({ s }) => s));
  const freedom = squares.reduce((sum, own) => sum + own.freedom, 0);
  return Math.sqrt(squares.reduce((sum, own) => sum + own.freedom * own.s ** 2, 0) / freedom);
}
