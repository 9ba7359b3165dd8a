import { setImmediate as breath } from 'node:timers/promises';
import { cairnItself } from '#kernel/actor.ts';
import { type Db, inTransaction } from '#kernel/database/index.ts';
import { newId } from '#kernel/ids.ts';
import * as journal from '#kernel/journal.ts';
import { askLater } from './answers.ts';
import { type Group, membersOf } from './groups.ts';
import * as letters from './letters.ts';
import { type Matching, match } from './matching/matching.ts';
import type { Options } from './options.ts';
import { find, type Round } from './rounds.ts';
import { seat } from './seating.ts';
import { apart, waiting } from './waiting.ts';

/**
 * Matches a round: the job behind a steward's button. What it finds, the letters and the word that the round is matched are
 * written in one transaction, once; a process that ends before has written nothing but how far it was.
 */
export async function pair(
  db: Db,
  roundId: string,
  { url, ...options }: Options & { url: string },
  at: Date,
): Promise<void> {
  const round = await find(db, roundId);
  if (!round || round.matchedAt) return;
  const people = await waiting(db, at);
  const matching = await match(people, await apart(db, options), round.number, async (share) => {
    await report(db, round, share);
    await breath();
  });
  await inTransaction(db, (trx) => write(trx, round, matching, url, at));
}

async function report(db: Db, round: Round, share: number): Promise<void> {
  const progress = Math.floor(100 * share);
  if (progress === round.progress) return;
  round.progress = progress;
  await db.updateTable('introduction_rounds').set({ progress }).where('id', '=', round.id).execute();
}

async function write(trx: Db, round: Round, matching: Matching, url: string, at: Date): Promise<void> {
  const held = await trx
    .selectFrom('introduction_rounds')
    .select('id')
    .where('id', '=', round.id)
    .where('matched_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  if (!held) return; // another process was faster
  const still = new Set((await waiting(trx, at)).map(({ id }) => id)); // somebody may have left in these seconds
  const groups = matching.pairs
    .filter((pair) => pair.every((id) => still.has(id)))
    .map((people): Group => ({ id: newId(), roundId: round.id, people }));
  await seat(trx, groups);
  const left = await leaveOver(trx, round, matching, groups, still);
  const members = await membersOf(trx, round.id);
  for (const group of groups) await letters.introduce(trx, members(group.people), { round: round.number, url }, at);
  await letters.offerThree(trx, left, url, at);
  await askLater(trx, round.id, at);
  await trx
    .updateTable('introduction_rounds')
    .set({ progress: 100, matched_at: at })
    .where('id', '=', round.id)
    .execute();
  await journal.record(trx, cairnItself(at), 'introduction-round.matched', {
    type: 'introduction-round',
    id: round.id,
  });
}

/** Writes down for whom nobody was left; answers those who are offered to join a pair. */
async function leaveOver(
  trx: Db,
  round: Round,
  { pairs, left }: Matching,
  groups: readonly Group[],
  still: ReadonlySet<string>,
): Promise<string[]> {
  const groupOf = new Map(groups.map(({ id, people }) => [people.join(' '), id]));
  const widowed = pairs.filter((pair) => !groupOf.has(pair.join(' '))).flat();
  const rows = [...left, ...widowed.map((id) => ({ id, joins: null }))]
    .filter(({ id }) => still.has(id))
    .map(({ id, joins }) => ({
      round_id: round.id,
      person_id: id,
      group_id: groupOf.get(joins?.join(' ') ?? '') ?? null,
    }));
  if (rows.length > 0) await trx.insertInto('introduction_leftovers').values(rows).execute();
  return rows.filter(({ group_id }) => group_id !== null).map(({ person_id }) => person_id);
}
