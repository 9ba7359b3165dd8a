import { SpcError } from './errors.ts';

export type RuleName = 'astronomical' | 'trend' | 'twoInThree' | 'shift';

export type ProfileName = 'nhs-mdc';

/**
 * A named school of practice: how limits are drawn and what counts as a signal. Every result carries the profile that
 * made it, since the same readings signal under one school and not under another.
 *
 * Each choice is a union or a nullable object, so that a further school or kind of chart adds members and breaks no one.
 */
export interface Profile {
  readonly name: string;
  readonly chart: 'xmr';
  readonly limits: LimitsProfile;
  readonly rules: RulesProfile;
  /** The strongest first: the rule that labels a point on which several fired. */
  readonly precedence: readonly RuleName[];
}

export interface LimitsProfile {
  readonly centre: 'mean';
  readonly spread: 'mean-moving-range';
  /** Distance from the centre to the 3-sigma limits, in mean moving ranges. */
  readonly width: number;
  /** Moving ranges not strictly below this many mean moving ranges are left out, once; null keeps them all. */
  readonly screening: number | null;
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

/**
 * The profiles by name.
 *
 * `nhs-mdc`: NHS England's Making Data Count. 2.66 = 3 / d2 with d2 = 1.128 for ranges of two (Wheeler & Chambers,
 * Understanding Statistical Process Control, 1992); 3.267 = D4, the upper limit of such ranges (same source); shifts
 * and trends of seven and the two-in-three rule as Making Data Count teaches them.
 */
export const profiles: Readonly<Record<ProfileName, Profile>> = {
  'nhs-mdc': {
    name: 'nhs-mdc',
    chart: 'xmr',
    limits: {
      centre: 'mean',
      spread: 'mean-moving-range',
      width: 2.66,
      screening: 3.267,
      shortestBaseline: 12,
      fewPoints: 13,
    },
    rules: {
      astronomical: true,
      shift: { points: 7, ties: 'break' },
      trend: { points: 7, ties: 'break' },
      twoInThree: { counts: 'between', third: 'same-side', marks: 'points' },
      gaps: 'break',
    },
    precedence: ['astronomical', 'trend', 'twoInThree', 'shift'],
  },
};

/**
 * The profile of that name, or the caller's own once it is known to make sense.
 * @throws SpcError `unknown-profile`, `invalid-profile`
 */
export function profileOf(profile: Profile | ProfileName = 'nhs-mdc'): Profile {
  if (typeof profile !== 'string') return checked(profile);
  if (!Object.hasOwn(profiles, profile)) throw new SpcError('unknown-profile', `There is no profile “${profile}”.`);
  return profiles[profile];
}

function checked(profile: Profile): Profile {
  const { limits, rules } = profile;
  for (const pattern of [rules.shift, rules.trend]) {
    if (pattern && !(Number.isInteger(pattern.points) && pattern.points >= 2)) {
      throw new SpcError('invalid-profile', 'A shift or a trend takes a whole number of points, two or more.');
    }
  }
  for (const factor of [limits.width, limits.screening ?? limits.width]) {
    if (!(Number.isFinite(factor) && factor > 0)) {
      throw new SpcError('invalid-profile', 'The width of the limits and the screening factor are positive numbers.');
    }
  }
  return profile;
}
