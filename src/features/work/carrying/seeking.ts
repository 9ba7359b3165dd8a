import type { Actor } from '#kernel/actor.ts';
import { type Db, inTransaction } from '#kernel/database/index.ts';
import { Conflict, NotFound } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import * as journal from '#kernel/journal.ts';
import * as roles from '#kernel/roles.ts';
import { t } from '#kernel/words.ts';
import type { Work } from '../finding.ts';
import { type Carrying, of } from './carrying.ts';
import { write } from './letters.ts';
import { own } from './owners.ts';
import { allow } from './policy.ts';

/** The owner says that the work seeks somebody to carry it on. */
export async function seek(db: Db, work: Work, words: string, actor: Actor): Promise<void> {
  allow(actor, 'seek', await of(db, work));
  await inTransaction(db, async (trx) => {
    const row = { words, said_by: actor.id ?? '', said_at: actor.at };
    await trx
      .insertInto('work_seekings')
      .values({ work_id: work.id, ...row })
      .onConflict((conflict) => conflict.column('work_id').doUpdateSet(row))
      .execute();
    await journal.record(trx, actor, 'work.seeking', { type: 'work', id: work.id });
  });
}

export async function stopSeeking(db: Db, work: Work, actor: Actor): Promise<void> {
  allow(actor, 'seek', await of(db, work));
  await inTransaction(db, async (trx) => {
    await trx.deleteFrom('work_seekings').where('work_id', '=', work.id).execute();
    await journal.record(trx, actor, 'work.seeking-ended', { type: 'work', id: work.id });
  });
}

/** A member would carry it on. The owner hears of it; the stewards, where nobody is left. */
export async function offer(
  db: Db,
  work: Work,
  { words, url }: { words: string; url: string },
  actor: Actor,
): Promise<void> {
  const carrying = await of(db, work);
  allow(actor, 'offer', carrying);
  if (carrying.seeking === null) throw new Conflict(t('This work no longer seeks somebody: it is being carried on.'));
  await inTransaction(db, async (trx) => {
    const row = { words, offered_at: actor.at };
    await trx
      .insertInto('work_offers')
      .values({ id: newId(), work_id: work.id, person_id: actor.id ?? '', ...row })
      .onConflict((conflict) => conflict.columns(['work_id', 'person_id']).doUpdateSet(row))
      .execute();
    await journal.record(trx, actor, 'work.carrying-offered', { type: 'work', id: work.id });
    const letter = {
      subject: t('Somebody would carry on “{title}”', { title: work.title }),
      text: t(
        '{name} offers to carry on this piece of work:\n\n{title}\n\nRead what they say, and accept it if you agree:\n{address}',
        {
          name: actor.name,
          title: work.title,
          address: `${url}/work/${work.address}/carrying`,
        },
      ),
    };
    await write(trx, await askedOf(trx, carrying), letter, actor.at);
  });
}

/** Takes an offer back. */
export async function unoffer(db: Db, work: Work, actor: Actor): Promise<void> {
  allow(actor, 'offer', await of(db, work));
  await inTransaction(db, async (trx) => {
    await trx.deleteFrom('work_offers').where('work_id', '=', work.id).where('person_id', '=', actor.id).execute();
    await journal.record(trx, actor, 'work.carrying-offer-undone', { type: 'work', id: work.id });
  });
}

/** Whoever offered is on the team from now, and carries the work on. Other offers are answered by that. */
export async function acceptOffer(
  db: Db,
  work: Work,
  { offerId, url }: { offerId: string; url: string },
  actor: Actor,
): Promise<void> {
  const carrying = await of(db, work);
  allow(actor, 'accept offer', carrying);
  const accepted = carrying.offers.find((one) => one.offerId === offerId);
  if (!accepted) throw new NotFound();
  await inTransaction(db, async (trx) => {
    await trx.deleteFrom('work_team').where('work_id', '=', work.id).where('person_id', '=', accepted.id).execute();
    const line = { id: newId(), work_id: work.id, person_id: accepted.id, name: accepted.name };
    const asked = { invited_by: actor.id ?? '', invited_at: actor.at, accepted_at: actor.at };
    await trx
      .insertInto('work_team')
      .values({ ...line, ...asked })
      .execute();
    await own(trx, work, accepted.id, actor);
    await trx.deleteFrom('work_offers').where('work_id', '=', work.id).execute();
    await journal.record(trx, actor, 'work.carrying-accepted', { type: 'work', id: work.id });
    await write(
      trx,
      carrying.offers.map(({ id }) => id),
      {
        subject: t('“{title}” is carried on', { title: work.title }),
        text: t('Thank you for your offer. {name} carries this piece of work on from now:\n\n{title}\n{address}', {
          name: accepted.name,
          title: work.title,
          address: `${url}/work/${work.address}`,
        }),
      },
      actor.at,
    );
  });
}

async function askedOf(db: Db, { owner }: Carrying): Promise<string[]> {
  return owner ? [owner.id] : roles.holders(db, 'steward');
}
