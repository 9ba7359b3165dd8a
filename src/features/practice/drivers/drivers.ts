import { type Work, works } from '#features/work/index.ts';
import type { Actor } from '#kernel/actor.ts';
import { type Db, inTransaction } from '#kernel/database/index.ts';
import { Invalid, NotFound } from '#kernel/errors.ts';
import { newId, shortId } from '#kernel/ids.ts';
import * as journal from '#kernel/journal.ts';
import { t } from '#kernel/words.ts';
import { allow } from '../policy.ts';
import { type Diagram, type Driver, fallingWith, of, under } from './diagram.ts';
import { above, below, type Tier } from './tiers.ts';

/** More than this is read by nobody. */
const MOST = 90;

/** Says what the diagram's aim is; the first time, this begins the diagram. */
export async function aim(db: Db, work: Work, words: string, actor: Actor): Promise<void> {
  allow(actor, 'draw', work);
  await inTransaction(db, async (trx) => {
    const stated = { aim: words, stated_by: actor.id ?? '', stated_at: actor.at };
    await trx
      .insertInto('driver_aims')
      .values({ work_id: work.id, ...stated })
      .onConflict((conflict) => conflict.column('work_id').doUpdateSet(stated))
      .execute();
    await noted(trx, work, 'drivers.aimed', actor, { after: words });
  });
}

/** Hangs drivers under another, or under the aim: as many as there are lines. */
export async function add(
  db: Db,
  work: Work,
  { parent, lines }: { parent: Driver | null; lines: string[] },
  actor: Actor,
): Promise<void> {
  allow(actor, 'draw', work);
  const tier = below(parent?.tier ?? null);
  if (!tier) throw new NotFound();
  await inTransaction(db, async (trx) => {
    const diagram = await locked(trx, work);
    if (diagram.drivers.length + lines.length > MOST)
      throw new Invalid({
        lines: t('That makes more than {most, number} boxes, which nobody could read. Please remove some first.', {
          most: MOST,
        }),
      });
    let position = await lastOf(trx, work, tier);
    for (const words of lines) {
      const id = newId();
      const row = { id, short_id: shortId(id), work_id: work.id, tier, words, position: ++position };
      await trx
        .insertInto('drivers')
        .values({ ...row, added_by: actor.id ?? '', added_at: actor.at })
        .execute();
      if (parent)
        await trx.insertInto('driver_links').values({ work_id: work.id, parent_id: parent.id, child_id: id }).execute();
    }
    await noted(trx, work, 'drivers.added', actor, { after: lines });
  });
}

/** Says it in other words, and what it serves: several of the tier above, and at least one. */
export async function change(
  db: Db,
  work: Work,
  driver: Driver,
  { words, parents }: { words: string; parents: string[] },
  actor: Actor,
): Promise<void> {
  allow(actor, 'draw', work);
  await inTransaction(db, async (trx) => {
    const diagram = await locked(trx, work);
    const tier = above(driver.tier);
    const chosen = diagram.drivers.filter((one) => one.tier === tier && parents.includes(one.short));
    if (tier && chosen.length === 0)
      throw new Invalid({ parents: t('Choose at least one that it serves, or remove it instead.') });
    await trx.updateTable('drivers').set({ words }).where('id', '=', driver.id).execute();
    await trx.deleteFrom('driver_links').where('child_id', '=', driver.id).execute();
    const links = chosen.map(({ id }) => ({ work_id: work.id, parent_id: id, child_id: driver.id }));
    if (links.length > 0) await trx.insertInto('driver_links').values(links).execute();
    await noted(trx, work, 'drivers.changed', actor, { before: driver.words, after: words });
  });
}

/** One place up or down among what hangs under the same; at the end of the line it stays where it is. */
export async function move(
  db: Db,
  work: Work,
  driver: Driver,
  { direction, parent }: { direction: 'up' | 'down'; parent: Driver | null },
  actor: Actor,
): Promise<void> {
  allow(actor, 'draw', work);
  await inTransaction(db, async (trx) => {
    const line = under(await locked(trx, work), parent);
    const here = line.findIndex(({ id }) => id === driver.id);
    const other = here < 0 ? undefined : line[here + (direction === 'up' ? -1 : 1)];
    if (!other) return;
    const places = await trx
      .selectFrom('drivers')
      .select(['id', 'position'])
      .where('id', 'in', [driver.id, other.id])
      .execute();
    for (const { id, position } of places)
      await trx
        .updateTable('drivers')
        .set({ position })
        .where('id', '=', id === driver.id ? other.id : driver.id)
        .execute();
    await noted(trx, work, 'drivers.moved', actor);
  });
}

/** Removes a driver, and what then hangs under nothing. Cycles that tried a change idea keep their words. */
export async function remove(db: Db, work: Work, driver: Driver, actor: Actor): Promise<void> {
  allow(actor, 'draw', work);
  await inTransaction(db, async (trx) => {
    const gone = [driver, ...fallingWith(await locked(trx, work), driver)];
    await trx
      .deleteFrom('drivers')
      .where(
        'id',
        'in',
        gone.map(({ id }) => id),
      )
      .execute();
    await noted(trx, work, 'drivers.removed', actor, { before: gone.map(({ words }) => words) });
  });
}

/** One driver, found through its work. Throws NotFound. */
export function find(diagram: Diagram | null, short: string): Driver {
  const driver = diagram?.drivers.find((one) => one.short === short);
  if (!driver) throw new NotFound();
  return driver;
}

/** The change ideas of a piece of work, for a form that asks which of them. */
export async function changeChoices(db: Db, work: Work): Promise<{ value: string; label: string }[]> {
  return db
    .selectFrom('drivers')
    .select(['id as value', 'words as label'])
    .where('work_id', '=', work.id)
    .where('tier', '=', 'change')
    .orderBy('position')
    .execute();
}

/** The diagram, which nobody else changes until this is done. */
async function locked(db: Db, work: Work): Promise<Diagram> {
  await db.selectFrom('driver_aims').select('work_id').where('work_id', '=', work.id).forUpdate().execute();
  const diagram = await of(db, work);
  if (!diagram) throw new NotFound();
  return diagram;
}

async function lastOf(db: Db, work: Work, tier: Tier): Promise<number> {
  const row = await db
    .selectFrom('drivers')
    .select(({ fn }) => fn.max('position').as('last'))
    .where('work_id', '=', work.id)
    .where('tier', '=', tier)
    .executeTakeFirst();
  return row?.last ?? 0;
}

async function noted(db: Db, work: Work, verb: string, actor: Actor, change?: journal.Change): Promise<void> {
  await works.touch(db, work, actor);
  await journal.record(db, actor, verb, { type: 'work', id: work.id }, change);
}
