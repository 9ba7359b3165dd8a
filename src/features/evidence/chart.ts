import { scaleLinear } from 'd3-scale';
import { formatMonth, formatNumber, formatShortMonth } from '#kernel/format.ts';
import { t } from '#kernel/words.ts';

/** A claim's picture: the baseline with its frozen limits, carried on over the readings after the change. */
export type ClaimChart = {
  series: readonly { date: string; value: number | null }[];
  frozen: {
    from: string;
    through: string;
    changedOn: string;
    mean: number;
    lower: number | null;
    upper: number | null;
  };
  /** The mean of the readings since the change. */
  since: number | null;
  /** The first reading of the shift for the better that reaches the latest reading. */
  shiftFrom: string | null;
  places: number;
  /** What the picture shows, in words, for those who do not see it. */
  label: string;
};

/** For a page or paper, and for a phone, where the same picture would be too small to read. */
const SHAPES = {
  wide: { width: 760, height: 288, left: 46, right: 636, top: 34, bottom: 252, months: 6 },
  narrow: { width: 330, height: 264, left: 30, right: 226, top: 34, bottom: 230, months: 3 },
};
type Frame = (typeof SHAPES)['wide'];
/** A bold letter is about this wide. */
const LETTER = 7.8;

const FONT = 'Atkinson Hyperlegible Next Variable, Atkinson Hyperlegible Next, sans-serif';
const INK = '#1f2a2e';
const STONE = '#56616a';
const LINE = '#dcd8cc';
const MIST = '#eef0ea';
const WATER = '#1b6380';
const HEATHER = '#75406f';

type Point = { date: string; value: number };

/** The chart as SVG text. Colours are literal, for paper; the stylesheet changes them by class in the dark. */
export function claimChart(chart: ClaimChart, shape: keyof typeof SHAPES = 'wide'): string {
  const { series, frozen, since, shiftFrom, places, label } = chart;
  const frame = SHAPES[shape];
  const points = series.flatMap(({ date, value }) => (value === null ? [] : [{ date, value }]));
  const x = xScale(series, frame);
  const bounds = [frozen.mean, frozen.lower, frozen.upper, since].filter((value) => value !== null);
  const values = [...points.map((point) => point.value), ...bounds];
  const y = scaleLinear()
    .domain([Math.min(...values), Math.max(...values)])
    .nice(5)
    .range([frame.bottom, frame.top]);
  const parts = [
    grid(y, frame),
    months(series, x, frame),
    band(frozen, x, y, frame),
    `<path d="${path(points, x, y)}" fill="none" stroke="${STONE}" stroke-opacity="0.45" class="chart-line"/>`,
    change(frozen.changedOn, x, frame),
    since === null ? '' : sinceLine(since, frozen.changedOn, x, y, frame),
    points.map((point) => mark(point, shiftFrom !== null && point.date >= shiftFrom, x, y)).join(''),
    labels(frozen.mean, since, places, y, frame),
  ];
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" class="claim-chart chart-${shape}" viewBox="0 0 ${frame.width} ${frame.height}" role="img" ` +
    `aria-label="${escaped(label)}" font-family="${FONT}" font-size="13">${parts.join('')}</svg>`
  );
}

type Scale = (date: string) => number;
type Linear = ReturnType<typeof scaleLinear<number>>;

function xScale(series: ClaimChart['series'], frame: Frame): Scale {
  const days = series.map(({ date }) => Date.parse(date));
  const scale = scaleLinear([Math.min(...days), Math.max(...days)], [frame.left + 12, frame.right - 8]);
  return (date) => round(scale(Date.parse(date)));
}

function grid(y: Linear, frame: Frame): string {
  const ticks = y.ticks(5);
  const format = y.tickFormat(5);
  return ticks
    .map((tick) => {
      const at = round(y(tick));
      return (
        `<path d="M${frame.left} ${at}H${frame.right}" stroke="${LINE}" class="chart-grid"/>` +
        `<text x="${frame.left - 8}" y="${at + 4.5}" text-anchor="end" fill="${STONE}" class="chart-stone">${format(tick)}</text>`
      );
    })
    .join('');
}

/** Some months named below the axis, each under its first day or the first reading. */
function months(series: ClaimChart['series'], x: Scale, frame: Frame): string {
  const first = series[0]?.date ?? '';
  const last = series.at(-1)?.date ?? '';
  const span = monthsBetween(first, last);
  const step = [1, 2, 3, 6, 12, 24, 60].find((size) => span / size <= frame.months) ?? 120;
  const names: string[] = [];
  for (let i = 0; i <= span; i += step) {
    const date = addMonths(first, i);
    if (date > last) break;
    names.push(
      `<text x="${x(date)}" y="${frame.bottom + 24}" text-anchor="middle" fill="${STONE}" class="chart-stone">${formatShortMonth(date)}</text>`,
    );
  }
  return names.join('');
}

