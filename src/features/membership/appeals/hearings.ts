import { sql } from 'kysely';
import { type Actor, has } from '#kernel/actor.ts';
import type { Db } from '#kernel/database/index.ts';
import { NotFound } from '#kernel/errors.ts';
import { type Application, byIds, hold } from '../applications.ts';
import { allow } from '../policy.ts';
import type { AppealOutcome } from '../words.ts';
import { isInvolved } from './hearers.ts';

/** An appeal as somebody meets it who may hear it. */
export type Hearing = {
  id: string;
  shortId: string;
  application: Application;
  openedAt: Date;
  owner: string | null;
  ownerId: string | null;
  /** The last word, and whether it is the applicant's: then the clock is ours. */
  lastAt: Date;
  isOurs: boolean;
  outcome: AppealOutcome | null;
};

export const PAGE = 50;

/** The appeals that this actor may hear, those that wait for us first. */
export async function list(db: Db, page: number, actor: Actor): Promise<{ rows: Hearing[]; pages: number }> {
  allow(actor, 'see-queue', {});
  const { rows, count } = await found(db, sql`true`, actor, page);
  return { rows, pages: Math.max(1, Math.ceil(count / PAGE)) };
}

/** How many wait for an answer of ours. */
export async function countWaiting(db: Db, actor: Actor): Promise<number> {
  const { count } = await found(db, sql`t.answered_by is null and o.outcome is null`, actor, 1);
  return count;
}

/** The appeal of a short id. Who assessed or decided does not find it. */
export async function find(db: Db, short: string, actor: Actor): Promise<Hearing> {
  const [hearing] = (await found(db, sql`p.short_id = ${short}`, actor, 1)).rows;
  if (!hearing) throw new NotFound();
  return hearing;
}

/** Holds its application, and reads it again: somebody else may have been faster. */
export async function take(trx: Db, { shortId, application }: Hearing, actor: Actor): Promise<Hearing> {
  await hold(trx, application.id);
  return find(trx, shortId, actor);
}

type Row = Omit<Hearing, 'application' | 'isOurs'> & {
  applicationId: string;
  answeredBy: string | null;
  total: number;
};

async function found(db: Db, where: ReturnType<typeof sql>, actor: Actor, page: number) {
  if (!has(actor, 'assessor') && !has(actor, 'steward')) return { rows: [], count: 0 };
  const { rows } = await sql<Row>`
    select p.id, p.short_id as "shortId", p.application_id as "applicationId", p.opened_at as "openedAt",
      w.name as owner, w.id as "ownerId", t.said_at as "lastAt", t.answered_by as "answeredBy", o.outcome,
      count(*) over ()::int as total
    from appeals p join applications a on a.id = p.application_id
    cross join lateral (select said_at, answered_by from appeal_turns
      where appeal_id = p.id order by said_at desc, id desc limit 1) t
    left join appeal_outcomes o on o.appeal_id = p.id
    left join appeal_assignments g on g.appeal_id = p.id
    left join people w on w.id = g.person_id
    where ${where} and a.anonymised_at is null and not ${isInvolved(sql`${actor.id}`)}
    order by o.outcome is not null, t.answered_by is not null, t.said_at, p.id
    limit ${PAGE} offset ${(page - 1) * PAGE}`.execute(db);
  const about = await byIds(
    db,
    rows.map(({ applicationId }) => applicationId),
  );
  const hearings = rows.flatMap(({ applicationId, answeredBy, total: _, ...row }): Hearing[] => {
    const application = about.get(applicationId);
    return application ? [{ ...row, application, isOurs: answeredBy === null && !row.outcome }] : [];
  });
  return { rows: hearings, count: rows[0]?.total ?? 0 };
}
