import { type ScaleLinear, type ScaleTime, scaleLinear } from 'd3-scale';
import { formatNumber, formatShortDay, formatShortMonth } from '#kernel/format.ts';
import type { Analysis } from '../analysis.ts';
import { widthOf } from './boxes.ts';

export const DAY = 86_400_000;

/** The values' scale, still without a place on the paper, and its ticks with no more decimals than they need. */
export function valueAxis(chart: Analysis['chart']): {
  y: ScaleLinear<number, number>;
  ticks: { value: number; label: string }[];
} {
  const y = scaleLinear(extentOf(chart), [0, 1]).nice(5);
  const ticks = y.ticks(5);
  const step = Math.abs((ticks[1] ?? 1) - (ticks[0] ?? 0));
  const places = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  return { y, ticks: ticks.map((value) => ({ value, label: formatNumber(value, places) })) };
}

/** From the lowest to the highest of values, limits and target; nought is not forced in, since a level is judged by its limits. */
function extentOf({ points, phases, target }: Analysis['chart']): [number, number] {
  const all = [
    ...points.map(({ value }) => value),
    ...phases.flatMap(({ lower, upper, mean }) => [lower, upper, mean]),
    target,
  ].filter((value) => value !== null);
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of all) [low, high] = [Math.min(low, value), Math.max(high, value)];
  const margin = high > low ? (high - low) * 0.06 : Math.abs(high) * 0.2 || 1;
  return [low >= 0 && low < margin ? 0 : low - margin, high + margin];
}

type Tick = { x: number; label: string };
const MONTH_STEPS = [1, 2, 3, 6, 12, 24, 60, 120];
const DAY_STEPS = [1, 2, 7, 14, 28];

/** Ticks on the first of months, or on days where there are too few months: as many as their labels have room for. */
export function dateTicks(x: ScaleTime<number, number>, dates: readonly number[], font: number): Tick[] {
  const [from, to] = [dates[0] ?? 0, dates.at(-1) ?? 0];
  for (const step of MONTH_STEPS) {
    const ticks = labelled(months(from, to, step), x, step < 12 ? monthLabel : formatShortMonth);
    if (ticks.length > 1 && roomy(ticks, font)) return ticks;
  }
  for (const step of DAY_STEPS) {
    const ticks = labelled(days(from, to, step), x, dayLabel);
    if (ticks.length > 1 && roomy(ticks, font)) return ticks;
  }
  return labelled(from === to ? [from] : [from, to], x, to - from > 100 * DAY ? formatShortMonth : dayLabel);
}

/** `Jul`; with its year where that is new. */
function monthLabel(date: string, i: number): string {
  const label = formatShortMonth(date);
  return i === 0 || date.slice(5, 7) === '01' ? label : label.replace(/ \d{4}$/, '');
}

/** `1 Jul`; the first with its year. */
function dayLabel(date: string, i: number): string {
  return i === 0 ? `${formatShortDay(date)} ${date.slice(0, 4)}` : formatShortDay(date);
}

function labelled(at: number[], x: ScaleTime<number, number>, label: (date: string, i: number) => string): Tick[] {
  return at.map((instant, i) => ({ x: x(instant), label: label(new Date(instant).toISOString().slice(0, 10), i) }));
}

function months(from: number, to: number, step: number): number[] {
  const start = new Date(from);
  const found: number[] = [];
  const first = start.getUTCFullYear() * 12 + start.getUTCMonth();
  for (let month = Math.ceil(first / step) * step; ; month += step) {
    const at = Date.UTC(Math.floor(month / 12), month % 12, 1);
    if (at > to) return found;
    if (at >= from) found.push(at);
  }
}

function days(from: number, to: number, step: number): number[] {
  return Array.from({ length: Math.floor((to - from) / DAY / step) + 1 }, (_, i) => from + i * step * DAY);
}

function roomy(ticks: Tick[], font: number): boolean {
  return ticks.every(({ x, label }, i) => {
    const before = ticks[i - 1];
    return !before || x - before.x > (widthOf(label, font) + widthOf(before.label, font)) / 2 + 10;
  });
}
