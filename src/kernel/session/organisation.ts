import type { Config } from '../config.ts';
import type { Db } from '../database/index.ts';
import type { Log } from '../log.ts';
import { ORGANISATION, openOrganisation } from './auth.ts';
import { accountAddress, type Entry, type Visit, type WaysIn } from './ways-in.ts';

/** Signing in with the organisation's own account (OpenID Connect). */
export type OrganisationWay = {
  name: string;
  /** Where to send the browser, with the cookies that remember why; null when that server cannot be reached. */
  leave(): Promise<{ address: string; cookies: string[] } | null>;
  /** The browser is back, with this query; null when it was not let in, or its address is not confirmed there. */
  arrive(query: Record<string, string>, visit: Visit): Promise<Entry | null>;
};

export function openOrganisationWay(db: Db, config: Config, log: Log, ways: WaysIn): OrganisationWay {
  const open = () => openOrganisation(db, config, log, (email) => accountAddress(db, email));
  let auth: ReturnType<typeof open> | null = null;
  return {
    name: config.oidc?.name ?? '',
    async leave() {
      auth ??= open();
      const answer = await auth.api.signInSocial({
        body: { provider: ORGANISATION, callbackURL: '/', errorCallbackURL: '/sign-in', disableRedirect: true },
        headers: new Headers(),
        asResponse: true,
      });
      const { url } = answer.ok ? await answer.json() : { url: null };
      if (url) return { address: url, cookies: answer.headers.getSetCookie() };
      auth = null; // the server did not answer when this was opened: try anew next time
      return null;
    },
    async arrive(query, { headers, shared }) {
      auth ??= open();
      const answer = await auth.api.callbackOAuth({
        method: 'GET',
        params: { id: ORGANISATION },
        query,
        headers,
        asResponse: true,
      });
      return ways.enter(answer, 'organisation', shared);
    },
  };
}
