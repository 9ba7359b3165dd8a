import { expect, test } from 'vitest';
import { bernoulliCusum, rebasedMedians } from './index.ts';

test('a sustained run takes the median with it', () => {
  const medians = rebasedMedians([5, 6, 5, 6, 1, 2, null, 1], { baselinePoints: 4, run: 3 });
  expect(medians).toEqual([
    { from: 'baseline', median: 5.5, first: 0, last: 3 },
    { from: 'run', median: 1, first: 4, last: 7 },
  ]);
  expect(rebasedMedians([5, 6, 5, 6, 1, 2, 1], { baselinePoints: 4, run: 3, way: 'high' })).toHaveLength(1);
});

test('where there are too few points the baseline stands alone', () => {
  expect(rebasedMedians([null, null])).toEqual([{ from: 'baseline', median: null, first: 0, last: 1 }]);
});

test.each([
  [[], {}, 'no readings'],
  [[1], { baselinePoints: 0 }, '1 or more'],
  [[1], { run: 1 }, 'two or more'],
])('%j with %j is refused', (values, options, why) => {
  expect(() => rebasedMedians(values, options)).toThrow(why);
});

test('a CUSUM keeps the sum that signalled, and begins again after it', () => {
  const { upper, upperSignals } = bernoulliCusum([1, 1, null, 0], { rate: 0.1, limit: 1 });
  expect(upperSignals).toEqual([1]);
  expect(upper[1]).toBeCloseTo(2 * Math.log(2 / 1.1), 12);
  expect(upper[2]).toBe(0);
  expect(bernoulliCusum([1, null, 0])).toMatchObject({ rate: 0.5, limit: 3.5 });
});

test.each([
  [[], {}, 'no cases'],
  [[1, 2], {}, 'row 2'],
  [[0, 0], {}, 'between 0 and 1'],
  [[0, 1], { rate: 1 }, 'between 0 and 1'],
  [[0, 1], { odds: 1 }, 'above 1'],
  [[0, 1], { limit: 0 }, 'above nought'],
  [[0, 1], { baseline: 0 }, '1 or more'],
])('%j with %j is refused', (cases, options, why) => {
  expect(() => bernoulliCusum(JSON.parse(JSON.stringify(cases)), options)).toThrow(why);
});
