import blossom from 'edmonds-blossom-fixed';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { random } from '#kernel/random.ts';
import { greedy as bestFirst } from './greedy.ts';
import { apartOf, type Edge, graphOf, match } from './matching.ts';
import { type Waiting, weigh } from './weights.ts';

const person = fc.record({
  country: fc.constantFrom('england', 'scotland', 'wales', null),
  sector: fc.constantFrom('acute', 'hospice', 'vcse', null),
  background: fc.constantFrom('clinical', 'lived-experience', null),
  place: fc.constantFrom('Saltmouth', 'Wendle', null),
  meets: fc.constantFrom('either' as const, 'online' as const, 'in-person' as const),
  language: fc.constantFrom('welsh', null),
  waited: fc.boolean(),
});
/** Up to forty people, some of whom have met before. */
const community = fc
  .tuple(fc.array(person, { maxLength: 40 }), fc.array(fc.tuple(fc.nat(39), fc.nat(39)), { maxLength: 200 }), fc.nat())
  .map(([said, met, seed]) => {
    const people = said.map((one, n): Waiting => ({ ...one, id: `p${String(n).padStart(2, '0')}` }));
    const idOf = (n: number) => `p${String(n).padStart(2, '0')}`;
    return { people, apart: apartOf(met.map(([a, b]) => [idOf(a), idOf(b)] as const)), seed };
  });

test('nobody is met twice in a round, nobody meets again whom they met, and everybody is matched or named', async () => {
  await fc.assert(
    fc.asyncProperty(community, async ({ people, apart, seed }) => {
      const { pairs, left } = await match(people, apart, seed);
      const named = [...pairs.flat(), ...left.map(({ id }) => id)];
      expect(named.sort()).toEqual(people.map(({ id }) => id).sort());
      for (const [one, other] of pairs) expect(apart.get(one)?.has(other) ?? false).toBe(false);
      for (const { id, joins } of left)
        for (const other of joins ?? []) expect(apart.get(id)?.has(other) ?? false).toBe(false);
      const asked = left.flatMap(({ joins }) => (joins ? [joins.join(' ')] : []));
      expect(new Set(asked).size).toBe(asked.length);
      for (const pair of asked) expect(pairs.map((two) => two.join(' '))).toContain(pair);
    }),
  );
});

test('nobody is left over who could still have met another who is', async () => {
  await fc.assert(
    fc.asyncProperty(community, async ({ people, apart, seed }) => {
      const { left } = await match(people, apart, seed);
      for (const [n, one] of left.entries())
        for (const other of left.slice(n + 1)) expect(apart.get(one.id)?.has(other.id)).toBe(true);
    }),
  );
});

test('the same people and the same seed give the same pairs, in whatever order they come', async () => {
  await fc.assert(
    fc.asyncProperty(community, async ({ people, apart, seed }) => {
      expect(await match([...people].reverse(), apart, seed)).toEqual(await match(people, apart, seed));
    }),
  );
});

test('the whole weighs no less than taking the best pair first', async () => {
  await fc.assert(
    fc.asyncProperty(community, async ({ people, apart, seed }) => {
      const byId = new Map(people.map((one) => [one.id, one]));
      const { pairs } = await match(people, apart, seed);
      const weight = pairs.reduce((sum, [one, other]) => sum + weighed(byId.get(one), byId.get(other)), 0);
      const first = await bestFirst(people, apart);
      expect(weight).toBeGreaterThanOrEqual(first.reduce((sum, pair) => sum + weighed(...pair), 0));
    }),
  );
});

test('a block weighs no less than the best pair first in the same graph', () => {
  fc.assert(
    fc.property(community, ({ people, apart, seed }) => {
      const edges = graphOf(people, apart, random(seed));
      expect(weightOf(edges, blossom(edges, true))).toBeGreaterThanOrEqual(weightOf(edges, greedy(edges)));
    }),
  );
});

test('the library finds what trying everything finds', () => {
  const few = community.map(({ people, ...rest }) => ({ ...rest, people: people.slice(0, 7) }));
  fc.assert(
    fc.property(few, ({ people, apart, seed }) => {
      const edges = graphOf(people, apart, random(seed));
      expect(weightOf(edges, blossom(edges, true))).toBe(heaviest(edges, new Set()));
    }),
  );
});

test('several blocks together leave one person at most, and whoever waited comes first', async () => {
  const dice = random(7);
  const people = Array.from({ length: 631 }, (_, n): Waiting => {
    const country = n < 600 ? 'england' : 'wales'; // whom everybody else would like best, and who cannot meet them all
    const said = { sector: dice.pick(['acute', 'vcse']), background: null, place: null, language: null };
    return { id: `p${n}`, country, ...said, meets: 'either', waited: n % 9 === 0 };
  });
  const told: number[] = [];
  const { pairs, left } = await match(people, new Map(), 3, async (share) => void told.push(share));
  expect([pairs.length, left.length]).toEqual([315, 1]);
  expect(told.at(-1)).toBe(1);
  expect([...told].sort((a, b) => a - b)).toEqual(told);
  expect(people.find(({ id }) => id === left[0]?.id)?.waited).toBe(false);
  expect(left[0]?.joins).not.toBeNull();
});

test('people from elsewhere are preferred, and a wish weighs about as much', () => {
  const base = { country: 'wales', sector: 'acute', background: 'clinical', place: 'Llanfaes' } as const;
  const one: Waiting = { id: 'a', ...base, meets: 'either', language: null, waited: false };
  const weight = (other: Partial<Waiting>, self: Partial<Waiting> = {}) =>
    weigh({ ...one, ...self }, { ...one, id: 'b', ...other });
  const same = weight({});
  expect(weight({ country: 'ireland' })).toBeGreaterThan(weight({ sector: 'hospice' }));
  expect(weight({ sector: 'hospice' })).toBeGreaterThan(weight({ background: 'lived-experience' }));
  expect(weight({ background: 'lived-experience' })).toBeGreaterThan(same);
  expect(weight({ background: null, sector: null, country: null })).toBe(same);
  expect(weight({ language: 'welsh' }, { language: 'welsh' })).toBeGreaterThan(same);
  expect(weight({ meets: 'in-person' }, { meets: 'in-person' })).toBeGreaterThan(weight({ country: 'ireland' }));
  expect(weight({ meets: 'online' }, { meets: 'in-person' })).toBeLessThan(same);
});

function weighed(one?: Waiting, other?: Waiting): number {
  return one && other ? weigh(one, other) : 0;
}

function weightOf(edges: readonly Edge[], partners: readonly number[]): number {
  return edges.reduce((sum, [i, j, weight]) => sum + (partners[i] === j ? weight : 0), 0);
}

function greedy(edges: readonly Edge[]): number[] {
  const partners: number[] = [];
  for (const [i, j] of [...edges].sort((a, b) => b[2] - a[2]))
    if (partners[i] === undefined && partners[j] === undefined) [partners[i], partners[j]] = [j, i];
  return partners;
}

function heaviest(edges: readonly Edge[], taken: ReadonlySet<number>): number {
  const [first, ...others] = edges;
  if (!first) return 0;
  const without = heaviest(others, taken);
  if (taken.has(first[0]) || taken.has(first[1])) return without;
  return Math.max(without, first[2] + heaviest(others, new Set([...taken, first[0], first[1]])));
}
