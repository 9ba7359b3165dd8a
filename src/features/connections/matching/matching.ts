import blossom from 'edmonds-blossom-fixed';
import { type Random, random } from '#kernel/random.ts';
import { type Apart, greedy, type Pair } from './greedy.ts';
import { type Waiting, weigh } from './weights.ts';

export type { Apart } from './greedy.ts';
export type Edge = [one: number, other: number, weight: number];
/** Who meets whom, who is left over, and which pair each of those could join as a third. */
export type Matching = { pairs: [string, string][]; left: { id: string; joins: [string, string] | null }[] };

/** Exact matching of n people takes time as n³ (docs/decisions/0017): so many at once take a twentieth of a second. */
const BLOCK = 200;
const BEST = 20;
/** And some by chance, so that those whom nobody prefers have somebody too. */
const CHANCE = 5;

export function apartOf(pairs: Iterable<readonly [string, string]>): Apart {
  const apart = new Map<string, Set<string>>();
  const keep = (one: string, other: string) => apart.set(one, (apart.get(one) ?? new Set()).add(other));
  for (const [one, other] of pairs) keep(one, other) && keep(other, one);
  return apart;
}

/**
 * Matches people two by two. The best pair first makes a beginning; then the pairs are dealt into blocks of a few hundred
 * people, so that the same places and the same wishes come together and once by chance, and each block is matched again,
 * exactly, by greatest weight. A block never does worse than the pairs that came into it, so the whole is never below its
 * beginning. The same people and the same seed give the same pairs. `between` is told, now and then, which share is done.
 */
export async function match(
  people: readonly Waiting[],
  apart: Apart,
  seed: number,
  between: (share: number) => Promise<void> = async () => {},
): Promise<Matching> {
  const dice = random(seed);
  const byChance = () => dice.next();
  const byPlace = (unit: Unit) => `${dice.pick<Waiting>(unit).place} ${dice.next()}`;
  const byWish = ([one, other]: Unit) => `${wishOf(one) || (other ? wishOf(other) : '')} ${dice.next()}`;
  const everybody = dealt(
    [...people].sort(byId).map((one): Unit => [one]),
    byChance,
  ).flat();
  let units = unitsOf(everybody, await greedy(everybody, apart, () => between(0)));
  const deals = [byPlace, byWish, byPlace, byChance];
  for (const [n, deal] of deals.entries()) {
    const blocks = blocksOf(dealt(units, deal));
    units = [];
    for (const [m, block] of blocks.entries()) {
      units.push(...rematched(block, apart, dice));
      await between((n + (m + 1) / blocks.length) / deals.length);
    }
  }
  const alone = units.filter(isAlone).map(([one]) => one); // of several blocks, who may suit each other
  const pairs = [...units.filter(isPair), ...(await greedy(alone, apart))];
  const paired = new Set(pairs.flat());
  const left = alone.filter((one) => !paired.has(one));
  return { pairs: pairs.map(([one, other]) => [one.id, other.id]), left: withThirds(left, pairs, apart) };
}

/** A pair for now, or somebody who has nobody yet. */
type Unit = Pair | [Waiting];

function unitsOf(people: readonly Waiting[], pairs: readonly Pair[]): Unit[] {
  const paired = new Set(pairs.flat());
  return [...pairs, ...people.filter((one) => !paired.has(one)).map((one): Unit => [one])];
}

/** The best pairs of a block, at least as good as those that it had. */
function rematched(block: readonly Unit[], apart: Apart, dice: Random): Unit[] {
  const people = block.flat();
  const edges = graphOf(people, apart, dice, block.filter(isPair));
  const partners = blossom(edges, true);
  return people.flatMap((one, i): Unit[] => {
    const partner = edges.length === 0 ? -1 : (partners[i] ?? -1);
    const other = people[partner];
    if (!other) return [[one]];
    return i < partner ? [[one, other]] : [];
  });
}

/**
 * The candidates of each as one graph: the best ones, a few by chance, and the pairs that there are. Among equals chance
 * decides; it never outweighs a preference.
 */
export function graphOf(people: readonly Waiting[], apart: Apart, dice: Random, pairs: readonly Pair[] = []): Edge[] {
  const paired = new Map(pairs);
  const candidates: Edge[][] = people.map(() => []);
  const kept = new Set<Edge>();
  people.forEach((one, i) => {
    const never = apart.get(one.id);
    for (let j = i + 1; j < people.length; j += 1) {
      const other = people[j];
      if (!other || never?.has(other.id)) continue;
      const edge: Edge = [i, j, 1000 * weigh(one, other) + dice.whole(0, 9)];
      candidates[i]?.push(edge);
      candidates[j]?.push(edge);
      if (paired.get(one) === other) kept.add(edge);
    }
  });
  for (const edges of candidates) {
    edges.sort((a, b) => b[2] - a[2]);
    for (const edge of edges.slice(0, BEST)) kept.add(edge);
    for (let n = 0; n < CHANCE && edges.length > BEST; n += 1) kept.add(dice.pick(edges));
  }
  return [...kept];
}

/** Nearly equal blocks; no pair is parted. */
function blocksOf(units: readonly Unit[]): Unit[][] {
  const blocks: Unit[][] = [];
  const count = Math.ceil(units.flat().length / BLOCK);
  const size = 2 * Math.ceil(units.flat().length / count / 2);
  let room = 0;
  for (const unit of units) {
    if (room < unit.length) {
      blocks.push([]);
      room = size;
    }
    blocks.at(-1)?.push(unit);
    room -= unit.length;
  }
  return blocks;
}

/** In the order that these keys give them. */
function dealt(units: readonly Unit[], keyOf: (unit: Unit) => string | number): Unit[] {
  const cards = units.map((unit) => ({ unit, key: keyOf(unit) }));
  return cards.sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ unit }) => unit);
}

/** What few others may share: only together can they be given it. */
function wishOf({ language, meets, country, place }: Waiting): string {
  return language ?? (meets === 'in-person' && place !== null ? `${country} ${place}` : '');
}

function isPair(unit: Unit): unit is Pair {
  return unit.length === 2;
}

function isAlone(unit: Unit): unit is [Waiting] {
  return unit.length === 1;
}

/** For each who is left over, the pair that they would suit best as a third; no pair is asked for two. */
function withThirds(left: readonly Waiting[], pairs: readonly Pair[], apart: Apart): Matching['left'] {
  const taken = new Set<number>();
  return left.map((third) => {
    const never = apart.get(third.id);
    let [best, most] = [-1, 0];
    pairs.forEach(([one, other], n) => {
      if (taken.has(n) || never?.has(one.id) || never?.has(other.id)) return;
      const weight = weigh(third, one) + weigh(third, other);
      if (weight > most) [best, most] = [n, weight];
    });
    const pair = pairs[best];
    if (!pair) return { id: third.id, joins: null };
    taken.add(best);
    return { id: third.id, joins: [pair[0].id, pair[1].id] };
  });
}

function byId(one: Waiting, other: Waiting): number {
  return one.id < other.id ? -1 : 1;
}
