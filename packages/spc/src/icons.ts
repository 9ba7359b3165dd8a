import type { Limits } from './limits.ts';
import type { Direction, JudgedPoint } from './points.ts';

/** What the latest point says: Making Data Count's variation icon. */
export type Variation =
  | 'common-cause'
  | 'improvement-high'
  | 'improvement-low'
  | 'concern-high'
  | 'concern-low'
  | 'neutral-high'
  | 'neutral-low';

/** Whether the target will be met as things are: always, never, or now and then. Making Data Count's assurance icon. */
export type Assurance = 'pass' | 'fail' | 'inconsistent';

/** The variation icon of a chart or phase that ends with this point. A missing point is common cause. */
export function variation({ meaning, way }: Pick<JudgedPoint, 'meaning' | 'way'>): Variation {
  return meaning === 'common' || way === null ? 'common-cause' : `${meaning}-${way}`;
}

/**
 * The assurance icon: the target against limits in one unit. Only a target strictly outside the limits is sure to be
 * passed or failed; without limits nothing is. Null without a target or a better direction.
 */
export function assurance({ lower, upper }: Limits, target: number | null, better: Direction): Assurance | null {
  if (target === null || better === 'neutral') return null;
  if (lower === null || upper === null || (target >= lower && target <= upper)) return 'inconsistent';
  return target > upper === (better === 'decrease') ? 'pass' : 'fail';
}
