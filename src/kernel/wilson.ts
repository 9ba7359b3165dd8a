const Z = 1.959964; // the 97.5th percentile of the normal distribution: 95% intervals
export const Z99 = 2.575829; // the 99.5th: 99% intervals

export type Interval = { lower: number; upper: number };

/**
 * The Wilson score interval for a proportion, 95% unless `z` says otherwise: the values of π for which x of n lies within z standard errors.
 * (2np + z² ± z√(z² + 4np(1 − p))) / 2(n + z²). E. B. Wilson, J. Am. Stat. Assoc. 22 (1927) 209; method 3 in
 * R. G. Newcombe, Statistics in Medicine 17 (1998) 857.
 */
export function wilson(x: number, n: number, z = Z): Interval {
  const p = x / n;
  const middle = 2 * x + z * z;
  const reach = z * Math.sqrt(z * z + 4 * x * (1 - p));
  const below = 2 * (n + z * z);
  return { lower: Math.max(0, (middle - reach) / below), upper: Math.min(1, (middle + reach) / below) };
}

/**
 * How much larger the second of two independent proportions is, with the interval that is made of their Wilson intervals:
 * d − √((p₂ − l₂)² + (u₁ − p₁)²) to d + √((u₂ − p₂)² + (p₁ − l₁)²). Method 10 in R. G. Newcombe, Statistics in Medicine
 * 17 (1998) 873.
 */
export function difference(
  first: { x: number; n: number },
  second: { x: number; n: number },
  z = Z,
): Interval & { value: number } {
  const [p1, p2] = [first.x / first.n, second.x / second.n];
  const [one, two] = [wilson(first.x, first.n, z), wilson(second.x, second.n, z)];
  const value = p2 - p1;
  return {
    value,
    lower: value - Math.hypot(p2 - two.lower, one.upper - p1),
    upper: value + Math.hypot(two.upper - p2, p1 - one.lower),
  };
}
