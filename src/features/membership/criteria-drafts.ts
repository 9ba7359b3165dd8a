import { type Expression, sql } from 'kysely';
import type { Actor } from '#kernel/actor.ts';
import { type Db, inTransaction } from '#kernel/database/index.ts';
import { Conflict, NotFound } from '#kernel/errors.ts';
import { newId, slug } from '#kernel/ids.ts';
import * as journal from '#kernel/journal.ts';
import { t } from '#kernel/words.ts';
import * as criteria from './criteria.ts';
import { allow } from './policy.ts';
import { PATHWAYS } from './words.ts';

/** The next version of the criteria, while stewards write it. Nobody answers it before it is published. */
export type Draft = { id: string; begunAt: Date; begunBy: string | null };
export type Wording = Omit<criteria.Criterion, 'id' | 'key'>;

export async function find(db: Db, actor: Actor): Promise<Draft | null> {
  allow(actor, 'edit-criteria', {});
  const draft = await db
    .selectFrom('criteria_versions')
    .leftJoin('people', 'people.id', 'begun_by')
    .select(['criteria_versions.id', 'begun_at as begunAt', 'people.name as begunBy'])
    .where('published_at', 'is', null)
    .executeTakeFirst();
  return draft?.begunAt ? { ...draft, begunAt: draft.begunAt } : null;
}

export type Version = { number: number; publishedAt: Date; publishedBy: string | null; answeredBy: number };

/** What has been asked so far, newest first, and how many applications answered it. */
export async function published(db: Db, actor: Actor): Promise<Version[]> {
  allow(actor, 'edit-criteria', {});
  return db
    .selectFrom('criteria_versions')
    .leftJoin('people', 'people.id', 'published_by')
    .select([
      'number',
      sql<Date>`published_at`.as('publishedAt'),
      'people.name as publishedBy',
      sql<number>`(select count(*)::int from applications a where a.criteria_version_id = criteria_versions.id)`.as(
        'answeredBy',
      ),
    ])
    .where('published_at', 'is not', null)
    .orderBy('number', 'desc')
    .execute();
}

/** Begins the next version with the words of the one that is asked now. */
export async function begin(db: Db, actor: Actor): Promise<void> {
  allow(actor, 'edit-criteria', {});
  await inTransaction(db, async (trx) => {
    const now = await criteria.of(trx, await criteria.currentVersion(trx));
    const id = newId();
    const made = await trx
      .insertInto('criteria_versions')
      .values({ id, number: nextNumber(), edition: id, begun_at: actor.at, begun_by: actor.id })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (made.numInsertedOrUpdatedRows === 0n)
      throw new Conflict(t('Another steward has just begun a new version. Please carry on with that one.'));
    for (const [i, { key, ...wording }] of now.entries()) await insert(trx, id, { key, position: i + 1, ...wording });
    await journal.record(trx, actor, 'criteria.begun', { type: 'criteria-version', id });
  });
}

/** One more criterion, at the end. */
export async function add(db: Db, wording: Wording, actor: Actor): Promise<void> {
  await change(db, actor, async (trx, { id }) => {
    const taken = await criteria.of(trx, id);
    const wish = keyOf(wording.title);
    const key = taken.some((one) => one.key === wish) ? `${wish}-${newId().slice(-6)}` : wish;
    await insert(trx, id, { key, position: taken.length + 1, ...wording });
  });
}

/** Its key stays, so that a criterion can be followed from version to version. */
export async function edit(db: Db, criterionId: string, wording: Wording, actor: Actor): Promise<void> {
  await change(db, actor, async (trx, draft) => {
    await requireIn(trx, draft, criterionId);
    await trx
      .updateTable('criteria')
      .set({ title: wording.title, looks_for: wording.looksFor, counts_equally: wording.countsEqually })
      .where('id', '=', criterionId)
      .execute();
    for (const pathway of PATHWAYS)
      await trx
        .updateTable('criterion_questions')
        .set(wording.questions[pathway])
        .where('criterion_id', '=', criterionId)
        .where('pathway', '=', pathway)
        .execute();
  });
}

