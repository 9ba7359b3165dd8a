import { type Variation, variation } from './icons.ts';
import { type MeasuredLimits, measure } from './limits.ts';
import { type Direction, type JudgedPoint, pointOf } from './points.ts';
import type { Profile } from './profile.ts';
import { signs } from './rules.ts';
import { type Runs, runs } from './runs.ts';
import { type Signal, signalsOf } from './signals.ts';
import { hugs } from './windows.ts';
import { placesWithin } from './zones.ts';

/** A stretch of the chart with its own limits. Positions count from 0 in order of time. */
export interface Phase extends MeasuredLimits {
  /** Its place among the phases, from 0. */
  readonly number: number;
  /** Whether a rebase began it; only the first phase may have begun without. */
  readonly rebased: boolean;
  readonly first: number;
  readonly last: number;
  /** How many points it has, missing ones among them. */
  readonly n: number;
  /** Whether it has fewer points than the profile asks for. Its limits are drawn all the same. */
  readonly short: boolean;
  /** Its runs as a whole; null where the profile does not judge them. */
  readonly runs: Runs | null;
  /** Whether so many readings in a row lie near the centre that the limits seem drawn from a mixture. */
  readonly hugs: boolean;
  /** As its last point has it. */
  readonly variation: Variation;
}

export interface Point extends JudgedPoint {
  /** The row of the input that it came from. */
  readonly index: number;
  /** yyyy-mm-dd */
  readonly date: string;
  /** The number of its phase. */
  readonly phase: number;
  readonly mean: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly nearLower: number | null;
  readonly nearUpper: number | null;
}

/** A chart's input once it has been checked and put in order of time. */
export interface Ordered {
  readonly order: Uint32Array;
  readonly dates: readonly string[];
  readonly readings: Float64Array;
  readonly profile: Profile;
  readonly direction: Direction;
  readonly baselinePoints: number | null;
  readonly screen: boolean;
}

/** A phase before it is measured: positions from `first` up to and without `end`. */
export interface Span {
  readonly number: number;
  readonly first: number;
  readonly end: number;
  readonly rebased: boolean;
}

/**
 * The spans of a chart whose points stand there, in order, and the rebases that began none. A rebase begins a phase at the
 * point of its date; where the chart has none there it does nothing.
 */
export function spansOf(places: readonly string[], rebases: readonly string[]): { spans: Span[]; unused: string[] } {
  const wanted = new Set(rebases);
  const starts: number[] = [];
  for (let i = 0; wanted.size > 0 && i < places.length; i++) if (wanted.delete(places[i]!)) starts.push(i);
  const rebasedAtFirst = starts[0] === 0;
  if (!rebasedAtFirst) starts.unshift(0);
  const spans = starts.map((first, number) => ({
    number,
    first,
    end: starts[number + 1] ?? places.length,
    rebased: number > 0 || rebasedAtFirst,
  }));
  return { spans, unused: [...wanted] };
}

/** One phase: its limits; and its points and signals, added to the chart's. */
export function phaseOf(input: Ordered, span: Span, points: Point[], signals: Signal[]): Phase {
  const { profile, direction, dates, order } = input;
  const { number, first, end, rebased } = span;
  const readings = input.readings.subarray(first, end);
  const limits = measure(readings, profile, input, first);
  const { mean, lower, upper, nearLower, nearUpper } = limits;
  const read = signs(readings, placesWithin(readings, limits), profile.rules);
  for (let i = 0; i < readings.length; i++) {
    const index = order[first + i]!;
    const { value, side, zone, rules, label, way, meaning } = pointOf(
      readings,
      read,
      i,
      profile,
      mean !== null,
      direction,
    );
    // Written out, since spreading costs most of the time of a long chart.
    points.push({
      index,
      date: dates[index]!,
      value,
      phase: number,
      mean,
      lower,
      upper,
      nearLower,
      nearUpper,
      side,
      zone,
      rules,
      label,
      way,
      meaning,
    });
  }
  const found = signalsOf({ readings, read, first, total: order.length }, profile, direction);
  for (const signal of found) signals.push(signal);
  return {
    number,
    rebased,
    first,
    last: end - 1,
    n: readings.length,
    short: readings.length < profile.limits.fewPoints,
    ...limits,
    runs: profile.rules.runs === null ? null : runs(readings, mean, profile.rules.runs),
    hugs: hugs(read, profile.rules.hugging),
    variation: variation(points[end - 1]!),
  };
}
