import { expect, test } from 'vitest';
import { monthOf } from './months.ts';

test.each([
  ['March 2024', '2024-03-01'],
  ['mar 24', '2024-03-01'],
  ['Sept. 2019', '2019-09-01'],
  ['2024-03', '2024-03-01'],
  ['2024-03-17', '2024-03-01'],
  ['03/2024', '2024-03-01'],
  [' 2021 ', '2021-01-01'],
])('a month is understood as people type it: %s', (typed, day) => {
  expect(monthOf(typed)).toBe(day);
});

test.each(['', 'last spring', '13/2024', '2024-00', 'Marchember', '1066', 'March'])('“%s” is no month', (typed) => {
  expect(monthOf(typed)).toBeNull();
});
