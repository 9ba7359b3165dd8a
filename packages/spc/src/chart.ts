import { assurance } from './icons.ts';
import { type ChartInput, checked } from './input.ts';
import { type ChartKind, KINDS } from './kinds.ts';
import { phaseOf } from './part.ts';
import { type Phase, type Point, spansOf } from './phases.ts';
import type { Signal } from './signals.ts';
import { subgroupsOf } from './subgroups.ts';
import { type Chart, warningsOf } from './xmr.ts';

/** A point of a chart of any kind. Its `date` is its x as text, its `index` the first of its rows. */
export interface ControlPoint extends Point {
  /** The rows of the input that it was made of. */
  readonly rows: readonly number[];
  /** How many of those were known. */
  readonly readings: number;
  /** The sum of the denominators of those; null where the chart has none. */
  readonly denominator: number | null;
  /** Whether it was left out of centre, limits and patterns. */
  readonly excluded: boolean;
  /** Whether centre and limits rest on it. */
  readonly baseline: boolean;
}

/** Where limits differ from point to point (`varies`), those of the phase are those of its last point that has any. */
export interface ControlPhase extends Phase {
  readonly varies: boolean;
}

export interface ControlChart extends Chart {
  readonly kind: ChartKind;
  readonly points: readonly ControlPoint[];
  readonly phases: readonly ControlPhase[];
}

/**
 * A control chart or run chart of any kind: the same result as `xmr` gives, so that whatever reads one reads the other.
 * Where each formula comes from is said beside it, in `kinds/`.
 *
 * @throws SpcError `no-readings`, `lengths-differ`, `invalid-x`, `invalid-date`, `invalid-value`, `invalid-denominator`,
 * `invalid-target`, `invalid-baseline`, `unknown-kind`, `unknown-profile`, `invalid-profile`
 */
export function chart(input: ChartInput): ControlChart {
  const given = checked(input);
  const { kind, profile, direction, target } = given;
  const all = subgroupsOf(given, KINDS[kind].combine ?? given.combine);
  const known = new Set(all.labels);
  const { spans, unused } = spansOf(all.labels, given.rebases);
  const points: ControlPoint[] = [];
  const signals: Signal[] = [];
  const phases = spans.map((span) => phaseOf(given, all, span, points, signals));
  const latest = phases.at(-1)!;
  const missed = [...given.exclude].filter((x) => !known.has(x));
  return {
    kind,
    profile,
    direction,
    target,
    order: points.map(({ index }) => index),
    points,
    phases,
    signals,
    variation: latest.variation,
    assurance: assurance(latest, target, direction),
    warnings: [
      ...phases.flatMap((phase) => warningsOf(phase, kind !== 'run')),
      ...unused.map((date) => ({ code: 'unused-rebase', date }) as const),
      ...missed.map((date) => ({ code: 'unused-exclusion', date }) as const),
    ],
  };
}
