import type { Actor } from '#kernel/actor.ts';
import type { Db } from '#kernel/database/index.ts';
import { inTransaction } from '#kernel/database/index.ts';
import { Conflict, Invalid } from '#kernel/errors.ts';
import * as journal from '#kernel/journal.ts';
import { t } from '#kernel/words.ts';
import type { Work } from '../finding.ts';
import { of } from './carrying.ts';
import { write } from './letters.ts';
import { allow } from './policy.ts';

/** Names somebody on the team deputy: who the work falls to when its owner leaves. */
export async function nameDeputy(db: Db, work: Work, personId: string, actor: Actor): Promise<void> {
  const carrying = await of(db, work);
  allow(actor, 'name deputy', carrying);
  if (!work.team.includes(personId)) throw new Invalid({ deputy: t('Choose somebody who is on the team.') });
  if (personId === carrying.owner?.id)
    throw new Invalid({ deputy: t('They carry the work already: a deputy is somebody else.') });
  await inTransaction(db, async (trx) => {
    const row = { person_id: personId, named_by: actor.id ?? '', named_at: actor.at };
    await trx
      .insertInto('work_deputies')
      .values({ work_id: work.id, ...row })
      .onConflict((conflict) => conflict.column('work_id').doUpdateSet(row))
      .execute();
    await journal.record(trx, actor, 'work.deputy-named', { type: 'work', id: work.id });
  });
}

export async function dismissDeputy(db: Db, work: Work, actor: Actor): Promise<void> {
  allow(actor, 'name deputy', await of(db, work));
  await inTransaction(db, async (trx) => {
    await trx.deleteFrom('work_deputies').where('work_id', '=', work.id).execute();
    await journal.record(trx, actor, 'work.deputy-dismissed', { type: 'work', id: work.id });
  });
}

/** The owner asks somebody on the team to carry the work on. Nothing changes until they say yes. */
export async function ask(
  db: Db,
  work: Work,
  { to, words, url }: { to: string; words: string; url: string },
  actor: Actor,
): Promise<void> {
  allow(actor, 'hand over', await of(db, work));
  if (!work.team.includes(to) || to === actor.id)
    throw new Invalid({ to: t('Choose somebody else who is on the team.') });
  await inTransaction(db, async (trx) => {
    const row = { to_id: to, words, asked_by: actor.id ?? '', asked_at: actor.at };
    await trx
      .insertInto('work_handovers')
      .values({ work_id: work.id, ...row })
      .onConflict((conflict) => conflict.column('work_id').doUpdateSet(row))
      .execute();
    await journal.record(trx, actor, 'work.handover-asked', { type: 'work', id: work.id });
    await write(
      trx,
      [to],
      {
        subject: t('Would you carry on “{title}”?', { title: work.title }),
        text: t(
          '{name} asks whether you would carry on this piece of work:\n\n{title}\n{words}\n\nSay yes or no here:\n{address}',
          {
            name: actor.name,
            title: work.title,
            words,
            address: `${url}/work/${work.address}/carrying`,
          },
        ),
      },
      actor.at,
    );
  });
}

/** Whoever was asked carries it on from now. */
export async function accept(db: Db, work: Work, actor: Actor): Promise<void> {
  const carrying = await of(db, work);
  allow(actor, 'take over', carrying);
  await inTransaction(db, async (trx) => {
    const gone = await trx.deleteFrom('work_handovers').where('work_id', '=', work.id).executeTakeFirst();
    if (gone.numDeletedRows === 0n) throw new Conflict(t('They no longer ask.'));
    await own(trx, work, actor.id ?? '', actor);
    await journal.record(trx, actor, 'work.handed-over', { type: 'work', id: work.id });
  });
}

/** The owner no longer asks, or who was asked says no. */
export async function end(db: Db, work: Work, actor: Actor): Promise<void> {
  allow(actor, 'end handover', await of(db, work));
  await inTransaction(db, async (trx) => {
    await trx.deleteFrom('work_handovers').where('work_id', '=', work.id).execute();
    await journal.record(trx, actor, 'work.handover-ended', { type: 'work', id: work.id });
  });
}

/** This person owns it now: it seeks nobody, and an owner is no deputy. */
export async function own(db: Db, work: Work, personId: string, actor: Actor): Promise<void> {
  const row = { person_id: personId, since: actor.at };
  await db
    .insertInto('work_owners')
    .values({ work_id: work.id, ...row })
    .onConflict((conflict) => conflict.column('work_id').doUpdateSet(row))
    .execute();
  await db.deleteFrom('work_deputies').where('work_id', '=', work.id).where('person_id', '=', personId).execute();
  await db.deleteFrom('work_seekings').where('work_id', '=', work.id).execute();
}
