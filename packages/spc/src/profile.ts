import type { RunsMethod } from './runs.ts';

export type RuleName = 'astronomical' | 'trend' | 'twoInThree' | 'fourInFive' | 'shift';

export type ProfileName = 'nhs-mdc' | 'nhsr' | 'anhoej' | 'ihi' | 'western-electric';

/**
 * A named school of practice: how limits are drawn and what counts as a signal. Every result carries the profile that
 * made it, since the same readings signal under one school and not under another.
 */
export interface Profile {
  readonly name: string;
  readonly limits: LimitsProfile;
  readonly rules: RulesProfile;
  /** What is different on a run chart, which has no limits. */
  readonly runChart?: Partial<RulesProfile>;
  /** The strongest first: the rule that labels a point on which several fired. */
  readonly precedence: readonly RuleName[];
}

export interface LimitsProfile {
  /** The centre line of individual values. Other kinds of chart have a centre of their own. */
  readonly centre: 'mean' | 'median';
  readonly spread: 'mean-moving-range' | 'median-moving-range';
  /** Distance from the centre to the 3-sigma limits, in average moving ranges. */
  readonly width: number;
  /** Moving ranges not strictly below this many average moving ranges are left out, once; null keeps them all. */
  readonly screening: number | null;
  /** What limits are where screening leaves no range at all, as on a flat line: there are none, or they lie on the centre. */
  readonly flat: 'no-limits' | 'on-centre';
  /** The upper limit of an mr chart, in mean moving ranges. */
  readonly rangeWidth: number;
  /** Where the 2-sigma line of an mr chart lies: two thirds of the way from its centre to its limit, or from nought. */
  readonly rangeNear: 'from-centre' | 'from-nought';
  /** Whose moving ranges make the limits of an I′ chart: those of its baseline, as on other charts, or of every point. */
  readonly primeSpread: 'baseline' | 'every-point';
  /** What a t chart's lower 2-sigma line is where it falls below nought. */
  readonly timeNear: 'nought' | 'none';
  /** The fewest points that a fixed baseline may have. */
  readonly shortestBaseline: number;
  /** A phase of fewer points is drawn, with a warning. */
  readonly fewPoints: number;
}

export interface RulesProfile {
  /** A point strictly beyond a 3-sigma limit. */
  readonly astronomical: boolean;
  /** So many points in a row strictly on one side of the centre. */
  readonly shift: PatternProfile | null;
  /** So many points in a row each strictly higher (or each lower) than the one before; `points - 1` steps. */
  readonly trend: PatternProfile | null;
  readonly twoInThree: TwoInThreeProfile | null;
  /** Four of five points in a row beyond 1 sigma on one side; those four or five are flagged. */
  readonly fourInFive: boolean;
  /** So many points in a row within 1 sigma are a warning: limits drawn from a mixture, not a change. Null: never. */
  readonly hugging: number | null;
  /** How the runs of each phase are judged as a whole; null: not at all. */
  readonly runs: RunsMethod | null;
  /** What a missing value does to a pattern: `break` ends it; `skip` looks past it. */
  readonly gaps: 'break' | 'skip';
}

export interface PatternProfile {
  readonly points: number;
  /** What a point on the centre (shift) or equal to the one before (trend) does: `break` ends; `skip` neither counts nor ends. */
  readonly ties: 'break' | 'skip';
}

export interface TwoInThreeProfile {
  /** Which points count towards the two: those `between` 2 and 3 sigma, or all `beyond` 2 sigma. */
  readonly counts: 'between' | 'beyond';
  /** Where the third may be: on the `same-side` of the centre, or `anywhere`. */
  readonly third: 'same-side' | 'anywhere';
  /** What is flagged: the `points` that count, or the whole `window` of three. */
  readonly marks: 'points' | 'window';
}
