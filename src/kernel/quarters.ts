/** A quarter of a year, as `2026-Q3`: they sort as they follow each other. */
export type Quarter = `${number}-Q${1 | 2 | 3 | 4}`;

/** The last quarter that had ended at an instant (in UTC: an hour at its edge does not matter here). */
export function lastEnded(at: Date): Quarter {
  const month = at.getUTCMonth() - 3;
  return month < 0 ? quarter(at.getUTCFullYear() - 1, month + 12) : quarter(at.getUTCFullYear(), month);
}

function quarter(year: number, month: number): Quarter {
  return `${year}-Q${month < 3 ? 1 : month < 6 ? 2 : month < 9 ? 3 : 4}`;
}
