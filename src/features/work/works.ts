import { sql } from 'kysely';
import { organisations } from '#features/organisations/index.ts';
import { terms } from '#features/reference/index.ts';
import type { Actor } from '#kernel/actor.ts';
import { dayOf } from '#kernel/clock.ts';
import { type Db, inTransaction } from '#kernel/database/index.ts';
import { Invalid } from '#kernel/errors.ts';
import { newId, shortId, slug } from '#kernel/ids.ts';
import * as journal from '#kernel/journal.ts';
import { limit } from '#kernel/limits.ts';
import { t } from '#kernel/words.ts';
import { byId, type Description, type Work } from './finding.ts';
import type { Shares } from './modes.ts';
import { place } from './placements.ts';
import { allow } from './policy.ts';
import type { State } from './states.ts';
import { invite, type Named } from './team/invitations.ts';

export { addressOf, among, byId, type Description, find, type Work } from './finding.ts';
export { count, like, list } from './search.ts';

/** What the three-minute form asks; `team` is who should be named, and `url` the address of this Cairn, for their letters. */
export type Shared = Description & {
  state: State;
  shares: Shares | null;
  endedOn?: string | null;
  team?: Named[];
  url?: string;
};

/** Puts a piece of work on the shelf, private to whoever shares it, who is its team's first member. */
export async function share(db: Db, given: Shared, actor: Actor): Promise<Work> {
  allow(actor, 'share', {});
  return inTransaction(db, async (trx) => {
    await limit(trx, 'work.share', actor.id ?? '', actor.at);
    return shelve(trx, given, { id: actor.id ?? '', name: actor.name ?? '' }, actor);
  });
}

/** Puts a piece of work on somebody's shelf, whoever acts: for verbs that have decided already. In the caller's transaction. */
export async function shelve(
  trx: Db,
  given: Shared & { importId?: string },
  sharer: { id: string; name: string },
  actor: Actor,
): Promise<Work> {
  const id = newId();
  await trx
    .insertInto('works')
    .values({
      id,
      short_id: shortId(id),
      ...(await columnsOf(trx, given, actor)),
      state: given.state,
      ended_on: given.state === 'stopped' ? (given.endedOn ?? null) : null,
      shared_by: sharer.id,
      shared_at: actor.at,
      changed_at: actor.at,
      import_id: given.importId ?? null,
    })
    .execute();
  await trx
    .insertInto('work_team')
    .values({
      id: newId(),
      work_id: id,
      person_id: sharer.id,
      name: sharer.name,
      invited_by: actor.id ?? sharer.id,
      invited_at: actor.at,
      accepted_at: actor.at,
    })
    .execute();
  const work = await byId(trx, id);
  if (given.shares) await place(trx, work, given.shares, actor);
  await invite(trx, work, { named: given.team ?? [], url: given.url ?? '' }, actor);
  await journal.record(trx, actor, 'work.shared', { type: 'work', id });
  return work;
}

/** Changes what the team says of its work. */
export async function describe(
  db: Db,
  work: Work,
  given: Description & { endedOn?: string | null },
  actor: Actor,
): Promise<void> {
  allow(actor, 'edit', work);
  const { startedOn, endedOn = work.endedOn } = given;
  inOrder(startedOn, endedOn);
  await inTransaction(db, async (trx) => {
    const { title, problem, aim, tried, lesson } = work;
    await trx
      .updateTable('works')
      .set({
        ...(await columnsOf(trx, { topics: work.topics, ...given }, actor)),
        ended_on: endedOn,
        changed_at: actor.at,
      })
      .where('id', '=', work.id)
      .execute();
    await journal.record(
      trx,
      actor,
      'work.changed',
      { type: 'work', id: work.id },
      {
        before: { title, problem, aim, tried, lesson },
        after: given,
      },
    );
  });
}

/** Says how far the work has come. Who stops is asked what they would tell the next person. */
export async function move(
  db: Db,
  work: Work,
  { state, lesson, endedOn = null }: { state: State; lesson: string; endedOn?: string | null },
  actor: Actor,
): Promise<void> {
  allow(actor, 'edit', work);
  const ended = endOf(state, endedOn, actor);
  inOrder(work.startedOn, ended);
  await inTransaction(db, async (trx) => {
    await trx
      .updateTable('works')
      .set({
        state,
        lesson,
        ended_on: ended,
        changed_at: actor.at,
      })
      .where('id', '=', work.id)
      .execute();
    await journal.record(trx, actor, 'work.moved', { type: 'work', id: work.id }, { before: work.state, after: state });
  });
}

/** Something below the work has changed, in this room or in one that stands on it: it is not stale. */
export async function touch(db: Db, work: Pick<Work, 'id'>, actor: Actor): Promise<void> {
  await db
    .updateTable('works')
    .set({ changed_at: sql`greatest(changed_at, ${actor.at})` })
    .where('id', '=', work.id)
    .execute();
}

/** Work that has stopped ended some day: the one that was given, or today. */
export function endOf(state: State, given: string | null | undefined, actor: Actor): string | null {
  return state === 'stopped' ? (given ?? dayOf(actor.at)) : null;
}

function inOrder(startedOn: string | null, endedOn: string | null): void {
  if (startedOn && endedOn && endedOn < startedOn)
    throw new Invalid({ endedOn: t('It cannot have ended before it began.') });
}

async function columnsOf(db: Db, given: Description, actor: Actor) {
  const { title, problem, aim, tried, lesson, country, methods, topics = [] } = given;
  if (topics.length > 0) {
    const vocabulary = await terms.current(db, actor.at);
    if (topics.some((topic) => !vocabulary.has('topic', topic)))
      throw new Invalid({ topics: t('Choose topics from the list.') });
  }
  return {
    slug: slug(title),
    ...{ title, problem, aim, tried, lesson, country, methods, topics },
    place: given.place,
    shown_as: given.shownAs,
    started_on: given.startedOn,
    organisation_id: given.organisation
      ? await organisations.meet(db, { name: given.organisation, country, place: given.place || null }, actor)
      : null,
  };
}
