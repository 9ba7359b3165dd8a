import type { Shares } from '#features/work/index.ts';

export type Sited = { id: string; shares: Shares };
/** A place in the frame: 0, 0 is its top left corner; 1, 1 its bottom right one. */
export type Place = { x: number; y: number };

/** How far equal shares are strewn, so that each piece of work can be seen. */
const STREWN = 0.045;
/** How much of the way a point goes from where its shares put it to where its rank does. */
const RANKED = 0.6;
/** What stays free at each edge. */
const MARGIN = 0.07;

/**
 * Four shares → a place in the frame. The modes stand at its corners: iterative top left, pathways top right, operating
 * model bottom right, community bottom left; so with the plain weighted mean of the corners
 *
 *     x = pathways + operating model       y = operating model + community
 *
 * Work is mostly a mixture, and such means bunch in the middle. So each axis is spread by itself:
 *
 *     x′ = 0.6 · F(x + e) + 0.4 · (x + e)
 *
 * F is the share of the surveyed works that lie further left (their empirical distribution, drawn through its
 * mid-ranks), and e, at most 0.045 either way, comes from the work's id alone. What follows from it: whoever is clearly
 * further right by their shares is further right on the map; the same works give the same map; one more work moves any
 * other by at most 0.6 ⁄ n of the frame on each axis; and a corner still means a mode, since 0.4 of the way is absolute.
 *
 * `surveyed` are the works that F is made of. The answer places any work, surveyed or not.
 */
export function survey(surveyed: readonly Sited[]): (work: Sited) => Place {
  const across = rankIn(surveyed.map((work) => strewn(work).x));
  const down = rankIn(surveyed.map((work) => strewn(work).y));
  return (work) => {
    const { x, y } = strewn(work);
    return { x: within(mixed(across(x), x)), y: within(mixed(down(y), y)) };
  };
}

/** The places of these works among themselves. */
export function layout(works: readonly Sited[]): Place[] {
  return works.map(survey(works));
}

function strewn({ id, shares }: Sited): Place {
  return {
    x: shares.pathways + shares['operating-model'] + STREWN * chance(id, 1),
    y: shares['operating-model'] + shares.community + STREWN * chance(id, 2),
  };
}

function mixed(rank: number, mean: number): number {
  return RANKED * rank + (1 - RANKED) * ((mean + STREWN) / (1 + 2 * STREWN));
}

function within(share: number): number {
  return MARGIN + (1 - 2 * MARGIN) * share;
}

/** A number's rank among these, from 0 to 1, joined by straight lines between their mid-ranks. */
function rankIn(values: readonly number[]): (value: number) => number {
  const sorted = [...values].sort((a, b) => a - b);
  const n = sorted.length;
  if (n === 0) return (value) => Math.min(1, Math.max(0, value));
  return (value) => {
    const right = firstAbove(sorted, value);
    const [low, high] = [sorted[right - 1], sorted[right]];
    if (low === undefined) return 0.5 / n;
    if (high === undefined) return (n - 0.5) / n;
    return (right - 0.5 + (value - low) / (high - low)) / n;
  };
}

/** The index of the first of the sorted values that is above this one. */
function firstAbove(sorted: readonly number[], value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Between −1 and 1, the middle likelier than the ends, and always the same for the same id. */
function chance(id: string, salt: number): number {
  return hash(`${id}${salt}a`) + hash(`${id}${salt}b`) - 1;
}

/** FNV-1a, then mixed, as a number from 0 up to 1. */
function hash(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return ((h ^ (h >>> 16)) >>> 0) / 0x100000000;
}
