import { sql } from 'kysely';
import { type Work, works } from '#features/work/index.ts';
import type { Actor } from '#kernel/actor.ts';
import { type Db, inTransaction } from '#kernel/database/index.ts';
import { Invalid, NotFound } from '#kernel/errors.ts';
import { newId, shortId } from '#kernel/ids.ts';
import * as journal from '#kernel/journal.ts';
import { t } from '#kernel/words.ts';
import { allow } from '../policy.ts';
import { hear } from './letters.ts';

/** What whoever tried it elsewhere tells. */
export type Telling = { changed: string; stayed: string; happened: string };

/** `work` adapts `of`; both are ones that the reader may see. */
export type Adaptation = Telling & {
  id: string;
  short: string;
  work: Work;
  of: Work;
  toldAt: Date;
  /** What the team of the first says to it. */
  note: { words: string; notedAt: Date } | null;
};

/**
 * The adaptations that begin or end at these works and that the actor may see: an adaptation shows only to who sees both.
 * For lists, and for rooms that weigh how far something has travelled.
 */
export async function among(db: Db, workIds: readonly string[], actor: Actor): Promise<Adaptation[]> {
  if (workIds.length === 0) return [];
  const rows = await rowsOf(db)
    .where((eb) => eb.or([eb('a.work_id', 'in', workIds), eb('a.of_id', 'in', workIds)]))
    .execute();
  return seen(db, rows, actor);
}

/** One adaptation of a piece of work. Throws NotFound, also where the actor may not see the other. */
export async function find(db: Db, of: Work, short: string, actor: Actor): Promise<Adaptation> {
  const rows = await rowsOf(db).where('a.of_id', '=', of.id).where('a.short_id', '=', short).execute();
  const [adaptation] = await seen(db, rows, actor);
  if (!adaptation) throw new NotFound();
  return adaptation;
}

/** "We tried this elsewhere": in `work`, which is the actor's. The first team hears of it as soon as they may see it. */
export async function tell(
  db: Db,
  of: Work,
  { work, url, ...telling }: Telling & { work: Work; url: string },
  actor: Actor,
): Promise<Adaptation> {
  allow(actor, 'adapt', work);
  return inTransaction(db, async (trx) => {
    await agree(trx, work, of);
    const id = newId();
    await trx
      .insertInto('adaptations')
      .values({
        id,
        short_id: shortId(id),
        work_id: work.id,
        of_id: of.id,
        ...telling,
        told_by: actor.id ?? '',
        told_at: actor.at,
      })
      .execute();
    await works.touch(trx, work, actor);
    await journal.record(trx, actor, 'adaptation.told', { type: 'adaptation', id });
    await hear(trx, id, url, actor.at);
    return find(trx, of, shortId(id), actor);
  });
}

/** Tells it in other words, or further. */
export async function retell(db: Db, given: Adaptation, telling: Telling, actor: Actor): Promise<void> {
  allow(actor, 'retell', { by: given.work, of: given.of });
  await inTransaction(db, async (trx) => {
    const { changed, stayed, happened } = given;
    await trx.updateTable('adaptations').set(telling).where('id', '=', given.id).execute();
    await works.touch(trx, given.work, actor);
    await journal.record(
      trx,
      actor,
      'adaptation.retold',
      { type: 'adaptation', id: given.id },
      { before: { changed, stayed, happened }, after: telling },
    );
  });
}

/** Takes the telling back: who made it may, the team of the first may not. */
export async function withdraw(db: Db, given: Adaptation, actor: Actor): Promise<void> {
  allow(actor, 'retell', { by: given.work, of: given.of });
  await inTransaction(db, async (trx) => {
    const { changed, stayed, happened } = given;
    await trx.deleteFrom('adaptations').where('id', '=', given.id).execute();
    await journal.record(
      trx,
      actor,
      'adaptation.withdrawn',
      { type: 'adaptation', id: given.id },
      { before: { changed, stayed, happened } },
    );
  });
}

/** The team of the first answers; answering again replaces what was said. */
export async function answer(db: Db, given: Adaptation, words: string, actor: Actor): Promise<void> {
  allow(actor, 'answer', { by: given.work, of: given.of });
  await inTransaction(db, async (trx) => {
    const said = { words, noted_by: actor.id ?? '', noted_at: actor.at };
    await trx
      .insertInto('adaptation_notes')
      .values({ adaptation_id: given.id, ...said })
      .onConflict((conflict) => conflict.column('adaptation_id').doUpdateSet(said))
      .execute();
    await journal.record(trx, actor, 'adaptation.answered', { type: 'adaptation', id: given.id }, { after: words });
  });
}

/** Takes the answer back. */
export async function unanswer(db: Db, given: Adaptation, actor: Actor): Promise<void> {
  allow(actor, 'answer', { by: given.work, of: given.of });
  await inTransaction(db, async (trx) => {
    await trx.deleteFrom('adaptation_notes').where('adaptation_id', '=', given.id).execute();
    await journal.record(trx, actor, 'adaptation.answer-undone', { type: 'adaptation', id: given.id });
  });
}

export function rowsOf(db: Db) {
  return db
    .selectFrom('adaptations as a')
    .leftJoin('adaptation_notes as n', 'n.adaptation_id', 'a.id')
    .select(['a.id', 'a.short_id as short', 'a.work_id as workId', 'a.of_id as ofId'])
    .select(['a.changed', 'a.stayed', 'a.happened', 'a.told_at as toldAt', 'n.words', 'n.noted_at as notedAt'])
    .orderBy('a.told_at')
    .orderBy('a.id');
}

type Row = Awaited<ReturnType<ReturnType<typeof rowsOf>['execute']>>[number];

/** Those of which the actor may see both ends. */
export async function seen(db: Db, rows: Row[], actor: Actor): Promise<Adaptation[]> {
  const ids = [...new Set(rows.flatMap(({ workId, ofId }) => [workId, ofId]))];
  const visible = new Map((await works.among(db, ids, actor)).map((work) => [work.id, work]));
  return rows.flatMap(({ workId, ofId, words, notedAt, ...row }) => {
    const [work, of] = [visible.get(workId), visible.get(ofId)];
    return work && of ? [{ ...row, work, of, note: words && notedAt ? { words, notedAt } : null }] : [];
  });
}

/** Nothing adapts itself, adapts the same twice, or adapts what came of it. */
async function agree(db: Db, work: Work, of: Work): Promise<void> {
  if (work.id === of.id) throw new Invalid({ work: t('Choose another piece of work than the one that you adapted.') });
  const { rows } = await sql<{ how: 'twice' | 'circle' }>`
    with recursive before as (
      select of_id from adaptations where work_id = ${of.id}
      union select a.of_id from adaptations a join before b on a.work_id = b.of_id)
    select 'twice' as how from adaptations where work_id = ${work.id} and of_id = ${of.id}
    union all select 'circle' from before where of_id = ${work.id}`.execute(db);
  const how = rows[0]?.how;
  if (how === 'twice') throw new Invalid({ work: t('This is told already: you can change what it says.') });
  if (how === 'circle') throw new Invalid({ work: t('That came first: this work adapts it, directly or by others.') });
}
