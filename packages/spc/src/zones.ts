import type { Limits } from './limits.ts';

/** Above the centre or rising is 1, below or falling is -1, neither is 0. */
export type Ways = Int8Array;

/** Within 1 sigma of the centre. */
export const INNER = 0;
/** Between 1 and 2 sigma. */
export const INSIDE = 1;
/** Between 2 and 3 sigma. */
export const NEAR = 2;
/** Strictly beyond 3 sigma. */
export const OUTSIDE = 3;
/** Without value or limits. */
export const UNTOLD = -1;

/** Where each point of a stretch lies. */
export interface Places {
  /** -1 below, 0 on, 1 above the centre; 0 where that cannot be told. */
  readonly sides: Ways;
  /** INNER, INSIDE, NEAR, OUTSIDE or UNTOLD. */
  readonly zones: Int8Array;
}

/** The lines of each point, NaN where there is none. */
export interface Lines {
  readonly lower: Float64Array;
  readonly nearLower: Float64Array;
  readonly innerLower: Float64Array;
  readonly innerUpper: Float64Array;
  readonly nearUpper: Float64Array;
  readonly upper: Float64Array;
}

/** Readings against limits that are the same for all of them; the 1-sigma lines lie half way to the 2-sigma lines. */
export function placesWithin(readings: Float64Array, limits: Limits): Places {
  const mean = limits.mean ?? Number.NaN;
  const sides = sidesOf(readings, mean);
  const zones = new Int8Array(readings.length).fill(UNTOLD);
  const { lower, upper, nearLower, nearUpper } = limits;
  if (lower === null || upper === null || nearLower === null || nearUpper === null) return { sides, zones };
  const innerLower = mean - (mean - nearLower) / 2;
  const innerUpper = mean + (nearUpper - mean) / 2;
  for (let i = 0; i < zones.length; i++) {
    const reading = readings[i]!;
    if (reading < lower || reading > upper) zones[i] = OUTSIDE;
    else if (reading < nearLower || reading > nearUpper) zones[i] = NEAR;
    else if (reading < innerLower || reading > innerUpper) zones[i] = INSIDE;
    else if (!Number.isNaN(reading)) zones[i] = INNER;
  }
  return { sides, zones };
}

/** Readings against lines that differ from point to point, as those of unequal subgroups do. */
export function placesAlong(readings: Float64Array, centre: number, lines: Lines): Places {
  const zones = Int8Array.from(readings, (reading, i) => zoneAt(reading, lines, i));
  return { sides: sidesOf(readings, centre), zones };
}

function zoneAt(reading: number, lines: Lines, i: number): number {
  if (Number.isNaN(reading) || Number.isNaN(lines.lower[i]) || Number.isNaN(lines.upper[i])) return UNTOLD;
  if (reading < lines.lower[i]! || reading > lines.upper[i]!) return OUTSIDE;
  if (reading < lines.nearLower[i]! || reading > lines.nearUpper[i]!) return NEAR;
  return reading < lines.innerLower[i]! || reading > lines.innerUpper[i]! ? INSIDE : INNER;
}

function sidesOf(readings: Float64Array, mean: number): Ways {
  const sides = new Int8Array(readings.length);
  for (let i = 0; i < sides.length; i++) sides[i] = readings[i]! > mean ? 1 : readings[i]! < mean ? -1 : 0;
  return sides;
}
