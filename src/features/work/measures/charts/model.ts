import { scaleUtc } from 'd3-scale';
import { formatDate, formatShortMonth } from '#kernel/format.ts';
import { t } from '#kernel/words.ts';
import type { Analysis } from '../analysis.ts';
import type { Marks } from '../marks.ts';
import type { Rounded } from '../rounding.ts';
import { DAY, dateTicks, valueAxis } from './axes.ts';
import { type Anchor, type Box, boxOf, widthOf, wrapped } from './boxes.ts';
import { flagSpots, letterSpots } from './flags.ts';
import { freeSpot, type Obstacles, spread } from './labels.ts';

/** How large a drawing is in its own units; rows of words above the plot and a key below it make it higher. */
export type Size = { width: number; height: number; font: number };
export const WIDE: Size = { width: 720, height: 360, font: 14 };
export const NARROW: Size = { width: 320, height: 300, font: 14 };

export type Meaning = 'improvement' | 'concern' | 'neutral' | 'common';
export type Dot = { x: number; y: number; r: number; meaning: Meaning; says: string };
export type Band = { x1: number; x2: number; mean: number; lower: number | null; upper: number | null };
export type Flag = { x: number; top: number; kind: 'rebase' | 'annotation' };
export type Text = {
  x: number;
  y: number;
  text: string;
  anchor: Anchor;
  kind: 'tick' | 'mean' | 'limit' | 'target' | 'rebase' | 'annotation';
};
/** Everything that the ink needs, in its own units; no dates, no rules. */
export type Model = {
  size: Size;
  plot: Box;
  dots: Dot[];
  /** Runs of readings without a gap. */
  lines: [number, number][][];
  bands: Band[];
  flags: Flag[];
  target: number | null;
  grid: number[];
  texts: Text[];
};

