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
  const [records, accepted] =
    claim.measureId === null
      ? [[], []]
      : await Promise.all([recordsOf(db, claim.measureId), acceptedOf(db, claim.measureId)]);
  const profile = (await settings.read(db))['evidence.profile'];
  return { basis: basisOf(claim), records, accepted, profile: isProfile(profile) ? profile : 'nhs-mdc' };
}

/** Each reading of a measure with what became of it: its first value, its present one, whether it was withdrawn. */
export async function recordsOf(db: Db, measureId: string): Promise<Record[]> {
  const rows = await db
    .selectFrom('readings as r')
    .select([
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
    .where('r.measure_id', '=', measureId)
    .orderBy('r.taken_on')
    .orderBy('r.id')
    .execute();
  return rows.map(({ id, date, position, now, recorded_at, withdrawn_at, changed, before }) => ({
    ...{ id, date, position, now },
    first: changed ? before : now,
    recordedAt: recorded_at.toISOString(),
    withdrawn: withdrawn_at !== null,
  }));
}

/** What second persons have accepted of a measure's corrections, in order. */
export async function acceptedOf(db: Db, measureId: string): Promise<Acceptance[]> {
  const rows = await db
    .selectFrom('correction_acceptances')
    .select(['taken_on as date', 'position', 'stands', 'value'])
    .where('measure_id', '=', measureId)
    .orderBy('accepted_at')
    .orderBy('id')
    .execute();
  return rows.map(({ date, position, stands, value }) => ({ date, position, stood: stands ? value : 'none' }));
}

function basisOf({ better, baselineFrom, baselineThrough, changedOn, fixedAt }: Fixed): Basis | null {
  if (!better || !baselineFrom || !baselineThrough || !changedOn) return null;
  return { better, baselineFrom, baselineThrough, changedOn, fixedOn: dayOf(fixedAt) };
}

function isProfile(name: string): name is ProfileName {
  return Object.hasOwn(profiles, name);
}

/** Computes the grade of one claim and writes it down; each change of grade is an entry of the journal. */
export async function regrade(db: Db, claimId: string, actor: Actor): Promise<void> {
  await inTransaction(db, async (trx) => {
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
    if (!claim) return;
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
    if (before?.grade === graded.grade) return;
    const change = { before: before?.grade ?? null, after: graded.grade };
    await journal.record(trx, actor, 'claim.graded', { type: 'claim', id: claimId }, change);
  });
}

/** Computes every grade afresh, as if none had been written. Returns how many. */
export async function rebuildAll(db: Db, actor: Actor): Promise<number> {
  const claims = await db.selectFrom('claims').select('id').orderBy('id').execute();
  for (const { id } of claims) await regrade(db, id, actor);
  return claims.length;
}

/** What happens when the inputs of grades change. */
export function handlers({ db, clock }: House): jobs.Handlers {
  return {
    'measure.changed': async ({ measure }) => {
      if (!measure) return;
      const claims = await db.selectFrom('claims').select('id').where('measure_id', '=', measure).execute();
      for (const { id } of claims)
        await jobs.enqueue(db, 'evidence.regrade', { claim: id }, { key: `evidence.regrade:${id}` });
    },
    'evidence.regrade': async ({ claim }) => {
      if (claim) await regrade(db, claim, cairnItself(clock()));
    },
  };
}
