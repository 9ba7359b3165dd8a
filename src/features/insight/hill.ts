/**
 * The Hill number of order q: how many equally common kinds would be as varied as these. Order 0 counts the kinds; order 1
 * is exp(−Σ p ln p), where each person counts the same; order 2 is 1 / Σ p², ruled by the common ones.
 * (Σ pᵢ^q)^(1 / (1 − q)). M. O. Hill, Ecology 54 (1973) 427; L. Jost, Oikos 113 (2006) 363.
 */
export function hill(counts: readonly number[], q: 0 | 1 | 2): number {
  const some = counts.filter((count) => count > 0);
  const all = some.reduce((sum, count) => sum + count, 0);
  if (q === 0 || all === 0) return some.length;
  const shares = some.map((count) => count / all);
  if (q === 1) return Math.exp(-shares.reduce((sum, p) => sum + p * Math.log(p), 0));
  return 1 / shares.reduce((sum, p) => sum + p * p, 0);
}

/**
 * Rarefied richness: how many kinds to expect among n people picked from these; null where there are fewer. So that years
 * of different size can be compared. Σ (1 − C(N − Nᵢ, n) / C(N, n)). S. H. Hurlbert, Ecology 52 (1971) 577.
 */
export function among(counts: readonly number[], n: number): number | null {
  const all = counts.reduce((sum, count) => sum + count, 0);
  if (all < n) return null;
  return counts.reduce((sum, count) => sum + 1 - chanceOfNone(all, count, n), 0);
}

/** C(N − k, n) / C(N, n), as a product that cannot overflow. */
function chanceOfNone(all: number, count: number, n: number): number {
  if (all - count < n) return 0;
  let chance = 1;
  for (let i = 0; i < n; i += 1) chance *= (all - count - i) / (all - i);
  return chance;
}
