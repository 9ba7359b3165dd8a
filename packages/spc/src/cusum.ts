import { mean } from './averages.ts';
import { SpcError } from './errors.ts';

export interface CusumOptions {
  /** The rate that is usual, between 0 and 1. The default is that of the baseline. */
  readonly rate?: number | null;
  /** How many of the first cases tell what is usual, if no rate is given; the default takes all. */
  readonly baseline?: number | null;
  /** By what the odds are multiplied (upwards) or divided (downwards) in the change to be found; the default is 2. */
  readonly odds?: number;
  /** At what sum it signals; the default is 3.5. A higher one finds changes later and cries wolf less often. */
  readonly limit?: number;
}

/** Positions count from 0. Sums are of logarithms of likelihood ratios and have no unit. */
export interface Cusum {
  readonly rate: number;
  /** The rates that it looks out for. */
  readonly higher: number;
  readonly lower: number;
  readonly limit: number;
  /** The sum for a higher rate after each case, 0 or more; it starts again from 0 after each signal. */
  readonly upper: readonly number[];
  /** The sum for a lower rate, 0 or less. */
  readonly down: readonly number[];
  readonly upperSignals: readonly number[];
  readonly downSignals: readonly number[];
}

/**
 * A two-sided Bernoulli CUSUM: case by case, 1 where the event happened and 0 where not, which finds a change of a rare rate
 * sooner than any chart of months. Each case adds ln(p₁ / p₀) or ln((1 − p₁) / (1 − p₀)), and the sum stops at nought
 * (Reynolds & Stoumbos, Journal of Quality Technology 31, 1999; by odds as Steiner and others, Biostatistics 1, 2000). A missing
 * case changes no sum.
 *
 * @throws SpcError `no-readings`, `invalid-value` (not 0, 1 or null), `invalid-odds`, `invalid-baseline`
 */
export function bernoulliCusum(cases: readonly (0 | 1 | null)[], options: CusumOptions = {}): Cusum {
  const { odds = 2, limit = 3.5 } = options;
  if (!(odds > 1 && Number.isFinite(odds) && limit > 0)) {
    throw new SpcError('invalid-odds', 'The odds are multiplied by a number above 1, and the limit is above nought.');
  }
  const rate = rateOf(cases, options);
  const higher = shifted(rate, odds);
  const lower = shifted(rate, 1 / odds);
  const up = sums(cases, rate, higher, limit);
  const down = sums(cases, rate, lower, limit);
  return {
    rate,
    higher,
    lower,
    limit,
    upper: up.sums,
    down: down.sums.map((sum) => 0 - sum),
    upperSignals: up.signals,
    downSignals: down.signals,
  };
}

function rateOf(cases: readonly (0 | 1 | null)[], { rate, baseline }: CusumOptions): number {
  const wrong = cases.findIndex((one) => one !== 0 && one !== 1 && one !== null);
  if (wrong >= 0) throw new SpcError('invalid-value', `The case in row ${wrong + 1} is neither 0 nor 1.`, wrong);
  if (cases.length === 0) throw new SpcError('no-readings', 'There are no cases to chart.');
  if (baseline != null && !(Number.isInteger(baseline) && baseline >= 1)) {
    throw new SpcError('invalid-baseline', 'A baseline is a whole number of cases, 1 or more.');
  }
  const usual = rate ?? mean(Float64Array.from(cases.slice(0, baseline ?? undefined), (one) => one ?? Number.NaN));
  if (usual > 0 && usual < 1) return usual;
  throw new SpcError(
    'invalid-odds',
    'The usual rate lies between 0 and 1: in the baseline it must have happened, and not always.',
  );
}

function shifted(rate: number, odds: number): number {
  return (odds * rate) / (1 - rate + odds * rate);
}

function sums(
  cases: readonly (0 | 1 | null)[],
  rate: number,
  other: number,
  limit: number,
): { sums: number[]; signals: number[] } {
  const event = Math.log(other / rate);
  const none = Math.log((1 - other) / (1 - rate));
  const signals: number[] = [];
  let sum = 0;
  const all = cases.map((one, i) => {
    if (sum >= limit) sum = 0;
    if (one === null) return sum;
    sum = Math.max(0, sum + (one === 1 ? event : none));
    if (sum >= limit) signals.push(i);
    return sum;
  });
  return { sums: all, signals };
}
