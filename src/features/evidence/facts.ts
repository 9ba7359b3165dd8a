import { type Measure, measures, placesOf, type Work, whereOf } from '#features/work/index.ts';
import type { Db } from '#kernel/database/index.ts';
import type { ClaimChart } from './chart.ts';
import type { Claim, Relation } from './claims.ts';
import { gradedReadings } from './first-recorded.ts';
import { frozenLimits, type Graded, grade, type Inputs } from './grade.ts';
import { inputsAmong } from './grades.ts';
import { chartLabel, type Figures } from './words.ts';

/** All that is shown of a claim, as plain data: what a page draws and what a published case freezes. */
export type ClaimFacts = {
  short: string;
  area: string;
  statement: string;
  relation: Relation;
  grade: Graded;
  work: WorkFacts;
  measure: MeasureFacts | null;
  /** The names of those who recorded the readings, as far as they may be shown. */
  suppliers: Supplier[];
  gaps: Gaps;
};

export type Supplier = { id: string; name: string };

export type WorkFacts = { short: string; title: string; setting: string };

export type MeasureFacts = {
  short: string;
  name: string;
  unit: string;
  places: number;
  better: 'up' | 'down';
  /** The readings as they were first recorded, which are the ones that count. */
  series: { date: string; value: number | null }[];
  /** The limits of the baseline; null while it is too short. */
  frozen: Frozen | null;
};

export type Frozen = ClaimChart['frozen'];

/** What is missing in a measure's readings. */
export type Gaps = { missing: number; longest: { from: string; to: string } | null };

type Circle = 'team' | 'members' | 'public';

/** The facts of a claim as they stand now, for readers in this circle. */
export async function factsOf(db: Db, claim: Claim, work: Work, circle: Circle): Promise<ClaimFacts> {
  return (await factsAmong(db, [claim], circle))(claim, work);
}

/** The same for several claims: four queries, however many there are. */
export async function factsAmong(
  db: Db,
  claims: readonly Claim[],
  circle: Circle,
): Promise<(claim: Claim, work: Work) => ClaimFacts> {
  const measureIds = claims.flatMap(({ measureId }) => measureId ?? []);
  const [inputs, measured, suppliers] = await Promise.all([
    inputsAmong(db, claims),
    measures.byIds(db, measureIds),
    suppliersAmong(db, measureIds, circle),
  ]);
  return (claim, work) =>
    factsFrom(claim, work, inputs(claim), {
      measure: measured.find(({ id }) => id === claim.measureId) ?? null,
      suppliers: suppliers.get(claim.measureId ?? '') ?? [],
    });
}

function factsFrom(
  claim: Claim,
  work: Work,
  inputs: Inputs,
  { measure, suppliers }: { measure: Measure | null; suppliers: Supplier[] },
): ClaimFacts {
  const { readings } = gradedReadings(inputs.records, inputs.accepted);
  const limits = frozenLimits(inputs);
  const frozen =
    limits && limits.mean !== null && inputs.basis
      ? {
          from: inputs.basis.baselineFrom,
          through: inputs.basis.baselineThrough,
          changedOn: inputs.basis.changedOn,
          mean: limits.mean,
          lower: limits.lower,
          upper: limits.upper,
        }
      : null;
  return {
    short: claim.short,
    area: claim.areaName,
    statement: claim.statement,
    relation: claim.relation,
    grade: grade(inputs),
    work: workFacts(work),
    measure: measure && {
      short: measure.short,
      name: measure.name,
      unit: measure.unit,
      places: placesOf(
        measure,
        readings.map(({ value }) => value),
      ),
      better: claim.better ?? 'down',
      series: readings,
      frozen,
    },
    suppliers,
    gaps: gapsOf(readings),
  };
}

/** Work as others see it: what its team shows instead of the organisation holds on paper too. */
export function workFacts(work: Work): WorkFacts {
  return { short: work.short, title: work.title, setting: work.shownAs || whereOf(work) };
}

export function figuresOf({ measure }: Pick<ClaimFacts, 'measure'>): Figures | null {
  return measure && { unit: measure.unit, places: measure.places };
}

/** The picture of a claim; null where there is no baseline to draw. */
export function chartOf({ measure, grade: { because } }: Pick<ClaimFacts, 'measure' | 'grade'>): ClaimChart | null {
  if (!measure?.frozen) return null;
  const since = because.find((reason) => reason.code === 'since');
  const shift = because.find((reason) => reason.code === 'shift');
  return {
    series: measure.series,
    frozen: measure.frozen,
    since: since?.mean ?? null,
    shiftFrom: shift?.from ?? null,
    places: measure.places,
    label: chartLabel(measure.name, measure.frozen, because, measure),
  };
}

async function suppliersAmong(db: Db, measureIds: readonly string[], circle: Circle): Promise<Map<string, Supplier[]>> {
  if (measureIds.length === 0) return new Map();
  const shown = { team: ['private', 'members', 'public'], members: ['members', 'public'], public: ['public'] } as const;
  const rows = await db
    .selectFrom('readings')
    .innerJoin('people', 'people.id', 'readings.recorded_by')
    .select(['readings.measure_id', 'people.id', 'people.name'])
    .distinct()
    .where('readings.measure_id', '=', (eb) => eb.fn.any(eb.val(measureIds)))
    .where('people.visibility', 'in', shown[circle])
    .where('people.erased_at', 'is', null)
    .orderBy('people.name')
    .execute();
  return Map.groupBy(rows, (row) => row.measure_id);
}

const LONG = 1.8; // times the usual interval: one reading at least was left out

/** Missing values, and the longest stretch that should have had a reading. Pure. */
export function gapsOf(series: readonly { date: string; value: number | null }[]): Gaps {
  const days = series.filter(({ value }) => value !== null).map(({ date }) => date);
  const steps = days.slice(1).map((to, i) => {
    const from = days[i] ?? to;
    return { from, to, length: Date.parse(to) - Date.parse(from) };
  });
  const usual = steps.map(({ length }) => length).sort((a, b) => a - b)[Math.floor(steps.length / 2)] ?? 0;
  const [longest] = steps.filter(({ length }) => length > LONG * usual).sort((a, b) => b.length - a.length);
  return {
    missing: series.length - days.length,
    longest: longest ? { from: longest.from, to: longest.to } : null,
  };
}
