import { sql } from 'kysely';
import type { Actor } from '#kernel/actor.ts';
import type { Db } from '#kernel/database/index.ts';
import { allow } from './policy.ts';
import { ROUND, type Round } from './rounds.ts';
import { type Shares, sharesOf } from './shares.ts';
import { waiting } from './waiting.ts';

/** What stewards are told: rounds, how they went in rounded shares, what people added in their own words without names. */
export type Told = {
  waiting: number;
  rounds: (Round & { people: number; left: number; shares: Shares | null })[];
  shares: Shares | null;
  words: { id: string; round: number; words: string }[];
};

const ROUNDS = 24;
const WORDS = 50;

export async function told(db: Db, actor: Actor): Promise<Told> {
  allow(actor, 'run rounds', {});
  const answered = (answer: string) => sql<number>`(select count(*) from introduction_answers a
    join introduction_seats s on s.id = a.seat_id where s.round_id = introduction_rounds.id and a.answer = ${answer})`;
  const rows = await db
    .selectFrom('introduction_rounds')
    .select(ROUND)
    .select(
      sql<number>`(select count(*) from introduction_seats s where s.round_id = introduction_rounds.id)`.as('people'),
    )
    .select(
      sql<number>`(select count(*) from introduction_leftovers l where l.round_id = introduction_rounds.id
      and not exists (select from introduction_seats s where s.round_id = l.round_id and s.person_id = l.person_id))`.as(
        'left',
      ),
    )
    .select([answered('met').as('met'), answered('not-yet').as('notYet'), answered('unsuited').as('unsuited')])
    .orderBy('number', 'desc')
    .limit(ROUNDS)
    .execute();
  const words = await db
    .selectFrom('introduction_answers as answer')
    .innerJoin('introduction_seats as seat', 'seat.id', 'answer.seat_id')
    .innerJoin('introduction_rounds as round', 'round.id', 'seat.round_id')
    .select(['answer.seat_id as id', 'round.number as round', 'answer.words'])
    .where('answer.words', '!=', '')
    .orderBy('round.number', 'desc')
    .orderBy('seat.id') // not when it was said: that could tell who said it
    .limit(WORDS)
    .execute();
  const sum = (key: 'met' | 'notYet' | 'unsuited') => rows.reduce((total, row) => total + row[key], 0);
  return {
    waiting: (await waiting(db, actor.at)).length,
    rounds: rows.map(({ met, notYet, unsuited, ...row }) => ({ ...row, shares: sharesOf({ met, notYet, unsuited }) })),
    shares: sharesOf({ met: sum('met'), notYet: sum('notYet'), unsuited: sum('unsuited') }),
    words,
  };
}
