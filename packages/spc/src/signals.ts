import { type Direction, type Meaning, meaningOf, type Way } from './points.ts';
import type { Profile, RuleName } from './profile.ts';
import type { Signs } from './rules.ts';
import type { Ways } from './zones.ts';

/** One stretch of points on which one rule fired one way. Positions count from 0 in order of time. */
export interface Signal {
  readonly rule: RuleName;
  readonly way: Way;
  readonly meaning: Meaning;
  readonly first: number;
  readonly last: number;
  /** How many of the points from first to last make the pattern. */
  readonly points: number;
  /** Whether it reaches the latest point of all. */
  readonly current: boolean;
}

/** A stretch that was read, and where it lies in its chart: the position of its first point, the chart's length. */
export interface Stretch {
  readonly readings: Float64Array;
  readonly read: Signs;
  readonly first: number;
  readonly total: number;
}

const RULES: readonly RuleName[] = ['astronomical', 'trend', 'twoInThree', 'fourInFive', 'shift'];

/**
 * Every signal of one stretch, each rule by itself and before precedence, in order of their last point and then of
 * their first.
 */
export function signalsOf(stretch: Stretch, profile: Profile, better: Direction): Signal[] {
  const found = RULES.filter((rule) => profile.rules[rule]).flatMap((rule) => runs(stretch, rule, profile, better));
  return found.sort(byLast);
}

export function byLast(a: Signal, b: Signal): number {
  return a.last - b.last || a.first - b.first;
}

function runs(stretch: Stretch, rule: RuleName, profile: Profile, better: Direction): Signal[] {
  const fired = stretch.read.fired[rule];
  const found: Signal[] = [];
  let start = -1;
  let last = -1;
  let points = 0;
  const close = (): void => {
    if (start >= 0) found.push(signal(stretch, rule, better, start, last, points));
    points = 0;
  };
  for (let i = 0; i < fired.length; i++) {
    if (fired[i] === 0) continue;
    if (start < 0 || !continues(stretch, rule, profile, last, i)) {
      close();
      start = i;
    }
    last = i;
    points += 1;
  }
  close();
  return found;
}

function signal(
  { read, readings, first, total }: Stretch,
  rule: RuleName,
  better: Direction,
  start: number,
  end: number,
  points: number,
): Signal {
  const fired = read.fired[rule];
  const way: Way = fired[start] === 1 ? 'high' : 'low';
  // The point at which a trend turns is flagged with the later trend, and still ends the earlier.
  const turn = rule === 'trend' && turns(readings, fired, end) ? 1 : 0;
  const last = first + end + turn;
  return {
    rule,
    way,
    meaning: meaningOf(way, better),
    first: first + start,
    last,
    points: points + turn,
    current: last === total - 1,
  };
}

function turns(readings: Float64Array, fired: Ways, end: number): boolean {
  const way = fired[end]!;
  return fired[end + 1] === -way && Math.sign(readings[end + 1]! - readings[end]!) === way;
}

/** Whether two flagged points, with none flagged between them, belong to one signal. */
function continues(
  { readings, read }: Stretch,
  rule: RuleName,
  { rules }: Profile,
  last: number,
  next: number,
): boolean {
  const fired = read.fired[rule];
  const way = fired[next]!;
  if (fired[last] !== way) return false;
  if (rule === 'trend' && Math.sign(readings[next]! - readings[last]!) !== way) return false;
  if (rule === 'fourInFive' && next - last === 2) return true;
  if (rule === 'twoInThree' && next - last === 2) {
    return rules.twoInThree?.third === 'anywhere' || read.sides[last + 1] === way;
  }
  const ties = rule === 'shift' || rule === 'trend' ? rules[rule]?.ties : 'break';
  for (let i = last + 1; i < next; i++) {
    if ((Number.isNaN(readings[i]) ? rules.gaps : passed(rule, read, i, ties)) === 'break') return false;
  }
  return true;
}

function passed(rule: RuleName, read: Signs, i: number, ties: 'break' | 'skip' = 'break'): 'break' | 'skip' {
  return rule === 'shift' && read.sides[i] !== 0 ? 'break' : ties;
}
