import { DISPUTED } from '#features/work/index.ts';
import { HEIGHT, WIDTH } from '#kernel/contours.ts';
import { shelf } from '#kernel/drawn.ts';
import type { Picture, Spot } from './landscape.ts';

/** So many names at a time. */
export const MOST_NAMES = 60;

const files = shelf<string>(8_000_000, ({ length }) => length);

/**
 * All points of a picture that was asked for without years, as one compact file for the browser's canvas, column by column: ids; places
 * in tenths of the map's units; `kinds` a digit each (1 stopped, 2 disputed, 3 both); `spreads` of those that are disputed,
 * in hundredths; years counted from the first, with −1 where nobody has said. Some twenty bytes a point.
 */
export function pointsFile({ key, years, spots }: Picture): string {
  return files(key, () => {
    const from = years?.[0] ?? 0;
    const column = (number: (spot: Spot) => number) => spots.map((spot) => Math.round(number(spot)));
    return JSON.stringify({
      first: from,
      ids: spots.map(({ short }) => short).join(' '),
      x: column(({ place }) => place.x * WIDTH * 10),
      y: column(({ place }) => place.y * HEIGHT * 10),
      kinds: spots.map(({ state, spread }) => (state === 'stopped' ? 1 : 0) + (spread >= DISPUTED ? 2 : 0)).join(''),
      spreads: spots.flatMap(({ spread }) => (spread >= DISPUTED ? [Math.round(spread * 100)] : [])),
      began: column(({ began }) => (began === null ? -1 : began - from)),
      ended: column(({ ended }) => (ended === null ? -1 : ended - from)),
    });
  });
}

/** The spots of these short ids, of those that this audience sees. */
export function spotsNamed(spots: readonly Spot[], ids: readonly string[]): Spot[] {
  const asked = new Set(ids.slice(0, MOST_NAMES));
  return spots.filter(({ short }) => asked.has(short));
}
