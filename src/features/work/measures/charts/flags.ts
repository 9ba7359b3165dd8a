import { type Anchor, widthOf } from './boxes.ts';

type Flag = { x: number; label: string };
export type Spot = { label: string; anchor: Anchor; row: number };
const BESIDE = 4; // between a flag's line and its words
const MOST_ROWS = 3;

/**
 * Words above the plot, each beside its own line and in as many rows as they need: none lies on another, and no line runs
 * through words, since a flag whose line would cross another's words stands in a lower row. `flags` in order of x. Null where
 * they do not fit: the chart then shows letters, and a key below.
 */
export function flagSpots(
  flags: readonly Flag[],
  { left, right, font }: { left: number; right: number; font: number },
): Spot[] | null {
  const placed = flags.map(({ x, label }) => {
    const width = widthOf(label, font) + BESIDE;
    const anchor: 'start' | 'end' = x + width <= right ? 'start' : 'end';
    const [from, to] = anchor === 'start' ? [x, x + width] : [x - width, x];
    return { label, anchor, row: 0, x, from, to };
  });
  if (placed.some(({ from }) => from < left)) return null;
  // The longest chain of "stands lower than". A circle in it never comes to rest and ends in more rows than there may be.
  for (let round = 0; round <= flags.length; round += 1)
    for (const [i, upper] of placed.entries())
      for (const [j, lower] of placed.entries())
        if (i !== j && isBelow(lower, upper, j > i)) lower.row = Math.max(lower.row, upper.row + 1);
  if (placed.some(({ row }) => row >= MOST_ROWS)) return null;
  return placed.map(({ label, anchor, row }) => ({ label, anchor, row }));
}

type Placed = Spot & { x: number; from: number; to: number };

function isBelow(lower: Placed, upper: Placed, later: boolean): boolean {
  if (covers(upper, lower)) return true;
  return later && !covers(lower, upper) && upper.from < lower.to + 8 && lower.from < upper.to + 8;
}

/** Do the words of one flag lie across the line of the other? */
function covers(flag: Placed, other: Placed): boolean {
  return Math.abs(flag.x - other.x) > 1 && other.x > flag.from - 2 && other.x < flag.to + 2;
}

/** A, B … in place of words: always beside their line, in as many rows as they need. */
export function letterSpots(flags: readonly Flag[], font: number): Spot[] {
  const ends: number[] = [];
  return flags.map(({ x }, i) => {
    const label = letterOf(i);
    const free = ends.findIndex((end) => end + 4 < x);
    const row = free < 0 ? ends.length : free;
    ends[row] = x + BESIDE + widthOf(label, font);
    return { label, anchor: 'start', row };
  });
}

function letterOf(i: number): string {
  return i < 26 ? String.fromCharCode(65 + i) : `${String.fromCharCode(64 + Math.floor(i / 26))}${letterOf(i % 26)}`;
}
