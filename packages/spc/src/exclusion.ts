import { at } from './kinds/individual.ts';
import type { Span } from './phases.ts';
import { type Direction, meaningOf } from './points.ts';
import type { Profile, RulesProfile } from './profile.ts';
import { type Signs, signs } from './rules.ts';
import { byLast, type Signal, signalsOf } from './signals.ts';
import type { Places, Ways } from './zones.ts';

/** A phase some of whose points may be left out of its patterns: neighbours of such a point are neighbours. */
export interface Reading {
  /** The positions that are in. */
  readonly positions: readonly number[];
  /** The values of those, and their signs by themselves. */
  readonly values: Float64Array;
  readonly included: Signs;
  /** The signs of all points: one that is left out is held against the limits and no more. */
  readonly whole: Signs;
}

export function readingOf(
  plotted: Float64Array,
  positions: readonly number[],
  places: Places,
  rules: RulesProfile,
): Reading {
  const values = at(plotted, positions);
  if (values.length === plotted.length) {
    const read = signs(plotted, places, rules);
    return { positions, values, included: read, whole: read };
  }
  const pick = (all: Int8Array): Int8Array => Int8Array.from(positions, (position) => all[position]!);
  const included = signs(values, { sides: pick(places.sides), zones: pick(places.zones) }, rules);
  const none = { ...rules, shift: null, trend: null, twoInThree: null, fourInFive: false };
  const { astronomical } = signs(plotted, places, none).fired;
  const spread = (ways: Ways): Ways => {
    const all = new Int8Array(plotted.length);
    for (const [i, position] of positions.entries()) all[position] = ways[i]!;
    return all;
  };
  const { trend, twoInThree, fourInFive, shift } = included.fired;
  const fired = {
    astronomical,
    trend: spread(trend),
    twoInThree: spread(twoInThree),
    fourInFive: spread(fourInFive),
    shift: spread(shift),
  };
  return { positions, values, included, whole: { ...places, fired } };
}

/** The signals of a phase, by their positions in the chart. */
export function signalsIn(
  { positions, values, included, whole }: Reading,
  profile: Profile,
  better: Direction,
  { first, end }: Span,
  total: number,
): Signal[] {
  const stretch = { readings: values, read: included, first: 0, total: values.length };
  const found = signalsOf(stretch, profile, better).map((signal) => ({
    ...signal,
    first: first + positions[signal.first]!,
    last: first + positions[signal.last]!,
    current: signal.current && end === total,
  }));
  if (values.length === end - first) return found;
  const inside = new Set(positions);
  whole.fired.astronomical.forEach((sign, i) => {
    if (sign === 0 || inside.has(i)) return;
    const way = sign === 1 ? 'high' : 'low';
    const at = first + i;
    const signal = {
      rule: 'astronomical',
      way,
      meaning: meaningOf(way, better),
      first: at,
      last: at,
      points: 1,
    } as const;
    found.push({ ...signal, current: at === total - 1 });
  });
  return found.sort(byLast);
}
