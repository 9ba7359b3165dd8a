// How fast are the control charts? One run: `node bench/spc.ts`, which needs no build.
//
// `@cairn/spc`, and beside it in the same run the same rules read word for word: for each point and each rule, every window
// that the point is in. Both have to give the same labels, or the run fails. Then how the time grows with the length of a
// series: 2 and 4 times as long for 2 and 4 times as much is the least that can be.

import { availableParallelism } from 'node:os';
import { chart, facts, xmr } from '../packages/spc/src/index.ts';

const LONG = 1_000_000;
const MANY = 10_000;
const SHORT = 60;
const TIMES = 5;

type Time = { clock: number; cpu: number };
type Series = { dates: string[]; values: (number | null)[] };

/** Readings a day apart: chance, with steps, drifts, leaps and gaps; the same for the same seed. */
function series(length: number, seed: number): Series {
  let state = seed;
  const chance = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  const start = Date.UTC(1000, 0, 1);
  const dates = Array.from({ length }, (_, i) => new Date(start + i * 86_400_000).toISOString().slice(0, 10));
  let [level, drift] = [50, 0];
  const values = dates.map(() => {
    if (chance() < 0.03) level = 46 + chance() * 8;
    if (chance() < 0.05) drift = drift === 0 ? chance() - 0.5 : 0;
    level += drift;
    const value = level + (drift === 0 ? (chance() - 0.5) * 12 : 0) + (chance() < 0.01 ? 30 : 0);
    return chance() < 0.01 ? null : Math.round(value * 100) / 100;
  });
  return { dates, values };
}

/** Making Data Count as one would read it out: the label of each point, without a thought of the point before it. */
function naive({ values }: Series): (string | null)[] {
  const at = (i: number) => values[i] ?? Number.NaN;
  const ranges = values.map((_, i) => Math.abs(at(i) - at(i - 1))).filter((range) => !Number.isNaN(range));
  const widest = 3.267 * mean(ranges);
  const sigma = (2.66 / 3) * mean(ranges.filter((range) => range < widest));
  const centre = mean(values.filter((value) => value !== null));
  const side = (i: number) => Math.sign(at(i) - centre);
  const beyond = (i: number, sigmas: number) => at(i) < centre - sigmas * sigma || at(i) > centre + sigmas * sigma;
  const near = (i: number) => beyond(i, 2) && !beyond(i, 3);
  const all = (window: number[], holds: (i: number) => boolean) => window.every((i) => holds(i));
  const some = (i: number, size: number, holds: (window: number[]) => boolean) =>
    windowsOf(i, size).some((window) => holds(window));
  return values.map((_, i) => {
    if (beyond(i, 3)) return 'astronomical';
    for (const way of [1, -1])
      if (some(i, 7, (window) => all(window.slice(1), (j) => Math.sign(at(j) - at(j - 1)) === way))) return 'trend';
    for (const way of [1, -1]) {
      const same = (window: number[]) => all(window, (j) => side(j) === way);
      if (near(i) && some(i, 3, (window) => same(window) && window.filter(near).length >= 2)) return 'twoInThree';
      if (some(i, 7, same)) return 'shift';
    }
    return null;
  });
}

/** Every stretch of so many positions that holds this one. */
function windowsOf(i: number, size: number): number[][] {
  return Array.from({ length: size }, (_, back) => Array.from({ length: size }, (_, step) => i - back + step));
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}

/** The quickest of some runs after one that warms up, in milliseconds: by the clock, and of processor time. */
function time(work: () => void, times = TIMES): Time {
  if (times > 1) work();
  const runs = Array.from({ length: times }, () => {
    const [started, used] = [performance.now(), process.cpuUsage()];
    work();
    const { user, system } = process.cpuUsage(used);
    return { clock: performance.now() - started, cpu: (user + system) / 1000 };
  });
  return { clock: Math.min(...runs.map(({ clock }) => clock)), cpu: Math.min(...runs.map(({ cpu }) => cpu)) };
}

function tell(what: string, { clock, cpu }: Time, rest = ''): void {
  console.log(`${what.padEnd(36)}${clock.toFixed(0).padStart(7)} ms${cpu.toFixed(0).padStart(10)} ms   ${rest}`);
}

/** The labels of both, or an error that names the first point on which they differ. */
function compare(given: Series): void {
  const told = naive(given);
  const { points } = xmr(given);
  const off = points.findIndex(({ label }, i) => label !== told[i]);
  if (off >= 0) throw new Error(`Point ${off} is ${told[off]} naively, but ${points[off]?.label}.`);
}

const sizes = [LONG / 4, LONG / 2, LONG];
const [quarter, half, long] = sizes.map((length) => series(length, 1)) as [Series, Series, Series];
const many = Array.from({ length: MANY }, (_, seed) => series(SHORT, seed + 1));
const some = many.slice(0, MANY / 10);
for (const given of [quarter, ...some]) compare(given);

console.log(`Node ${process.version}, ${availableParallelism()} cores; the quickest of ${TIMES} runs.\n`);
console.log(`${' '.repeat(36)}   by clock    processor   naively, in processor time`);
const [one, two, four] = [quarter, half, long].map((given) => time(() => void xmr(given))) as [Time, Time, Time];
const slow = time(() => void naive(quarter), 1);
tell(`one series of ${number(LONG)}`, four, 'aim: 500 ms');
tell(`one series of ${number(LONG / 4)}`, one, `${(slow.cpu / one.cpu).toFixed(0)} times as long`);
tell(
  `${number(MANY)} series of ${SHORT}`,
  time(() => many.forEach((given) => void xmr(given))),
  'aim: 1,000 ms',
);
tell(
  '  and the facts of each',
  time(() => many.forEach((given) => void facts(xmr(given)))),
);
const counted = many.map(({ dates, values }) => ({
  kind: 'u' as const,
  x: dates,
  values: values.map((value) => value && Math.abs(value)),
  denominators: values.map((_, i) => 100 + (i % 7)),
}));
tell(
  `${number(MANY)} u charts of ${SHORT}`,
  time(() => counted.forEach((given) => void chart(given))),
);
const few = time(() => some.forEach((given) => void xmr(given)));
const fewSlow = time(() => some.forEach((given) => void naive(given)), 1);
tell(`${number(MANY / 10)} series of ${SHORT}`, few, `${(fewSlow.cpu / few.cpu).toFixed(0)} times as long`);
const growth = [two, four].map(({ cpu }) => (cpu / one.cpu).toFixed(2));
console.log(
  `\nFrom ${number(LONG / 4)} on, twice as much takes ${growth[0]} times as long, four times as much ${growth[1]}.`,
);

function number(count: number): string {
  return count.toLocaleString('en-GB');
}
