import { sql } from 'kysely';
import { measures, type Work } from '#features/work/index.ts';
import type { Actor } from '#kernel/actor.ts';
import { type Db, inTransaction } from '#kernel/database/index.ts';
import { Conflict, Invalid, NotFound } from '#kernel/errors.ts';
import { newId, shortId } from '#kernel/ids.ts';
import * as jobs from '#kernel/jobs.ts';
import * as journal from '#kernel/journal.ts';
import { t } from '#kernel/words.ts';
import * as benefitAreas from './benefit-areas.ts';
import type { Grade } from './grade.ts';
import { allow } from './policy.ts';
import { visibleClaims } from './visibility.ts';

export const RELATIONS = ['contribution', 'attribution'] as const;
export type Relation = (typeof RELATIONS)[number];

/** The words of a claim; they may change, and change nothing but themselves. */
export type Wording = { statement: string; area: string; relation: Relation };

/** What a claim rests on, fixed when it is made. Days are `yyyy-mm-dd`. */
export type Fixing = {
  /** The measure's short id. */
  measure: string;
  better: 'up' | 'down';
  baselineFrom: string;
  baselineThrough: string;
  changedOn: string;
};

export type Claim = Wording & {
  id: string;
  short: string;
  areaName: string;
  workId: string;
  measureId: string | null;
  better: 'up' | 'down' | null;
  baselineFrom: string | null;
  baselineThrough: string | null;
  changedOn: string | null;
  claimedBy: string;
  fixedAt: Date;
  /** The people of the work that it belongs to. */
  team: string[];
  /** As it was computed last; null until then. */
  grade: Grade | null;
  withdrawn: { at: string; reason: string } | null;
};

const COLUMNS = [
  'claims.id',
  'claims.short_id as short',
  'claims.statement',
  'claims.area',
  'claims.relation',
  'claims.work_id as workId',
  'claims.measure_id as measureId',
  'claims.better',
  'claims.baseline_from as baselineFrom',
  'claims.baseline_through as baselineThrough',
  'claims.changed_on as changedOn',
  'claims.claimed_by as claimedBy',
  'claims.fixed_at as fixedAt',
  sql<string>`(select a.name from benefit_areas a where a.key = claims.area)`.as('areaName'),
  sql<Grade | null>`(select g.grade from claim_grades g where g.claim_id = claims.id)`.as('grade'),
  sql<string[]>`array(select t.person_id from work_team t where t.work_id = claims.work_id
    and t.accepted_at is not null)`.as('team'),
  sql<Claim['withdrawn']>`(select json_build_object('at', w.withdrawn_at, 'reason', w.reason)
    from claim_withdrawals w where w.claim_id = claims.id)`.as('withdrawn'),
] as const;

/** One claim, found through its work. Throws NotFound. */
export async function find(db: Db, work: Work, short: string, actor: Actor): Promise<Claim> {
  const claim = await visibleClaims(db.selectFrom('claims'), db, actor)
    .select(COLUMNS)
    .where('claims.work_id', '=', work.id)
    .where('claims.short_id', '=', short)
    .executeTakeFirst();
  if (!claim) throw new NotFound();
  return claim;
}

/** The claims of a piece of work that the actor may see and that nobody has withdrawn. */
export function ofWork(db: Db, work: Work, actor: Actor): Promise<Claim[]> {
  return standing(db, actor).where('claims.work_id', '=', work.id).orderBy('claims.fixed_at').execute();
}

/** Those of these claims that the actor may see and that nobody has withdrawn. */
export async function among(db: Db, ids: readonly string[], actor: Actor): Promise<Claim[]> {
  if (ids.length === 0) return [];
  return standing(db, actor).where('claims.id', 'in', ids).execute();
}

/** The claims of these short ids that the actor may see, withdrawn ones too: for what was published once. */
export async function named(db: Db, shorts: readonly string[], actor: Actor): Promise<Claim[]> {
  if (shorts.length === 0) return [];
  return visibleClaims(db.selectFrom('claims'), db, actor)
    .select(COLUMNS)
    .where('claims.short_id', 'in', shorts)
    .execute();
}

