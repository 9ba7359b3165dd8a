import { expect, test } from 'vitest';
import { facts, type XmrInput, xmr } from './index.ts';

const before = [61, 63, 60, 62, 64, 61, 60, 63, 62, 61, 64, 62, 61, 63];
const after = before.map((value) => value - 13);

test('the facts name the last signal, its dates and what it means', () => {
  const { signal, previous, change, latest } = facts(
    xmr({ ...monthly([...before, ...before, ...after]), direction: 'decrease' }),
  );
  expect(signal).toMatchObject({
    rule: 'astronomical',
    meaning: 'improvement',
    current: true,
    from: '2022-05-01',
    to: '2023-06-01',
  });
  expect(signal!.points).toBe(14);
  expect(latest).toEqual({ date: '2023-06-01', value: 50 });
  expect([previous, change]).toEqual([null, null]);
});

test('after a rebase the shift is told against the old baseline', () => {
  const chart = xmr({ ...monthly([...before, ...after]), rebases: ['2021-03-01'], direction: 'decrease' });
  const told = facts(chart);
  expect(told.signal).toBeNull();
  expect(told.previous).toMatchObject({ number: 0, from: '2020-01-01', to: '2021-02-01', n: 14 });
  expect(told.phase).toMatchObject({ number: 1, from: '2021-03-01', to: '2022-04-01', short: false });
  expect(told.change!.difference).toBeCloseTo(-13, 9);
  expect(told.change).toMatchObject({ fromMean: told.previous!.mean, toMean: told.phase.mean, meaning: 'improvement' });
  expect(told.change!.shift).toMatchObject({
    rule: 'shift',
    from: '2021-03-01',
    to: '2022-04-01',
    points: 14,
    first: 14,
    last: 27,
  });
});

test('phases with one mean have changed nothing', () => {
  const told = facts(xmr({ ...monthly([...before, ...before]), rebases: ['2021-03-01'], direction: 'increase' }));
  expect(told.change).toMatchObject({ difference: 0, meaning: 'common', shift: null });
});

test('a difference that only rounding makes is none', () => {
  const values = [...Array(13).fill(0.3), ...Array(13).fill(0.1 + 0.2)];
  expect(facts(xmr({ ...monthly(values), rebases: ['2021-02-01'], direction: 'increase' })).change).toMatchObject({
    difference: 0,
    meaning: 'common',
  });
});

test('a rise is a concern where less is better', () => {
  const told = facts(xmr({ ...monthly([...after, ...before]), rebases: ['2021-03-01'], direction: 'decrease' }));
  expect(told.change).toMatchObject({ meaning: 'concern' });
});

test('a phase without readings has no change to tell, and missing readings are counted', () => {
  const told = facts(xmr({ ...monthly([...before, null, null]), rebases: ['2021-03-01'] }));
  expect(told).toMatchObject({ points: 16, missing: 2, change: null, latest: { date: '2021-02-01', value: 63 } });
});

test('a chart without any reading still has facts', () => {
  expect(facts(xmr(monthly([null])))).toMatchObject({ latest: null, missing: 1, signal: null, profile: 'nhs-mdc' });
});

test('of signals that reach equally far the first in precedence is told', () => {
  const told = facts(xmr(monthly([5, 5.2, 5.1, 5.3, 5, 5.2, 5.1, 9, 10, 11, 12, 13, 14, 15])));
  expect(told.signal).toMatchObject({ rule: 'astronomical', current: true });
});

test('of signals in one phase the one that reaches furthest is told', () => {
  const told = facts(xmr(monthly([...before, 90, 61, 63, 60, 62, 20, 62, 61])));
  expect(told.signal).toMatchObject({ way: 'low', first: 19, current: false });
});

function monthly(values: readonly (number | null)[]): XmrInput {
  const dates = values.map((_, i) => new Date(Date.UTC(2020, i, 1)).toISOString().slice(0, 10));
  return { dates, values };
}
