import { SpcError } from './errors.ts';
import type { LimitsProfile, Profile, ProfileName, RulesProfile } from './profile.ts';

/** 3 / d2 as most books round it: d2 = 1.128 for ranges of two. */
const SHEWHART = 3 / 1.128;

const wheeler: LimitsProfile = {
  centre: 'mean',
  spread: 'mean-moving-range',
  width: 2.66,
  screening: 3.267,
  flat: 'no-limits',
  rangeWidth: 3.267,
  rangeNear: 'from-centre',
  primeSpread: 'baseline',
  timeNear: 'nought',
  shortestBaseline: 12,
  fewPoints: 13,
};

const makingDataCount: RulesProfile = {
  astronomical: true,
  shift: { points: 7, ties: 'break' },
  trend: { points: 7, ties: 'break' },
  twoInThree: { counts: 'between', third: 'same-side', marks: 'points' },
  fourInFive: false,
  hugging: null,
  runs: null,
  gaps: 'break',
};

const beyond = { counts: 'beyond', third: 'anywhere', marks: 'points' } as const;

/**
 * The profiles by name.
 *
 * - `nhs-mdc`: NHS England's Making Data Count. 2.66 = 3 / d2 with d2 = 1.128 for ranges of two (Wheeler & Chambers,
 *   Understanding Statistical Process Control, 1992); 3.267 = D4, the upper limit of such ranges (same source); shifts
 *   and trends of seven and the two-in-three rule as Making Data Count teaches them.
 * - `nhsr`: the same as the NHS-R Community's package NHSRplotthedots 0.2.2 reads it. Today the two agree; a chart that names
 *   one of them keeps to it should they part.
 * - `anhoej`: limits, and the runs of each phase as a whole (Anhøj & Olesen, PLoS ONE 9(11), 2014), as in qicharts2.
 * - `ihi`: the Institute for Healthcare Improvement's rules for Shewhart and run charts (Provost & Murray, The Health Care
 *   Data Guide, 2011; Perla, Provost & Murray, BMJ Quality & Safety 20, 2011).
 * - `western-electric`: the four tests of the Statistical Quality Control Handbook (Western Electric 1956).
 */
export const profiles: Readonly<Record<ProfileName, Profile>> = {
  'nhs-mdc': {
    name: 'nhs-mdc',
    limits: wheeler,
    rules: makingDataCount,
    precedence: ['astronomical', 'trend', 'twoInThree', 'shift'],
  },
  nhsr: {
    name: 'nhsr',
    limits: wheeler,
    rules: makingDataCount,
    precedence: ['astronomical', 'trend', 'twoInThree', 'shift'],
  },
  anhoej: {
    name: 'anhoej',
    limits: { ...wheeler, width: SHEWHART, shortestBaseline: 2, fewPoints: 10 },
    rules: { ...makingDataCount, shift: null, trend: null, twoInThree: null, runs: 'anhoej', gaps: 'skip' },
    precedence: ['astronomical'],
  },
  ihi: {
    name: 'ihi',
    limits: { ...wheeler, fewPoints: 20 },
    rules: {
      ...makingDataCount,
      shift: { points: 8, ties: 'skip' },
      trend: { points: 6, ties: 'skip' },
      twoInThree: beyond,
      hugging: 15,
      gaps: 'skip',
    },
    runChart: { shift: { points: 6, ties: 'skip' }, trend: { points: 5, ties: 'skip' }, runs: 'anhoej' },
    precedence: ['astronomical', 'shift', 'trend', 'twoInThree'],
  },
  'western-electric': {
    name: 'western-electric',
    limits: { ...wheeler, width: SHEWHART, screening: null, fewPoints: 20 },
    rules: {
      ...makingDataCount,
      shift: { points: 8, ties: 'break' },
      trend: null,
      twoInThree: beyond,
      fourInFive: true,
    },
    precedence: ['astronomical', 'twoInThree', 'fourInFive', 'shift'],
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
  for (const factor of [limits.width, limits.screening ?? limits.width, limits.rangeWidth]) {
    if (!(Number.isFinite(factor) && factor > 0)) {
      throw new SpcError('invalid-profile', 'The widths of the limits and the screening factor are positive numbers.');
    }
  }
  return profile;
}