/** Claims whose words, or whose work's, match; the newest first. */
export function search(db: Db, words: string | undefined, actor: Actor, most = 20): Promise<Claim[]> {
  const query = standing(db, actor).orderBy('claims.fixed_at', 'desc').limit(most);
  if (!words) return query.execute();
  return query
    .where(
      sql<boolean>`(to_tsvector('cairn', claims.statement) @@ websearch_to_tsquery('cairn', ${words}) or claims.work_id in
        (select w.id from works w where w.search @@ websearch_to_tsquery('cairn', ${words})))`,
    )
    .execute();
}

/** The claim of an id, whoever asks: for verbs that have decided already, and for jobs. */
export async function byId(db: Db, id: string): Promise<Claim> {
  const claim = await db.selectFrom('claims').select(COLUMNS).where('claims.id', '=', id).executeTakeFirst();
  if (!claim) throw new NotFound();
  return claim;
}

function standing(db: Db, actor: Actor) {
  return visibleClaims(db.selectFrom('claims'), db, actor)
    .select(COLUMNS)
    .where('claims.id', 'not in', (eb) => eb.selectFrom('claim_withdrawals').select('claim_id'));
}

/** Says that work brought a benefit, and fixes by what it is to be judged. */
export async function claim(
  db: Db,
  work: Work,
  { fixing, ...wording }: Wording & { fixing: Fixing | null },
  actor: Actor,
): Promise<Claim> {
  allow(actor, 'claim', work);
  await checkArea(db, wording.area);
  const fixed = fixing && (await columnsOf(db, work, fixing, actor));
  return inTransaction(db, async (trx) => {
    const id = newId();
    const row = {
      ...{ id, short_id: shortId(id), work_id: work.id },
      ...wording,
      ...fixed,
      ...{ claimed_by: actor.id ?? '', fixed_at: actor.at },
    };
    await trx.insertInto('claims').values(row).execute();
    await journal.record(trx, actor, 'claim.made', { type: 'claim', id }, { after: { ...wording, fixing } });
    await jobs.enqueue(trx, 'evidence.regrade', { claim: id }, { key: `evidence.regrade:${id}` });
    return byId(trx, id);
  });
}

async function checkArea(db: Db, area: string): Promise<void> {
  const areas = await benefitAreas.list(db);
  if (!areas.some(({ key }) => key === area)) throw new Invalid({ area: t('Choose who benefits most.') });
}

async function columnsOf(db: Db, work: Work, fixing: Fixing, actor: Actor) {
  const errors: Record<string, string> = {};
  const measure = (await measures.list(db, work, actor)).find(({ short }) => short === fixing.measure);
  if (!measure) errors.measure = t('Choose one of the measures of this work.');
  if (fixing.baselineThrough < fixing.baselineFrom)
    errors.baselineThrough = t('The baseline ends before it begins. Please check both dates.');
  if (fixing.changedOn <= fixing.baselineThrough)
    errors.changedOn = t('The change has to come after the baseline. Please check the dates.');
  if (!measure || Object.keys(errors).length > 0) throw new Invalid(errors);
  return {
    measure_id: measure.id,
    better: fixing.better,
    baseline_from: fixing.baselineFrom,
    baseline_through: fixing.baselineThrough,
    changed_on: fixing.changedOn,
  };
}

/** Changes the words of a claim. Its grade does not move. */
export async function reword(db: Db, given: Claim, wording: Wording, actor: Actor): Promise<void> {
  allow(actor, 'edit', given);
  await checkArea(db, wording.area);
  await inTransaction(db, async (trx) => {
    const { statement, area, relation } = given;
    await trx.updateTable('claims').set(wording).where('id', '=', given.id).execute();
    const change = { before: { statement, area, relation }, after: wording };
    await journal.record(trx, actor, 'claim.reworded', { type: 'claim', id: given.id }, change);
  });
}

/** Takes a claim back, with a reason that stays. */
export async function withdraw(db: Db, given: Claim, reason: string, actor: Actor): Promise<void> {
  allow(actor, 'edit', given);
  if (given.withdrawn) throw new Conflict(t('This claim was withdrawn already.'));
  await inTransaction(db, async (trx) => {
    const row = { claim_id: given.id, withdrawn_by: actor.id ?? '', withdrawn_at: actor.at, reason };
    await trx.insertInto('claim_withdrawals').values(row).execute();
    await journal.record(trx, actor, 'claim.withdrawn', { type: 'claim', id: given.id }, { after: { reason } });
  });
}
