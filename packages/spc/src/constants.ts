import { SpcError } from './errors.ts';
import { below, density } from './normal.ts';

/**
 * The mean standard deviation of n normal readings, in units of their true one (Montgomery, Introduction to Statistical
 * Quality Control, 7th ed., appendix VI): √(2 / (n − 1)) · Γ(n / 2) / Γ((n − 1) / 2). The quotient of the two is carried
 * up from n = 2 or 3, so that no large number is ever formed.
 * @throws SpcError `invalid-size` unless n is a whole number, 2 or more
 */
export function c4(n: number): number {
  sized(n);
  let ratio = n % 2 === 0 ? 1 / Math.sqrt(Math.PI) : Math.sqrt(Math.PI) / 2;
  for (let m = n % 2 === 0 ? 2 : 3; m < n; m += 2) ratio *= m / (m - 1);
  return Math.sqrt(2 / (n - 1)) * ratio;
}

/**
 * The mean range of n normal readings, in units of their standard deviation (Tippett 1925):
 * ∫ 1 − Φ(x)ⁿ − (1 − Φ(x))ⁿ dx, to 1e-10. By the trapezium rule, which on a smooth curve that dies away at both ends is
 * right to the last digit.
 * @throws SpcError `invalid-size` unless n is a whole number, 2 or more
 */
export function d2(n: number): number {
  sized(n);
  let sum = 0;
  for (const { above, under } of GRID) sum += 1 - under ** n - above ** n;
  return sum * STEP;
}

/**
 * The standard deviation of the range of n normal readings, in units of theirs: √(E(W²) − d2²), where the range W has the
 * density n (n − 1) ∫ φ(x) φ(x + w) (Φ(x + w) − Φ(x))ⁿ⁻² dx (Hartley 1942). To 1e-10, by Gauss and Legendre's rule over w.
 * @throws SpcError `invalid-size` unless n is a whole number, 2 or more
 */
export function d3(n: number): number {
  const mean = d2(n);
  let square = 0;
  for (const { at, weight } of NODES) square += weight * at * at * spreadAt(at, n);
  return Math.sqrt(n * (n - 1) * square - mean * mean);
}

/** Half the width of x̄ limits in mean standard deviations of subgroups of n: 3 / (c4 √n) (Montgomery, as above). */
export function a3(n: number): number {
  return 3 / (c4(n) * Math.sqrt(n));
}

/** The lower limit of the standard deviations of subgroups of n in units of their mean: 1 − 3 √(1 − c4²) / c4, or 0. */
export function b3(n: number): number {
  return Math.max(0, 1 - 3 * spreadOfDeviation(n));
}

/** The upper limit of the standard deviations of subgroups of n in units of their mean: 1 + 3 √(1 − c4²) / c4. */
export function b4(n: number): number {
  return 1 + 3 * spreadOfDeviation(n);
}

/** The upper limit of the ranges of subgroups of n, in units of their mean: 1 + 3 d3 / d2. For n = 2, 3.267 in most books. */
export function upperRange(n: number): number {
  return 1 + (3 * d3(n)) / d2(n);
}

/** How far standard deviations of subgroups of n spread, in units of their mean: √(1 − c4²) / c4. */
export function spreadOfDeviation(n: number): number {
  const c = c4(n);
  return Math.sqrt(1 - c * c) / c;
}

const STEP = 1 / 16;
/** Beyond this far out lies less than the smallest number that is added. */
const FAR = 9;
const GRID = Array.from({ length: (2 * FAR) / STEP + 1 }, (_, i) => {
  const x = i * STEP - FAR;
  return { x, under: below(x), above: below(-x), density: density(x) };
});
const WIDEST = 16;
const NODES = legendre(96).map(({ at, weight }) => ({
  at: (WIDEST / 2) * (at + 1),
  weight: (WIDEST / 2) * weight,
}));

function spreadAt(w: number, n: number): number {
  let sum = 0;
  // By symmetry x and −x − w give the same, but the grid need not be halved for that.
  for (const point of GRID) {
    sum += point.density * density(point.x + w) * (below(point.x + w) - point.under) ** (n - 2);
  }
  return sum * STEP;
}

/** Nodes and weights on −1 … 1: the roots of Legendre's polynomial, found by Newton's steps. */
function legendre(size: number): { at: number; weight: number }[] {
  return Array.from({ length: size }, (_, i) => {
    let at = Math.cos((Math.PI * (i + 0.75)) / (size + 0.5));
    let slope = 1;
    for (let step = 0; step < 8; step++) {
      let [before, value] = [1, at];
      for (let k = 2; k <= size; k++) [before, value] = [value, ((2 * k - 1) * at * value - (k - 1) * before) / k];
      slope = (size * (at * value - before)) / (at * at - 1);
      at -= value / slope;
    }
    return { at, weight: 2 / ((1 - at * at) * slope * slope) };
  });
}

function sized(n: number): void {
  if (!(Number.isInteger(n) && n >= 2)) {
    throw new SpcError('invalid-size', 'A subgroup has a whole number of readings, two or more.');
  }
}
