import { sql } from 'kysely';
import type { Actor } from '#kernel/actor.ts';
import type { Db } from '#kernel/database/index.ts';
import * as panel from './panel.ts';
import { allow, may } from './policy.ts';

export const SHOWS = ['open', 'applicant', 'closed'] as const;
/** What is with the panel, what is with its applicant, what is decided. */
export type Show = (typeof SHOWS)[number];

const STATES = {
  open: ['submitted', 'assessing', 'third', 'ready'],
  applicant: ['more-needed'],
  closed: ['admitted', 'not-now'],
} as const satisfies Record<Show, readonly string[]>;

const CLOSED_SHOWN = 200;

export type Asked = 'assess' | 'offer' | 'decide' | 'wait' | 'nothing';
export type Row = panel.Reading & { asked: Asked };

/** The applications of the actor's countries, longest waiting first, each with what is asked of them. */
export async function list(db: Db, show: Show, actor: Actor): Promise<Row[]> {
  allow(actor, 'see-queue', {});
  const readings = await panel.list(db, (query) => query.where(isIn(show)), actor);
  const rows = readings.map((reading) => ({ ...reading, asked: askedOf(reading, actor) }));
  return show === 'closed' ? rows.reverse().slice(0, CLOSED_SHOWN) : rows;
}

/** How many applications wait for something that this actor can do. For their home page and account. */
export async function countAsked(db: Db, actor: Actor): Promise<number> {
  if (!may(actor, 'see-queue', {})) return 0;
  return (await list(db, 'open', actor)).filter(({ asked }) => asked === 'assess' || asked === 'decide').length;
}

function askedOf(reading: panel.Reading, actor: Actor): Asked {
  if (may(actor, 'decide', reading)) return 'decide';
  if (may(actor, 'assess', reading)) return reading.mine.assigned ? 'assess' : 'offer';
  return reading.mine.given && reading.isOpen ? 'wait' : 'nothing';
}

/** The open applications before and after one, in the order of waiting. */
export type Nearby = { previous: string | null; next: string | null };

export async function nearby(db: Db, reading: panel.Reading, actor: Actor): Promise<Nearby> {
  const at = sql`(${reading.submittedAt}, ${reading.id})`;
  const here = sql`(application_states.submitted_at, applications.id)`;
  const of = (order: 'asc' | 'desc') =>
    panel
      .visibleToPanel(
        db
          .selectFrom('applications')
          .innerJoin('application_states', 'application_states.application_id', 'applications.id')
          .select('applications.short_id as shortId'),
        actor,
      )
      .where(isIn('open'))
      .where(order === 'asc' ? sql<boolean>`${here} > ${at}` : sql<boolean>`${here} < ${at}`)
      .orderBy('application_states.submitted_at', order)
      .orderBy('applications.id', order)
      .limit(1)
      .executeTakeFirst();
  return { previous: (await of('desc'))?.shortId ?? null, next: (await of('asc'))?.shortId ?? null };
}

function isIn(show: Show) {
  return sql<boolean>`application_states.state in (${sql.join(STATES[show].map((state) => sql.lit(state)))})`;
}
