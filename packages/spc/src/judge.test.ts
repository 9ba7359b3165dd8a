import { describe, expect, test } from 'vitest';
import {
  type Judgement,
  judge,
  type Limits,
  limits,
  type Profile,
  profiles,
  type RulesProfile,
  SpcError,
} from './index.ts';

const frozen: Limits = { mean: 10, lower: 7, upper: 13, nearLower: 8, nearUpper: 12 };
const mdc = profiles['nhs-mdc'];

test('later readings are judged by the limits of an earlier baseline', () => {
  const baseline = limits([10, 12, 10, 12, 10, 12, 10, 12, 10, 12, 10, 12]);
  const judged = judge([9, 8, 9, 8, 9, 8, 9], baseline, { direction: 'decrease' });
  expect(judged.signals).toEqual([
    { rule: 'shift', way: 'low', meaning: 'improvement', first: 0, last: 6, points: 7, current: true },
  ]);
  expect(judged.points[0]).toMatchObject({ side: 'below', label: 'shift', meaning: 'improvement' });
  expect(judged.profile.name).toBe('nhs-mdc');
});

test('a shift that has ended is not current', () => {
  const { signals } = judge([9, 9.5, 9, 9.5, 9, 9.5, 9, 11], frozen, { direction: 'increase' });
  expect(signals).toMatchObject([{ rule: 'shift', meaning: 'concern', last: 6, current: false }]);
});

test('without a better direction a signal is neutral', () => {
  expect(judge([14], frozen).signals).toMatchObject([{ rule: 'astronomical', way: 'high', meaning: 'neutral' }]);
});

test('without limits only shifts and trends are seen, without a mean only trends', () => {
  const rise = [11, 12, 13, 14, 15, 16, 17];
  const none = { lower: null, upper: null, nearLower: null, nearUpper: null };
  expect(rulesOf(judge(rise, { mean: 10, ...none }))).toEqual(['trend', 'shift']);
  const centreless = judge(rise, { mean: null, ...none });
  expect(rulesOf(centreless)).toEqual(['trend']);
  expect(centreless.points[0]).toMatchObject({ side: null, zone: null });
});

test('no readings are no signals', () => {
  expect(judge([], frozen)).toMatchObject({ points: [], signals: [] });
});

test('limits that are no numbers are refused', () => {
  expect(() => judge([1], { ...frozen, upper: Number.NaN })).toThrow(SpcError);
});

describe('signals are stretches', () => {
  test('two-in-three points either side of a point of their side make one signal', () => {
    expect(judge([12.5, 11, 12.5], frozen).signals).toMatchObject([
      { rule: 'twoInThree', first: 0, last: 2, points: 2 },
    ]);
  });

  test('two-in-three points of two windows make two', () => {
    const { signals } = judge([12.5, 12.4, 11, 9, 11, 12.5, 12.5, 9, 12.5], frozen);
    expect(signals.map(({ first, last }) => [first, last])).toEqual([
      [0, 1],
      [5, 6],
    ]);
    const apart = judge([11, 12.5, 12.5, 9, 12.5, 12.5, 11], frozen).signals;
    expect(apart.map(({ first, last }) => [first, last])).toEqual([
      [1, 2],
      [4, 5],
    ]);
  });

  test('a rise that turns into a fall at a shared point counts it in both', () => {
    const { points, signals } = judge([4, 5, 6, 7, 8, 9, 10, 9, 8, 7, 6, 5, 4], { ...frozen, lower: 0, nearLower: 1 });
    expect(signals).toMatchObject([
      { rule: 'trend', way: 'high', first: 0, last: 6, points: 7 },
      { rule: 'trend', way: 'low', first: 6, last: 12, points: 7, current: true },
    ]);
    expect(points[6]!.rules.trend).toBe('low');
  });

  test('two rises in a row are two signals', () => {
    const { signals } = judge([7, 8, 9, 10, 11, 11.5, 12, 7, 8, 9, 10, 11, 11.5, 12], frozen);
    expect(signals.map(({ rule, first, last }) => [rule, first, last])).toEqual([
      ['trend', 0, 6],
      ['trend', 7, 13],
    ]);
  });

  test('a point beyond each limit is a signal of its own way', () => {
    expect(judge([14, 15, 6], frozen).signals).toMatchObject([
      { way: 'high', first: 0, last: 1, points: 2 },
      { way: 'low', first: 2, last: 2, points: 1 },
    ]);
  });
});

