import { SpcError } from './errors.ts';
import { type Assurance, assurance, type Variation } from './icons.ts';
import { checkBaseline } from './limits.ts';
import { type Ordered, type Phase, type Point, phaseOf, spansOf } from './phases.ts';
import type { Direction } from './points.ts';
import type { Profile, ProfileName } from './profile.ts';
import { profileOf } from './profiles.ts';
import { chronological, day, numbered, numberOr } from './readings.ts';
import type { Signal } from './signals.ts';

export interface XmrInput {
  /** Calendar dates yyyy-mm-dd, each once, in any order. How far apart they lie plays no part. */
  readonly dates: readonly string[];
  /** One for each date, null where missing, all in one unit. */
  readonly values: readonly (number | null)[];
  /** Dates at whose reading a new phase with its own limits begins. */
  readonly rebases?: readonly string[];
  /** Draw each phase's limits from its first so many points; the default takes all. */
  readonly baselinePoints?: number | null;
  /** The direction in which readings get better; the default is `neutral`. */
  readonly direction?: Direction;
  /** In the unit of the values. */
  readonly target?: number | null;
  /** The default is `nhs-mdc`. */
  readonly profile?: Profile | ProfileName;
  /** Whether to leave extreme moving ranges out of the limits; the default is yes, if the profile screens. */
  readonly screen?: boolean;
}

/**
 * - `few-points`: the phase has fewer points than the profile asks for
 * - `no-limits`: the phase has no limits, for want of moving ranges or of any variation
 * - `hugging`: so many points in a row lie near the centre that the limits seem drawn from a mixture (some profiles)
 * - `unused-rebase`: no reading has this date, so no phase begins there
 * - `unused-exclusion`: no point has this place, so none is left out
 */
export type Warning =
  | { readonly code: 'few-points' | 'no-limits' | 'hugging'; readonly phase: number }
  | { readonly code: 'unused-rebase' | 'unused-exclusion'; readonly date: string };

export interface Chart {
  readonly profile: Profile;
  readonly direction: Direction;
  readonly target: number | null;
  /** `order[i]` is the row of the input at position i in time. */
  readonly order: readonly number[];
  /** In order of time. */
  readonly points: readonly Point[];
  readonly phases: readonly Phase[];
  /** By phase, and in it by last point. */
  readonly signals: readonly Signal[];
  /** Of the last phase. */
  readonly variation: Variation;
  /** Of the last phase; null without a target or a better direction. */
  readonly assurance: Assurance | null;
  readonly warnings: readonly Warning[];
}

/**
 * An XmR chart (individual values with limits from moving ranges; Wheeler & Chambers 1992), by default as NHS
 * England's Making Data Count reads it. No range and no pattern crosses the border of a phase.
 *
 * @throws SpcError `no-readings`, `lengths-differ`, `invalid-date`, `duplicate-date`, `invalid-value`,
 * `invalid-target`, `invalid-baseline`, `unknown-profile`, `invalid-profile`
 */
export function xmr(input: XmrInput): Chart {
  const ordered = inOrder(input);
  const { profile, direction } = ordered;
  const target = numberOr(input.target, 'invalid-target', 'target');
  const rebases = input.rebases ?? [];
  for (const date of rebases) day(date);
  const places = rebases.length === 0 ? input.dates : Array.from(ordered.order, (row) => input.dates[row]!);
  const { spans, unused } = spansOf(places, rebases);
  const points: Point[] = [];
  const signals: Signal[] = [];
  const phases = spans.map((span) => phaseOf(ordered, span, points, signals));
  const latest = phases.at(-1)!;
  const warnings = [
    ...phases.flatMap((phase) => warningsOf(phase)),
    ...unused.map((date) => ({ code: 'unused-rebase', date }) as const),
  ];
  return {
    profile,
    direction,
    target,
    order: points.map(({ index }) => index),
    points,
    phases,
    signals,
    variation: latest.variation,
    assurance: assurance(latest, target, direction),
    warnings,
  };
}

function inOrder(input: XmrInput): Ordered {
  const { dates, values, baselinePoints = null, direction = 'neutral', screen = true } = input;
  const profile = profileOf(input.profile);
  if (dates.length !== values.length) {
    throw new SpcError('lengths-differ', `There are ${dates.length} dates and ${values.length} values.`);
  }
  if (dates.length === 0) throw new SpcError('no-readings', 'There are no readings to chart.');
  checkBaseline(baselinePoints, profile);
  const order = chronological(dates);
  return { order, dates, readings: numbered(values, order), profile, direction, baselinePoints, screen };
}

/** What to say of a phase; a run chart is not missed its limits. */
export function warningsOf(phase: Phase, limited = true): Warning[] {
  const warnings: Warning[] = [];
  if (phase.short) warnings.push({ code: 'few-points', phase: phase.number });
  if (limited && phase.lower === null && phase.upper === null)
    warnings.push({ code: 'no-limits', phase: phase.number });
  if (phase.hugs) warnings.push({ code: 'hugging', phase: phase.number });
  return warnings;
}
