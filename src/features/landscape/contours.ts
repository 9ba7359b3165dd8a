import { contourDensity, type ContourMultiPolygon as Multi } from 'd3-contour';
import type { Place } from './layout.ts';

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

/** A closed ring → a smooth closed path: a quadratic spline with the ring's corners as its controls. */
function smooth(ring: number[][]): string {
  const corners = ring.slice(1).map(([x = 0, y = 0]) => [Math.round(x), Math.round(y)] as const);
  const used = corners.filter((_, i) => i % 2 === 0 || corners.length < 12);
  const last = used.at(-1);
  if (!last || used.length < 3) return '';
  let from = last;
  let path = '';
  for (const corner of used) {
    const middle = [(from[0] + corner[0]) / 2, (from[1] + corner[1]) / 2] as const;
    path += path === '' ? `M${middle}` : `Q${from} ${middle}`;
    from = corner;
  }
  const first = used[0] ?? last;
  return `${path}Q${last} ${(last[0] + first[0]) / 2},${(last[1] + first[1]) / 2}Z`;
}
