import type { ControlPhase, ControlPoint } from './chart.ts';
import { readingOf, signalsIn } from './exclusion.ts';
import { variation } from './icons.ts';
import type { Checked } from './input.ts';
import { at } from './kinds/individual.ts';
import { KINDS, type Part, type Shape } from './kinds.ts';
import { type Limits, told } from './limits.ts';
import type { Span } from './phases.ts';
import { pointOf } from './points.ts';
import type { RulesProfile } from './profile.ts';
import { type Runs, type RunsMethod, runs } from './runs.ts';
import type { Signal } from './signals.ts';
import type { Subgroups } from './subgroups.ts';
import { hugs } from './windows.ts';
import { type Lines, placesAlong } from './zones.ts';

/** One phase: its limits; and its points and signals, added to the chart's. */
export function phaseOf(
  given: Checked,
  all: Subgroups,
  span: Span,
  points: ControlPoint[],
  signals: Signal[],
): ControlPhase {
  const { kind, profile, direction, per } = given;
  const { number, first, end, rebased } = span;
  const part = partOf(given, all, span);
  const shape = KINDS[kind].shape(part);
  const plotted = (shape.plotted ?? part.values).map((value) => value * per);
  const centre = shape.centre * per;
  const lines = linesOf(given, shape, plotted);
  const rules = rulesOf(given);
  const included = positionsOf(part, given.exclude);
  const own = at(plotted, included);
  const read = readingOf(plotted, included, placesAlong(plotted, centre, lines), rules);
  const baseline = new Set(part.base);
  for (let i = 0; i < plotted.length; i++) {
    points.push({
      index: part.rows[i]![0]!,
      rows: part.rows[i]!,
      readings: part.readings[i]!.length,
      denominator: part.sizes && part.sizes[i]!,
      excluded: given.exclude.has(part.labels[i]!),
      baseline: baseline.has(i),
      date: part.labels[i]!,
      phase: number,
      ...limitsAt(centre, lines, i),
      ...pointOf(plotted, read.whole, i, profile, !Number.isNaN(centre), direction),
    });
  }
  for (const signal of signalsIn(read, { ...profile, rules }, direction, span, all.labels.length)) signals.push(signal);
  const last = lines.lower.findLastIndex((lower, i) => !Number.isNaN(lower + lines.upper[i]!));
  return {
    number,
    rebased,
    first,
    last: end - 1,
    n: plotted.length,
    short: plotted.length < profile.limits.fewPoints,
    ...limitsAt(centre, lines, last),
    varies: lines.lower.some(
      (lower, i) => !Number.isNaN(lower) && (lower !== lines.lower[last] || lines.upper[i] !== lines.upper[last]),
    ),
    meanRange: told((shape.ranges?.all ?? Number.NaN) * per),
    meanRangeScreened: told((shape.ranges?.used ?? Number.NaN) * per),
    screenedOut: (shape.ranges?.screenedOut ?? []).map((i) => first + i),
    runs: rules.runs === null ? null : runsOf(given, own, centre, rules.runs),
    hugs: hugs(read.included, rules.hugging),
    variation: variation(points.at(-1)!),
  };
}

function partOf(given: Checked, all: Subgroups, { first, end }: Span): Part {
  const { baselinePoints, exclude, profile, screen, categories, per } = given;
  const part = {
    labels: all.labels.slice(first, end),
    rows: all.rows.slice(first, end),
    readings: all.readings.slice(first, end),
    sizes: all.sizes?.subarray(first, end) ?? null,
    values: all.values.subarray(first, end),
  };
  const base = positionsOf(part, exclude).filter((i) => baselinePoints === null || i < baselinePoints);
  return { ...part, base, profile, screen, centre: given.centre === null ? null : given.centre / per, categories };
}

function positionsOf({ labels }: Pick<Part, 'labels'>, exclude: ReadonlySet<string>): number[] {
  return [...labels.keys()].filter((i) => !exclude.has(labels[i]!));
}

/** Points without an order make no patterns, and moving ranges would by their nature: neighbours share a reading. */
function rulesOf({ kind, categories, profile: { rules, runChart } }: Checked): RulesProfile {
  if (kind === 'run') return { ...rules, ...runChart };
  if (kind !== 'mr' && !categories) return rules;
  return { ...rules, shift: null, trend: null, twoInThree: null, fourInFive: false, hugging: null };
}

function runsOf({ kind, categories }: Checked, own: Float64Array, centre: number, method: RunsMethod): Runs {
  const found = runs(own, centre, method);
  return kind === 'mr' || categories ? { ...found, signal: false } : found;
}

/** The six lines of each point, within what they may not pass; NaN where there is none. */
function linesOf(
  { per, notNegative }: Checked,
  { line, floor = -Infinity, ceiling = Infinity }: Shape,
  plotted: Float64Array,
): Lines {
  const positive = notNegative && !plotted.some((value) => value < 0);
  const along = (sigmas: number): Float64Array =>
    plotted.map((_, i) => {
      const value = line(sigmas, i);
      if (!Number.isFinite(value)) return Number.NaN;
      return Math.min(ceiling, Math.max(positive && sigmas < 0 ? Math.max(0, floor) : floor, value)) * per;
    });
  return {
    lower: along(-3),
    nearLower: along(-2),
    innerLower: along(-1),
    innerUpper: along(1),
    nearUpper: along(2),
    upper: along(3),
  };
}

function limitsAt(centre: number, { lower, upper, nearLower, nearUpper }: Lines, i: number): Limits {
  return {
    mean: told(centre),
    lower: told(lower[i] ?? Number.NaN),
    upper: told(upper[i] ?? Number.NaN),
    nearLower: told(nearLower[i] ?? Number.NaN),
    nearUpper: told(nearUpper[i] ?? Number.NaN),
  };
}
