import { FEWEST_FOR_PERCENTAGE } from '#kernel/disclosure.ts';
import { type Counts, findsSomebody, movement } from './attack.ts';

/** So many people at least must have come into a table's categories, or gone from them, before it is counted again. */
export const FEWEST_CHANGED = 10;

export type Decision = 'new' | 'stands' | 'too-few';

/**
 * May this table be released beside those that were before? `new`: yes. `stands`: the last one stays as it is. `too-few`:
 * nothing is shown. Rounding alone is not enough: a count that goes from 0 to 5 in a quarter in which one person joined says
 * what that person answered.
 */
export function decide(now: Counts, released: readonly Counts[]): Decision {
  const last = released.at(-1);
  if (last) {
    const { came, went } = movement(last, now);
    if (Math.max(came, went) < FEWEST_CHANGED) return 'stands';
  }
  const people = Object.values(now).reduce((sum, count) => sum + count, 0);
  if (people < FEWEST_FOR_PERCENTAGE) return 'too-few';
  if (findsSomebody([...released, now])) return last ? 'stands' : 'too-few';
  return 'new';
}
