import { type SelectQueryBuilder, sql } from 'kysely';
import { type Actor, has } from '#kernel/actor.ts';
import { COUNTRIES } from '#kernel/countries.ts';
import type { Db, Schema } from '#kernel/database/index.ts';
import * as panel from './panel.ts';
import { allow, may } from './policy.ts';

export const SHOWS = ['mine', 'open', 'applicant', 'closed'] as const;
/** What is asked of the reader, what is with the panel, what is with its applicant, what is decided. */
export type Show = (typeof SHOWS)[number];

export const SORTS = ['waiting', 'standing', 'newest', 'country'] as const;
/** Longest since it was sent, longest in its state, sent last, by country. */
export type Sort = (typeof SORTS)[number];

const STATES = {
  mine: ['submitted', 'assessing', 'third', 'ready'],
  open: ['submitted', 'assessing', 'third', 'ready'],
  applicant: ['more-needed'],
  closed: ['admitted', 'not-now'],
} as const satisfies Record<Show, readonly string[]>;

export const PAGE = 50;

export type Asked = 'assess' | 'offer' | 'decide' | 'wait' | 'nothing';
export type Row = panel.Reading & { asked: Asked };
export type Wanted = { show: Show; sort?: Sort; page?: number };
export type Queue = { rows: Row[]; count: number; mine: number; pages: number };

/** One page of the applications of the actor's countries, each with what is asked of them. */
export async function list(db: Db, { show, sort, page = 1 }: Wanted, actor: Actor): Promise<Queue> {
  allow(actor, 'see-queue', {});
  const order = sort ?? (show === 'closed' ? 'newest' : 'waiting');
  const readings = await panel.list(
    db,
    (query) =>
      sorted(shown(query, show, actor), order)
        .limit(PAGE)
        .offset((page - 1) * PAGE),
    actor,
  );
  const rows = readings.map((reading) => ({ ...reading, asked: askedOf(reading, actor) }));
  const count = await countOf(db, show, actor);
  const mine = show === 'mine' ? count : await countOf(db, 'mine', actor);
  return { rows, count, mine, pages: Math.max(1, Math.ceil(count / PAGE)) };
}

/** How many applications wait for something that this actor can do. For their home page and account. */
export async function countAsked(db: Db, actor: Actor): Promise<number> {
  return may(actor, 'see-queue', {}) ? countOf(db, 'mine', actor) : 0;
}

/** The open applications before and after one, in the order of waiting. */
export type Nearby = { previous: string | null; next: string | null };

export async function nearby(db: Db, { submittedAt, id }: panel.Reading, actor: Actor): Promise<Nearby> {
  const here = sql`(application_states.submitted_at, applications.id)`;
  const there = sql`(${submittedAt}, ${id})`;
  const neighbour = async (order: 'asc' | 'desc') => {
    const row = await shown(panel.visibleToPanel(applications(db), actor), 'open', actor)
      .select('applications.short_id as shortId')
      .where(order === 'asc' ? sql<boolean>`${here} > ${there}` : sql<boolean>`${here} < ${there}`)
      .orderBy('application_states.submitted_at', order)
      .orderBy('applications.id', order)
      .limit(1)
      .executeTakeFirst();
    return row?.shortId ?? null;
  };
  return { previous: await neighbour('desc'), next: await neighbour('asc') };
}

type Query<O> = SelectQueryBuilder<Schema, 'applications' | 'application_states', O>;

function applications(db: Db) {
  return db
    .selectFrom('applications')
    .innerJoin('application_states', 'application_states.application_id', 'applications.id');
}

async function countOf(db: Db, show: Show, actor: Actor): Promise<number> {
  const { count } = await shown(panel.visibleToPanel(applications(db), actor), show, actor)
    .select(sql<number>`count(*)::int`.as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

function shown<O>(query: Query<O>, show: Show, actor: Actor): Query<O> {
  const states = sql.join(STATES[show].map((state) => sql.lit(state)));
  const within = query.where(sql<boolean>`application_states.state in (${states})`);
  return show === 'mine' ? within.where(askedOfMe(actor)) : within;
}

/** The same as `askedOf` says of one: to read what one was asked to read, or to decide what everybody has read. */
function askedOfMe(actor: Actor) {
  const own = COUNTRIES.filter((country) => has(actor, 'assessor', country)).map((country) => sql.lit(country));
  const reads = own.length > 0 ? sql`applications.country in (${sql.join(own)})` : sql`false`;
  return sql<boolean>`not judged_before(application_states.submission_id, ${actor.id})
    and (application_states.state = 'ready' or (${reads}
    and exists (select from assessment_assignments g
      where g.submission_id = application_states.submission_id and g.assessor_id = ${actor.id})
    and not exists (select from assessments s
      where s.submission_id = application_states.submission_id and s.assessor_id = ${actor.id})))`;
}

function sorted<O>(query: Query<O>, sort: Sort): Query<O> {
  if (sort === 'standing') return query.orderBy('application_states.since');
  if (sort === 'newest') return query.orderBy('application_states.submitted_at', 'desc');
  if (sort === 'country') return query.orderBy('applications.country');
  return query; // the longest waiting first, as the panel reads them
}

function askedOf(reading: panel.Reading, actor: Actor): Asked {
  if (may(actor, 'decide', reading)) return 'decide';
  if (may(actor, 'assess', reading)) return reading.mine.assigned ? 'assess' : 'offer';
  return reading.mine.given && reading.isOpen ? 'wait' : 'nothing';
}
