import { sql } from 'kysely';
import { type Actor, visitor } from '../actor.ts';
import type { Config } from '../config.ts';
import type { Db } from '../database/index.ts';
import { type Log, silentLog } from '../log.ts';
import { type Accounts, openAccounts } from './accounts.ts';
import { openAuth } from './auth.ts';
import { sessionCookie } from './cookie.ts';
import { actorIn, type Current, findCurrent, type Way } from './current.ts';
import { type OrganisationWay, openOrganisationWay } from './organisation.ts';
import { openWays, settle, type WaysIn } from './ways-in.ts';

export type { PasskeyRow, SessionRow } from './accounts.ts';
export { LETTER_MINUTES } from './auth.ts';
export { actorFor, type Current, sweep, WAYS, type Way } from './current.ts';
export type { Entry, PasskeyAnswer, Visit } from './ways-in.ts';

/** Who is asking? */
export type Sessions = {
  /** The actor of a request's headers; a visitor when there is no valid session. A visitor costs no query. */
  actorOf(headers: Headers, at: Date): Promise<Actor>;
  /** Begins a session for a person and answers its cookie (`name=value`), for tests. */
  begin(personId: string): Promise<string>;
  /** The same as a `Set-Cookie` line of an answer, by the way that the person came. */
  beginHere(personId: string, way: Way): Promise<string>;
  /** The session of a request's headers, with or without a person. */
  current(headers: Headers): Promise<Current | null>;
  /** Ends the session of a request's headers; answers the cookie line that makes the browser forget it. */
  end(headers: Headers): Promise<string>;
  ways: WaysIn;
  /** Null where no organisation's own sign-in is configured. */
  organisation: OrganisationWay | null;
  accounts: Accounts;
};

export function openSessions(db: Db, config: Config, log: Log = silentLog): Sessions {
  const auth = openAuth(db, config, log);
  const cookie = sessionCookie(config.secret, config.url.startsWith('https:'));
  const tokenOf = (headers: Headers) => cookie.tokenIn(headers.get('cookie'));
  const ways = openWays(db, auth, cookie);
  const accounts = openAccounts(db, auth, cookie);
  return {
    async actorOf(headers, at) {
      const token = tokenOf(headers);
      return token ? actorIn(await findCurrent(db, token), at) : visitor(at);
    },
    begin: (personId) => begin(personId, 'demo'),
    beginHere: async (personId, way) => `${await begin(personId, way)}; ${cookie.attributes}`,
    async current(headers) {
      const token = tokenOf(headers);
      return token ? findCurrent(db, token) : null;
    },
    async end(headers) {
      await sql`delete from auth.sessions where token = ${tokenOf(headers)}`.execute(db);
      return cookie.forget;
    },
    ways,
    organisation: config.oidc && openOrganisationWay(db, config, log, ways),
    accounts,
  };

  async function begin(personId: string, way: Way): Promise<string> {
    const { internalAdapter } = await auth.$context;
    const { token } = await internalAdapter.createSession(await accounts.ofPerson(personId));
    await settle(db, token, way, false);
    return cookie.of(token);
  }
}
