import type { PatternProfile, RuleName, RulesProfile } from './profile.ts';
import { fourInFive, twoInThree } from './windows.ts';
import { OUTSIDE, type Places, type Ways } from './zones.ts';

/** What each point of a stretch is: where it lies, and which rules fired on it and which way. */
export interface Signs extends Places {
  readonly fired: Readonly<Record<RuleName, Ways>>;
}

/** Reads every rule by itself over one stretch. Time and memory grow with its length alone. */
export function signs(readings: Float64Array, { sides, zones }: Places, rules: RulesProfile): Signs {
  const none = new Int8Array(readings.length);
  return {
    sides,
    zones,
    fired: {
      astronomical: rules.astronomical ? astronomical({ sides, zones }) : none,
      trend: rules.trend ? trend(readings, rules.trend, rules.gaps) : none,
      twoInThree: rules.twoInThree ? twoInThree(readings, { sides, zones }, rules.twoInThree, rules.gaps) : none,
      fourInFive: rules.fourInFive ? fourInFive(readings, { sides, zones }, rules.gaps) : none,
      shift: rules.shift ? shift(readings, sides, rules.shift, rules.gaps) : none,
    },
  };
}

function astronomical({ sides, zones }: Places): Ways {
  const fired = new Int8Array(sides.length);
  for (let i = 0; i < fired.length; i++) if (zones[i] === OUTSIDE) fired[i] = sides[i]!;
  return fired;
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
