/** A number with its standard error and its 95% interval. */
export type Estimate = { value: number; error: number; low: number; high: number };

const Z = 1.959964; // the 97.5th centile of the normal distribution

/**
 * The share of subjects whom two raters put into the same category.
 * @param table counts, q by q: `table[i][j]` subjects whom the first rater put into i and the second into j
 * @returns 0 to 1; null without subjects
 */
export function rawAgreement(table: readonly (readonly number[])[]): number | null {
  const p = shares(table);
  return p ? p.reduce((sum, row, i) => sum + (row[i] ?? 0), 0) : null;
}

/**
 * Cohen's kappa for two raters and q categories (J. Cohen, Educational and Psychological Measurement 20, 1960, 37–46), with
 * its large-sample standard error (J. L. Fleiss, J. Cohen, B. S. Everitt, Psychological Bulletin 72, 1969, 323–327,
 * formula 13) and a normal interval.
 * @param table counts, q by q, as for `rawAgreement`
 * @returns null without subjects, and where both raters used one and the same category only: chance then explains all
 */
export function cohensKappa(table: readonly (readonly number[])[]): Estimate | null {
  const p = shares(table);
  const agreed = rawAgreement(table);
  if (!p || agreed === null) return null;
  const { first, second } = margins(p);
  const chance = first.reduce((sum, share, i) => sum + share * (second[i] ?? 0), 0);
  if (chance > 1 - 1e-12) return null;
  const kappa = (agreed - chance) / (1 - chance);
  let squares = 0;
  for (const [i, row] of p.entries())
    for (const [j, share] of row.entries()) {
      const both = (second[i] ?? 0) + (first[j] ?? 0);
      squares += share * ((i === j ? 1 : 0) - both * (1 - kappa)) ** 2;
    }
  const variance = (squares - (kappa - chance * (1 - kappa)) ** 2) / (count(table) * (1 - chance) ** 2);
  return estimate(kappa, variance);
}

/**
 * Gwet's AC1 for two raters and q categories, with its variance (K. L. Gwet, British Journal of Mathematical and Statistical
 * Psychology 61, 2008, 29–48) and a normal interval. It does not collapse where nearly all are judged alike, as kappa does.
 * @param table counts, q by q with q at least 2, as for `rawAgreement`
 * @returns null without subjects
 */
export function gwetsAC1(table: readonly (readonly number[])[]): Estimate | null {
  const p = shares(table);
  const agreed = rawAgreement(table);
  if (!p || agreed === null) return null;
  const q = p.length;
  const { first, second } = margins(p);
  const mean = first.map((share, i) => (share + (second[i] ?? 0)) / 2);
  const chance = mean.reduce((sum, share) => sum + share * (1 - share), 0) / (q - 1);
  const ac1 = (agreed - chance) / (1 - chance);
  const diagonal = p.reduce((sum, row, i) => sum + (row[i] ?? 0) * (1 - (mean[i] ?? 0)), 0) / (q - 1);
  let squares = 0;
  for (const [i, row] of p.entries())
    for (const [j, share] of row.entries()) squares += share * (1 - ((mean[i] ?? 0) + (mean[j] ?? 0)) / 2) ** 2;
  const variance =
    (agreed * (1 - agreed) -
      4 * (1 - ac1) * (diagonal - agreed * chance) +
      4 * (1 - ac1) ** 2 * (squares / (q - 1) ** 2 - chance ** 2)) /
    (count(table) * (1 - chance) ** 2);
  return estimate(ac1, variance);
}

/** An agreement is never above 1 nor below −1. */
function estimate(value: number, variance: number): Estimate {
  const error = Math.sqrt(Math.max(0, variance));
  return { value, error, low: Math.max(-1, value - Z * error), high: Math.min(1, value + Z * error) };
}

function count(table: readonly (readonly number[])[]): number {
  return table.flat().reduce((sum, n) => sum + n, 0);
}

function shares(table: readonly (readonly number[])[]): number[][] | null {
  const n = count(table);
  return n === 0 ? null : table.map((row) => row.map((cell) => cell / n));
}

/** How each rater used the categories. */
function margins(p: number[][]): { first: number[]; second: number[] } {
  return {
    first: p.map((row) => row.reduce((sum, share) => sum + share, 0)),
    second: p.map((_, j) => p.reduce((sum, row) => sum + (row[j] ?? 0), 0)),
  };
}
