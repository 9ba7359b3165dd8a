import { contourDensity, type ContourMultiPolygon as Multi } from 'd3-contour';

/** A place in the frame: 0, 0 is its top left corner; 1, 1 its bottom right one. */
type Place = { x: number; y: number };

// In d3-contour since 3.1, and missing in its types.
declare module 'd3-contour' {
  interface ContourDensity<Datum> {
    contours(data: Datum[]): { (value: number): Multi; readonly max: number };
  }
}

/** The frame that the map is drawn in. */
export const WIDTH = 1200;
export const HEIGHT = 700;
/** From the valley to the heights. */
export const LEVELS = 12;
/** With fewer, hills would be made of single works. */
export const ENOUGH = 8;

/** All ground from one height up, as the path of an SVG. Every fourth line is heavier, as on a walking map. */
export type Contour = { level: number; heavy: boolean; path: string };

/**
 * The density of places as hypsometric contours. Heights are relative to the highest point: level n of 12 begins at
 * ((n + 0.5) ⁄ 12)^1.3 of it, so that lines stand closer in the valleys, where most of the ground is.
 */
export function contours(places: readonly Place[]): Contour[] {
  if (places.length < ENOUGH) return [];
  const density = contourDensity<Place>()
    .x(({ x }) => x * WIDTH)
    .y(({ y }) => y * HEIGHT)
    .size([WIDTH, HEIGHT])
    .cellSize(8)
    .bandwidth(bandwidth(places.length))
    .contours([...places]);
  return Array.from({ length: LEVELS }, (_, level) => {
    const { coordinates } = density(density.max * ((level + 0.5) / LEVELS) ** 1.3);
    return { level, heavy: level % 4 === 3, path: coordinates.flat().map(smooth).join('') };
  });
}

/** Scott's rule narrows with the sixth root of n in two dimensions; 42 is what reads well at a hundred works. */
function bandwidth(n: number): number {
  return Math.min(60, Math.max(24, 42 * (100 / n) ** (1 / 6)));
}

/**
 * A closed ring → a smooth closed path: a quadratic spline with the ring's corners as its controls, through the middles
 * between them. Each control is the one before, mirrored in the middle: `t` says just that, in a third of the letters.
 * Corners are whole numbers and middles halves, so that nothing is lost on the way round.
 */
function smooth(ring: number[][]): string {
  const corners = ring.slice(1).map(([x = 0, y = 0]) => [Math.round(x), Math.round(y)] as const);
  const used = corners.filter((_, i) => i % 2 === 0 || corners.length < 12);
  const [first, last] = [used[0], used.at(-1)];
  if (!first || !last || used.length < 3) return '';
  const middles = used.map((corner, i) => middleOf(corner, used[i + 1] ?? first));
  const steps = middles.slice(1).map(([x, y], i) => `t${x - (middles[i]?.[0] ?? 0)} ${y - (middles[i]?.[1] ?? 0)}`);
  return `M${middleOf(last, first).join(' ')}Q${first.join(' ')} ${middles[0]?.join(' ')}${steps.join('')}Z`;
}

type Corner = readonly [x: number, y: number];

function middleOf([ax, ay]: Corner, [bx, by]: Corner): Corner {
  return [(ax + bx) / 2, (ay + by) / 2];
}
