import type { Estimate } from './agreement.ts';

const Z = 1.959964; // the 97.5th centile of the normal distribution

/** So many of how many. */
export type Part = { yes: number; all: number };

/** Below these numbers an interval by logarithms says more than it knows. */
const FEWEST = { all: 10, yes: 5 };

/**
 * How likely one group is to be admitted as a multiple of how likely the others are, with its interval by the logarithm of
 * the ratio (D. Katz and others, Biometrics 34, 1978, 469–474): the error of ln(a/m ÷ c/n) is √(1/a − 1/m + 1/c − 1/n).
 * @returns `error` is that of the logarithm; null where there are too few to tell
 */
export function relativeLikelihood(group: Part, others: Part): Estimate | null {
  if ([group, others].some(({ yes, all }) => all < FEWEST.all || yes < FEWEST.yes)) return null;
  const value = group.yes / group.all / (others.yes / others.all);
  const error = Math.sqrt(1 / group.yes - 1 / group.all + 1 / others.yes - 1 / others.all);
  return { value, error, low: value * Math.exp(-Z * error), high: value * Math.exp(Z * error) };
}
