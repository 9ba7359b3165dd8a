import {
  type ChartInput,
  type ChartKind,
  type Combine,
  type ControlChart,
  chart,
  type Profile,
  profiles,
  type RunsMethod,
  SpcError,
} from '../src/index.ts';
import { differences } from './compare.ts';

/** One case of a file of the schema qi-oracle/qic/1. Its words are those of the file; freeze, part and exclude count from 1. */
export interface Case {
  readonly id: string;
  readonly title: string;
  readonly input: {
    readonly chart: ChartKind;
    readonly x_type: 'index' | 'date' | 'number' | 'category';
    readonly x: readonly (string | number)[] | null;
    readonly y: readonly (number | null)[];
    readonly n: readonly (number | null)[] | null;
    readonly freeze: number | null;
    readonly part: readonly number[] | null;
    readonly exclude: readonly number[] | null;
    readonly multiply: number;
    readonly agg_fun: Combine;
    readonly method: RunsMethod;
    readonly cl: number | null;
    readonly target: number | null;
    readonly y_neg: boolean;
    readonly screened_mr: boolean;
  };
  readonly expected:
    | { readonly outcome: 'error' }
    | {
        readonly outcome: 'ok';
        readonly points: Readonly<Record<string, unknown>>;
        readonly parts: readonly unknown[];
      };
}

export function failures({ input, expected }: Case): string[] {
  const drawn = chartOf(input);
  if (expected.outcome === 'error') return drawn instanceof SpcError ? [] : ['outcome is a chart, expected an error'];
  if (drawn instanceof SpcError) return [`outcome is the error ${drawn.code} (${drawn.message}), expected a chart`];
  const points = Object.entries(expected.points).map(([column, given]) => [column, spread(given, drawn)]);
  return differences(inTheirWords(drawn, input), { points: Object.fromEntries(points), parts: expected.parts });
}

/** The profile `anhoej`, with what qicharts2 0.8.1 does otherwise: see the numbered table in the README. */
function theirs({ chart: kind, method }: Case['input']): Profile {
  const { anhoej } = profiles;
  return {
    ...anhoej,
    name: 'qicharts2',
    limits: {
      ...anhoej.limits,
      screening: kind === 'ip' ? 3.2665 : 3.267,
      rangeNear: 'from-nought',
      primeSpread: 'every-point',
      timeNear: 'none',
      shortestBaseline: 1,
    },
    rules: { ...anhoej.rules, runs: method },
  };
}

function chartOf(input: Case['input']): ControlChart | SpcError {
  const { chart: kind, x, y, n, freeze, part, exclude, x_type: sort } = input;
  const places = [...new Set(x ?? y.map((_, i) => i + 1))];
  if (sort === 'number' || sort === 'date') places.sort((a, b) => (a < b ? -1 : 1));
  const options: ChartInput = {
    kind,
    x: x ?? places,
    values: y,
    ...(n ? { denominators: n } : {}),
    categories: sort === 'category',
    rebases: (part ?? []).flatMap((last) => places[last] ?? []),
    baselinePoints: part?.length ? null : freeze,
    exclude: (exclude ?? []).flatMap((position) => places[position - 1] ?? []),
    per: input.multiply,
    combine: input.agg_fun,
    centre: input.cl,
    target: input.target,
    notNegative: !input.y_neg,
    screen: input.screened_mr,
    profile: theirs(input),
  };
  try {
    return chart(options);
  } catch (error) {
    if (error instanceof SpcError) return error;
    throw error;
  }
}

/** A bare value stands for that value at every point. */
function spread(given: unknown, { points }: ControlChart): unknown {
  return Array.isArray(given) ? given : points.map(() => given);
}

function inTheirWords({ points, phases, kind }: ControlChart, { x_type: sort }: Case['input']): unknown {
  const textual = sort === 'date' || sort === 'category';
  return {
    points: {
      x: points.map(({ date }) => (textual ? date : Number(date))),
      part: points.map(({ phase }) => phase + 1),
      y: points.map(({ value }) => value),
      n: points.map(({ denominator }) => denominator),
      y_length: points.map(({ readings }) => readings),
      cl: points.map(({ mean }) => mean),
      lcl: points.map(({ lower }) => lower),
      ucl: points.map(({ upper }) => upper),
      lcl_95: points.map(({ nearLower }) => nearLower),
      ucl_95: points.map(({ nearUpper }) => nearUpper),
      // Without a freeze they say that every point is in the baseline, an excluded one too.
      in_baseline: points.map(({ baseline, excluded }) => Number(baseline || excluded)),
      included: points.map(({ excluded }) => Number(!excluded)),
      sigma_signal: points.map(({ rules }) => Number(rules.astronomical !== null)),
    },
    parts: phases.map(({ number, runs }) => ({
      part: number + 1,
      n_obs: points.filter(({ phase, excluded }) => phase === number && !excluded).length,
      n_useful: runs?.useful,
      longest_run: runs?.longest,
      longest_run_max: runs?.longestUsual,
      n_crossings: runs?.crossings,
      n_crossings_min: runs?.fewestUsual,
      runs_signal: Number(kind !== undefined && runs?.signal),
    })),
  };
}
