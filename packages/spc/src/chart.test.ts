import { describe, expect, test } from 'vitest';
import { type ChartInput, chart, judge, type Profile, profiles, SpcError } from './index.ts';

const { anhoej, ihi, 'nhs-mdc': mdc } = profiles;
const steady = [10, 12, 10, 12, 10, 12, 10, 12, 10, 12, 10, 12, 10, 12];

test('readings of one x make one point, in order of x', () => {
  const { points, order } = chart({ kind: 'i', x: [2, 1, 2], values: [4, 3, 6] });
  expect(points).toMatchObject([
    { date: '1', value: 3, rows: [1], readings: 1, denominator: null },
    { date: '2', value: 5, rows: [0, 2], readings: 2 },
  ]);
  expect(order).toEqual([1, 0]);
});

test('a rebase at no point only warns', () => {
  const { phases, warnings } = chart({ kind: 'c', values: steady, rebases: [8, 99] });
  expect(phases.map(({ first }) => first)).toEqual([0, 7]);
  expect(warnings).toContainEqual({ code: 'unused-rebase', date: '99' });
});

test('limits that differ from point to point are each point’s own, and the phase has the last', () => {
  const { points, phases } = chart({ kind: 'u', values: [4, 6, null], denominators: [100, 400, 100], per: 100 });
  expect(phases[0]).toMatchObject({ mean: 2, varies: true, upper: points[1]!.upper });
  expect(points[0]!.upper).toBeCloseTo(2 + 3 * Math.sqrt(2), 12);
  expect(points[1]!.upper).toBeCloseTo(2 + 1.5 * Math.sqrt(2), 12);
  expect(points[2]).toMatchObject({ value: null, upper: null, denominator: 0 });
});

test('a run chart has runs and no limits, and is not warned about that', () => {
  const { phases, points, warnings } = chart({ kind: 'run', values: steady, profile: 'anhoej' });
  expect(phases[0]).toMatchObject({
    mean: 11,
    lower: null,
    runs: { useful: 14, longest: 1, crossings: 13, signal: false },
  });
  expect(points[0]).toMatchObject({ zone: null, side: 'below' });
  expect(warnings).toEqual([]);
});

test('where nothing is known there is no centre, no limit and no signal', () => {
  const { phases, points, variation } = chart({ kind: 'mr', values: [null, null], profile: 'anhoej' });
  expect(phases[0]).toMatchObject({ mean: null, lower: null, upper: null, runs: { useful: 0 } });
  expect(points[0]).toMatchObject({ value: null, side: null });
  expect(variation).toBe('common-cause');
});

test('IHI asks six on one side of a run chart, eight of a chart with limits', () => {
  const values = [1, 2, 1, 2, 1, 2, 5, 6, 5, 6, 5, 6];
  const rules = (kind: 'run' | 'i') =>
    chart({ kind, values, profile: 'ihi' }).signals.filter(({ rule }) => rule === 'shift');
  expect(rules('run')).toHaveLength(2);
  expect(rules('i')).toEqual([]);
});

test('fifteen readings near the centre warn of a mixture', () => {
  const mixture = [...Array(15).fill(10), 40, -20, 40, -20, null];
  expect(chart({ kind: 'i', values: mixture, profile: 'ihi' }).warnings).toEqual([{ code: 'hugging', phase: 0 }]);
  expect(chart({ kind: 'i', values: mixture }).warnings).toEqual([]);
});

test('four of five beyond one sigma are a signal of Western Electric’s', () => {
  const limits = { mean: 0, lower: -3, upper: 3, nearLower: -2, nearUpper: 2 };
  const { points, signals } = judge([0, 1.5, 1.5, 0.5, 1.5, 1.5, 0], limits, { profile: 'western-electric' });
  expect(points.map(({ label }) => label)).toEqual([
    null,
    'fourInFive',
    'fourInFive',
    null,
    'fourInFive',
    'fourInFive',
    null,
  ]);
  expect(signals).toMatchObject([{ rule: 'fourInFive', way: 'high', first: 1, last: 5, points: 4 }]);
  expect(judge([1.5, 1.5, null, 1.5, 1.5, 0], limits, { profile: 'western-electric' }).signals).toEqual([]);
  const skips: Profile = { ...ihi, name: 'skips', rules: { ...ihi.rules, fourInFive: true } };
  expect(judge([1.5, 1.5, null, 1.5, 1.5, 0], limits, { profile: skips }).points[0]!.rules.fourInFive).toBe('high');
});

