import { sql } from 'kysely';
import { organisations } from '#features/people/index.ts';
import type { Actor } from '#kernel/actor.ts';
import { dayOf } from '#kernel/clock.ts';
import type { Country } from '#kernel/countries.ts';
import { type Db, inTransaction } from '#kernel/database/index.ts';
import { NotFound } from '#kernel/errors.ts';
import { newId, shortId, slug } from '#kernel/ids.ts';
import * as journal from '#kernel/journal.ts';
import { limit } from '#kernel/limits.ts';
import type { Shares } from './modes.ts';
import { place } from './placements.ts';
import { allow, may } from './policy.ts';
import type { State } from './states.ts';
import { type Visibility, visibleWorks, waitingIds } from './visibility.ts';

/** What a team says of its work. */
export type Description = {
  title: string;
  problem: string;
  aim: string;
  tried: string;
  lesson: string;
  country: Country;
  place: string;
  /** By name; an organisation that nobody has named yet is added. */
  organisation: string | null;
  /** "a community hospital in Wales": what others see instead of the organisation and the place. */
  shownAs: string;
  methods: string[];
  /** The first day of the month in which it began. */
  startedOn: string | null;
};

export type Work = Omit<Description, 'organisation'> & {
  id: string;
  short: string;
  address: string;
  state: State;
  organisation: { name: string; address: string } | null;
  endedOn: string | null;
  visibility: Visibility;
  /** Made visible by its team, and waiting for a moderator. */
  waiting: boolean;
  lang: string;
  sharedBy: string;
  sharedAt: Date;
  changedAt: Date;
  /** The people who have accepted: the first is whoever shared it. */
  team: string[];
  /** The people who were asked and have not answered. */
  invited: string[];
};

export const COLUMNS = [
  'works.id',
  'works.short_id as short',
  sql<string>`works.slug || '-' || works.short_id`.as('address'),
  'works.title',
  'works.problem',
  'works.aim',
  'works.tried',
  'works.lesson',
  'works.state',
  'works.country',
  'works.place',
  'works.shown_as as shownAs',
  'works.methods',
  'works.started_on as startedOn',
  'works.ended_on as endedOn',
  'works.visibility',
  'works.lang',
  'works.shared_by as sharedBy',
  'works.shared_at as sharedAt',
  'works.changed_at as changedAt',
  sql<{
    name: string;
    address: string;
  } | null>`(select json_build_object('name', o.name, 'address', o.slug || '-' || o.short_id)
    from organisations o where o.id = works.organisation_id)`.as('organisation'),
  sql<boolean>`works.id in ${waitingIds}`.as('waiting'),
  sql<string[]>`array(select t.person_id from work_team t where t.work_id = works.id
    and t.accepted_at is not null order by t.accepted_at, t.id)`.as('team'),
  sql<string[]>`array(select t.person_id from work_team t where t.work_id = works.id
    and t.accepted_at is null and t.person_id is not null order by t.id)`.as('invited'),
] as const;

/** The work at this address, if the actor may see it. Throws NotFound. */
export async function find(db: Db, short: string, actor: Actor): Promise<Work> {
  const work = await visibleWorks(db.selectFrom('works'), actor)
    .select(COLUMNS)
    .where('works.short_id', '=', short)
    .executeTakeFirst();
  if (!work) throw new NotFound();
  return asSeenBy(actor, work);
}

/** The works of these ids that the actor may see, in no order: for rooms that keep ids. */
export async function among(db: Db, ids: string[], actor: Actor): Promise<Work[]> {
  if (ids.length === 0) return [];
  const works = await visibleWorks(db.selectFrom('works'), actor)
    .select(COLUMNS)
    .where('works.id', 'in', ids)
    .execute();
  return works.map((work) => asSeenBy(actor, work));
}

/** The work of an id, whoever asks, organisation and all: for verbs that have decided already, and for jobs. */
export async function byId(db: Db, id: string): Promise<Work> {
  const work = await db.selectFrom('works').select(COLUMNS).where('works.id', '=', id).executeTakeFirst();
  if (!work) throw new NotFound();
  return work;
}

/** Work that its team shows as "a community hospital in Wales" keeps its organisation and place to the team. */
export function asSeenBy(actor: Actor, work: Work): Work {
  return work.shownAs === '' || may(actor, 'edit', work) ? work : { ...work, organisation: null, place: '' };
}

/** Puts a piece of work on the shelf, private to whoever shares it, who is its team's first member. */
export async function share(
  db: Db,
  given: Description & { state: State; endedOn?: string | null; shares: Shares | null },
  actor: Actor,
): Promise<Work> {
  allow(actor, 'share', {});
  const sharer = actor.id ?? '';
  return inTransaction(db, async (trx) => {
    await limit(trx, `work.share:${sharer}`, { most: 30, seconds: 86_400 }, actor.at);
    const id = newId();
    await trx
      .insertInto('works')
      .values({
        id,
        short_id: shortId(id),
        ...(await columnsOf(trx, given, actor)),
        state: given.state,
        ended_on: given.state === 'stopped' ? (given.endedOn ?? null) : null,
        shared_by: sharer,
        shared_at: actor.at,
        changed_at: actor.at,
      })
      .execute();
    await trx
      .insertInto('work_team')
      .values({
        id: newId(),
        work_id: id,
        person_id: sharer,
        name: actor.name ?? '',
        invited_by: sharer,
        invited_at: actor.at,
        accepted_at: actor.at,
      })
      .execute();
    const work = await byId(trx, id);
    if (given.shares) await place(trx, work, given.shares, actor);
    await journal.record(trx, actor, 'work.shared', { type: 'work', id });
    return work;
  });
}

/** Changes what the team says of its work. */
export async function describe(db: Db, work: Work, given: Description, actor: Actor): Promise<void> {
  allow(actor, 'edit', work);
  await inTransaction(db, async (trx) => {
    const { title, problem, aim, tried, lesson } = work;
    await trx
      .updateTable('works')
      .set({ ...(await columnsOf(trx, given, actor)), changed_at: actor.at })
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
  await inTransaction(db, async (trx) => {
    await trx
      .updateTable('works')
      .set({
        state,
        lesson,
        ended_on: state === 'stopped' ? (endedOn ?? dayOf(actor.at)) : null,
        changed_at: actor.at,
      })
      .where('id', '=', work.id)
      .execute();
    await journal.record(trx, actor, 'work.moved', { type: 'work', id: work.id }, { before: work.state, after: state });
  });
}

async function columnsOf(db: Db, given: Description, actor: Actor) {
  const { title, problem, aim, tried, lesson, country, methods } = given;
  return {
    slug: slug(title),
    ...{ title, problem, aim, tried, lesson, country, methods },
    place: given.place,
    shown_as: given.shownAs,
    started_on: given.startedOn,
    organisation_id: given.organisation
      ? await organisations.meet(db, { name: given.organisation, country, place: given.place || null }, actor)
      : null,
  };
}
