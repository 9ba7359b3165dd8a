import { expect, test } from 'vitest';
import { boxesUpTo } from '../test/boxes.ts';
import { boxOf } from './boxes.ts';
import { c4, d2, d3, fewestUsualCrossings, longestWithout, runs, upperRange } from './index.ts';

test('the table of boxes is what the joint distribution of crossings and runs makes it', () => {
  for (const [n, box] of boxesUpTo(100)) expect({ n, ...boxOf(n) }).toEqual({ n, ...box });
});

test('outside the table the critical values hold', () => {
  expect(longestWithout(9, 8, 'bestbox')).toBe(longestWithout(9, 8, 'anhoej'));
  expect(longestWithout(101, 50, 'cutbox')).toBe(longestWithout(101, 50, 'anhoej'));
});

test('a reading on the line, or missing, neither breaks nor extends a run', () => {
  expect(runs([1, 1, 0, null, 1, -1], 0)).toMatchObject({ useful: 4, longest: 3, crossings: 1 });
  expect(runs([1, 2], null)).toMatchObject({ useful: 0, longest: null, signal: false });
});

test('crossings can be judged however many there are', () => {
  expect(fewestUsualCrossings(1)).toBe(0);
  expect(fewestUsualCrossings(1_000_001)).toBe(499_178);
});

test('constants are exact where mathematics knows them', () => {
  expect(d2(2)).toBeCloseTo(2 / Math.sqrt(Math.PI), 13);
  expect(d2(3)).toBeCloseTo(3 / Math.sqrt(Math.PI), 13);
  expect(d3(2)).toBeCloseTo(Math.sqrt(2 - 4 / Math.PI), 13);
  expect(d3(3)).toBeCloseTo(Math.sqrt(2 + (3 * Math.sqrt(3)) / Math.PI - 9 / Math.PI), 13);
  expect(c4(2)).toBeCloseTo(Math.sqrt(2 / Math.PI), 14);
  expect(c4(3)).toBeCloseTo(Math.sqrt(Math.PI) / 2, 14);
  expect(upperRange(2)).toBeCloseTo(1 + (3 * d3(2)) / d2(2), 14);
});

test('constants agree with the tables of ranges', () => {
  expect([5, 10, 25].map(d2).map((d) => d.toFixed(3))).toEqual(['2.326', '3.078', '3.931']);
  expect([5, 10, 25].map(d3).map((d) => d.toFixed(4))).toEqual(['0.8641', '0.7971', '0.7084']);
});

test.each([1, 2.5, Number.NaN])('a subgroup of %s has no constants', (n) => {
  expect(() => c4(n)).toThrow('two or more');
  expect(() => d3(n)).toThrow('two or more');
});
