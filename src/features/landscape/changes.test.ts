import { describe, expect, test } from 'vitest';
import { difference, wilson, Z99 } from '#kernel/wilson.ts';
import { beyondByYear, compared, modesByYear, periodsBefore, rowsBy, trends } from './changes.ts';
import type { Spot } from './landscape.ts';

const SPOT: Spot = {
  ...{ id: '1', short: '1', address: 'a-1', title: 'A', state: 'testing', country: 'wales', region: null },
  ...{ sector: 'acute', topics: [], methods: [], began: 2024, ended: null, spread: 0, place: { x: 0, y: 0 } },
  shares: { iterative: 0.75, pathways: 0.25, 'operating-model': 0, community: 0 },
};
const works = (n: number, facts: Partial<Spot>) => Array.from({ length: n }, () => ({ ...SPOT, ...facts }));

describe('shares', () => {
  test('count each work once, in the year in which it began, and overlap', () => {
    const [first, second] = modesByYear(
      [...works(8, {}), ...works(2, { began: 2025 }), ...works(3, { began: null })],
      [2024, 2025],
    );
    expect(first).toMatchObject({
      key: '2024',
      works: 8,
      modes: { iterative: { x: 8, n: 8 }, pathways: { x: 8 }, community: { x: 0 } },
    });
    expect(first?.modes.community.share).toEqual({ value: 0, ...wilson(0, 8) });
    expect(second?.modes.iterative).toEqual({ x: 2, n: 2, share: null }); // too few to tell
  });

  test('by group leave out what has none, and what is not known', () => {
    const rows = rowsBy([...works(6, {}), ...works(5, { sector: null })], ['hospice', 'acute'], ({ sector }) => sector);
    expect(rows.map(({ key, works }) => [key, works])).toEqual([['acute', 6]]);
  });

  test('beyond the acute hospital are of the work whose setting is known', () => {
    const [year] = beyondByYear(
      [...works(6, {}), ...works(4, { sector: 'hospice' }), ...works(9, { sector: null })],
      [2024],
    );
    expect(year?.share).toMatchObject({ x: 4, n: 10 });
  });
});

describe('what is new and what fades', () => {
  const periods = periodsBefore(2026);

  test('three whole years are compared with the three before', () => {
    expect(periods).toEqual({ earlier: [2020, 2022], later: [2023, 2025] });
  });

  test('differences have the interval of Newcombe’s method 10', () => {
    // His example: 56 of 70 and 48 of 80, 0.2 (0.0524 to 0.3339).
    const { value, lower, upper } = difference({ x: 48, n: 80 }, { x: 56, n: 70 });
    expect([value, lower, upper].map((number) => Number(number.toFixed(4)))).toEqual([0.2, 0.0524, 0.3339]);
    const wider = difference({ x: 48, n: 80 }, { x: 56, n: 70 }, Z99);
    expect(wider.lower).toBeLessThan(lower);
  });

  test('only what chance alone would hardly do is called new, growing or fading', () => {
    const all = [
      ...works(20, { began: 2021, topics: ['fading'] }),
      ...works(40, { began: 2021, topics: ['steady'] }),
      ...works(2, { began: 2021, topics: ['rare'] }),
      ...works(20, { began: 2024, topics: ['new'] }),
      ...works(40, { began: 2024, topics: ['steady'] }),
      ...works(1, { began: 2026, topics: ['just begun'] }),
    ];
    const found = trends(all, ({ topics }) => topics, [2021, 2022, 2023, 2024], periods);
    expect(found.map(({ key, verdict, first }) => [key, verdict, first])).toEqual([
      ['new', 'new', 2024],
      ['fading', 'fades', 2021],
      ['steady', 'same', 2021],
      ['rare', 'few', 2021],
      ['just begun', 'few', 2026],
    ]);
    expect(found[2]?.perYear).toEqual([40, 0, 0, 40]);
    expect(compared({ x: 4, n: 4 }, { x: 9, n: 90 })).toBeNull();
  });
});
