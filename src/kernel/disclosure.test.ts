import { expect, test } from 'vitest';
import { meaning, percentage, rounded } from './disclosure.ts';
import { lastEnded } from './quarters.ts';

test('counts are rounded to the nearest five: 0, 1 and 2 become 0, and what lies half-way goes up', () => {
  expect([0, 1, 2, 3, 7, 8, 12, 13, 22.5, 100, 102].map(rounded)).toEqual([0, 0, 0, 5, 5, 10, 10, 15, 25, 100, 100]);
});

test('a shown count says no more than five possible true ones', () => {
  for (let people = 0; people < 60; people += 1) {
    const { least, most } = meaning(rounded(people));
    expect(people >= least && people <= most).toBe(true);
  }
  expect(meaning(0)).toEqual({ least: 0, most: 2 });
});

test('a percentage of fewer than 22.5 people is not shown', () => {
  expect(percentage(5, 20)).toBeNull();
  expect(percentage(5, 22.4)).toBeNull();
  expect(percentage(5, 25)).toBe(20);
});

test('the last quarter that had ended is the one before', () => {
  expect(lastEnded(new Date('2026-09-30T23:59:59Z'))).toBe('2026-Q2');
  expect(lastEnded(new Date('2026-11-02T09:30:00Z'))).toBe('2026-Q3');
  expect(lastEnded(new Date('2026-01-01T00:00:00Z'))).toBe('2025-Q4');
});
