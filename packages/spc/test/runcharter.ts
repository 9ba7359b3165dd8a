import { rebasedMedians } from '../src/index.ts';
import { differences } from './compare.ts';

/** One case of a file of the schema qi-oracle/runcharter/1. Its words are those of the file. */
export interface Case {
  readonly id: string;
  readonly title: string;
  readonly input: {
    readonly y: readonly (number | null)[];
    readonly med_rows: number;
    readonly runlength: number;
    readonly direction: 'above' | 'below' | 'both';
  };
  readonly expected: { readonly outcome: string };
}

export function failures({ input, expected }: Case): string[] {
  const way = { above: 'high', below: 'low', both: 'both' }[input.direction];
  if (way !== 'high' && way !== 'low' && way !== 'both') return [`direction is ${input.direction}`];
  const medians = rebasedMedians(input.y, { baselinePoints: input.med_rows, run: input.runlength, way });
  if (expected.outcome === 'error') {
    // Where theirs stops for want of points, ours gives the median of the baseline alone.
    const short = input.y.length < input.med_rows + input.runlength;
    return short && medians.length === 1 ? [] : ['outcome is a chart, expected an error'];
  }
  return differences(
    {
      outcome: 'ok',
      run_type: medians.map(({ from }) => ({ baseline: 'baseline', run: 'sustained' })[from]),
      median: medians.map(({ median }) => median),
      start_index: medians.map(({ first }) => first),
      end_index: medians.map(({ last }) => last),
    },
    expected,
  );
}
