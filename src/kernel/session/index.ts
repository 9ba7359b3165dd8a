import { createHmac, timingSafeEqual } from 'node:crypto';
import { type Actor, visitor } from '../actor.ts';
import type { Db } from '../database/index.ts';
import * as roles from '../roles.ts';

/** Who is asking? */
export type Sessions = {
  /** The actor of a request's headers; a visitor when there is no valid session. */
  actorOf(headers: Headers, at: Date): Promise<Actor>;
  /** Begins a session for a person and answers its cookie (`name=value`), for tests and the demo's sign-in buttons. */
  begin(personId: string): Promise<string>;
};

const COOKIE = 'cairn_session';

export function openSessions(db: Db, secret: string): Sessions {
  const sign = (id: string) => createHmac('sha256', secret).update(id).digest('hex');
  return {
    async actorOf(headers, at) {
      const cookie = headers.get('cookie');
      const [id, signature] = new RegExp(`${COOKIE}=([^;.]+)\\.([0-9a-f]{64})`).exec(cookie ?? '')?.slice(1) ?? [];
      if (!id || !signature || !timingSafeEqual(Buffer.from(signature), Buffer.from(sign(id)))) return visitor(at);
      return actorFor(db, id, at);
    },
    async begin(personId) {
      return `${COOKIE}=${personId}.${sign(personId)}`;
    },
  };
}

/** The person as an actor, with the roles that they hold now. */
export async function actorFor(db: Db, personId: string, at: Date): Promise<Actor> {
  const person = await db
    .selectFrom('people')
    .leftJoin('person_emails', (join) => join.onRef('person_id', '=', 'people.id').on('is_primary', '=', true))
    .select(['people.id', 'people.name', 'person_emails.email'])
    .where('people.id', '=', personId)
    .where('people.erased_at', 'is', null)
    .executeTakeFirst();
  if (!person) return visitor(at);
  return { id: person.id, name: person.name, email: person.email, roles: await roles.of(db, personId), at };
}
