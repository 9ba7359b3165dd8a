import type { Actor } from '#kernel/actor.ts';
import { type Db, inTransaction } from '#kernel/database/index.ts';
import { Invalid, NotFound } from '#kernel/errors.ts';
import { dayOf } from '#kernel/format.ts';
import { newId } from '#kernel/ids.ts';
import * as journal from '#kernel/journal.ts';
import { t } from '#kernel/words.ts';
import type { Person } from './people.ts';
import { allow } from './policy.ts';
import { index, indexAfter } from './search.ts';

export const OFFER_KINDS = ['offer', 'ask'] as const;
/** Hours of a skill that a person would lend, or would like to borrow. */
export type Offer = {
  id: string;
  kind: (typeof OFFER_KINDS)[number];
  skill: string;
  hours: number;
  note: string;
  /** The last day on which it holds; null: until it is withdrawn. */
  until: string | null;
};

const MOST = 12;

export async function make(db: Db, person: Person, offer: Omit<Offer, 'id'>, actor: Actor): Promise<void> {
  allow(actor, 'describe', person);
  if (offer.until && offer.until < dayOf(actor.at))
    throw new Invalid({ until: t('That day has passed. Choose another.') });
  await inTransaction(db, async (trx) => {
    const { n } = await trx
      .selectFrom('offers')
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .where('person_id', '=', person.id)
      .executeTakeFirstOrThrow();
    if (n >= MOST) throw new Invalid({ skill: t('You have twelve here. Take one away before you add another.') });
    const id = newId();
    await trx
      .insertInto('offers')
      .values({ id, person_id: person.id, ...offer, made_at: actor.at })
      .execute();
    await index(trx, person.id, actor.at);
    await journal.record(trx, actor, 'offer.made', { type: 'person', id: person.id });
    if (offer.until) await indexAfter(trx, person.id, offer.until);
  });
}

export async function withdraw(db: Db, person: Person, id: string, actor: Actor): Promise<void> {
  allow(actor, 'describe', person);
  await inTransaction(db, async (trx) => {
    const gone = await trx
      .deleteFrom('offers')
      .where('person_id', '=', person.id)
      .where((eb) => eb(eb.cast<string>('id', 'text'), '=', id))
      .executeTakeFirst();
    if (gone.numDeletedRows === 0n) throw new NotFound();
    await index(trx, person.id, actor.at);
    await journal.record(trx, actor, 'offer.withdrawn', { type: 'person', id: person.id });
  });
}
