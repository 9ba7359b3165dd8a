export type Counts = { met: number; notYet: number; unsuited: number };
/** How many answered, to the nearest 5, and the share of each answer in per cent, to the nearest 5. */
export type Shares = Counts & { answers: number };

/** Of fewer no share is told: HESA's standard rounding suppresses percentages of fewer than 22.5 people. */
const FEWEST = 22.5;
const STEP = 5;

/** Rounded shares, from which nobody's own answer can be read; null where too few have answered. */
export function sharesOf({ met, notYet, unsuited }: Counts): Shares | null {
  const answers = met + notYet + unsuited;
  if (answers < FEWEST) return null;
  const share = (count: number) => rounded((100 * count) / answers);
  return { answers: rounded(answers), met: share(met), notYet: share(notYet), unsuited: share(unsuited) };
}

function rounded(value: number): number {
  return STEP * Math.round(value / STEP);
}
