import type { Actor } from '#kernel/actor.ts';
import { type Db, inTransaction } from '#kernel/database/index.ts';
import { DomainError } from '#kernel/errors.ts';
import * as journal from '#kernel/journal.ts';
import * as mail from '#kernel/mail/index.ts';
import { actorFor } from '#kernel/session/index.ts';
import { t } from '#kernel/words.ts';
import { shelve } from '../works.ts';
import * as imports from './imports.ts';
import { type LeftOut, trialOf } from './trial.ts';

/** So many rows in one transaction: what is done stays done, and its page can say how far it is. */
const STEP = 50;

/** Makes works of every row of an import, or of those that are left when it was broken off. */
export async function make(db: Db, id: string, url: string, at: Date): Promise<void> {
  while (await takeStep(db, id, url, at));
}

/** Makes works of the next rows; true while there are more. Done twice it goes on where it was. */
async function takeStep(db: Db, id: string, url: string, at: Date): Promise<boolean> {
  return inTransaction(db, async (trx) => {
    const row = await trx
      .selectFrom('work_imports')
      .select(['short_id', 'imported_by', 'finished_at', 'undone_at'])
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst();
    if (!row || row.finished_at || row.undone_at) return false;
    const actor = await actorFor(trx, row.imported_by, at);
    const { sheet, mapping, taken, total, leftOut, ownerId, ownerName } = await imports.find(trx, row.short_id, actor);
    if (!sheet || !mapping) return false;
    const until = Math.min(taken + STEP, total);
    const step = [...sheet.slice(0, 1), ...sheet.slice(1 + taken, 1 + until)];
    const trial = trialOf(step, mapping, await titlesOf(trx, ownerId));
    const refused: LeftOut[] = [];
    for (const { line, given } of trial.works) {
      const reason = await refusalOf(() =>
        shelve(trx, { ...given, importId: id }, { id: ownerId, name: ownerName }, actor),
      );
      if (reason) refused.push({ line, reason });
    }
    const finished = until >= total;
    await trx
      .updateTable('work_imports')
      .set({
        taken: until,
        left_out: JSON.stringify([...leftOut, ...trial.leftOut, ...refused].sort((a, b) => a.line - b.line)),
        ...(finished ? { finished_at: at, sheet: null } : {}),
      })
      .where('id', '=', id)
      .execute();
    if (finished) {
      await journal.record(trx, actor, 'import.finished', { type: 'import', id });
      if (ownerId !== actor.id) await tell(trx, ownerId, `${url}/work/import/${row.short_id}`, actor);
    }
    return !finished;
  });
}

/** The titles on somebody's shelf, so that sending a sheet twice does not make everything twice. */
export async function titlesOf(db: Db, ownerId: string): Promise<string[]> {
  const rows = await db.selectFrom('works').select('title').where('shared_by', '=', ownerId).execute();
  return rows.map(({ title }) => title);
}

async function refusalOf(verb: () => Promise<unknown>): Promise<string | null> {
  try {
    await verb();
    return null;
  } catch (error) {
    if (error instanceof DomainError) return error.message;
    throw error;
  }
}

async function tell(db: Db, personId: string, address: string, actor: Actor): Promise<void> {
  const owner = await db
    .selectFrom('person_emails')
    .select('email')
    .where('person_id', '=', personId)
    .where('is_primary', '=', true)
    .executeTakeFirst();
  if (!owner) return;
  await mail.send(
    db,
    {
      to: owner.email,
      subject: t('Your work was put on your shelf'),
      text: t(
        '{name} has put work of yours here from a sheet. Only you can see it: read it, and make visible what you like. You can also take it all back.\n\n{address}',
        { name: actor.name, address },
      ),
    },
    actor.at,
  );
}
