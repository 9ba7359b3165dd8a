import { widthOf, wrapped } from '#features/work/index.ts';
import { type Diagram, type Driver, under } from './diagram.ts';
import { TIERS, type Tier } from './tiers.ts';

export type Box = { kind: 'aim' | Tier; x: number; y: number; width: number; height: number; lines: string[] };
export type Line = { x1: number; y1: number; x2: number; y2: number };
export type Layout = { width: number; height: number; font: number; boxes: Box[]; lines: Line[]; columns: number[] };

export const FONT = 15;
export const LEADING = 20;
export const PAD = 12;
const WIDTH = 232;
const BETWEEN = 58; // columns
const GAP = 14; // boxes
const TOP = 40; // below the names of the columns

type Placed = Box & { id: string; centre: number };

/**
 * Where each box stands. From right to left: ideas are stacked, and what they serve stands at the middle of what serves it,
 * as far as no box lies on another.
 */
export function layoutOf(diagram: Diagram): Layout {
  const columns = [0, 1, 2, 3].map((i) => i * (WIDTH + BETWEEN) + 1);
  const ordered = inDrawnOrder(diagram);
  const placed = new Map<string, Placed>();
  for (const tier of [...TIERS].reverse()) {
    const boxes = ordered[tier].map((driver) => ({
      ...boxOf(tier, driver.words, columns[TIERS.indexOf(tier) + 1] ?? 0),
      id: driver.id,
      centre: middleOf(under(diagram, driver).flatMap(({ id }) => placed.get(id) ?? [])),
    }));
    for (const box of stacked(boxes)) placed.set(box.id, box);
  }
  const primary = ordered.primary.flatMap(({ id }) => placed.get(id) ?? []);
  const [aim] = stacked([{ ...boxOf('aim', diagram.aim, columns[0] ?? 0), id: '', centre: middleOf(primary) }]);
  const boxes = [...(aim ? [aim] : []), ...placed.values()];
  const height = Math.max(...boxes.map(({ y, height: own }) => y + own)) + 2;
  const lines = diagram.drivers.flatMap(({ id, parents }) => {
    const to = placed.get(id);
    const from = parents.length > 0 ? parents.map((parent) => placed.get(parent)) : [aim];
    return from.flatMap((one) => (one && to ? [between(one, to)] : []));
  });
  return { width: (columns[3] ?? 0) + WIDTH + 1, height, font: FONT, boxes, lines, columns };
}

/** Children in the order of what they serve, so that lines cross as little as their team's order lets them. */
function inDrawnOrder(diagram: Diagram): Record<Tier, Driver[]> {
  const primary = under(diagram, null);
  const secondary = unique(primary.flatMap((driver) => under(diagram, driver)));
  const change = unique(secondary.flatMap((driver) => under(diagram, driver)));
  return { primary, secondary, change };
}

function unique(drivers: Driver[]): Driver[] {
  return [...new Set(drivers)];
}

function boxOf(kind: Box['kind'], words: string, x: number): Box {
  const lines = linesOf(words, WIDTH - 2 * PAD);
  return { kind, x, y: TOP, width: WIDTH, height: lines.length * LEADING + 2 * PAD - 4, lines };
}

/** Words in lines; a word that is wider than its box is cut where the box ends. */
export function linesOf(words: string, room: number): string[] {
  const parts = words.split(/\s+/).flatMap((word) => {
    const pieces = [''];
    for (const letter of word) {
      const longer = `${pieces.at(-1)}${letter}`;
      if (widthOf(longer, FONT) > room) pieces.push(letter);
      else pieces[pieces.length - 1] = longer;
    }
    return pieces;
  });
  return wrapped(parts.join(' '), room, FONT);
}

function middleOf(boxes: Placed[]): number {
  if (boxes.length === 0) return Number.NaN; // it stands where there is room
  const ends = boxes.flatMap(({ y, height }) => [y, y + height]);
  return (Math.min(...ends) + Math.max(...ends)) / 2;
}

/** From the top down, each at its centre or below the one before. */
function stacked(boxes: Placed[]): Placed[] {
  let free = TOP;
  return boxes.map((box) => {
    const y = Math.max(free, Number.isNaN(box.centre) ? free : box.centre - box.height / 2);
    free = y + box.height + GAP;
    return { ...box, y };
  });
}

function between(from: Placed, to: Placed): Line {
  return { x1: from.x + from.width, y1: from.y + from.height / 2, x2: to.x, y2: to.y + to.height / 2 };
}