test('two of three either side of one across the centre are one signal where the third may be anywhere', () => {
  const limits = { mean: 0, lower: -3, upper: 3, nearLower: -2, nearUpper: 2 };
  expect(judge([2.5, -1, 2.5], limits, { profile: 'western-electric' }).signals).toMatchObject([
    { first: 0, last: 2, points: 2 },
  ]);
});

test('an excluded point is held against the limits alone, and its neighbours are neighbours', () => {
  const x = steady.map((_, i) => i);
  const values = steady.map((value, i) => (i === 5 || i === 13 ? 90 : value));
  const { points, signals, phases, warnings } = chart({ kind: 'i', x, values, exclude: [5, 13, 77] });
  expect(points[5]).toMatchObject({ excluded: true, baseline: false, label: 'astronomical' });
  expect(signals.map(({ first, current }) => [first, current])).toEqual([
    [5, false],
    [13, true],
  ]);
  expect(phases[0]!.meanRange).toBeCloseTo(20 / 11, 12);
  expect(warnings).toEqual([{ code: 'unused-exclusion', date: '77' }]);
});

test('an excluded point may lie below', () => {
  const values = steady.map((value, i) => (i === 5 ? -90 : value));
  expect(chart({ kind: 'i', values, exclude: [6], direction: 'decrease' }).signals).toMatchObject([
    { first: 5, way: 'low', meaning: 'improvement' },
  ]);
});

describe('where the reference packages are unsound, ours', () => {
  test('lays the 2-sigma line of ranges two thirds of the way from their centre', () => {
    const { mean, upper, nearUpper } = chart({ kind: 'mr', values: [1, 3, 2, 5] }).phases[0]!;
    expect(nearUpper).toBeCloseTo(mean! + (2 / 3) * (upper! - mean!), 12);
  });

  test('takes the spread of an I′ chart from its baseline', () => {
    const values = [...steady, 90, 1, 90];
    const frozen = chart({ kind: 'ip', values, baselinePoints: 14 }).phases[0]!;
    expect(frozen.upper).toBeCloseTo(chart({ kind: 'ip', values: steady }).phases[0]!.upper!, 12);
  });

  test('ends a t chart’s 2-sigma line at nought', () => {
    const { phases } = chart({ kind: 't', values: [1, 400, 2, 300, 1, 500], screen: false });
    expect(phases[0]).toMatchObject({ lower: 0, nearLower: 0 });
    const profile: Profile = { ...anhoej, name: 'theirs', limits: { ...anhoej.limits, timeNear: 'none' } };
    const theirs = chart({ kind: 't', values: [1, 400, 2, 300, 1, 500], screen: false, profile }).phases[0];
    expect(theirs).toMatchObject({ lower: 0, nearLower: null });
  });

  test('keeps a steady time between events on its line', () => {
    expect(chart({ kind: 't', values: Array(20).fill(5.3) }).points.every(({ side }) => side === 'on')).toBe(true);
  });

  test('makes no patterns of ranges or of names', () => {
    const climb = Array.from({ length: 20 }, (_, i) => i * i);
    expect(chart({ kind: 'mr', values: climb, profile: 'anhoej' }).phases[0]!.runs!.signal).toBe(false);
    expect(chart({ kind: 'i', values: climb, categories: true }).points.every(({ rules }) => !rules.trend)).toBe(true);
  });
});

