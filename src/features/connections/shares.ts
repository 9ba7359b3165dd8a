import { FEWEST_FOR_PERCENTAGE, rounded } from '#kernel/disclosure.ts';

export type Counts = { met: number; notYet: number; unsuited: number };
/** How many answered, and the share of each answer in per cent, both to the nearest 5. */
export type Shares = Counts & { answers: number };

/** Rounded shares, from which nobody's own answer can be read; null where too few have answered. */
export function sharesOf({ met, notYet, unsuited }: Counts): Shares | null {
  const answers = met + notYet + unsuited;
  if (answers < FEWEST_FOR_PERCENTAGE) return null;
  const share = (count: number) => rounded((100 * count) / answers);
  return { answers: rounded(answers), met: share(met), notYet: share(notYet), unsuited: share(unsuited) };
}