function band({ from, through, mean, lower, upper }: ClaimChart['frozen'], x: Scale, y: Linear, frame: Frame): string {
  const left = x(from);
  const right = x(through);
  const at = round(y(mean));
  const lines =
    `<path d="M${left} ${at}H${right}" stroke="${INK}" stroke-width="1.6" class="chart-mean"/>` +
    `<path d="M${right} ${at}H${frame.right}" stroke="${INK}" stroke-width="1.2" stroke-dasharray="2 4" class="chart-mean"/>`;
  if (lower === null || upper === null) return lines;
  const [top, bottom] = [round(y(upper)), round(y(lower))];
  const limit = (where: number) =>
    `<path d="M${left} ${where}H${frame.right}" stroke="${STONE}" stroke-dasharray="6 4" class="chart-limit"/>`;
  return (
    `<path d="M${left} ${top}H${right}V${bottom}H${left}Z" fill="${MIST}" class="chart-band"/>` +
    `${limit(top)}${limit(bottom)}${lines}`
  );
}

function change(on: string, x: Scale, frame: Frame): string {
  const at = x(on) - 6;
  const text = escaped(t('The change, {month}', { month: formatMonth(on) }));
  const side = at + text.length * LETTER > frame.width ? 'end' : 'start';
  return (
    `<path d="M${at} 20V${frame.bottom}" stroke="${HEATHER}" stroke-dasharray="1.5 3.5" stroke-width="1.5" class="chart-note"/>` +
    `<text x="${at + (side === 'end' ? -6 : 6)}" y="18" text-anchor="${side}" font-weight="700" fill="${HEATHER}" class="chart-flag">${text}</text>`
  );
}

function sinceLine(since: number, from: string, x: Scale, y: Linear, frame: Frame): string {
  const at = round(y(since));
  return `<path d="M${x(from)} ${at}H${frame.right}" stroke="${WATER}" stroke-width="1.6" class="chart-since"/>`;
}

/** A signal has a shape of its own, not a colour alone. */
function mark({ date, value }: Point, signal: boolean, x: Scale, y: Linear): string {
  const [cx, cy] = [x(date), round(y(value))];
  return signal
    ? `<path d="M${cx} ${cy - 5.5}l5.5 5.5l-5.5 5.5l-5.5 -5.5z" fill="${WATER}" class="chart-signal"/>`
    : `<circle cx="${cx}" cy="${cy}" r="3.6" fill="${STONE}" class="chart-point"/>`;
}

/** The two means, in the margin, where no point can be. */
function labels(mean: number, since: number | null, places: number, y: Linear, frame: Frame): string {
  const before = round(y(mean));
  const after = since === null ? null : round(y(since));
  const apart = after === null ? 0 : Math.max(0, 34 - Math.abs(after - before)) / 2;
  const sign = after !== null && after < before ? 1 : -1;
  const label = (at: number, number: string, words: string, colour: string, name: string) =>
    `<text x="${frame.right + 10}" y="${round(at + 1)}" font-weight="700" font-size="15" fill="${colour}" class="${name}">${number}</text>` +
    `<text x="${frame.right + 10}" y="${round(at + 15)}" fill="${STONE}" class="chart-stone">${escaped(words)}</text>`;
  return (
    label(before + sign * apart, formatNumber(mean, places), t('average before'), INK, 'chart-mean-text') +
    (since === null || after === null
      ? ''
      : label(after - sign * apart, formatNumber(since, places), t('average since'), WATER, 'chart-since-text'))
  );
}

function path(points: Point[], x: Scale, y: Linear): string {
  return points.map(({ date, value }, i) => `${i === 0 ? 'M' : 'L'}${x(date)} ${round(y(value))}`).join('');
}

function monthsBetween(from: string, to: string): number {
  const [a, b] = [new Date(from), new Date(to)];
  return (b.getUTCFullYear() - a.getUTCFullYear()) * 12 + b.getUTCMonth() - a.getUTCMonth();
}

function addMonths(date: string, months: number): string {
  const [year = 0, month = 1] = date.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 + months, months === 0 ? Number(date.slice(8)) : 1))
    .toISOString()
    .slice(0, 10);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
