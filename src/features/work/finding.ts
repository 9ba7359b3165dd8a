import { sql } from 'kysely';
import type { Actor } from '#kernel/actor.ts';
import type { Country } from '#kernel/countries.ts';
import type { Db } from '#kernel/database/index.ts';
import { NotFound } from '#kernel/errors.ts';
import type { Licence } from './licences.ts';
import { may } from './policy.ts';
import type { State } from './states.ts';
import { type Visibility, visibleWorks } from './visibility.ts';

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
  /** Keys of the vocabulary of topics; left out, they stay as they are. */
  topics?: string[];
  /** The first day of the month in which it began. */
  startedOn: string | null;
};

export type Work = Omit<Description, 'organisation' | 'topics'> & {
  id: string;
  short: string;
  address: string;
  state: State;
  topics: string[];
  organisation: { name: string; address: string } | null;
  endedOn: string | null;
  visibility: Visibility;
  /** Made visible by its team, and waiting for a moderator. */
  waiting: boolean;
  licence: Licence;
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
  'works.topics',
  'works.started_on as startedOn',
  'works.ended_on as endedOn',
  'works.visibility',
  'works.licence',
  'works.lang',
  'works.shared_by as sharedBy',
  'works.shared_at as sharedAt',
  'works.changed_at as changedAt',
  sql<{
    name: string;
    address: string;
  } | null>`(select json_build_object('name', o.name, 'address', o.slug || '-' || o.short_id)
    from organisations o where o.id = works.organisation_id)`.as('organisation'),
  sql<boolean>`(exists (select from work_publications p where p.work_id = works.id)
    and not exists (select from work_releases r where r.work_id = works.id))`.as('waiting'),
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

/** The address of a short id, or null when the actor may not see the work, or there is none. */
export async function addressOf(db: Db, short: string, actor: Actor): Promise<string | null> {
  const work = await visibleWorks(db.selectFrom('works'), actor)
    .select(sql<string>`works.slug || '-' || works.short_id`.as('address'))
    .where('works.short_id', '=', short)
    .executeTakeFirst();
  return work?.address ?? null;
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

/** The work that a person is on the team of, by title: for a form that asks which of it to attach. */
export function ofPerson(db: Db, personId: string): Promise<{ address: string; title: string }[]> {
  return db
    .selectFrom('works')
    .select([sql<string>`'/work/' || slug || '-' || short_id`.as('address'), 'title'])
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('work_team')
        .select('work_id')
        .where('person_id', '=', personId)
        .where('accepted_at', 'is not', null),
    )
    .orderBy('title')
    .execute();
}

/** The work whose team a person is on, as far as the reader may see it, what changed last first. */
export async function worksWith(db: Db, personId: string, actor: Actor, most = 12): Promise<Work[]> {
  const works = await visibleWorks(db.selectFrom('works'), actor)
    .select(COLUMNS)
    .where('works.id', 'in', (eb) =>
      eb
        .selectFrom('work_team')
        .select('work_id')
        .where('person_id', '=', personId)
        .where('accepted_at', 'is not', null),
    )
    .orderBy('works.changed_at', 'desc')
    .orderBy('works.id')
    .limit(most)
    .execute();
  return works.map((work) => asSeenBy(actor, work));
}
