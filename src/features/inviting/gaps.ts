/** How many members are here, and how many are elsewhere, by kind. */
export type Count = { key: string; here: number; elsewhere: number };
export type Gap = Count & {
  /** How many there would be here if it were as elsewhere, rounded. */
  likely: number;
};

const MOST = 8;

/**
 * The kinds of which there are fewer than half as many here as there would be if the members here were spread as they are
 * elsewhere; the widest gap first. Where there would be less than one anyway, nothing is missing. Pure.
 */
export function gapsIn(counts: readonly Count[]): Gap[] {
  const here = counts.reduce((sum, count) => sum + count.here, 0);
  const elsewhere = counts.reduce((sum, count) => sum + count.elsewhere, 0);
  if (here === 0 || elsewhere === 0) return [];
  return counts
    .map((count) => ({ ...count, likely: (count.elsewhere / elsewhere) * here }))
    .filter(({ likely, here: found }) => likely >= 1 && found < likely / 2)
    .sort((a, b) => b.likely - b.here - (a.likely - a.here) || a.key.localeCompare(b.key))
    .slice(0, MOST)
    .map((gap) => ({ ...gap, likely: Math.round(gap.likely) }));
}
