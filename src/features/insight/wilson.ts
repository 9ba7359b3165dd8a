const Z = 1.959964; // the 97.5th percentile of the normal distribution: 95% intervals

export type Interval = { lower: number; upper: number };

/**
 * The Wilson score interval for a proportion, 95%: the values of π for which x of n lies within z standard errors.
 * (2np + z² ± z√(z² + 4np(1 − p))) / 2(n + z²). E. B. Wilson, J. Am. Stat. Assoc. 22 (1927) 209; method 3 in
 * R. G. Newcombe, Statistics in Medicine 17 (1998) 857.
 */
export function wilson(x: number, n: number): Interval {
  const p = x / n;
  const middle = 2 * x + Z * Z;
  const reach = Z * Math.sqrt(Z * Z + 4 * x * (1 - p));
  const below = 2 * (n + Z * Z);
  return { lower: Math.max(0, (middle - reach) / below), upper: Math.min(1, (middle + reach) / below) };
}