export async function remove(db: Db, criterionId: string, actor: Actor): Promise<void> {
  await change(db, actor, async (trx, draft) => {
    await requireIn(trx, draft, criterionId);
    await trx.deleteFrom('criterion_questions').where('criterion_id', '=', criterionId).execute();
    await trx.deleteFrom('criteria').where('id', '=', criterionId).execute();
    await renumber(trx, draft, sql`position`);
  });
}

/** One place up or down; at the end of the list nothing changes. */
export async function move(db: Db, criterionId: string, to: 'up' | 'down', actor: Actor): Promise<void> {
  await change(db, actor, async (trx, draft) => {
    await requireIn(trx, draft, criterionId);
    const by = to === 'up' ? -1.5 : 1.5;
    await renumber(trx, draft, sql`position + case when id = ${criterionId} then ${sql.lit(by)} else 0 end`);
  });
}

/** From now on new applications answer it. One already begun keeps the version that it answers. */
export async function publish(db: Db, actor: Actor): Promise<void> {
  await change(db, actor, async (trx, { id }) => {
    if ((await criteria.of(trx, id)).length === 0)
      throw new Conflict(t('A version needs one criterion at least. Please add one first.'));
    await trx
      .updateTable('criteria_versions')
      .set({ number: nextNumber(), published_at: actor.at, published_by: actor.id })
      .where('id', '=', id)
      .execute();
    await journal.record(trx, actor, 'criteria.published', { type: 'criteria-version', id });
  });
}

/** Throws the draft away. What was published stays as it is. */
export async function discard(db: Db, actor: Actor): Promise<void> {
  await change(db, actor, async (trx, { id }) => {
    const its = trx.selectFrom('criteria').select('id').where('version_id', '=', id);
    await trx.deleteFrom('criterion_questions').where('criterion_id', 'in', its).execute();
    await trx.deleteFrom('criteria').where('version_id', '=', id).execute();
    await trx.deleteFrom('criteria_versions').where('id', '=', id).execute();
    await journal.record(trx, actor, 'criteria.discarded', { type: 'criteria-version', id });
  });
}

/** A criterion of the draft. What was published cannot be found here, so that nothing changes it. */
export async function criterion(db: Db, criterionId: string, actor: Actor): Promise<criteria.Criterion> {
  const draft = await find(db, actor);
  const found = draft && (await criteria.of(db, draft.id)).find(({ id }) => id === criterionId);
  if (!found) throw new NotFound();
  return found;
}

/** One change of the draft at a time. */
async function change(db: Db, actor: Actor, act: (trx: Db, draft: Draft) => Promise<void>): Promise<void> {
  allow(actor, 'edit-criteria', {});
  await inTransaction(db, async (trx) => {
    await trx.selectFrom('criteria_versions').select('id').where('published_at', 'is', null).forUpdate().execute();
    const draft = await find(trx, actor);
    if (!draft) throw new NotFound();
    await act(trx, draft);
  });
}

async function requireIn(trx: Db, draft: Draft, criterionId: string): Promise<void> {
  if (!(await criteria.of(trx, draft.id)).some(({ id }) => id === criterionId)) throw new NotFound();
}

async function renumber(trx: Db, draft: Draft, order: Expression<unknown>): Promise<void> {
  await sql`update criteria c set position = o.position
    from (select id, row_number() over (order by ${order}) as position from criteria where version_id = ${draft.id}) o
    where o.id = c.id`.execute(trx);
}

async function insert(trx: Db, versionId: string, given: Wording & { key: string; position: number }): Promise<void> {
  const id = newId();
  const { key, position, title, looksFor, countsEqually, questions } = given;
  const words = { title, looks_for: looksFor, counts_equally: countsEqually };
  await trx
    .insertInto('criteria')
    .values({ id, version_id: versionId, key, position, ...words })
    .execute();
  await trx
    .insertInto('criterion_questions')
    .values(PATHWAYS.map((pathway) => ({ criterion_id: id, pathway, ...questions[pathway] })))
    .execute();
}

function nextNumber() {
  return sql<number>`(select coalesce(max(number), 0) + 1 from criteria_versions)`;
}

/** The name of its fields and of its history: plain letters, whatever the title is written in. */
function keyOf(title: string): string {
  const plain = slug(title)
    .replace(/[^a-z0-9-]+/g, '')
    .replace(/^[^a-z]+|-+$/g, '')
    .slice(0, 40);
  return plain || `criterion-${newId().slice(-6)}`;
}
