export type Quartiles = { n: number; lower: number; median: number; upper: number };

/**
 * Median and quartiles, interpolated between neighbours (definition 7 of R. J. Hyndman and Y. Fan, The American Statistician
 * 50, 1996, 361–365). In the unit of the values; null without values.
 */
export function quartilesOf(values: readonly number[]): Quartiles | null {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) => {
    const place = share * (sorted.length - 1);
    const [below = 0, above = below] = sorted.slice(Math.floor(place), Math.floor(place) + 2);
    return below + (place - Math.floor(place)) * (above - below);
  };
  return sorted.length === 0 ? null : { n: sorted.length, lower: at(0.25), median: at(0.5), upper: at(0.75) };
}
