import { type Variation, variation } from './icons.ts';
import { type MeasuredLimits, measure } from './limits.ts';
import { type Direction, type JudgedPoint, pointOf } from './points.ts';
import type { Profile } from './profiles.ts';
import { day } from './readings.ts';
import { signs } from './rules.ts';
import { type Signal, signalsOf } from './signals.ts';

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
 * The spans of a chart, and the rebase dates that began none. A rebase begins a phase at the reading of its date; where
 * the chart has no reading on that date it does nothing.
 * @throws SpcError `invalid-date`
 */
export function spansOf({ dates, order }: Ordered, rebases: readonly string[]): { spans: Span[]; unused: string[] } {
  rebases.forEach((date) => void day(date));
  const wanted = new Set(rebases);
  const starts: number[] = [];
  for (let i = 0; wanted.size > 0 && i < order.length; i++) if (wanted.delete(dates[order[i]!]!)) starts.push(i);
  const rebasedAtFirst = starts[0] === 0;
  if (!rebasedAtFirst) starts.unshift(0);
  const spans = starts.map((first, number) => ({
    number,
    first,
    end: starts[number + 1] ?? order.length,
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
  const read = signs(readings, limits, profile);
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
    variation: variation(points[end - 1]!),
  };
}
