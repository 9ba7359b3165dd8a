// Makes reference/outline.json again: node bench/outline.ts countries-10m.json, with that file of the package
// world-atlas 2.0.2 (Natural Earth, public domain). Cuts it to the UK and Ireland and leaves out what would be smaller than
// a dot.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { project } from '../src/features/people/map/projection.ts';

type Point = { x: number; y: number };
type Topology = {
  transform: { scale: [number, number]; translate: [number, number] };
  arcs: [number, number][][];
  objects: { countries: { geometries: { id?: string; type: string; arcs: number[][] | number[][][] }[] } };
};

const COUNTRIES = ['826', '372']; // ISO 3166: the United Kingdom, Ireland
const TOLERANCE = 1.3; // of the map's units: less than the width of its line
const SMALLEST = 14; // square units

const atlas = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as Topology;
const rings = atlas.objects.countries.geometries
  .filter(({ id }) => COUNTRIES.includes(id ?? ''))
  .flatMap(({ type, arcs }) => (type === 'Polygon' ? [arcs as number[][]] : (arcs as number[][][])))
  .flatMap((polygon) => polygon.map(ringOf))
  .filter((ring) => Math.abs(area(ring)) >= SMALLEST)
  .map(simple);
const text = `${JSON.stringify({ source: 'Natural Earth, by world-atlas 2.0.2', path: rings.map(pathOf).join('') })}\n`;
writeFileSync(join(import.meta.dirname, '../reference/outline.json'), text);
console.log(`${rings.length} coasts, ${text.length} bytes`, extent(rings.flat()));

function ringOf(arcs: number[]): Point[] {
  return arcs.flatMap((arc, i) => {
    const points = pointsOf(arc < 0 ? ~arc : arc);
    const turned = arc < 0 ? points.reverse() : points;
    return i === 0 ? turned : turned.slice(1);
  });
}

/** An arc's points are steps from the one before (topojson-specification, 2.1.3). */
function pointsOf(arc: number): Point[] {
  const { scale, translate } = atlas.transform;
  let [x, y] = [0, 0];
  return (atlas.arcs[arc] ?? []).map(([dx, dy]) => {
    x += dx;
    y += dy;
    return project({ lon: x * scale[0] + translate[0], lat: y * scale[1] + translate[1] });
  });
}

function area(ring: Point[]): number {
  return ring.reduce((sum, { x, y }, i) => {
    const next = ring[(i + 1) % ring.length] ?? { x, y };
    return sum + (x * next.y - next.x * y) / 2;
  }, 0);
}

/** The line with fewer points, nowhere further off than the tolerance (Douglas and Peucker 1973). */
function simple(line: Point[]): Point[] {
  const [first, last] = [line[0], line.at(-1)];
  if (!first || !last || line.length < 3) return line;
  const [far, furthest] = line.reduce<[number, number]>(
    (most, point, i) => {
      const off = distance(point, first, last);
      return off > most[1] ? [i, off] : most;
    },
    [0, 0],
  );
  if (furthest <= TOLERANCE) return [first, last];
  return [...simple(line.slice(0, far + 1)).slice(0, -1), ...simple(line.slice(far))];
}

function distance(point: Point, a: Point, b: Point): number {
  const length = Math.hypot(b.x - a.x, b.y - a.y);
  if (length === 0) return Math.hypot(point.x - a.x, point.y - a.y);
  return Math.abs((b.x - a.x) * (a.y - point.y) - (a.x - point.x) * (b.y - a.y)) / length;
}

/** An SVG path in steps from each point to the next, which are shorter than where the points are. */
function pathOf(ring: Point[]): string {
  const steps = ring.slice(1).map(({ x, y }, i) => {
    const before = ring[i] ?? { x, y };
    return `${x - before.x},${y - before.y}`;
  });
  return `M${ring[0]?.x},${ring[0]?.y}l${steps.join(' ')}z`;
}

function extent(points: Point[]): number[] {
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}
