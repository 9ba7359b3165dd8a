import type { Actor } from '#kernel/actor.ts';
import { type Db, inTransaction } from '#kernel/database/index.ts';
import { Conflict, NotFound } from '#kernel/errors.ts';
import * as journal from '#kernel/journal.ts';
import { t } from '#kernel/words.ts';
import { type Group, membersOf } from './groups.ts';
import * as letters from './letters.ts';
import { allow } from './policy.ts';
import { addThird } from './seating.ts';

/** What somebody is asked for whom nobody was left in the latest round: to join a pair. */
export type Offer = Group & { round: number };

/** The offer that waits for the actor's answer; null when there is none. */
export async function offered(db: Db, actor: Actor): Promise<Offer | null> {
  allow(actor, 'meet', {});
  const rows = await db
    .selectFrom('introduction_leftovers as left')
    .innerJoin('introduction_rounds as round', 'round.id', 'left.round_id')
    .innerJoin('introduction_seats as seat', 'seat.group_id', 'left.group_id')
    .innerJoin('people', 'people.id', 'seat.person_id')
    .select(['seat.group_id as id', 'round.id as roundId', 'round.number as round', 'seat.person_id as person'])
    .where('left.person_id', '=', actor.id)
    .where('people.erased_at', 'is', null)
    .where('round.asked_at', 'is', null) // by then the two have met
    .where('round.number', '=', (eb) =>
      eb
        .selectFrom('introduction_rounds')
        .select((one) => one.fn.max('number').as('last'))
        .where('matched_at', 'is not', null),
    )
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('introduction_refusals as no')
            .select('no.refused_at')
            .whereRef('no.round_id', '=', 'left.round_id')
            .whereRef('no.person_id', '=', 'left.person_id'),
        ),
      ),
    )
    .orderBy('seat.id')
    .execute();
  const [first] = rows;
  const people = rows.map(({ person }) => person);
  if (!first || people.length !== 2 || people.includes(actor.id ?? '')) return null;
  return { id: first.id, roundId: first.roundId, round: first.round, people };
}

/** Joins the pair: all three get a letter. */
export async function accept(db: Db, url: string, actor: Actor): Promise<void> {
  allow(actor, 'meet', {});
  await inTransaction(db, async (trx) => {
    const group = await waitingOffer(trx, actor);
    if (!(await addThird(trx, group, actor.id ?? ''))) throw new Conflict(t('You have joined them already.'));
    const people = [...group.people, actor.id ?? ''];
    const members = (await membersOf(trx, group.roundId))(people);
    await letters.introduce(trx, members, { round: group.round, url }, actor.at);
    await journal.record(trx, actor, 'introduction.joined-as-third', { type: 'introduction', id: group.id });
  });
}

/** Would rather not be three: comes first in the next round. */
export async function refuse(db: Db, actor: Actor): Promise<void> {
  allow(actor, 'meet', {});
  await inTransaction(db, async (trx) => {
    const { id, roundId } = await waitingOffer(trx, actor);
    await trx
      .insertInto('introduction_refusals')
      .values({ round_id: roundId, person_id: actor.id ?? '', refused_at: actor.at })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    await journal.record(trx, actor, 'introduction.refused-as-third', { type: 'introduction', id });
  });
}

async function waitingOffer(trx: Db, actor: Actor): Promise<Offer> {
  const offer = await offered(trx, actor);
  if (!offer) throw new NotFound();
  return offer;
}
