import { createHash } from 'node:crypto';
import { type ProfileName, profiles } from '@cairn/spc';
import { sql } from 'kysely';
import { type Actor, cairnItself } from '#kernel/actor.ts';
import { dayOf } from '#kernel/clock.ts';
import { type Db, inTransaction } from '#kernel/database/index.ts';
import type { House } from '#kernel/house.ts';
import * as jobs from '#kernel/jobs.ts';
import * as journal from '#kernel/journal.ts';
import * as settings from '#kernel/settings.ts';
import type { Acceptance, Record } from './first-recorded.ts';
import { type Basis, grade, type Inputs } from './grade.ts';

/** What a claim fixed, as it lies in its row. */
type Fixed = {
  measureId: string | null;
  better: 'up' | 'down' | null;
  baselineFrom: string | null;
  baselineThrough: string | null;
  changedOn: string | null;
  fixedAt: Date;
};

/** Everything that a claim's grade rests on, as it is on record now. */
export async function inputsOf(db: Db, claim: Fixed): Promise<Inputs> {
  return (await inputsAmong(db, [claim]))(claim);
}

/** The same for several claims: three queries, however many there are. */
export async function inputsAmong(db: Db, claims: readonly Fixed[]): Promise<(claim: Fixed) => Inputs> {
  const measureIds = claims.flatMap(({ measureId }) => measureId ?? []);
  const [records, accepted, settled] = await Promise.all([
    recordsAmong(db, measureIds),
    acceptedAmong(db, measureIds),
    settings.read(db),
  ]);
  const named = settled['evidence.profile'];
  const profile = isProfile(named) ? named : 'nhs-mdc';
  return (claim) => ({
    basis: basisOf(claim),
    records: records.get(claim.measureId ?? '') ?? [],
    accepted: accepted.get(claim.measureId ?? '') ?? [],
    profile,
  });
}

/** Each reading of these measures with what became of it: its first value, its present one, whether it was withdrawn. */
export async function recordsAmong(db: Db, measureIds: readonly string[]): Promise<Map<string, Record[]>> {
  if (measureIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('readings as r')
    .select([
      'r.measure_id',
      'r.id',
      'r.taken_on as date',
      'r.position',
      'r.value as now',
      'r.recorded_at',
      'r.withdrawn_at',
      sql<boolean>`exists (select from reading_changes c where c.reading_id = r.id)`.as('changed'),
      sql<number | null>`(select c.before from reading_changes c where c.reading_id = r.id
        order by c.changed_at, c.id limit 1)`.as('before'),
    ])
    .where('r.measure_id', '=', (eb) => eb.fn.any(eb.val(measureIds)))
    .orderBy('r.taken_on')
    .orderBy('r.id')
    .execute();
  const found = new Map<string, Record[]>();
  for (const { measure_id, id, date, position, now, recorded_at, withdrawn_at, changed, before } of rows) {
    const record = {
      ...{ id, date, position, now },
      first: changed ? before : now,
      recordedAt: recorded_at.toISOString(),
      withdrawn: withdrawn_at !== null,
    };
    const same = found.get(measure_id);
    if (same) same.push(record);
    else found.set(measure_id, [record]);
  }
  return found;
}

/** What second persons have accepted of these measures' corrections, in order. */
export async function acceptedAmong(db: Db, measureIds: readonly string[]): Promise<Map<string, Acceptance[]>> {
  if (measureIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('correction_acceptances')
    .select(['measure_id', 'taken_on as date', 'position', 'stands', 'value'])
    .where('measure_id', '=', (eb) => eb.fn.any(eb.val(measureIds)))
    .orderBy('accepted_at')
    .orderBy('id')
    .execute();
  const found = new Map<string, Acceptance[]>();
  for (const { measure_id, date, position, stands, value } of rows) {
    const acceptance: Acceptance = { date, position, stood: stands ? value : 'none' };
    found.set(measure_id, [...(found.get(measure_id) ?? []), acceptance]);
  }
  return found;
}

function basisOf({ better, baselineFrom, baselineThrough, changedOn, fixedAt }: Fixed): Basis | null {
  if (!better || !baselineFrom || !baselineThrough || !changedOn) return null;
  return { better, baselineFrom, baselineThrough, changedOn, fixedOn: dayOf(fixedAt) };
}

function isProfile(name: string): name is ProfileName {
  return Object.hasOwn(profiles, name);
}

/** Computes the grade of one claim and writes it down; each change of grade is an entry of the journal. Did it change? */
export async function regrade(db: Db, claimId: string, actor: Actor): Promise<boolean> {
  return inTransaction(db, async (trx) => {
    const claim = await trx
      .selectFrom('claims')
      .select([
        'measure_id as measureId',
        'better',
        'baseline_from as baselineFrom',
        'baseline_through as baselineThrough',
        'changed_on as changedOn',
        'fixed_at as fixedAt',
      ])
      .where('id', '=', claimId)
      .forUpdate() // two changes at once are graded one after the other
      .executeTakeFirst();
    if (!claim) return false;
    const inputs = await inputsOf(trx, claim);
    const graded = grade(inputs);
    const before = await trx
      .selectFrom('claim_grades')
      .select('grade')
      .where('claim_id', '=', claimId)
      .executeTakeFirst();
    const row = {
      claim_id: claimId,
      grade: graded.grade,
      because: JSON.stringify(graded.because),
      raise: JSON.stringify(graded.raise),
      inputs_hash: createHash('sha256').update(JSON.stringify(inputs)).digest('hex'),
      computed_at: actor.at,
    };
    await trx
      .insertInto('claim_grades')
      .values(row)
      .onConflict((conflict) => conflict.column('claim_id').doUpdateSet(row))
      .execute();
    if (before?.grade === graded.grade) return false;
    const change = { before: before?.grade ?? null, after: graded.grade };
    await journal.record(trx, actor, 'claim.graded', { type: 'claim', id: claimId }, change);
    return true;
  });
}

/** Computes every grade afresh, as if none had been written. Answers how many there are, and how many changed. */
export async function rebuildAll(db: Db, actor: Actor): Promise<{ claims: number; changed: number }> {
  const claims = await db.selectFrom('claims').select('id').orderBy('id').execute();
  let changed = 0;
  for (const { id } of claims) if (await regrade(db, id, actor)) changed += 1;
  return { claims: claims.length, changed };
}

/** What happens when the inputs of grades change. */
export function handlers({ db, clock }: House): jobs.Handlers {
  return {
    'measure.changed': async ({ measure }) => {
      if (!measure) return;
      const claims = await db.selectFrom('claims').select('id').where('measure_id', '=', measure).execute();
      for (const { id } of claims) await enqueue(db, id);
    },
    'evidence.regrade-all': async () => {
      for (const { id } of await db.selectFrom('claims').select('id').execute()) await enqueue(db, id);
    },
    'evidence.regrade': async ({ claim }) => {
      if (claim) await regrade(db, claim, cairnItself(clock()));
    },
  };
}

/** A job for each claim: one that fails is tried again by itself. */
function enqueue(db: Db, claim: string): Promise<void> {
  return jobs.enqueue(db, 'evidence.regrade', { claim }, { key: `evidence.regrade:${claim}` });
}
