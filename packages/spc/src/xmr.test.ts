import { expect, test } from 'vitest';
import { type Profile, profiles, SpcError, type XmrInput, xmr } from './index.ts';

const wait = [52, 55, 51, 54, 53, 56, 50, 54, 52, 55, 53, 51, 54, 52];

test('a chart takes readings in any order and remembers the row of each', () => {
  const chart = xmr({ dates: ['2026-03-01', '2026-01-01', '2026-02-01'], values: [3, 1, 2] });
  expect(chart.order).toEqual([1, 2, 0]);
  expect(chart.points.map(({ index, date, value }) => [index, date, value])).toEqual([
    [1, '2026-01-01', 1],
    [2, '2026-02-01', 2],
    [0, '2026-03-01', 3],
  ]);
});

test('limits lie 2.66 mean moving ranges from the mean', () => {
  const { phases, points } = xmr(monthly([10, 12, 10, 12, 10, 12, 10, 12, 10, 12, 10, 12, 10, 12]));
  expect(phases[0]).toMatchObject({ mean: 11, meanRange: 2, meanRangeScreened: 2, screenedOut: [], short: false });
  expect(phases[0]!.lower).toBeCloseTo(11 - 5.32, 12);
  expect(phases[0]!.nearUpper).toBeCloseTo(11 + (2 * 5.32) / 3, 12);
  expect(points[5]).toMatchObject({ mean: 11, upper: phases[0]!.upper, phase: 0, side: 'above', zone: 'inside' });
});

test('a rebase begins a phase with its own limits, and one without a reading only warns', () => {
  const chart = xmr({
    ...monthly([...wait, ...wait.map((value) => value - 20)]),
    rebases: ['2021-03-01', '2021-03-02'],
  });
  expect(chart.phases.map(({ first, last, rebased }) => [first, last, rebased])).toEqual([
    [0, 13, false],
    [14, 27, true],
  ]);
  expect(chart.phases[1]!.mean).toBeCloseTo(chart.phases[0]!.mean! - 20, 9);
  expect(chart.warnings).toEqual([{ code: 'unused-rebase', date: '2021-03-02' }]);
  expect(chart.signals).toEqual([]);
});

test('a rebase at the first reading begins no second phase', () => {
  const { phases } = xmr({ ...monthly(wait), rebases: ['2020-01-01'] });
  expect(phases).toMatchObject([{ number: 0, first: 0, rebased: true }]);
});

test('few points and a flat line are charted with warnings', () => {
  const chart = xmr(monthly([7, 7, 7]));
  expect(chart.phases[0]).toMatchObject({
    mean: 7,
    lower: null,
    meanRange: 0,
    meanRangeScreened: null,
    screenedOut: [1, 2],
  });
  expect(chart.points[0]).toMatchObject({ side: 'on', zone: null, label: null, meaning: 'common' });
  expect(chart.warnings).toEqual([
    { code: 'few-points', phase: 0 },
    { code: 'no-limits', phase: 0 },
  ]);
});

test('without screening a flat line has limits on its mean', () => {
  expect(xmr({ ...monthly([7, 7, 7]), screen: false }).phases[0]).toMatchObject({
    lower: 7,
    upper: 7,
    screenedOut: [],
  });
});

test('a chart of missing values has no mean and no signal', () => {
  const chart = xmr({ ...monthly(Array(8).fill(null)), direction: 'increase', target: 5 });
  expect(chart.phases[0]).toMatchObject({ mean: null, lower: null, n: 8 });
  expect(chart.points[7]).toMatchObject({ value: null, side: null, zone: null, meaning: 'common' });
  expect(chart).toMatchObject({ variation: 'common-cause', assurance: 'inconsistent', signals: [] });
});

test('a missing value ends a rise that would else be a trend', () => {
  const zigzag = [2, 9, 1, 8, 2, 9, 1, 8, 2, 9];
  const rise = (middle: number | null) => xmr(monthly([...zigzag, 1, 2, 3, middle, 6, 7, 8, 1, 9]));
  expect(rise(4).points.filter(({ rules }) => rules.trend)).toHaveLength(7);
  expect(rise(null).points.filter(({ rules }) => rules.trend)).toHaveLength(0);
});

test('a point carries every rule that fired, and one label by precedence', () => {
  const chart = xmr({ ...monthly([5, 5.2, 5.1, 5.3, 5, 5.2, 5.1, 9, 10, 11, 12, 13, 14, 15]), direction: 'decrease' });
  expect(chart.points[13]).toMatchObject({
    rules: { astronomical: 'high', trend: 'high', twoInThree: null, shift: 'high' },
    label: 'astronomical',
    way: 'high',
    meaning: 'concern',
  });
  expect(chart.variation).toBe('concern-high');
  expect(chart.profile).toBe(profiles['nhs-mdc']);
});

