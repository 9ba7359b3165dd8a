import { meaning, rounded } from '#kernel/disclosure.ts';

/** How many people there are in each category. */
export type Counts = Readonly<Record<string, number>>;

/** What changed between two tables: how many people at least must have come into a category, and gone from one. */
export function movement(before: Counts, after: Counts): { came: number; went: number } {
  let [came, went] = [0, 0];
  for (const category of categoriesOf([before, after])) {
    const change = at(after, category) - at(before, category);
    if (change > 0) came += change;
    else went -= change;
  }
  return { came, went };
}

/**
 * Would somebody be found out who reads every released table of this history? The reader is the strongest that we can think
 * of: they know exactly who answered at each release, who came and who went in between, and that shown counts lie within 2
 * of the true ones; they do not know the answers. A group of people who came (or went, or came and went) together is found
 * out when all that is shown leaves only one category for them.
 *
 * What such a reader can think possible are the whole-numbered flows in a network: people enter it at a release, stay in
 * their category from release to release, and leave it; the flow through each category at each release has the shown count
 * for its bounds. The true counts are one such flow. Another category is possible for a group if, and only if, the residual
 * network has a cycle through its arc (Ford and Fulkerson, Flows in Networks, 1962, chapter I).
 */
export function findsSomebody(history: readonly Counts[]): boolean {
  const categories = categoriesOf(history);
  const network = networkOf(history, categories);
  const entries = history.map((_, k) => groupOf(network, categories, 'entry', k));
  const exits = history.map((_, k) => groupOf(network, categories, 'exit', k));
  const groups = [...entries, ...exits.slice(0, -1)].filter((group) => group !== null);
  if (groups.some((possible) => possible.size < 2)) return true;
  return entries.some((came, j) =>
    exits.slice(j, -1).some((went) => came && went && [...came].filter((category) => went.has(category)).length < 2),
  );
}

type Arc = { from: string; to: string; least: number; most: number; flow: number };
/** The arcs at each node, both ways. */
type Network = Map<string, Arc[]>;

/** At release k: entry:k → k:category → (k+1):category …, and k:category → exit:k for those who are gone by the next. */
function networkOf(history: readonly Counts[], categories: string[]): Network {
  const network: Network = new Map();
  const add = (...arcs: Arc[]) => {
    for (const arc of arcs)
      for (const node of [arc.from, arc.to]) network.set(node, [...(network.get(node) ?? []), arc]);
  };
  for (const [k, counts] of history.entries())
    for (const category of categories) {
      const people = at(counts, category);
      const before = k > 0 ? at(history[k - 1] ?? {}, category) : 0;
      const next = history[k + 1];
      const after = next ? at(next, category) : 0;
      const { least, most } = meaning(rounded(people));
      add(
        free(`entry:${k}`, `in:${k}:${category}`, Math.max(0, people - before)),
        { from: `in:${k}:${category}`, to: `out:${k}:${category}`, least, most, flow: people },
        free(`out:${k}:${category}`, `exit:${k}`, Math.max(0, people - after)),
      );
      if (next) add(free(`out:${k}:${category}`, `in:${k + 1}:${category}`, Math.min(people, after)));
    }
  return network;
}

function free(from: string, to: string, flow: number): Arc {
  return { from, to, least: 0, most: Number.POSITIVE_INFINITY, flow };
}

/** The categories that are possible for those who came at, or went after, a release; null where nobody did. */
function groupOf(network: Network, categories: string[], end: 'entry' | 'exit', k: number): Set<string> | null {
  const arcs = categories.map((category) => {
    const [from, to] = end === 'entry' ? [`entry:${k}`, `in:${k}:${category}`] : [`out:${k}:${category}`, `exit:${k}`];
    return { category, arc: network.get(from)?.find((arc) => arc.to === to) };
  });
  if (arcs.every(({ arc }) => !arc?.flow)) return null;
  const possible = arcs.filter(({ arc }) => arc && (arc.flow > 0 || reaches(network, arc.to, arc.from)));
  return new Set(possible.map(({ category }) => category));
}

/** Is there a way through the residual network? */
function reaches(network: Network, start: string, goal: string): boolean {
  const seen = new Set([start]);
  const waiting = [start];
  for (let here = waiting.pop(); here !== undefined; here = waiting.pop()) {
    if (here === goal) return true;
    for (const { from, to, least, most, flow } of network.get(here) ?? []) {
      const next = from === here && flow < most ? to : to === here && flow > least ? from : null;
      if (next === null || seen.has(next)) continue;
      seen.add(next);
      waiting.push(next);
    }
  }
  return false;
}

function categoriesOf(history: readonly Counts[]): string[] {
  return [...new Set(history.flatMap((counts) => Object.keys(counts)))].sort();
}

function at(counts: Counts, category: string): number {
  return counts[category] ?? 0;
}