describe('a profile may', () => {
  test('switch rules off', () => {
    const off = school({ astronomical: false, shift: null, trend: null, twoInThree: null });
    expect(judge([14, 15, 16, 17, 18, 19, 20, 21], frozen, { profile: off }).signals).toEqual([]);
  });

  test('look past points on the centre in a shift', () => {
    const tied = [11, 11.5, 11, 10, 11, 11.5, 11, 11.5];
    const skip = school({ shift: { points: 7, ties: 'skip' } });
    expect(judge(tied, frozen).signals).toEqual([]);
    expect(judge(tied, frozen, { profile: skip }).signals).toMatchObject([
      { rule: 'shift', first: 0, last: 7, points: 7 },
    ]);
  });

  test('look past repeats in a trend', () => {
    const tied = [7.5, 8, 9, 9, 10, 10.5, 11, 11.5];
    const skip = school({ trend: { points: 7, ties: 'skip' }, twoInThree: null });
    expect(judge(tied, frozen, { profile: skip }).signals).toMatchObject([
      { rule: 'trend', first: 0, last: 7, points: 7 },
    ]);
    expect(judge(tied, frozen).signals).toEqual([]);
  });

  test('look past gaps in every pattern', () => {
    const skip = school({ gaps: 'skip', trend: { points: 4, ties: 'break' }, shift: { points: 4, ties: 'break' } });
    const { signals, points } = judge([10.5, 11, null, 12.3, 12.5], frozen, { profile: skip });
    expect(signals.map(({ rule, first, last, points: n }) => [rule, first, last, n])).toEqual([
      ['trend', 0, 4, 4],
      ['shift', 0, 4, 4],
      ['twoInThree', 3, 4, 2],
    ]);
    expect(points[2]).toMatchObject({ value: null, label: null, meaning: 'common' });
  });

  test('end a pattern at a gap and yet not at a tie', () => {
    const skip = school({ shift: { points: 3, ties: 'skip' } });
    const { signals } = judge([11, 11, 10, 11, null, 11, 10, 11, 11, 9, 9, 10, 9], frozen, { profile: skip });
    expect(signals.map(({ first, last, way }) => [first, last, way])).toEqual([
      [0, 3, 'high'],
      [5, 8, 'high'],
      [9, 12, 'low'],
    ]);
  });

  test('keep two shifts apart that a reading of the other side parts', () => {
    const skip = school({ shift: { points: 3, ties: 'skip' } });
    const { signals } = judge([11, 11, 11, 9, 11, 11, 11], frozen, { profile: skip });
    expect(signals).toHaveLength(2);
  });

  test('flag a whole two-in-three window without turning round a point that fired by itself', () => {
    const window = school({
      twoInThree: { counts: 'beyond', third: 'anywhere', marks: 'window' },
      astronomical: false,
    });
    const { points } = judge([12.5, 14, 12.5, 7.5, 6], frozen, { profile: window });
    expect(points.map(({ rules }) => rules.twoInThree)).toEqual(['high', 'high', 'high', 'low', 'low']);
    const lone = judge([12.5, 9, 14], frozen, { profile: window });
    expect(lone.points.map(({ rules }) => rules.twoInThree)).toEqual(['high', 'high', 'high']);
  });

  test('keep every moving range', () => {
    const keepAll: Profile = { ...mdc, name: 'keep-all', limits: { ...mdc.limits, screening: null } };
    const leap = [10, 11, 10, 11, 10, 11, 10, 11, 10, 11, 10, 11, 60];
    expect(limits(leap).screenedOut).toEqual([12]);
    expect(limits(leap, { profile: keepAll }).screenedOut).toEqual([]);
  });
});

function school(rules: Partial<RulesProfile>): Profile {
  return { ...mdc, name: 'school', rules: { ...mdc.rules, ...rules } };
}

function rulesOf({ signals }: Judgement): string[] {
  return signals.map(({ rule }) => rule);
}
