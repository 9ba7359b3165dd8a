import { sql } from 'kysely';
import type { Actor } from '#kernel/actor.ts';
import type { Db } from '#kernel/database/index.ts';
import * as journal from '#kernel/journal.ts';

/** Whether a person takes part, whom they were introduced to, and what they answered. */
export async function exportOf(db: Db, personId: string): Promise<Record<string, unknown>> {
  const takesPart = await db
    .selectFrom('introduction_opt_ins as o')
    .leftJoin('introduction_pauses as p', 'p.person_id', 'o.person_id')
    .select(['since', 'meets', 'language', 'shows_address', 'paused_at'])
    .where('o.person_id', '=', personId)
    .executeTakeFirst();
  const met = await db
    .selectFrom('introduction_seats as seat')
    .innerJoin('introduction_rounds as round', 'round.id', 'seat.round_id')
    .leftJoin('introduction_answers as answer', 'answer.seat_id', 'seat.id')
    .select(['round.number as round', 'round.begun_at as on', 'answer.answer', 'answer.words'])
    .select(
      sql<string[]>`array(select people.name from introduction_seats other join people on people.id = other.person_id
      where other.group_id = seat.group_id and other.id <> seat.id order by other.id)`.as('with'),
    )
    .where('seat.person_id', '=', personId)
    .orderBy('round.number')
    .execute();
  const wentWithout = await db
    .selectFrom('introduction_leftovers as left')
    .innerJoin('introduction_rounds as round', 'round.id', 'left.round_id')
    .select('round.number as round')
    .where('left.person_id', '=', personId)
    .orderBy('round.number')
    .execute();
  return { takesPart: takesPart ?? null, met, wentWithout };
}

/** Forgets a person's wishes and words. Whom they met keeps the introduction, with "a former member". */
export async function erase(db: Db, personId: string, actor: Actor): Promise<void> {
  await db.deleteFrom('introduction_opt_ins').where('person_id', '=', personId).execute();
  await db.deleteFrom('introduction_leftovers').where('person_id', '=', personId).execute();
  await db
    .updateTable('introduction_answers')
    .set({ words: '' })
    .where('seat_id', 'in', (eb) => eb.selectFrom('introduction_seats').select('id').where('person_id', '=', personId))
    .execute();
  await journal.record(db, actor, 'introductions.person-erased', { type: 'person', id: personId });
}
