import { type RawBuilder, sql } from 'kysely';
import { type Actor, type Grant, visitor } from '../actor.ts';
import type { Db } from '../database/index.ts';

export const WAYS = ['link', 'code', 'password', 'passkey', 'organisation', 'demo'] as const;
export type Way = (typeof WAYS)[number];

/** The session of a request: which account, on what kind of computer, since when. */
export type Current = {
  sessionId: string;
  accountId: string;
  /** Null between a first sign-in and the answer to what we may call somebody. */
  personId: string | null;
  email: string;
  way: Way | null;
  shared: boolean;
  /** Opened within the last hour: recent enough to change how one signs in. */
  fresh: boolean;
  twoFactor: boolean;
};

type Row = Current & { name: string | null; primaryEmail: string | null; roles: Grant[]; tired: boolean };

const ROLES = sql<Grant[]>`coalesce((select json_agg(json_build_object('role', g.role, 'country', g.country))
  from role_grants g where g.person_id = p.id), '[]')`;

/** How long a session lasts without being used; in any case no longer than half a year. */
export function span(shared: boolean | RawBuilder<boolean>): RawBuilder<Date> {
  return sql<Date>`now() + case when ${shared} then interval '30 minutes' else interval '30 days' end`;
}

/** Session, account, person and roles of a token in one query; a session that is used lives on. */
export async function findCurrent(db: Db, token: string): Promise<Row | null> {
  const { rows } = await sql<Row>`
    select s.id as "sessionId", s.way, s.shared, s.created_at > now() - interval '1 hour' as fresh,
      s.updated_at < now() - case when s.shared then interval '1 minute' else interval '1 day' end as tired,
      u.id as "accountId", u.email, coalesce(u.two_factor_enabled, false) as "twoFactor",
      p.id as "personId", p.name, e.email as "primaryEmail", ${ROLES} as roles
    from auth.sessions s
    join auth.users u on u.id = s.user_id
    left join people p on p.id = u.person_id
    left join person_emails e on e.person_id = p.id and e.is_primary
    where s.token = ${token} and s.expires_at > now() and s.created_at > now() - interval '180 days'
      and p.erased_at is null`.execute(db);
  const row = rows[0];
  if (row?.tired)
    await sql`update auth.sessions set updated_at = now(), expires_at = ${span(sql<boolean>`shared`)}
      where id = ${row.sessionId}`.execute(db);
  return row ?? null;
}

/** Forgets sessions, links and codes that have run out. */
export async function sweep(db: Db): Promise<void> {
  await sql`delete from auth.sessions
    where expires_at <= now() or created_at <= now() - interval '180 days'`.execute(db);
  await sql`delete from auth.verifications where expires_at <= now()`.execute(db);
}

/** The one who holds this session, as an actor; a visitor while there is no person. */
export function actorIn(row: Row | null, at: Date): Actor {
  if (!row?.personId) return visitor(at);
  return { id: row.personId, name: row.name, email: row.primaryEmail, roles: row.roles, at };
}

/** The person as an actor, with the roles that they hold now. */
export async function actorFor(db: Db, personId: string, at: Date): Promise<Actor> {
  const { rows } = await sql<{ id: string; name: string; email: string | null; roles: Grant[] }>`
    select p.id, p.name, e.email, ${ROLES} as roles
    from people p left join person_emails e on e.person_id = p.id and e.is_primary
    where p.id = ${personId} and p.erased_at is null`.execute(db);
  return rows[0] ? { ...rows[0], at } : visitor(at);
}
