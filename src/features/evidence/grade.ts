import { type Judgement, judge, type Limits, limits, type ProfileName, profiles } from '@cairn/spc';
import { type Acceptance, gradedReadings, type Record } from './first-recorded.ts';

/** Everything that the strength of a claim's evidence rests on, and nothing else: no words, no chart, no rebase. */
export type Inputs = {
  basis: Basis | null;
  records: readonly Record[];
  /** What second persons have accepted, in order. */
  accepted: readonly Acceptance[];
  /** The community's evidence profile, whatever the chart shows. */
  profile: ProfileName;
};

/** What a claim fixes when it is made. Days are `yyyy-mm-dd`. */
export type Basis = {
  better: 'up' | 'down';
  baselineFrom: string;
  baselineThrough: string;
  changedOn: string;
  fixedOn: string;
};

export const GRADES = ['described', 'measured'] as const;
export type Grade = (typeof GRADES)[number];

/** Why a claim stands where it stands, as data. */
export type Reason =
  | { code: 'no-measure' }
  | { code: 'short-baseline'; readings: number; needed: number }
  | { code: 'baseline'; readings: number; from: string; to: string; mean: number }
  | { code: 'no-later-readings' }
  | { code: 'since'; readings: number; from: string; to: string; mean: number }
  | { code: 'no-shift'; needed: number }
  | { code: 'shift-ended'; on: string }
  | { code: 'shift'; readings: number; from: string }
  | { code: 'fixed-before'; on: string }
  | { code: 'chosen-afterwards'; on: string }
  | { code: 'under-review'; readings: number };

/** What would raise it. */
export type Step =
  | { code: 'choose-a-measure' }
  | { code: 'longer-baseline'; more: number }
  | { code: 'more-readings'; needed: number }
  | { code: 'hold-the-change'; needed: number }
  | { code: 'compare' };

export type Graded = { grade: Grade; because: Reason[]; raise: Step[] };

/** Readings before the change that a baseline needs: Making Data Count draws limits from twelve on. */
export const BASELINE_NEEDED = 12;

/**
 * The grade of a claim. `measured`: at least twelve readings in the baseline before the change, and the later readings,
 * tested against the frozen limits of that baseline, shift in the better direction up to the latest one. Readings count
 * as they were first recorded, or as a second person accepted them. Nobody can set a grade: it follows from its inputs.
 */
export function grade({ basis, records, accepted, profile }: Inputs): Graded {
  if (!basis) return { grade: 'described', because: [{ code: 'no-measure' }], raise: [{ code: 'choose-a-measure' }] };
  const { readings, questioned } = gradedReadings(records, accepted);
  const baseline = readings.filter(({ date }) => date >= basis.baselineFrom && date <= basis.baselineThrough);
  const later = readings.filter(({ date }) => date >= basis.changedOn);
  while (later.at(-1)?.value === null) later.pop(); // a missing value is no reading: the latest is the last that was taken
  const before = told(baseline);
  const after = told(later);
  const facts: Reason[] = [
    ...(before.length >= BASELINE_NEEDED
      ? [{ code: 'baseline' as const, ...summary(before) }]
      : [{ code: 'short-baseline' as const, readings: before.length, needed: BASELINE_NEEDED }]),
    ...(after.length > 0 ? [{ code: 'since' as const, ...summary(after) }] : [{ code: 'no-later-readings' as const }]),
  ];
  const notes: Reason[] = [
    readings.some(({ date }) => date >= basis.changedOn && date <= basis.fixedOn)
      ? { code: 'chosen-afterwards', on: basis.fixedOn }
      : { code: 'fixed-before', on: basis.fixedOn },
    ...(questioned > 0 ? [{ code: 'under-review' as const, readings: questioned }] : []),
  ];
  const { signal, raise, grade } = tested(baseline, later, basis, profile);
  return { grade, because: [...facts, ...signal, ...notes], raise };
}

/** The frozen limits of a claim's baseline; null while it is too short to have any. */
export function frozenLimits({ basis, records, accepted, profile }: Inputs): Limits | null {
  if (!basis) return null;
  const { readings } = gradedReadings(records, accepted);
  const baseline = readings.filter(({ date }) => date >= basis.baselineFrom && date <= basis.baselineThrough);
  return told(baseline).length < BASELINE_NEEDED ? null : limits(valuesOf(baseline), { profile });
}

type Reading = { date: string; value: number | null };

/** The later readings against the frozen limits of the baseline. */
function tested(
  baseline: Reading[],
  later: Reading[],
  { better }: Basis,
  profile: ProfileName,
): { grade: Grade; signal: Reason[]; raise: Step[] } {
  const needed = profiles[profile].rules.shift?.points ?? 7;
  const missing = BASELINE_NEEDED - told(baseline).length;
  if (missing > 0) return { grade: 'described', signal: [], raise: [{ code: 'longer-baseline', more: missing }] };
  const frozen = limits(valuesOf(baseline), { profile });
  const direction = better === 'up' ? 'increase' : 'decrease';
  const shift = betterShift(judge(valuesOf(later), frozen, { profile, direction }));
  if (!shift) {
    const short = told(later).length < needed;
    const raise: Step = short ? { code: 'more-readings', needed } : { code: 'hold-the-change', needed };
    return { grade: 'described', signal: [{ code: 'no-shift', needed }], raise: [raise] };
  }
  if (!shift.current) {
    const on = later[shift.last]?.date ?? '';
    return { grade: 'described', signal: [{ code: 'shift-ended', on }], raise: [{ code: 'hold-the-change', needed }] };
  }
  const readings = shift.last - shift.first + 1;
  const from = later[shift.first]?.date ?? '';
  return { grade: 'measured', signal: [{ code: 'shift', readings, from }], raise: [{ code: 'compare' }] };
}

function betterShift({ signals }: Judgement) {
  return signals.findLast(({ rule, meaning }) => rule === 'shift' && meaning === 'improvement');
}

function told(readings: Reading[]): { date: string; value: number }[] {
  return readings.flatMap(({ date, value }) => (value === null ? [] : [{ date, value }]));
}

function valuesOf(readings: Reading[]): (number | null)[] {
  return readings.map(({ value }) => value);
}

function summary(readings: { date: string; value: number }[]) {
  return {
    readings: readings.length,
    from: readings[0]?.date ?? '',
    to: readings.at(-1)?.date ?? '',
    mean: readings.reduce((sum, { value }) => sum + value, 0) / readings.length,
  };
}
