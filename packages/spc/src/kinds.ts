import { counts, individualsPrime, primes, proportions, rates } from './kinds/counted.ts';
import { geometric, individuals, movingRange, run, times } from './kinds/individual.ts';
import { deviations, means } from './kinds/subgrouped.ts';
import type { Profile } from './profile.ts';
import type { Subgroups } from './subgroups.ts';

/**
 * The kinds of chart, and what each is for:
 * - `run`: anything, about its median, without limits
 * - `i`, `mr`: single measurements; the ranges between neighbours
 * - `ip` (I′): measurements that rest on unequal numbers
 * - `c`: events where the chance of one is the same each time; `u`: events for what could have had them
 * - `p`: the share of cases; `up` (U′), `pp` (P′): the same where numbers are large and vary more than chance
 * - `g`, `t`: cases, or time, between rare events
 * - `xbar`, `s`: means, and standard deviations, of several measurements each
 */
export type ChartKind = 'run' | 'i' | 'mr' | 'ip' | 'c' | 'u' | 'up' | 'p' | 'pp' | 'g' | 't' | 'xbar' | 's';

/** One phase as the formulas read it. Positions count from 0 in the phase. */
export interface Part extends Subgroups {
  /** The positions that centre and limits rest on. */
  readonly base: readonly number[];
  readonly profile: Profile;
  /** Whether to leave out extreme moving ranges, if the profile does. */
  readonly screen: boolean;
  /** A centre that was given, as the readings are before `per` is applied. */
  readonly centre: number | null;
  readonly categories: boolean;
}

/** What the formulas make of it. */
export interface Shape {
  /** What is drawn and judged; without it, the values. */
  readonly plotted?: Float64Array;
  readonly centre: number;
  /** The line so many sigmas above (below) the centre at a position; NaN or infinite where there is none. */
  readonly line: (sigmas: number, i: number) => number;
  /** What limits may not pass. */
  readonly floor?: number;
  readonly ceiling?: number;
  readonly ranges?: { readonly all: number; readonly used: number; readonly screenedOut: readonly number[] };
}

interface Kind {
  readonly shape: (part: Part) => Shape;
  /** Whether there must be denominators, may be, or are of no use. */
  readonly denominators: 'needed' | 'possible' | 'refused';
  /** What the readings may be. */
  readonly readings: 'any' | 'not-negative' | 'positive';
  /** Several readings of one moment, where that is no choice. */
  readonly combine?: 'sum' | 'mean';
}

export const KINDS: Readonly<Record<ChartKind, Kind>> = {
  run: { shape: run, denominators: 'possible', readings: 'any' },
  i: { shape: individuals, denominators: 'possible', readings: 'any' },
  mr: { shape: movingRange, denominators: 'possible', readings: 'any' },
  ip: { shape: individualsPrime, denominators: 'possible', readings: 'any' },
  c: { shape: counts, denominators: 'refused', readings: 'not-negative', combine: 'sum' },
  u: { shape: rates, denominators: 'needed', readings: 'not-negative' },
  up: { shape: (part) => primes(part, 'rate'), denominators: 'needed', readings: 'not-negative' },
  p: { shape: proportions, denominators: 'needed', readings: 'not-negative' },
  pp: { shape: (part) => primes(part, 'share'), denominators: 'needed', readings: 'not-negative' },
  g: { shape: geometric, denominators: 'refused', readings: 'not-negative' },
  t: { shape: times, denominators: 'refused', readings: 'positive' },
  xbar: { shape: means, denominators: 'refused', readings: 'any', combine: 'mean' },
  s: { shape: deviations, denominators: 'refused', readings: 'any', combine: 'mean' },
};