test('precedence is the profile’s: a rule that it leaves out fires but never labels', () => {
  const profile: Profile = { ...profiles['nhs-mdc'], name: 'shifts-first', precedence: ['shift'] };
  const { points } = xmr({ ...monthly([5, 5.2, 5.1, 5.3, 5, 5.2, 5.1, 9, 10, 11, 12, 13, 14, 15]), profile });
  expect(points[13]).toMatchObject({ rules: { trend: 'high' }, label: 'shift', meaning: 'neutral' });
  const flat = xmr({ ...monthly([...wait, 90, 52, 53]), profile }).points[14];
  expect(flat).toMatchObject({ rules: { astronomical: 'high' }, label: null, way: null, meaning: 'common' });
});

test('a target beyond the limits is passed or failed, one inside is neither', () => {
  const icon = (target: number | null, direction: XmrInput['direction']) =>
    xmr({ ...monthly(wait), target, direction }).assurance;
  expect(icon(10, 'increase')).toBe('pass');
  expect(icon(10, 'decrease')).toBe('fail');
  expect(icon(90, 'increase')).toBe('fail');
  expect(icon(90, 'decrease')).toBe('pass');
  expect(icon(53, 'decrease')).toBe('inconsistent');
  expect(icon(90, 'neutral')).toBeNull();
  expect(icon(null, 'increase')).toBeNull();
});

test.each([
  ['no-readings', { dates: [], values: [] }],
  ['lengths-differ', { dates: ['2026-01-01'], values: [] }],
  ['duplicate-date', { dates: ['2026-01-02', '2026-01-01', '2026-01-02'], values: [1, 2, 3] }],
  ['invalid-date', { dates: ['2026-02-29'], values: [1] }],
  ['invalid-date', { dates: ['2026-04-31'], values: [1] }],
  ['invalid-date', { dates: ['1900-02-29'], values: [1] }],
  ['invalid-date', { dates: ['2026-13-01'], values: [1] }],
  ['invalid-date', { dates: ['2026-01-00'], values: [1] }],
  ['invalid-date', { dates: ['01/02/2026'], values: [1] }],
  ['invalid-date', { dates: ['2026-1-1'], values: [1] }],
  ['invalid-date', { dates: ['2026-01-01T00:00'], values: [1] }],
  ['invalid-date', { ...monthly(wait), rebases: ['soon'] }],
  ['invalid-value', { dates: ['2026-01-01'], values: [Number.NaN] }],
  ['invalid-value', { dates: ['2026-01-01'], values: [Number.POSITIVE_INFINITY] }],
  ['invalid-value', { dates: ['2026-01-01'], values: [1e301] }],
  ['invalid-target', { ...monthly(wait), target: Number.NaN }],
  ['invalid-baseline', { ...monthly(wait), baselinePoints: 11 }],
  ['invalid-baseline', { ...monthly(wait), baselinePoints: 12.5 }],
  ['invalid-profile', { ...monthly(wait), profile: withShift(1) }],
  ['invalid-profile', { ...monthly(wait), profile: withShift(6.5) }],
  ['invalid-profile', { ...monthly(wait), profile: withWidth(0) }],
] satisfies [SpcError['code'], XmrInput][])('bad input is refused with the code %s', (code, input) => {
  const error = refusal(() => xmr(input));
  expect(error).toMatchObject({ name: 'SpcError', code });
  expect(error.message).toMatch(/^.+\.$/);
});

test('a refusal names the row to blame', () => {
  expect(refusal(() => xmr({ dates: ['2026-01-02', '2026-01-01'], values: [1, Number.NaN] })).position).toBe(1);
});

test('leap days are dates', () => {
  expect(xmr({ dates: ['2024-02-29', '2000-02-29', '2026-04-30'], values: [1, 2, 3] }).order).toEqual([1, 0, 2]);
});

test('a profile that nobody has written is refused', () => {
  expect(refusal(() => xmr({ ...monthly(wait), ...JSON.parse('{"profile":"toString"}') })).code).toBe(
    'unknown-profile',
  );
});

function monthly(values: readonly (number | null)[]): XmrInput {
  const dates = values.map((_, i) => new Date(Date.UTC(2020, i, 1)).toISOString().slice(0, 10));
  return { dates, values };
}

function withShift(points: number): Profile {
  const mdc = profiles['nhs-mdc'];
  return { ...mdc, rules: { ...mdc.rules, shift: { points, ties: 'break' } } };
}

function withWidth(width: number): Profile {
  const mdc = profiles['nhs-mdc'];
  return { ...mdc, limits: { ...mdc.limits, width } };
}

function refusal(act: () => unknown): SpcError {
  try {
    act();
  } catch (error) {
    if (error instanceof SpcError) return error;
    throw error;
  }
  throw new Error('Nothing was refused.');
}
