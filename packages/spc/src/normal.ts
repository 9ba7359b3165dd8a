const ROOT_TWO_PI = Math.sqrt(2 * Math.PI);

/** The density of the standard normal distribution. */
export function density(x: number): number {
  return Math.exp(-0.5 * x * x) / ROOT_TWO_PI;
}

/**
 * The share of the standard normal distribution below x, to some 1e-15. Near the middle its power series about nought,
 * Φ(x) = ½ + φ(x) (x + x³/3 + x⁵/(3·5) + …); in the tails the continued fraction of Laplace (Abramowitz & Stegun 1964,
 * 26.2.11 and 26.2.14).
 */
export function below(x: number): number {
  if (x > 3) return 1 - tail(x);
  if (x < -3) return tail(-x);
  let term = x;
  let sum = x;
  for (let k = 3; Math.abs(term) > 1e-17 * Math.abs(sum); k += 2) {
    term *= (x * x) / k;
    sum += term;
  }
  return 0.5 + sum * density(x);
}

function tail(x: number): number {
  let fraction = x;
  for (let k = 120; k >= 1; k--) fraction = x + k / fraction;
  return density(x) / fraction;
}