test('a centre may be given, in the unit that is drawn', () => {
  const centre = (kind: ChartInput['kind'], own: Partial<ChartInput> = {}) =>
    chart({ kind, values: [3, 4, 5], centre: 4.5, ...own }).phases[0]!.mean;
  expect([centre('i'), centre('run'), centre('mr'), centre('c'), centre('xbar'), centre('s')]).toEqual(
    Array(6).fill(4.5),
  );
  expect(centre('p', { denominators: [10, 10, 10], per: 100, centre: 40 })).toBeCloseTo(40, 12);
  expect(centre('t')).toBe(4.5);
  expect(centre('g')).toBeCloseTo(3.1185, 12);
});

test('an individuals chart may lie about the median', () => {
  const median: Profile = { ...mdc, name: 'median', limits: { ...mdc.limits, centre: 'median' } };
  expect(chart({ kind: 'i', values: [1, 2, 9], profile: median }).phases[0]!.mean).toBe(2);
});

test('names stand in order of appearance, and their z-scores spread by their standard deviation', () => {
  const { points, phases } = chart({
    kind: 'up',
    x: ['York', 'Bath', 'Leeds', 'Cork'],
    values: [10, 30, null, 20],
    denominators: [10, 10, 10, 10],
    categories: true,
  });
  expect(points.map(({ date }) => date)).toEqual(['York', 'Bath', 'Leeds', 'Cork']);
  expect(phases[0]!.upper).toBeCloseTo(2 + 3 * Math.sqrt(5) * Math.sqrt(2 / 10), 9);
});

test('lower lines stop at nought where readings cannot be negative, and none is', () => {
  const lower = (values: number[]) => chart({ kind: 'i', values, notNegative: true }).phases[0]!.lower;
  expect(lower([1, 9, 1, 9])).toBe(0);
  expect(lower([1, 9, -1, 9])).toBeLessThan(0);
});

test.each<[string, Partial<ChartInput>, SpcError['code']]>([
  ['an unknown kind', JSON.parse('{ "kind": "pie" }'), 'unknown-kind'],
  ['nothing', { values: [] }, 'no-readings'],
  ['places without values', { x: [1] }, 'lengths-differ'],
  ['places of two kinds', { x: [1, '2026-01-01', 3] }, 'invalid-x'],
  ['places that are no numbers', { x: [1, Number.NaN, 3] }, 'invalid-x'],
  ['places that are no dates', { x: ['2026-01-01', 'May', '2026-03-01'] }, 'invalid-date'],
  ['a rate per nothing', { per: 0 }, 'invalid-value'],
  ['a rate per infinity', { per: Number.POSITIVE_INFINITY }, 'invalid-value'],
  ['a centre that is no number', { centre: Number.NaN }, 'invalid-value'],
  ['a target that is no number', { target: Number.NaN }, 'invalid-target'],
  ['a short baseline', { baselinePoints: 3 }, 'invalid-baseline'],
  ['no time between events', { kind: 't', values: [1, 0, 2] }, 'invalid-value'],
  ['negative counts', { kind: 'c', values: [1, -1, 2] }, 'invalid-value'],
  ['a rate of nothing', { kind: 'u' }, 'invalid-denominator'],
  ['a count out of so many', { kind: 'c', denominators: [1, 1, 1] }, 'invalid-denominator'],
  ['denominators that are too few', { kind: 'u', denominators: [1, 1] }, 'lengths-differ'],
  ['negative denominators', { kind: 'u', denominators: [1, -1, 1] }, 'invalid-denominator'],
  ['more than all', { kind: 'p', denominators: [1, 1, 1] }, 'invalid-denominator'],
])('%s is refused', (_what, wrong, code) => {
  expect(thrown(Object.assign({ kind: 'i' as const, values: [1, 2, 3] }, wrong))).toBe(code);
});

test('a profile with a width of nothing is refused', () => {
  const none: Profile = { ...anhoej, limits: { ...anhoej.limits, rangeWidth: 0 } };
  expect(thrown({ kind: 'mr', values: [1], profile: none })).toBe('invalid-profile');
});

function thrown(input: ChartInput): string | null {
  try {
    chart(input);
    return null;
  } catch (error) {
    return error instanceof SpcError ? error.code : String(error);
  }
}
