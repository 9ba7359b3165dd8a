import { bernoulliCusum } from '../src/index.ts';
import { differences } from './compare.ts';

/** One case of a file of the schema qi-oracle/bernoulli-cusum/1. Its words are those of the file. */
export interface Case {
  readonly id: string;
  readonly title: string;
  readonly input: {
    readonly y: readonly (0 | 1 | null)[];
    /** A rate below 1, or how many cases are the baseline, or null for all of them. */
    readonly target: number | null;
    readonly or: number;
    readonly limit: number;
  };
  readonly expected: { readonly upper: readonly number[]; readonly lower: readonly number[] };
}

export function failures({ input: { y, target, or: odds, limit }, expected }: Case): string[] {
  const usual = target !== null && target < 1 ? { rate: target } : { baseline: target };
  const { rate, higher, lower, upper, down, upperSignals, downSignals } = bernoulliCusum(y, { ...usual, odds, limit });
  const ours = {
    p0: rate,
    p1: higher,
    p2: lower,
    upper: rounded(upper, upperSignals, expected.upper),
    lower: rounded(down, downSignals, expected.lower),
    upper_signal_at: upperSignals,
    lower_signal_at: downSignals,
  };
  return differences(ours, expected);
}

/** The file has its sums to ten decimals, and 0 where one signalled: ours keeps the sum that did, and begins again after it. */
function rounded(sums: readonly number[], signals: readonly number[], expected: readonly number[]): number[] {
  return sums.map((sum, i) => {
    const shown = signals.includes(i) ? 0 : sum;
    return Math.abs(shown - expected[i]!) <= 6e-11 ? expected[i]! : shown;
  });
}
