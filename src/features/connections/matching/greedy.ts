import { type Waiting, weigh } from './weights.ts';

/** For each person those whom they must not meet: they have met, or one wants to be left in peace. */
export type Apart = ReadonlyMap<string, ReadonlySet<string>>;
export type Pair = [Waiting, Waiting];

type Candidate = { one: Waiting; other: Waiting; weight: number };

const BEST = 20;
const AT_A_STRETCH = 50;

/**
 * Over the best 20 candidates of each: the best pair that there is, then the best of those who are left, and so on. Nobody
 * stays alone who could have somebody else who does. `between` is called every fiftieth of a second or so.
 */
export async function greedy(
  people: readonly Waiting[],
  apart: Apart,
  between: () => Promise<void> = async () => {},
): Promise<Pair[]> {
  const candidates: Candidate[] = [];
  for (const [n, one] of people.entries()) {
    candidates.push(...bestOf(one, people, apart));
    if (n % AT_A_STRETCH === 0) await between();
  }
  const taken = new Set<Waiting>();
  const pairs: Pair[] = [];
  for (const { one, other } of candidates.sort((a, b) => b.weight - a.weight)) {
    if (taken.has(one) || taken.has(other)) continue;
    taken.add(one).add(other);
    pairs.push([one, other]);
  }
  if (pairs.length === 0) return [];
  const left = people.filter((one) => !taken.has(one));
  return [...pairs, ...(await greedy(left, apart, between))];
}

/** The best candidates of somebody, best first. */
export function bestOf(one: Waiting, people: readonly Waiting[], apart: Apart, most = BEST): Candidate[] {
  const never = apart.get(one.id);
  const best: Candidate[] = [];
  for (const other of people) {
    const weight = weigh(one, other);
    if (best.length === most && weight <= (best.at(-1)?.weight ?? 0)) continue;
    if (other === one || never?.has(other.id)) continue;
    best.splice(best.findLastIndex((candidate) => candidate.weight >= weight) + 1, 0, { one, other, weight });
    best.length = Math.min(best.length, most);
  }
  return best;
}
