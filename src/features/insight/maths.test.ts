import { expect, test } from 'vitest';
import { wilson } from '#kernel/wilson.ts';
import { among, hill } from './hill.ts';

test('the Wilson interval is that of Newcombe 1998, table I', () => {
  const found = [wilson(81, 263), wilson(15, 148), wilson(0, 20), wilson(1, 29)];
  const published = [
    [0.2553, 0.3662],
    [0.0624, 0.1605],
    [0, 0.1611],
    [0.0061, 0.1718],
  ];
  expect(found.map(({ lower, upper }) => [lower, upper].map((bound) => Number(bound.toFixed(4))))).toEqual(published);
});

/** Spiders of Harvard Forest under two treatments (Sackett et al., Ecosphere 2, 2011), the worked example of Chao et al., Ecological Monographs 84 (2014) 45. */
const ones = (n: number) => Array.from({ length: n }, () => 1);
const GIRDLED = [46, 22, 17, 15, 15, 9, 8, 6, 6, 4, 2, 2, 2, 2, ...ones(12)];
const LOGGED = [88, 22, 16, 15, 13, 10, 8, 8, 7, 7, 7, 5, 4, 4, 4, 3, 3, 3, 3, 2, 2, 2, 2, ...ones(14)];

test('Hill numbers of order 0, 1 and 2 are those published for the spiders', () => {
  const found = [GIRDLED, LOGGED].map((counts) => ([0, 1, 2] as const).map((q) => Number(hill(counts, q).toFixed(3))));
  expect(found).toEqual([
    [26, 12.06, 7.84],
    [37, 14.421, 6.761],
  ]);
  expect(hill([7, 7, 7, 7], 1)).toBeCloseTo(4);
  expect(hill([], 2)).toBe(0);
});

test('rarefied richness goes from one kind among one to all among all, and among two is 1 + Hurlbert’s chance of an encounter', () => {
  expect(among(GIRDLED, 1)).toBeCloseTo(1);
  expect(among(GIRDLED, 168)).toBeCloseTo(26);
  const alike = GIRDLED.reduce((sum, n) => sum + n * (n - 1), 0) / (168 * 167);
  expect(among(GIRDLED, 2)).toBeCloseTo(2 - alike);
  expect(among([10, 5], 16)).toBeNull();
});
