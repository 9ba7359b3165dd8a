import type { Db } from '#kernel/database/index.ts';
import { newId } from '#kernel/ids.ts';
import type { Group } from './groups.ts';

const AT_ONCE = 5_000;

/** Writes groups down: who sits in them, and that they have been introduced. */
export async function seat(trx: Db, groups: readonly Group[]): Promise<void> {
  for (const some of slices(groups)) {
    const rows = some.map(({ id, roundId }) => ({ id, round_id: roundId }));
    await trx.insertInto('introduction_groups').values(rows).execute();
  }
  for (const some of slices(groups.flatMap(seatsOf))) await trx.insertInto('introduction_seats').values(some).execute();
  for (const some of slices(groups.flatMap(meetingsOf)))
    await trx.insertInto('introduction_meetings').values(some).execute();
}

/** Adds a third to a pair. */
export async function addThird(trx: Db, { people, ...group }: Group, third: string): Promise<boolean> {
  const seated = await trx
    .insertInto('introduction_seats')
    .values(seatsOf({ ...group, people: [third] }))
    .onConflict((conflict) => conflict.columns(['round_id', 'person_id']).doNothing())
    .executeTakeFirst();
  if (seated.numInsertedOrUpdatedRows === 0n) return false;
  const meetings = people.flatMap((other) => meetingsOf({ ...group, people: [third, other] }));
  await trx
    .insertInto('introduction_meetings')
    .values(meetings)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return true;
}

function seatsOf({ id, roundId, people }: Group) {
  return people.map((person) => ({ id: newId(), round_id: roundId, group_id: id, person_id: person }));
}

function meetingsOf({ id, people: [one = '', other = ''] }: Group) {
  const [first, second] = one < other ? [one, other] : [other, one];
  return [{ one_id: first, other_id: second, group_id: id }];
}

function slices<T>(rows: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(rows.length / AT_ONCE) }, (_, n) => rows.slice(n * AT_ONCE, (n + 1) * AT_ONCE));
}
