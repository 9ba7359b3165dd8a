import { scaleLinear, scaleUtc } from 'd3-scale';
import { formatDate, formatShortMonth } from '#kernel/format.ts';
import type { Analysis } from '../analysis.ts';
import type { Marks } from '../marks.ts';
import type { Rounded } from '../rounding.ts';
import { type Box, flagRows, freeSpot } from './labels.ts';

export type Size = { width: number; height: number };
export const WIDE: Size = { width: 720, height: 380 };
export const NARROW: Size = { width: 340, height: 320 };

export type Dot = {
  x: number;
  y: number;
  meaning: 'improvement' | 'concern' | 'neutral' | 'common';
  date: string;
  value: number;
};
export type Band = {
  x1: number;
  x2: number;
  mean: number;
  lower: number | null;
  upper: number | null;
  label: string;
  spot: Box | null;
};
export type Flag = { x: number; y: number; label: string; kind: 'rebase' | 'annotation'; anchor: 'start' | 'end' };
/** Everything that the ink needs, in its own units; no dates, no rules. */
export type Model = {
  size: Size;
  plot: { left: number; right: number; top: number; bottom: number };
  dots: Dot[];
  /** Runs of readings without a gap. */
  lines: [number, number][][];
  bands: Band[];
  flags: Flag[];
  target: { y: number; label: string } | null;
  ends: { y: number; label: string; kind: 'mean' | 'limit' | 'target' }[];
  xTicks: { x: number; label: string }[];
  yTicks: { y: number; label: string }[];
};

const FONT = 13;

/** A chart's numbers → places on paper. */
export function modelOf({ chart }: Analysis, marks: Marks, rounded: Rounded, size: Size): Model {
  const flagged = [
    ...marks.rebases.map(({ date, reason }) => ({ date, label: reason, kind: 'rebase' as const })),
    ...marks.annotations.map(({ date, label }) => ({ date, label, kind: 'annotation' as const })),
  ].sort((a, b) => (a.date < b.date ? -1 : 1));
  const dates = chart.points.map(({ date }) => instant(date));
  const first = Math.min(...dates);
  const last = Math.max(...dates, first + 86_400_000);
  const left = 46;
  const right = size.width - (size.width > 500 ? 92 : 66);
  const time = scaleUtc([first, last], [left + 8, right - 8]);
  const x = (at: number) => tenth(time(at));
  const rows = flagRows(
    flagged.map(({ date, label }) => ({ x: x(instant(date)), label: shortened(label, size) })),
    { left, right: size.width - 8, font: FONT },
  );
  const top = 14 + rows.height;
  const bottom = size.height - 30;
  const level = scaleLinear(extentOf(chart), [bottom, top]).nice(5);
  const y = (value: number) => tenth(level(value));
  const dots = chart.points.flatMap(({ date, value, meaning }) =>
    value === null ? [] : [{ x: x(instant(date)), y: y(value), meaning, date, value }],
  );
  const bands = bandsOf();
  const lastBand = bands.at(-1);
  return {
    size,
    plot: { left, right, top, bottom },
    dots,
    lines: linesOf(),
    bands,
    flags: flagged.map(({ kind, date }, i) => ({
      kind,
      x: x(instant(date)),
      y: rows.spots[i]?.y ?? top,
      label: rows.spots[i]?.label ?? '',
      anchor: rows.spots[i]?.anchor ?? 'start',
    })),
    target: chart.target === null ? null : { y: y(chart.target), label: rounded(chart.target) },
    ends: lastBand ? spread(endsOf(lastBand)) : [],
    xTicks: xTicksOf(),
    yTicks: level.ticks(5).map((value) => ({ y: y(value), label: rounded(value) })),
  };

  function bandsOf(): Band[] {
    const phases = chart.phases.filter(({ mean }) => mean !== null);
    return phases.map((phase, i) => {
      const next = phases[i + 1];
      const x1 = i === 0 ? left : x(dates[phase.first] ?? first) - 4;
      const x2 = next ? x(dates[next.first] ?? last) - 4 : right;
      const band = {
        x1,
        x2,
        mean: y(phase.mean ?? 0),
        lower: phase.lower === null ? null : y(phase.lower),
        upper: phase.upper === null ? null : y(phase.upper),
      };
      const label = rounded(phase.mean ?? 0);
      return { ...band, label, spot: next ? freeSpot(label, band, dots, { top, bottom, font: FONT }) : null };
    });
  }

  function linesOf(): [number, number][][] {
    const runs: [number, number][][] = [[]];
    for (const { date, value } of chart.points) {
      if (value === null) runs.push([]);
      else runs.at(-1)?.push([x(instant(date)), y(value)]);
    }
    return runs.filter((run) => run.length > 1);
  }

  function endsOf(band: Band): Model['ends'] {
    const phase = chart.phases.at(-1);
    return [
      { y: band.mean, label: band.label, kind: 'mean' as const },
      ...(band.upper === null ? [] : [{ y: band.upper, label: rounded(phase?.upper ?? 0), kind: 'limit' as const }]),
      ...(band.lower === null ? [] : [{ y: band.lower, label: rounded(phase?.lower ?? 0), kind: 'limit' as const }]),
      ...(chart.target === null ? [] : [{ y: y(chart.target), label: rounded(chart.target), kind: 'target' as const }]),
    ];
  }

  function xTicksOf(): Model['xTicks'] {
    const wanted = Math.max(2, Math.floor((right - left) / 95));
    const months = monthsBetween(first, last, wanted);
    const shown = months.length >= 2 ? months : [first, last];
    return shown.map((at) => ({
      x: x(at),
      label: months.length >= 2 ? formatShortMonth(new Date(at).toISOString()) : formatDate(new Date(at).toISOString()),
    }));
  }
}

