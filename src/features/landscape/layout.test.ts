import { describe, expect, test } from 'vitest';
import { contours } from '#kernel/contours.ts';
import { random } from '../../../test/world/random.ts';
import { layout, type Place, type Sited, survey } from './layout.ts';

/** Believable work: mostly mixtures, which bunch in the middle when they are merely averaged. */
function works(n: number, seed = 7): Sited[] {
  const dice = random(seed);
  return Array.from({ length: n }, (_, i) => {
    const [a, b, c, d] = [dice.next(), dice.next(), dice.next(), dice.next()];
    const total = a + b + c + d;
    return sited(`work-${i}`, [a / total, b / total, c / total, d / total]);
  });
}

function sited(id: string, [iterative, pathways, model, community]: [number, number, number, number]): Sited {
  return { id, shares: { iterative, pathways, 'operating-model': model, community } };
}

const across = ({ shares }: Sited) => shares.pathways + shares['operating-model'];
const down = ({ shares }: Sited) => shares['operating-model'] + shares.community;

/** How many of the cells of a grid over the frame hold at least one place. */
function cells(places: readonly Place[], side = 5): number {
  return new Set(places.map(({ x, y }) => `${Math.floor(x * side)} ${Math.floor(y * side)}`)).size;
}

describe('the layout', () => {
  test('puts each mode at its corner', () => {
    const all = works(200);
    const placeOf = survey(all);
    expect(placeOf(sited('a', [1, 0, 0, 0]))).toMatchObject({ x: expect.closeTo(0.09, 1), y: expect.closeTo(0.09, 1) });
    expect(placeOf(sited('b', [0, 1, 0, 0])).x).toBeGreaterThan(0.85);
    expect(placeOf(sited('b', [0, 1, 0, 0])).y).toBeLessThan(0.15);
    expect(placeOf(sited('c', [0, 0, 1, 0])).y).toBeGreaterThan(0.85);
    expect(placeOf(sited('d', [0, 0, 0, 1])).x).toBeLessThan(0.15);
  });

  test('fills the frame where plain means would bunch in the middle', () => {
    const all = works(200);
    const plain = all.map((work) => ({ x: across(work), y: down(work) }));
    expect(cells(layout(all))).toBeGreaterThanOrEqual(23);
    expect(cells(plain)).toBeLessThan(23);
    const xs = layout(all).map(({ x }) => x);
    expect(Math.max(...xs) - Math.min(...xs)).toBeGreaterThan(0.7);
  });

  test('stays inside the frame, whatever the shares', () => {
    for (const { x, y } of [...layout(works(500)), ...layout([sited('only', [0, 0, 1, 0])])]) {
      expect(x).toBeGreaterThan(0);
      expect(x).toBeLessThan(1);
      expect(y).toBeGreaterThan(0);
      expect(y).toBeLessThan(1);
    }
  });

  test('keeps the order: what is clearly further right or down by its shares is so on the map', () => {
    const all = works(80);
    const places = layout(all);
    for (const [i, a] of all.entries())
      for (const [j, b] of all.entries()) {
        if (across(a) < across(b) - 0.09) expect(places[i]?.x).toBeLessThan(places[j]?.x ?? 0);
        if (down(a) < down(b) - 0.09) expect(places[i]?.y).toBeLessThan(places[j]?.y ?? 0);
      }
  });

  test('is the same for the same works, in whatever order they come', () => {
    const all = works(60);
    expect(layout(all)).toEqual(layout(all));
    expect(layout(all.toReversed())).toEqual(layout(all).toReversed());
  });

  test('moves others by no more than its part when one work is added', () => {
    const all = works(120);
    const before = layout(all);
    const after = layout([...all, sited('new', [0.1, 0.2, 0.6, 0.1])]);
    for (const [i, { x, y }] of before.entries()) {
      expect(Math.abs((after[i]?.x ?? 0) - x)).toBeLessThan(0.7 / 120);
      expect(Math.abs((after[i]?.y ?? 0) - y)).toBeLessThan(0.7 / 120);
    }
  });

  test('strews equal shares, so that each can be seen', () => {
    const places = layout(Array.from({ length: 40 }, (_, i) => sited(`same-${i}`, [1, 0, 0, 0])));
    expect(new Set(places.map(({ x, y }) => `${x.toFixed(3)} ${y.toFixed(3)}`)).size).toBe(40);
  });
});

describe('the contours', () => {
  test('rise to one height where the works stand, and are the same each time', () => {
    const places = layout(works(120));
    const lines = contours(places);
    expect(lines).toHaveLength(12);
    expect(lines.every(({ path }) => /^(M[-\d. ]+Q[-\d. ]+(t[-\d. ]+)+Z)+$/.test(path))).toBe(true);
    expect(lines.filter(({ heavy }) => heavy).map(({ level }) => level)).toEqual([3, 7, 11]);
    expect(contours(places)).toEqual(lines);
  });

  test('are not drawn for a handful of works', () => {
    expect(contours(layout(works(7)))).toEqual([]);
  });
});
