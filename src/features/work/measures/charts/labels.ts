import { type Box, boxOf, overlap, widthOf } from './boxes.ts';

type Stretch = { x1: number; x2: number };
/** `hard`: never under a label. `soft`: better not. */
export type Obstacles = { hard: readonly Box[]; soft: readonly Box[] };

/**
 * A place for a label in its stretch, on one of the baselines, the best first: on nothing at all if that can be, otherwise at
 * least on no point, line or word. Null where there is none.
 */
export function freeSpot(
  text: string,
  { x1, x2 }: Stretch,
  baselines: readonly number[],
  { hard, soft }: Obstacles,
  { top, bottom, font }: { top: number; bottom: number; font: number },
): { x: number; y: number } | null {
  const width = widthOf(text, font);
  const fits = baselines.filter((y) => y - font * 0.78 > top && y + font * 0.22 < bottom);
  for (const obstacles of [[...hard, ...soft], hard])
    for (const y of fits)
      for (let x = x1 + 5; x + width < x2 - 4; x += 5) {
        const box = boxOf({ x, y, text, anchor: 'start' }, font);
        const wide = { ...box, left: box.left - 3, right: box.right + 3 };
        if (!obstacles.some((other) => overlap(wide, other))) return { x, y };
      }
  return null;
}

/** Labels at the right end, pushed apart until none sits on another; the mean's stays where it is. */
export function spread<End extends { y: number; kind: string }>(ends: readonly End[], font: number): End[] {
  const sorted = [...ends].sort((a, b) => a.y - b.y);
  const fixed = sorted.findIndex(({ kind }) => kind === 'mean');
  const gap = font + 1;
  const ys = sorted.map(({ y }) => y);
  for (let i = fixed + 1; i < ys.length; i += 1) ys[i] = Math.max(ys[i] ?? 0, (ys[i - 1] ?? 0) + gap);
  for (let i = fixed - 1; i >= 0; i -= 1) ys[i] = Math.min(ys[i] ?? 0, (ys[i + 1] ?? 0) - gap);
  return sorted.map((end, i) => ({ ...end, y: ys[i] ?? end.y }));
}