/** A chart's numbers → places on paper, in which no words lie on a point or on other words. */
export function modelOf({ chart }: Analysis, marks: Marks, rounded: Rounded, given: Size): Model {
  const { width, font } = given;
  const roomy = width > 500;
  const axis = valueAxis(chart);
  const dates = chart.points.map(({ date }) => instant(date));
  const phases = chart.phases.filter(({ mean }) => mean !== null);
  const latest = phases.at(-1);
  const meanLabel = (value: number | null) => t('mean {value}', { value: rounded(value ?? 0) });

  const ends = [
    {
      value: latest?.mean,
      kind: 'mean' as const,
      text: roomy ? meanLabel(latest?.mean ?? 0) : rounded(latest?.mean ?? 0),
    },
    { value: latest?.upper, kind: 'limit' as const, text: rounded(latest?.upper ?? 0) },
    { value: latest?.lower, kind: 'limit' as const, text: rounded(latest?.lower ?? 0) },
  ].flatMap(({ value, ...end }) => (value === undefined || value === null ? [] : [{ ...end, value }]));
  const left = Math.max(14, ...axis.ticks.map(({ label }) => widthOf(label, font))) + 10;
  const right = width - Math.max(...ends.map(({ text }) => widthOf(text, font))) - 8;

  const [from, to] = spanOf(dates, marks);
  const x = scaleUtc([from, to], [left + 9, right - 9]);
  const borders = new Map(phases.map((phase) => [chart.points[phase.first]?.date ?? '', borderOf(phase.first)]));
  const flagged = [
    ...marks.rebases.map(({ date, reason }) => ({ date, label: reason, kind: 'rebase' as const })),
    ...marks.annotations.map(({ date, label }) => ({ date, label, kind: 'annotation' as const })),
  ]
    .filter(({ date }) => instant(date) >= from && instant(date) <= to)
    .map((flag) => ({ ...flag, x: borders.get(flag.date) ?? x(instant(flag.date)) }))
    .sort((a, b) => a.x - b.x);
  const words = flagSpots(flagged, { left: 2, right: width - 2, font });
  const spots = words ?? letterSpots(flagged, font);
  const rowHeight = font + 5;
  const top = 10 + rowHeight * Math.max(0, ...spots.map(({ row }) => row + 1));
  const bottom = top + given.height - font - 24;
  const feet = bottom + font + 8; // where the dates stand
  const y = axis.y.copy().range([bottom, top]);

  const dots = dotsOf();
  const lines = linesOf();
  const bands = phases.map((phase, i) => ({
    x1: i === 0 ? left : borderOf(phase.first),
    x2: i === phases.length - 1 ? right : borderOf(phase.last + 1),
    mean: y(phase.mean ?? 0),
    lower: phase.lower === null ? null : y(phase.lower),
    upper: phase.upper === null ? null : y(phase.upper),
  }));
  const flags = flagged.map(({ kind, x: at }, i) => ({ kind, x: at, top: 4 + rowHeight * (spots[i]?.row ?? 0) }));
  const target = chart.target === null ? null : y(chart.target);
  const plot = { left, right, top, bottom };
  const texts = textsOf();
  const size = { ...given, height: Math.max(...texts.map(({ y: baseline }) => baseline)) + 7 };
  return { size, plot, dots, lines, bands, flags, target, grid: axis.ticks.map(({ value }) => y(value)), texts };

  /** Half-way between two readings: where one phase ends and the next begins. */
  function borderOf(first: number): number {
    const here = x(dates[first] ?? from);
    return first === 0 ? here : (here + x(dates[first - 1] ?? from)) / 2;
  }

  function dotsOf(): Dot[] {
    const r = chart.points.length > 90 ? 2 : roomy ? 3.6 : 3;
    return chart.points.flatMap(({ date, value, meaning }) =>
      value === null
        ? []
        : [{ x: x(instant(date)), y: y(value), r, meaning, says: `${formatDate(date)}: ${rounded(value)}` }],
    );
  }

  function linesOf(): [number, number][][] {
    const runs: [number, number][][] = [[]];
    for (const { date, value } of chart.points) {
      if (value === null) runs.push([]);
      else runs.at(-1)?.push([x(instant(date)), y(value)]);
    }
    return runs.filter((run) => run.length > 1);
  }

  function textsOf(): Text[] {
    const placed: Text[] = [
      ...axis.ticks.map(({ value, label }) => text('tick', label, left - 7, y(value) + font * 0.33, 'end')),
      ...dateTicks(x, dates, font).map((tick) => text('tick', tick.label, tick.x, feet, 'middle')),
      ...flagged.map(({ kind, x: at }, i) => {
        const { label = '', anchor = 'start', row = 0 } = spots[i] ?? {};
        return text(kind, label, anchor === 'start' ? at + 4 : at - 4, 4 + rowHeight * row + font * 0.8, anchor);
      }),
      ...spread(
        ends.map((end) => ({ ...end, y: y(end.value) })),
        font,
      ).map((end) => text(end.kind, end.text, right + 5, end.y + font * 0.33, 'start')),
    ];
    const place = (kind: Text['kind'], label: string, stretch: { x1: number; x2: number }, baselines: number[]) => {
      const spot = freeSpot(label, stretch, baselines, obstaclesTo(placed), { top, bottom, font });
      if (spot) placed.push(text(kind, label, spot.x, spot.y, 'start'));
      return spot !== null;
    };
    const [above, below] = [-font * 0.22 - 3, font * 0.78 + 4];
    const key: { kind: Text['kind']; label: string }[] = words
      ? []
      : flagged.map(({ kind, label }, i) => ({ kind, label: `${spots[i]?.label}  ${label}` }));
    if (target !== null && chart.target !== null) {
      const label = t('target {value}', { value: rounded(chart.target) });
      const found = place('target', label, { x1: left, x2: right }, [target + above, target + below]);
      if (!found) key.unshift({ kind: 'target', label: t('Line of dashes and dots: {label}', { label }) });
    }
    for (const [i, band] of bands.slice(0, -1).entries()) {
      const { mean, lower, upper } = band;
      const outside = [upper === null ? null : upper + above, lower === null ? null : lower + below].filter(
        (at) => at !== null,
      );
      const label = meanLabel(phases[i]?.mean ?? null);
      const found = place('mean', label, band, [mean + above, mean + below]) || place('mean', label, band, outside);
      if (!found) {
        const since = formatShortMonth(chart.points[phases[i]?.first ?? 0]?.date ?? '');
        key.unshift({ kind: 'mean', label: t('From {since}: {label}', { since, label }) });
      }
      if (upper !== null) place('limit', rounded(phases[i]?.upper ?? 0), band, [upper + above, upper + below]);
      if (lower !== null) place('limit', rounded(phases[i]?.lower ?? 0), band, [lower + below, lower + above]);
    }
    return [...placed, ...keyOf(key)];
  }

  /** Below the plot, in whole words: what the letters above it stand for. */
  function keyOf(entries: { kind: Text['kind']; label: string }[]): Text[] {
    const rows = entries.flatMap(({ kind, label }) =>
      wrapped(label, width - 22, font).map((words, i) => ({ kind, words, indent: i === 0 ? 2 : 20 })),
    );
    return rows.map(({ kind, words, indent }, i) => text(kind, words, indent, feet + rowHeight * (i + 1) + 4, 'start'));
  }

  function text(kind: Text['kind'], words: string, at: number, baseline: number, anchor: Anchor): Text {
    return { kind, text: words, x: at, y: baseline, anchor };
  }

  function obstaclesTo(placed: readonly Text[]): Obstacles {
    const rules = bands.flatMap(({ x1, x2, mean, lower, upper }) =>
      [mean, lower, upper].flatMap((at) => (at === null ? [] : [around(x1, x2, at, at, 0.5)])),
    );
    return {
      hard: [
        ...dots.map((dot) => around(dot.x, dot.x, dot.y, dot.y, reachOf(dot) + 1)),
        ...placed.map((words) => boxOf(words, font)),
        ...flags.map((flag) => around(flag.x, flag.x, flag.top, bottom, 1)),
        ...rules,
        ...(target === null ? [] : [around(left, right, target, target, 0.5)]),
      ],
      soft: dots.length > 90 ? [] : lines.flatMap((run) => run.flatMap((point, i) => along(run[i - 1], point))),
    };
  }
}

/** How far a mark reaches from its middle: a diamond further than a circle. */
export function reachOf({ r, meaning }: Pick<Dot, 'r' | 'meaning'>): number {
  return meaning === 'common' ? r : r * 1.75;
}

/** From the first reading to the last, and a little beyond for what happened just before or after. */
function spanOf(dates: number[], { annotations }: Marks): [number, number] {
  const [first, last] = [dates[0] ?? 0, dates.at(-1) ?? 0];
  if (first === last) return [first - DAY, last + DAY];
  const margin = (last - first) * 0.1;
  const near = annotations.map(({ date }) => instant(date)).filter((at) => at >= first - margin && at <= last + margin);
  return [Math.min(first, ...near), Math.max(last, ...near)];
}

function along(a: [number, number] | undefined, b: [number, number]): Box[] {
  if (!a) return [];
  const steps = Math.ceil(Math.hypot(b[0] - a[0], b[1] - a[1]) / 4);
  return Array.from({ length: steps }, (_, i) => {
    const part = i / steps;
    const [x, y] = [a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part];
    return around(x, x, y, y, 1);
  });
}

function around(left: number, right: number, top: number, bottom: number, by: number): Box {
  return { left: left - by, right: right + by, top: top - by, bottom: bottom + by };
}

function instant(date: string): number {
  return Date.parse(`${date}T00:00:00Z`);
}