/** The firsts of months within the stretch, every so many months that there are at most `most`. */
function monthsBetween(first: number, last: number, most: number): number[] {
  const start = new Date(first);
  const all: number[] = [];
  for (let month = start.getUTCFullYear() * 12 + start.getUTCMonth(); ; month += 1) {
    const at = Date.UTC(Math.floor(month / 12), month % 12);
    if (at > last) break;
    if (at >= first) all.push(month);
  }
  const step = [1, 2, 3, 6, 12, 24, 60, 120].find((every) => all.length / every <= most) ?? 240;
  return all.filter((month) => month % step === 0).map((month) => Date.UTC(Math.floor(month / 12), month % 12));
}

/** Labels at the right end never sit on each other: pushed apart, in their order. */
function spread<End extends { y: number }>(ends: End[]): End[] {
  const sorted = [...ends].sort((a, b) => a.y - b.y);
  for (let i = 1; i < sorted.length; i += 1) {
    const [above, here] = [sorted[i - 1], sorted[i]];
    if (above && here && here.y - above.y < FONT + 2) sorted[i] = { ...here, y: above.y + FONT + 2 };
  }
  return sorted;
}

/** From the lowest to the highest of values, limits and target; nought is not forced in, since a level is judged by its limits. */
function extentOf({ points, phases, target }: Analysis['chart']): [number, number] {
  const all = [
    ...points.map(({ value }) => value),
    ...phases.flatMap(({ lower, upper, mean }) => [lower, upper, mean]),
    target,
  ].filter((value): value is number => value !== null);
  const [low, high] = all.reduce(
    ([least, most], value) => [Math.min(least, value), Math.max(most, value)],
    [Infinity, -Infinity],
  );
  const margin = (high - low || Math.abs(high) || 1) * 0.06;
  const floor = low >= 0 && low - margin < 0 ? 0 : low - margin;
  return [floor, high + margin];
}

function shortened(label: string, { width }: Size): string {
  const most = width > 500 ? 46 : 30;
  return label.length <= most ? label : `${label.slice(0, most - 1).trimEnd()}…`;
}

/** A tenth of a unit is finer than any screen. */
function tenth(place: number): number {
  return Math.round(place * 10) / 10;
}

function instant(date: string): number {
  return Date.parse(`${date}T00:00:00Z`);
}
