import {
  type Chart,
  type Direction,
  judge,
  type Phase,
  type Point,
  type RuleName,
  SpcError,
  type Way,
  xmr,
} from '../src/index.ts';
import { differences } from './compare.ts';

/** One case of a file of the schema qi-oracle/ptd-xmr/1. Its words are those of the file, its arrays in order of date. */
export interface Case {
  readonly id: string;
  readonly title: string;
  readonly input: {
    readonly x: readonly string[];
    readonly y: readonly (number | null)[];
    readonly rebase: readonly string[];
    readonly fix_after_n_points: number | null;
    readonly improvement_direction: Direction;
    readonly target: number | null;
    readonly screen_outliers: boolean;
  };
  readonly expected:
    | { readonly outcome: 'error' }
    | { readonly outcome: 'ok'; readonly rules: Readonly<Record<string, readonly (0 | 1 | null)[]>> };
}

/** What this package does otherwise than the case expects, a line each. */
export function failures({ input, expected }: Case): string[] {
  const chart = chartOf(input);
  if (expected.outcome === 'error') {
    if (chart instanceof SpcError) return [];
    return input.y.includes(null) ? gapFailures(chart) : ['outcome is a chart, expected an error'];
  }
  if (chart instanceof SpcError) return [`outcome is the error ${chart.code}, expected a chart`];
  return differences(inTheirWords(chart), { ...expected, rules: decided(expected.rules) });
}

function chartOf(input: Case['input']): Chart | SpcError {
  try {
    return xmr({
      dates: input.x,
      values: input.y,
      rebases: input.rebase,
      baselinePoints: input.fix_after_n_points,
      direction: input.improvement_direction,
      target: input.target,
      screen: input.screen_outliers,
      profile: 'nhs-mdc',
    });
  } catch (error) {
    if (error instanceof SpcError) return error;
    throw error;
  }
}

/**
 * Our own rule where the package that made the cases crashes: a missing value ends every pattern. So each stretch between
 * gaps reads as it would alone against the same limits, and nothing fires on the gap itself.
 */
function gapFailures({ points, phases, direction, profile }: Chart): string[] {
  const wrong: string[] = [];
  for (const phase of phases) {
    const own = points.slice(phase.first, phase.last + 1);
    for (let start = 0, i = 0; i <= own.length; i++) {
      const point = own[i];
      if (point && point.value !== null) continue;
      if (point && Object.values(point.rules).some(Boolean)) wrong.push(`${point.date} is missing and yet signals`);
      const stretch = own.slice(start, i);
      const alone = judge(
        stretch.map(({ value }) => value),
        phase,
        { direction, profile },
      );
      wrong.push(
        ...differences(
          stretch.map(({ rules }) => rules),
          alone.points.map(({ rules }) => rules),
          'rules',
        ),
      );
      start = i + 1;
    }
  }
  return wrong;
}

/** Where the file has “undecidable because of a missing value”, our rule decides: the gap ends the pattern, nothing fires. */
function decided(rules: Readonly<Record<string, readonly (0 | 1 | null)[]>>): unknown {
  return Object.fromEntries(Object.entries(rules).map(([rule, flags]) => [rule, flags.map((flag) => flag ?? 0)]));
}

function inTheirWords(chart: Chart): unknown {
  const { points, phases, order, variation, assurance, target } = chart;
  const flags = (rule: RuleName): number[] => points.map((point) => (point.rules[rule] ? 1 : 0));
  return {
    outcome: 'ok',
    order,
    points: {
      segment: points.map((point) => segment(phases, point.phase)),
      relative_to_mean: points.map(({ side }) => side && { above: 1, on: 0, below: -1 }[side]),
      outside_limits: points.map(({ zone }) => zone && Number(zone === 'outside')),
      close_to_limits: points.map(({ zone }) => zone && Number(zone === 'near')),
      special_cause_type: points.map(causeOf),
      special_cause_flag: points.map(({ label }) => (label ? 1 : 0)),
      point_type: points.map(typeOf),
      short_group_warning: points.map(({ phase }) => Number(phases[phase]!.short)),
    },
    rules: {
      astronomical: flags('astronomical'),
      trend: flags('trend'),
      two_in_three: flags('twoInThree'),
      shift: flags('shift'),
    },
    variation_icon: variation.replace('-', '_'),
    assurance_icon: assurance,
    assurance_type: assuranceOf(assurance),
    short_group_warning_raised: chart.warnings.some(({ code }) => code === 'few-points'),
    segments: phases.map((phase) => ({
      segment: segment(phases, phase.number),
      first: phase.first,
      n: phase.n,
      mean: phase.mean,
      lpl: phase.lower,
      upl: phase.upper,
      mean_mr_unscreened: phase.meanRange,
      mean_mr_used: phase.meanRangeScreened,
      mr_screened_out: phase.screenedOut,
      near_lpl: phase.nearLower,
      near_upl: phase.nearUpper,
    })),
    summary: phases.map((phase) => {
      const own = points.slice(phase.first, phase.last + 1);
      const count = (meaning: Point['meaning']): number => own.filter((point) => point.meaning === meaning).length;
      return {
        n: phase.n,
        common_cause: count('common'),
        improvement: count('improvement'),
        concern: count('concern'),
        variation_type: typeOf(own.at(-1)!),
        ...(target === null ? {} : { assurance_type: phase === phases.at(-1) ? assuranceOf(assurance) : null }),
      };
    }),
  };
}

/** Their segments count the rebases so far, so that the first is 1 if a rebase began it. */
function segment(phases: readonly Phase[], number: number): number {
  return number + Number(phases[0]!.rebased);
}

function causeOf({ label, way }: Point): string {
  if (label === null || way === null) return 'Common Cause';
  const names: Record<RuleName, Record<Way, string>> = {
    astronomical: { high: 'Above UCL', low: 'Below LCL' },
    trend: { high: '7 Point Trend (Increasing)', low: '7 Point Trend (Decreasing)' },
    twoInThree: { high: '2 in 3 Above CL', low: '2 in 3 Below CL' },
    fourInFive: { high: 'none of theirs', low: 'none of theirs' },
    shift: { high: '7 Points Above CL', low: '7 Points Below CL' },
  };
  return names[label][way];
}

function typeOf({ meaning, way }: Point): string {
  if (meaning === 'common') return 'common_cause';
  return meaning === 'neutral' ? `special_cause_neutral_${way}` : `special_cause_${meaning}`;
}

function assuranceOf(assurance: Chart['assurance']): string | null {
  return assurance === 'pass' || assurance === 'fail' ? `consistent_${assurance}` : assurance;
}
