/** How small numbers about people leave the house: the standard rounding methodology of HESA. */

/** A percentage of fewer people than this is not shown, nor a table about them. */
export const FEWEST_FOR_PERCENTAGE = 22.5;
/** How far a shown number may be from the true one, either way. */
export const SLACK = 2;

/** A count of people to the nearest 5: 0, 1 and 2 become 0, and what lies half-way goes up. */
export function rounded(people: number): number {
  return Math.floor((people + 2.5) / 5) * 5;
}

/** What a shown count can stand for. */
export function meaning(shown: number): { least: number; most: number } {
  return { least: Math.max(0, shown - SLACK), most: shown + SLACK };
}

/** `part` as a percentage of `whole`; null where too few people are behind it. */
export function percentage(part: number, whole: number): number | null {
  return whole < FEWEST_FOR_PERCENTAGE ? null : (100 * part) / whole;
}
