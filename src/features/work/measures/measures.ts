import { sql } from 'kysely';
import { type Actor, has } from '#kernel/actor.ts';
import { type Db, inTransaction } from '#kernel/database/index.ts';
import { Invalid, NotFound } from '#kernel/errors.ts';
import { newId, shortId } from '#kernel/ids.ts';
import * as jobs from '#kernel/jobs.ts';
import * as journal from '#kernel/journal.ts';
import { t } from '#kernel/words.ts';
import { type Answers, obstacles } from '../publication/questions.ts';
import type { Visibility } from '../visibility.ts';
import type { Work } from '../works.ts';
import type { ChartKind } from './chart-kinds.ts';
import { allow } from './policy.ts';

export type Better = 'up' | 'down' | 'neither';

/** What is measured, and how a reader should take it. */
export type Definition = {
  name: string;
  /** The operational definition: what is counted, from when to when, by whom. */
  definition: string;
  unit: string;
  better: Better;
  target: number | null;
  places: number | null;
  /** What is divided by what, in words; empty where nothing is. */
  numerator?: string;
  denominator?: string;
  /** The chart that suits it. */
  chart?: ChartKind;
};

export type Measure = Required<Definition> & {
  id: string;
  short: string;
  workId: string;
  profile: string;
  visibility: Visibility;
};

const COLUMNS = [
  'measures.id',
  'measures.short_id as short',
  'measures.work_id as workId',
  'measures.name',
  'measures.definition',
  'measures.unit',
  'measures.better',
  'measures.target',
  'measures.places',
  'measures.numerator',
  'measures.denominator',
  'measures.chart',
  'measures.profile',
  'measures.visibility',
] as const;

/** The measures of a piece of work that the actor may see: the team's own, and those that were published. */
export function list(db: Db, work: Work, actor: Actor): Promise<Measure[]> {
  return visible(db, work, actor).orderBy('measures.defined_at').orderBy('measures.id').execute();
}

/** One measure, found through its work. Throws NotFound. */
export async function find(db: Db, work: Work, short: string, actor: Actor): Promise<Measure> {
  const measure = await visible(db, work, actor).where('measures.short_id', '=', short).executeTakeFirst();
  if (!measure) throw new NotFound();
  return measure;
}

/** The measures of these works that everybody may see, the earliest defined first. The works must be public. */
export function publicOf(db: Db, workIds: readonly string[]): Promise<Measure[]> {
  return db
    .selectFrom('measures')
    .select(COLUMNS)
    .where('work_id', '=', (eb) => eb.fn.any(eb.val(workIds)))
    .where('visibility', '=', 'public')
    .orderBy('defined_at')
    .orderBy('id')
    .execute();
}

/** The measure of an id, whoever asks: for rooms that have decided already, and for jobs. */
export async function byId(db: Db, id: string): Promise<Measure> {
  const [measure] = await byIds(db, [id]);
  if (!measure) throw new NotFound();
  return measure;
}

/** Those of these ids, in no order, whoever asks. */
export function byIds(db: Db, ids: readonly string[]): Promise<Measure[]> {
  if (ids.length === 0) return Promise.resolve([]);
  return db.selectFrom('measures').select(COLUMNS).where('id', 'in', ids).execute();
}

/** A part is never wider than its whole: a reader who sees the work sees what is as open as they are. */
function visible(db: Db, work: Work, actor: Actor) {
  const open: Visibility[] = has(actor, 'member') || has(actor, 'steward') ? ['members', 'public'] : ['public'];
  const query = db.selectFrom('measures').select(COLUMNS).where('work_id', '=', work.id);
  return actor.id !== null && work.team.includes(actor.id) ? query : query.where('visibility', 'in', open);
}

export async function define(db: Db, work: Work, definition: Definition, actor: Actor): Promise<Measure> {
  allow(actor, 'measure', work);
  return inTransaction(db, async (trx) => {
    const id = newId();
    const row = {
      id,
      short_id: shortId(id),
      work_id: work.id,
      ...definition,
      defined_by: actor.id ?? '',
      defined_at: actor.at,
    };
    await trx.insertInto('measures').values(row).execute();
    await journal.record(trx, actor, 'measure.defined', { type: 'measure', id }, { after: definition });
    return byId(trx, id);
  });
}

export async function redefine(
  db: Db,
  work: Work,
  measure: Measure,
  definition: Definition,
  actor: Actor,
): Promise<void> {
  allow(actor, 'measure', work);
  await inTransaction(db, async (trx) => {
    const { name, unit, better, target, places, numerator, denominator, chart } = measure;
    const before = {
      name,
      definition: measure.definition,
      unit,
      better,
      target,
      places,
      numerator,
      denominator,
      chart,
    };
    await trx.updateTable('measures').set(definition).where('id', '=', measure.id).execute();
    await journal.record(
      trx,
      actor,
      'measure.redefined',
      { type: 'measure', id: measure.id },
      { before, after: definition },
    );
    await changed(trx, measure.id);
  });
}

/** Shows a measure to others, once the three questions have been answered; never wider than its work. */
export async function publish(
  db: Db,
  work: Work,
  measure: Measure,
  { visibility, answers }: { visibility: Exclude<Visibility, 'private'>; answers: Answers },
  actor: Actor,
): Promise<void> {
  allow(actor, 'measure', work);
  const errors = obstacles(answers);
  if (visibility === 'public' && work.visibility !== 'public')
    errors.visibility = t('The work itself is not public yet. Make it visible first, or show the measure to members.');
  if (work.visibility === 'private')
    errors.visibility = t('Only its team can see the work yet. Make the work visible first.');
  if (Object.keys(errors).length > 0) throw new Invalid(errors);
  await inTransaction(db, async (trx) => {
    const row = {
      measure_id: measure.id,
      published_by: actor.id ?? '',
      published_at: actor.at,
      answers: JSON.stringify(answers),
    };
    await trx
      .insertInto('measure_publications')
      .values(row)
      .onConflict((conflict) => conflict.column('measure_id').doUpdateSet(row))
      .execute();
    await trx.updateTable('measures').set({ visibility }).where('id', '=', measure.id).execute();
    await journal.record(
      trx,
      actor,
      'measure.published',
      { type: 'measure', id: measure.id },
      { after: { visibility } },
    );
  });
}

export async function withdraw(db: Db, work: Work, measure: Measure, actor: Actor): Promise<void> {
  allow(actor, 'measure', work);
  await inTransaction(db, async (trx) => {
    await trx.deleteFrom('measure_publications').where('measure_id', '=', measure.id).execute();
    await trx.updateTable('measures').set({ visibility: 'private' }).where('id', '=', measure.id).execute();
    await journal.record(trx, actor, 'measure.withdrawn', { type: 'measure', id: measure.id });
  });
}

/** Whatever is computed from a measure is computed again: one job, however often its inputs change before it runs. */
export async function changed(db: Db, measureId: string): Promise<void> {
  await db
    .updateTable('works')
    .set({
      changed_at: sql`greatest(changed_at, (select max(recorded_at) from readings where measure_id = ${measureId}))`,
    })
    .where('id', '=', (eb) => eb.selectFrom('measures').select('work_id').where('id', '=', measureId))
    .execute();
  await jobs.enqueue(db, 'measure.changed', { measure: measureId }, { key: `measure.changed:${measureId}` });
}
