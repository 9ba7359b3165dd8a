import type { Profile, RuleName } from './profile.ts';
import type { Signs } from './rules.ts';
import { NEAR, OUTSIDE, UNTOLD, type Ways } from './zones.ts';

/** The direction in which the readings get better. */
export type Direction = 'increase' | 'decrease' | 'neutral';

/** `high`: above, or rising. `low`: below, or falling. */
export type Way = 'high' | 'low';

export type Meaning = 'improvement' | 'concern' | 'neutral' | 'common';

/** Which rules fired on a point, each by itself and before precedence, and which way; null where one did not. */
export type RuleFlags = Readonly<Record<RuleName, Way | null>>;

/** One reading as its limits and rules see it. A missing reading carries no sign, and its meaning is `common`. */
export interface JudgedPoint {
  readonly value: number | null;
  /** Where it lies of the centre; null without value or centre. */
  readonly side: 'above' | 'on' | 'below' | null;
  /** `near`: between 2 and 3 sigma. `outside`: strictly beyond 3 sigma. Null without value or limits. */
  readonly zone: 'inside' | 'near' | 'outside' | null;
  readonly rules: RuleFlags;
  /** The one rule that names this point, by the profile's precedence; null for common cause. */
  readonly label: RuleName | null;
  /** Which way the label goes. A falling trend above the mean is low. */
  readonly way: Way | null;
  readonly meaning: Meaning;
}

const QUIET: RuleFlags = Object.freeze({
  astronomical: null,
  trend: null,
  twoInThree: null,
  fourInFive: null,
  shift: null,
});

/** The i-th point of a stretch, in words. */
export function pointOf(
  readings: Float64Array,
  read: Signs,
  i: number,
  profile: Profile,
  centred: boolean,
  better: Direction,
): JudgedPoint {
  const value = Number.isNaN(readings[i]) ? null : readings[i]!;
  const rules = flagsOf(read.fired, i);
  const label = rules === QUIET ? null : (profile.precedence.find((rule) => rules[rule] !== null) ?? null);
  const way = label && rules[label];
  return {
    value,
    side: value === null || !centred ? null : sideOf(read.sides[i]!),
    zone: zoneOf(read.zones[i]!),
    rules,
    label,
    way,
    meaning: meaningOf(way, better),
  };
}

/** What going that way means where this direction is the better one. */
export function meaningOf(way: Way | null, better: Direction): Meaning {
  if (way === null) return 'common';
  if (better === 'neutral') return 'neutral';
  return (way === 'high') === (better === 'increase') ? 'improvement' : 'concern';
}

function flagsOf(fired: Signs['fired'], i: number): RuleFlags {
  const { astronomical, trend, twoInThree, fourInFive, shift } = fired;
  if (!(astronomical[i] || trend[i] || twoInThree[i] || fourInFive[i] || shift[i])) return QUIET;
  return {
    astronomical: wayOf(astronomical, i),
    trend: wayOf(trend, i),
    twoInThree: wayOf(twoInThree, i),
    fourInFive: wayOf(fourInFive, i),
    shift: wayOf(shift, i),
  };
}

function wayOf(ways: Ways, i: number): Way | null {
  if (ways[i] === 0) return null;
  return ways[i] === 1 ? 'high' : 'low';
}

function sideOf(side: number): 'above' | 'on' | 'below' {
  if (side === 0) return 'on';
  return side === 1 ? 'above' : 'below';
}

function zoneOf(zone: number): JudgedPoint['zone'] {
  if (zone === UNTOLD) return null;
  if (zone === OUTSIDE) return 'outside';
  return zone === NEAR ? 'near' : 'inside';
}
