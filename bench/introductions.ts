// How well, and how fast, are 5,000 people introduced? One run: `node bench/introductions.ts`, which needs no build.
//
// Beside the house's matching, in the same run and over the same people: taking the best pair that is left first, over the
// best 20 candidates of each among all, then among those who are left. Weights are what a meeting is worth beyond that it happens at all, and no matching
// can be worth more than half the sum of everybody's best; times are of this machine, under whatever else it does.

import { availableParallelism, loadavg } from 'node:os';
import { bestOf, greedy } from '../src/features/connections/matching/greedy.ts';
import { type Apart, apartOf, match } from '../src/features/connections/matching/matching.ts';
import { suiting, type Waiting } from '../src/features/connections/matching/weights.ts';
import { type Random, random } from '../src/kernel/random.ts';

const COUNTRIES = ['england', 'england', 'england', 'scotland', 'wales', 'northern-ireland', 'ireland'];
const ROUNDS_BEFORE = 24;

for (const size of [500, 5_000]) {
  const dice = random(size);
  const people = Array.from({ length: size }, (_, n) => somebody(n, dice));
  const apart = metBefore(people, dice);
  const byId = new Map(people.map((person) => [person.id, person]));
  const worth = (pairs: readonly (readonly [string, string])[]) =>
    pairs.reduce((sum, [a, b]) => sum + suiting(at(byId, a), at(byId, b)), 0);

  let longest = 0;
  let since = performance.now();
  const house = await timed(() =>
    match(people, apart, 1, async () => {
      longest = Math.max(longest, performance.now() - since);
      since = performance.now();
    }),
  );
  const rival = await timed(async () => (await greedy(people, apart)).map(([a, b]) => [a.id, b.id] as const));
  const bound = boundOf(people, apart) / 2;
  const shown = [worth(house.result.pairs), worth(rival.result)];
  console.log(`${size} people, after ${ROUNDS_BEFORE} rounds`);
  console.log(`  house   ${secondsOf(house)}, at most ${longest.toFixed(0)} ms at a stretch`);
  console.log(`          ${house.result.pairs.length} pairs, ${house.result.left.length} left over`);
  console.log(`  greedy  ${secondsOf(rival)}, ${rival.result.length} pairs`);
  console.log(`  weight  house / greedy ${ratio(shown[0], shown[1])}, house / bound ${ratio(shown[0], bound)}`);
  console.log(`  time    house / greedy ${ratio(house.clock, rival.clock)}`);
  if (size === 5_000 && house.clock > 10_000) process.exitCode = 1;
}
console.log(`${availableParallelism()} cores, load ${loadavg()[0]?.toFixed(1)}`);

function somebody(n: number, dice: Random): Waiting {
  return {
    id: `person-${n}`,
    country: dice.pick(COUNTRIES),
    sector: dice.next() < 0.2 ? null : `sector-${Math.floor(12 * dice.next() ** 2)}`,
    background: dice.next() < 0.2 ? null : `background-${Math.floor(10 * dice.next() ** 2)}`,
    place: `place-${dice.whole(1, 60)}`,
    meets: dice.pick(['either', 'either', 'either', 'online', 'in-person'] as const),
    language: dice.next() < 0.05 ? 'welsh' : null,
    waited: false,
  };
}

function metBefore(people: readonly Waiting[], dice: Random): Apart {
  const times = (people.length / 2) * ROUNDS_BEFORE;
  return apartOf(Array.from({ length: times }, () => [dice.pick(people).id, dice.pick(people).id] as const));
}

function boundOf(people: readonly Waiting[], apart: Apart): number {
  return people.reduce(
    (sum, one) => sum + bestOf(one, people, apart, 1).reduce((_, { other }) => suiting(one, other), 0),
    0,
  );
}

async function timed<T>(work: () => Promise<T>): Promise<{ result: T; clock: number; cpu: number }> {
  const [begun, used] = [performance.now(), process.cpuUsage()];
  const result = await work();
  const { user, system } = process.cpuUsage(used);
  return { result, clock: performance.now() - begun, cpu: (user + system) / 1000 };
}

function secondsOf({ clock, cpu }: { clock: number; cpu: number }): string {
  return `${(clock / 1000).toFixed(1)} s (${(cpu / 1000).toFixed(1)} s of a core)`;
}

function ratio(one = 0, other = 0): string {
  return (one / other).toFixed(4);
}

function at(people: ReadonlyMap<string, Waiting>, id: string): Waiting {
  const person = people.get(id);
  if (!person) throw new Error(`nobody is called ${id}`);
  return person;
}
