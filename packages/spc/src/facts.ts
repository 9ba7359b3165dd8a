import type { Assurance, Variation } from './icons.ts';
import { judge } from './judge.ts';
import type { Phase } from './phases.ts';
import { type Meaning, meaningOf } from './points.ts';
import type { Signal } from './signals.ts';
import type { Chart, Warning } from './xmr.ts';

/** What a chart says, as data: the app makes the sentences. Numbers are in the unit of the readings and not rounded. */
export interface Facts {
  readonly profile: string;
  /** How many points there are, and how many of them are missing. */
  readonly points: number;
  readonly missing: number;
  /** The latest reading that is not missing. */
  readonly latest: { readonly date: string; readonly value: number } | null;
  readonly phase: PhaseFacts;
  readonly previous: PhaseFacts | null;
  /** How the last phase differs from the one before; null where either has no mean. */
  readonly change: Change | null;
  /** The signal that reaches furthest in the last phase; of several, the one that ranks first in the profile. */
  readonly signal: SignalFacts | null;
  readonly variation: Variation;
  readonly assurance: Assurance | null;
  readonly target: number | null;
  readonly warnings: readonly Warning[];
}

export interface PhaseFacts {
  readonly number: number;
  readonly from: string;
  readonly to: string;
  readonly n: number;
  readonly mean: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly short: boolean;
}

export interface SignalFacts extends Signal {
  /** The dates of its first and last point. */
  readonly from: string;
  readonly to: string;
}

export interface Change {
  readonly fromMean: number;
  readonly toMean: number;
  /** toMean − fromMean. */
  readonly difference: number;
  /** What that means by the better direction; `common` if the means are equal. */
  readonly meaning: Meaning;
  /**
   * The shift of the last phase's readings against the frozen limits of the phase before: a rebase hides it, since each
   * phase is judged by its own limits. The latest, if there are several; null if there is none.
   */
  readonly shift: SignalFacts | null;
}

/** The plain facts of a chart. */
export function facts(chart: Chart): Facts {
  const { points, phases, variation, assurance, target, warnings } = chart;
  const phase = phases.at(-1)!;
  const previous = phases.at(-2) ?? null;
  const latest = points.findLast((point) => point.value !== null);
  return {
    profile: chart.profile.name,
    points: points.length,
    missing: points.reduce((missing, point) => missing + (point.value === null ? 1 : 0), 0),
    latest: latest ? { date: latest.date, value: latest.value! } : null,
    phase: phaseFacts(chart, phase),
    previous: previous && phaseFacts(chart, previous),
    change: previous && changeOf(chart, previous, phase),
    signal: strongest(
      chart,
      chart.signals.filter((signal) => signal.first >= phase.first),
    ),
    variation,
    assurance,
    target,
    warnings,
  };
}

function phaseFacts({ points }: Chart, { number, first, last, n, mean, lower, upper, short }: Phase): PhaseFacts {
  return { number, from: points[first]!.date, to: points[last]!.date, n, mean, lower, upper, short };
}

function changeOf(chart: Chart, previous: Phase, phase: Phase): Change | null {
  if (previous.mean === null || phase.mean === null) return null;
  const { profile, direction, points } = chart;
  const values = points.slice(phase.first).map((point) => point.value);
  const shift = judge(values, previous, { profile, direction }).signals.findLast(({ rule }) => rule === 'shift');
  const difference = differenceOf(previous.mean, phase.mean);
  return {
    fromMean: previous.mean,
    toMean: phase.mean,
    difference,
    meaning: meaningOf(difference === 0 ? null : difference > 0 ? 'high' : 'low', direction),
    shift: shift ? dated(chart, { ...shift, first: shift.first + phase.first, last: shift.last + phase.first }) : null,
  };
}

/** Less than rounding could make is no difference. */
function differenceOf(from: number, to: number): number {
  const difference = to - from;
  return Math.abs(difference) > 1e-12 * Math.max(Math.abs(from), Math.abs(to)) ? difference : 0;
}

function strongest(chart: Chart, candidates: readonly Signal[]): SignalFacts | null {
  const rank = ({ rule }: Signal): number => chart.profile.precedence.indexOf(rule);
  const [first] = [...candidates].sort((a, b) => b.last - a.last || rank(a) - rank(b));
  return first ? dated(chart, first) : null;
}

function dated({ points }: Chart, signal: Signal): SignalFacts {
  return { ...signal, from: points[signal.first]!.date, to: points[signal.last]!.date };
}
