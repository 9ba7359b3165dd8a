import { MODES, type Mode, NOTABLE } from '#features/work/index.ts';
import { difference, type Interval, wilson, Z99 } from '#kernel/wilson.ts';
import type { Spot } from './landscape.ts';

/** Of fewer works no share is said: it would say more than there is to say. */
export const FEW = 5;
/** Of fewer in both periods together, whether something grows or fades cannot be told. */
const FEW_TO_COMPARE = 8;
/** So many whole years are compared with as many before them. */
const SPAN = 3;

/** `x` of `n` works; its share with a 95% Wilson interval, null where there are too few. */
export type Share = { x: number; n: number; share: (Interval & { value: number }) | null };
export type Row = { key: string; works: number; modes: Record<Mode, Share> };
export type Periods = { earlier: [number, number]; later: [number, number] };
export type Verdict = 'new' | 'grows' | 'same' | 'fades' | 'few';
export type Trend = {
  key: string;
  /** The year in which the first of it began. */
  first: number;
  perYear: number[];
  earlier: { x: number; n: number };
  later: { x: number; n: number };
  /** How much larger its share is in the later years, with a 99% interval; null where there are too few. */
  change: (Interval & { value: number }) | null;
  verdict: Verdict;
};

/** `acute`: work of acute hospitals; `beyond`: of all other settings that are known; else one sector. */
export function inSetting({ sector }: Spot, setting: string | undefined): boolean {
  if (!setting) return true;
  return setting === 'beyond' ? sector !== null && sector !== 'acute' : sector === setting;
}

export function shareOf(x: number, n: number): Share {
  return { x, n, share: n < FEW ? null : { value: x / n, ...wilson(x, n) } };
}

/** How many of these works reach into each mode. The counts overlap. */
export function rowOf(key: string, works: readonly Spot[]): Row {
  const reach = (mode: Mode) => shareOf(works.filter(({ shares }) => shares[mode] >= NOTABLE).length, works.length);
  const modes = {
    iterative: reach('iterative'),
    pathways: reach('pathways'),
    'operating-model': reach('operating-model'),
    community: reach('community'),
  };
  return { key, works: works.length, modes };
}

/** A row for each key that these works have, in the order of `keys`, without those that have none. */
export function rowsBy(works: readonly Spot[], keys: readonly string[], keyOf: (work: Spot) => string | null): Row[] {
  const groups = Map.groupBy(works, keyOf);
  return keys.flatMap((key) => {
    const own = groups.get(key) ?? [];
    return own.length > 0 ? [rowOf(key, own)] : [];
  });
}

/** A row for each year in which work began, with none left out between. Each work counts once. */
export function modesByYear(works: readonly Spot[], years: readonly number[]): Row[] {
  const began = Map.groupBy(works, (work) => work.began);
  return years.map((year) => rowOf(String(year), began.get(year) ?? []));
}

/** How much of each year's work, where its setting is known, is beyond the acute hospital. */
export function beyondByYear(works: readonly Spot[], years: readonly number[]): { key: string; share: Share }[] {
  return years.map((year) => {
    const known = works.filter(({ began, sector }) => began === year && sector !== null);
    return {
      key: String(year),
      share: shareOf(known.filter((work) => inSetting(work, 'beyond')).length, known.length),
    };
  });
}

/** The last three whole years, and the three before them. */
export function periodsBefore(thisYear: number): Periods {
  return { earlier: [thisYear - 2 * SPAN, thisYear - SPAN - 1], later: [thisYear - SPAN, thisYear - 1] };
}

/** What these keys (topics, methods) did from the earlier to the later years; what tells most comes first. */
export function trends(
  works: readonly Spot[],
  keysOf: (work: Spot) => readonly string[],
  years: readonly number[],
  { earlier, later }: Periods,
): Trend[] {
  const dated = works.filter(({ began }) => began !== null);
  const during = ([from, to]: [number, number]) =>
    dated.filter(({ began }) => began !== null && began >= from && began <= to);
  const [before, after] = [during(earlier), during(later)];
  return [...new Set(dated.flatMap(keysOf))]
    .map((key): Trend => {
      const having = (some: readonly Spot[]) => some.filter((work) => keysOf(work).includes(key));
      const own = having(dated);
      const counts = {
        earlier: { x: having(before).length, n: before.length },
        later: { x: having(after).length, n: after.length },
      };
      const change = compared(counts.earlier, counts.later);
      return {
        key,
        first: own.reduce((first, { began }) => Math.min(first, began ?? first), Number.POSITIVE_INFINITY),
        perYear: years.map((year) => own.filter(({ began }) => began === year).length),
        ...counts,
        change,
        verdict: verdictOf(change, counts.earlier.x),
      };
    })
    .sort(
      (a, b) =>
        ORDER.indexOf(a.verdict) - ORDER.indexOf(b.verdict) || b.later.x - a.later.x || b.earlier.x - a.earlier.x,
    );
}

const ORDER: Verdict[] = ['new', 'grows', 'fades', 'same', 'few'];

/** The change of a share with its 99% interval; null where there are too few to tell. */
export function compared(earlier: { x: number; n: number }, later: { x: number; n: number }) {
  const few = earlier.n < FEW || later.n < FEW || earlier.x + later.x < FEW_TO_COMPARE;
  return few ? null : difference(earlier, later, Z99);
}

function verdictOf(change: Trend['change'], before: number): Verdict {
  if (!change) return 'few';
  if (change.lower > 0) return before === 0 ? 'new' : 'grows';
  return change.upper < 0 ? 'fades' : 'same';
}

/** How the reach of each mode changed from the earlier to the later years. */
export function modeChanges(works: readonly Spot[], { earlier, later }: Periods) {
  const during = ([from, to]: [number, number]) =>
    rowOf(
      '',
      works.filter(({ began }) => began !== null && began >= from && began <= to),
    );
  const [before, after] = [during(earlier), during(later)];
  return MODES.map((mode) => ({ mode, change: compared(before.modes[mode], after.modes[mode]) }));
}
