import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { meaning, rounded } from '#kernel/disclosure.ts';
import { type Counts, findsSomebody } from './attack.ts';
import { type Decision, decide } from './deciding.ts';

const CATEGORIES = ['a', 'b', 'c'];
/** One person's stay: from which release to which (the last one included), and what they answered. */
type Person = { from: number; to: number; answer: string };

/**
 * An attacker who shares nothing with the code above: tries every way in which the people could have answered, keeps those
 * that fit what was shown, and names whoever has the same answer in all of them. People with the same stay are alike to
 * it, so that it goes through numbers of people and not through people.
 */
function foundByTrying(people: Person[], shown: (Counts | null)[]): number {
  const stays = [...Map.groupBy(people, ({ from, to }) => `${from} ${to}`).values()];
  const possible = stays.map(() => new Set<string>());
  const chosen: number[][] = [];
  const totals = shown.map(() => CATEGORIES.map(() => 0));
  walk(0);
  return stays.reduce((found, stay, i) => found + (possible[i]?.size === 1 ? stay.length : 0), 0);

  function walk(i: number): void {
    const stay = stays[i];
    if (!stay) {
      if (!fits()) return;
      for (const [s, split] of chosen.entries())
        for (const [c, n] of split.entries()) if (n > 0) possible[s]?.add(CATEGORIES[c] ?? '');
      return;
    }
    for (const split of splits(stay.length)) {
      put(stay[0], split, 1);
      if (mayFit()) {
        chosen[i] = split;
        walk(i + 1);
      }
      put(stay[0], split, -1);
    }
  }
  function put(stay: Person | undefined, split: number[], sign: number): void {
    for (const [k, row] of totals.entries())
      if (stay && stay.from <= k && k <= stay.to)
        for (const [c, n] of split.entries()) row[c] = (row[c] ?? 0) + sign * n;
  }
  function fits(): boolean {
    return every((n, { least, most }) => n >= least && n <= most);
  }
  function mayFit(): boolean {
    return every((n, { most }) => n <= most);
  }
  function every(holds: (n: number, bounds: { least: number; most: number }) => boolean): boolean {
    return shown.every(
      (counts, k) =>
        !counts || CATEGORIES.every((category, c) => holds(totals[k]?.[c] ?? 0, meaning(counts[category] ?? 0))),
    );
  }
}

/** Every way to part n people among the three categories. */
function splits(n: number): number[][] {
  return Array.from({ length: n + 1 }, (_, a) => Array.from({ length: n + 1 - a }, (_, b) => [a, b, n - a - b])).flat();
}

function countsAt(people: Person[], k: number): Counts {
  const here = people.filter(({ from, to }) => from <= k && k <= to);
  return Object.fromEntries(CATEGORIES.map((c) => [c, here.filter(({ answer }) => answer === c).length]));
}

function shownOf(counts: Counts): Counts {
  return Object.fromEntries(Object.entries(counts).map(([category, people]) => [category, rounded(people)]));
}

/** Releases by the rules; null where nothing new was shown. */
function released(people: Person[], releases: number, rule: typeof decide): (Counts | null)[] {
  const kept: Counts[] = [];
  return Array.from({ length: releases }, (_, k) => {
    const now = countsAt(people, k);
    const decision: Decision = rule(now, kept);
    if (decision !== 'new') return null;
    kept.push(now);
    return shownOf(now);
  });
}

const answers = fc.constantFrom('a', 'a', 'a', 'a', 'a', 'b', 'b', 'c');
/** Three quarters: those of the first day, and two waves; some leave. Mostly of one answer, since that is when people show. */
const histories = fc
  .record({
    first: fc.array(fc.oneof(fc.constant('a'), answers), { minLength: 20, maxLength: 28 }),
    second: fc.array(fc.oneof({ weight: 3, arbitrary: fc.constant('a') }, answers), { maxLength: 14 }),
    third: fc.array(fc.oneof({ weight: 3, arbitrary: fc.constant('a') }, answers), { maxLength: 14 }),
    leave: fc.nat(3),
  })
  .map(({ first, second, third, leave }): Person[] => [
    ...first.map((answer, i) => ({ from: 0, to: i < leave ? 0 : 2, answer })),
    ...second.map((answer) => ({ from: 1, to: 2, answer })),
    ...third.map((answer) => ({ from: 2, to: 2, answer })),
  ]);

describe('somebody who knows who joined and left, and tries every possibility', () => {
  test('finds a person when counts are only rounded: one joins, and 0 becomes 5', () => {
    const people = [
      ...Array.from({ length: 25 }, () => ({ from: 0, to: 1, answer: 'a' })),
      { from: 0, to: 1, answer: 'b' },
      { from: 0, to: 1, answer: 'b' },
      { from: 1, to: 1, answer: 'b' },
    ];
    expect(
      foundByTrying(
        people,
        released(people, 2, () => 'new'),
      ),
    ).toBe(1);
    expect(foundByTrying(people, released(people, 2, decide))).toBe(0);
  });

  test('finds ten who joined together when all answered the same and the counts lie at the edges', () => {
    const people = [
      ...Array.from({ length: 22 }, () => ({ from: 0, to: 1, answer: 'a' })),
      ...Array.from({ length: 6 }, () => ({ from: 0, to: 1, answer: 'b' })),
      ...Array.from({ length: 11 }, () => ({ from: 1, to: 1, answer: 'a' })),
    ];
    expect(
      foundByTrying(
        people,
        released(people, 2, () => 'new'),
      ),
    ).toBe(11);
    expect(foundByTrying(people, released(people, 2, decide))).toBe(0);
  });

  test('finds nobody in any history that the rules let out', () => {
    let shown = 0;
    fc.assert(
      fc.property(histories, (people) => {
        const tables = released(people, 3, decide);
        shown += tables.filter((table) => table !== null).length;
        return foundByTrying(people, tables) === 0;
      }),
      { numRuns: 40, seed: 7 },
    );
    expect(shown).toBeGreaterThan(40); // the rules do let things out
  });

  test('finds somebody exactly where the network says so, when everything is let out', () => {
    fc.assert(
      fc.property(histories, (people) => {
        const stayed = people.map((person) => ({ ...person, to: 2 }));
        const counts = [0, 1, 2].map((k) => countsAt(stayed, k));
        return findsSomebody(counts) === foundByTrying(stayed, counts.map(shownOf)) > 0;
      }),
      { numRuns: 30, seed: 11 },
    );
  });
});

describe('the rules', () => {
  const base = { a: 40, b: 12, c: 9 };

  test('show nothing about fewer than 23 people', () => {
    expect(decide({ a: 12, b: 10 }, [])).toBe('too-few');
    expect(decide({ a: 12, b: 11 }, [])).toBe('new');
  });

  test('let a table stand until ten people have come or gone', () => {
    expect(decide({ ...base, a: 49 }, [base])).toBe('stands');
    expect(decide({ ...base, a: 44, b: 18 }, [base])).toBe('new');
    expect(decide({ ...base, a: 34, c: 3 }, [base])).toBe('new');
  });

  test('do not tell by silence that one person took their answer back', () => {
    expect(decide({ a: 12, b: 10 }, [{ a: 12, b: 11 }])).toBe('stands');
  });

  test('show no table in which everybody is the same, when its edges give it away', () => {
    expect(decide({ a: 23, b: 0 }, [])).toBe('too-few');
  });
});
