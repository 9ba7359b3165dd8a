import { sql } from 'kysely';
import { type Actor, cairnItself } from '#kernel/actor.ts';
import { type Db, inTransaction } from '#kernel/database/index.ts';
import { NotFound } from '#kernel/errors.ts';
import * as jobs from '#kernel/jobs.ts';
import * as journal from '#kernel/journal.ts';
import * as links from '#kernel/links.ts';
import * as letters from './letters.ts';
import { allow } from './policy.ts';

const DAY = 86_400_000;
/** After which everybody is asked how it was. */
const FOLLOW_UP_DAYS = 14;

export const ANSWERS = ['met', 'not-yet', 'unsuited'] as const;
export type Answer = (typeof ANSWERS)[number];
export type Asked = { seatId: string; groupId: string; others: string[]; answer: Answer | null; words: string };

/** Asks everybody of a round how it was; once. The job that the matching of the round asked for, two weeks later. */
export async function ask(db: Db, roundId: string, url: string, at: Date): Promise<void> {
  const before = new Date(at.getTime() - FOLLOW_UP_DAYS * DAY);
  await inTransaction(db, async (trx) => {
    const held = await trx
      .updateTable('introduction_rounds')
      .set({ asked_at: at })
      .where('id', '=', roundId)
      .where('matched_at', '<=', before)
      .where('asked_at', 'is', null)
      .executeTakeFirst();
    if (held.numUpdatedRows === 0n) return;
    const { rows } = await sql<{ seatId: string; name: string; email: string; others: string[] }>`
      select seat.id as "seatId", people.name, e.email, array_agg(other.name order by with_seat.id) as others
      from introduction_seats seat
      join people on people.id = seat.person_id
      join person_emails e on e.person_id = people.id and e.is_primary
      join introduction_seats with_seat on with_seat.group_id = seat.group_id and with_seat.id <> seat.id
      join people other on other.id = with_seat.person_id and other.erased_at is null
      where seat.round_id = ${roundId}
      group by seat.id, people.name, e.email
      order by seat.id`.execute(trx);
    for (const row of rows) await letters.ask(trx, row, url, at);
    await journal.record(trx, cairnItself(at), 'introduction-round.asked', { type: 'introduction-round', id: roundId });
  });
}

/** Asks for that, in the transaction that matches the round. */
export async function askLater(trx: Db, roundId: string, at: Date): Promise<void> {
  const after = new Date(at.getTime() + FOLLOW_UP_DAYS * DAY);
  await jobs.enqueue(trx, 'introductions.ask', { round: roundId }, { key: `introductions.ask ${roundId}`, after });
}

/** What the link of a letter asks, and what was answered. Throws NotFound. */
export async function opened(db: Db, token: string, at: Date): Promise<Asked> {
  const link = await links.find(db, letters.ANSWER_LINK, token, at);
  if (!link) throw new NotFound();
  const rows = await db
    .selectFrom('introduction_seats as seat')
    .innerJoin('introduction_seats as with', 'with.group_id', 'seat.group_id')
    .innerJoin('people', 'people.id', 'with.person_id')
    .leftJoin('introduction_answers as answer', 'answer.seat_id', 'seat.id')
    .select(['seat.group_id as groupId', 'people.name', 'answer.answer', 'answer.words'])
    .where('seat.id', '=', link.subject)
    .whereRef('with.id', '!=', 'seat.id')
    .orderBy('with.id')
    .execute();
  const [first] = rows;
  if (!first) throw new NotFound();
  const others = rows.map(({ name }) => name);
  return { seatId: link.subject, groupId: first.groupId, others, answer: first.answer, words: first.words ?? '' };
}

/** Says how it was, or says it anew. The link itself says who may: it was sent to their address. */
export async function give(
  db: Db,
  token: string,
  { answer, words }: { answer: Answer; words: string },
  actor: Actor,
): Promise<void> {
  await inTransaction(db, async (trx) => {
    const { seatId, groupId } = await opened(trx, token, actor.at);
    const row = { answer, words, answered_at: actor.at };
    await trx
      .insertInto('introduction_answers')
      .values({ seat_id: seatId, ...row })
      .onConflict((conflict) => conflict.column('seat_id').doUpdateSet(row))
      .execute();
    await journal.record(trx, actor, 'introduction.answered', { type: 'introduction', id: groupId });
  });
}

/** Takes somebody's words away, where they say what should not be kept. The answer stays. */
export async function eraseWords(db: Db, seatId: string, actor: Actor): Promise<void> {
  allow(actor, 'run rounds', {});
  await inTransaction(db, async (trx) => {
    const erased = await trx
      .updateTable('introduction_answers')
      .set({ words: '' })
      .where('seat_id', '=', seatId)
      .where('words', '!=', '')
      .executeTakeFirst();
    if (erased.numUpdatedRows === 0n) throw new NotFound();
    await journal.record(trx, actor, 'introduction.words-erased', { type: 'introduction-seat', id: seatId });
  });
}
