import type { Limits } from './limits.ts';
import type { PatternProfile, Profile, RuleName, TwoInThreeProfile } from './profiles.ts';

/** Above the centre or rising is 1, below or falling is -1, neither is 0. */
export type Ways = Int8Array;

export const INSIDE = 0;
export const NEAR = 1;
export const OUTSIDE = 2;
export const UNTOLD = -1;

/** What each point of a stretch is: where it lies, and which rules fired on it and which way. */
export interface Signs {
  /** -1 below, 0 on, 1 above the centre; 0 where that cannot be told. */
  readonly sides: Ways;
  /** INSIDE, NEAR (between 2 and 3 sigma), OUTSIDE (strictly beyond 3 sigma), or UNTOLD without value or limits. */
  readonly zones: Int8Array;
  readonly fired: Readonly<Record<RuleName, Ways>>;
}

/** Reads every rule of the profile by itself over one stretch. Time and memory grow with its length alone. */
export function signs(readings: Float64Array, limits: Limits, profile: Profile): Signs {
  const { rules } = profile;
  const sides = sidesOf(readings, limits.mean ?? Number.NaN);
  const zones = zonesOf(readings, limits);
  const none = (): Ways => new Int8Array(readings.length);
  return {
    sides,
    zones,
    fired: {
      astronomical: rules.astronomical ? sides.map((side, i) => (zones[i] === OUTSIDE ? side : 0)) : none(),
      trend: rules.trend ? trend(readings, rules.trend, rules.gaps) : none(),
      twoInThree: rules.twoInThree ? twoInThree(readings, sides, zones, rules.twoInThree, rules.gaps) : none(),
      shift: rules.shift ? shift(readings, sides, rules.shift, rules.gaps) : none(),
    },
  };
}

function sidesOf(readings: Float64Array, mean: number): Ways {
  const sides = new Int8Array(readings.length);
  for (let i = 0; i < sides.length; i++) sides[i] = readings[i]! > mean ? 1 : readings[i]! < mean ? -1 : 0;
  return sides;
}

function zonesOf(readings: Float64Array, limits: Limits): Int8Array {
  const { lower, upper, nearLower, nearUpper } = limits;
  const zones = new Int8Array(readings.length).fill(UNTOLD);
  if (lower === null || upper === null || nearLower === null || nearUpper === null) return zones;
  for (let i = 0; i < zones.length; i++) {
    const reading = readings[i]!;
    if (Number.isNaN(reading)) continue;
    if (reading < lower || reading > upper) zones[i] = OUTSIDE;
    else zones[i] = reading < nearLower || reading > nearUpper ? NEAR : INSIDE;
  }
  return zones;
}

/** So many points in a row strictly on one side; all of them are flagged. */
function shift(readings: Float64Array, sides: Ways, { points, ties }: PatternProfile, gaps: 'break' | 'skip'): Ways {
  const fired = new Int8Array(sides.length);
  let way = 0;
  let start = 0;
  let count = 0;
  for (let i = 0; i < sides.length; i++) {
    const side = sides[i]!;
    if (side === 0) {
      if ((Number.isNaN(readings[i]) ? gaps : ties) === 'break') way = 0;
      continue;
    }
    if (side !== way) {
      way = side;
      start = i;
      count = 0;
    }
    count += 1;
    if (count > points) fired[i] = way;
    else if (count === points) for (let j = start; j <= i; j++) if (sides[j] === way) fired[j] = way;
  }
  return fired;
}

/**
 * So many points in a row each strictly higher (lower) than the one before; all of them are flagged. A point at which a
 * rise becomes a fall belongs to both, and goes with the later.
 */
function trend(readings: Float64Array, { points, ties }: PatternProfile, gaps: 'break' | 'skip'): Ways {
  const fired = new Int8Array(readings.length);
  let way = 0;
  let start = 0;
  let count = 0;
  let before = -1;
  for (let i = 0; i < readings.length; i++) {
    const reading = readings[i]!;
    if (Number.isNaN(reading)) {
      if (gaps === 'break') before = -1;
      continue;
    }
    const step = before < 0 ? 0 : Math.sign(reading - readings[before]!);
    if (step === 0 && before >= 0 && ties === 'skip') continue;
    if (step === 0) count = 1;
    else if (step === way) count += 1;
    else {
      count = 2;
      start = before;
    }
    way = step;
    before = i;
    if (count > points) fired[i] = way;
    else if (count === points) markTrend(fired, readings, start, i, way);
  }
  return fired;
}

/** Flags each reading from start to end that is a step beyond the one before, passing over gaps and repeats. */
function markTrend(fired: Ways, readings: Float64Array, start: number, end: number, way: number): void {
  let last = Number.NaN;
  for (let i = start; i <= end; i++) {
    if (Number.isNaN(readings[i]) || readings[i] === last) continue;
    last = readings[i]!;
    fired[i] = way;
  }
}

/** Some window of three with at least two far out on one side. */
function twoInThree(
  readings: Float64Array,
  sides: Ways,
  zones: Int8Array,
  { counts, third, marks }: TwoInThreeProfile,
  gaps: 'break' | 'skip',
): Ways {
  const fired = new Int8Array(sides.length);
  const far = sides.map((side, i) => (zones[i] === NEAR || (zones[i] === OUTSIDE && counts === 'beyond') ? side : 0));
  let a = -1;
  let b = -1;
  for (let c = 0; c < sides.length; c++) {
    if (Number.isNaN(readings[c])) {
      if (gaps === 'break') a = b = -1;
      continue;
    }
    if (a >= 0) {
      const way = majority(far[a]!, far[b]!, far[c]!);
      const together = sides[a] === way && sides[b] === way && sides[c] === way;
      if (way !== 0 && (together || third === 'anywhere')) {
        for (const i of [a, b, c]) if (far[i] === way || (marks === 'window' && !own(far, fired, i))) fired[i] = way;
      }
    }
    a = b;
    b = c;
  }
  return fired;
}

/** Whether a point fired by its own distance: a window that also holds it does not turn it round. */
function own(far: Ways, fired: Ways, i: number): boolean {
  return far[i] !== 0 && fired[i] === far[i];
}

/** The way that at least two of three go; 0 if there is none. */
function majority(a: number, b: number, c: number): number {
  if (a === b || a === c) return a;
  return b === c ? b : 0;
}
