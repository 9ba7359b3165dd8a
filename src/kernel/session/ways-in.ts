import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Db } from '../database/index.ts';
import type { Auth } from './auth.ts';
import type { SessionCookie } from './cookie.ts';
import { span, type Way } from './current.ts';

/** A browser on its way in: its headers, and whether others use this computer too. */
export type Visit = { headers: Headers; shared: boolean };

/** What follows: signed in; asked for the second step; asked for a name, because nobody has this address yet. */
export type Entry = { cookies: string[]; step: 'in' | 'second-factor' | 'name' };

/** What a browser's passkey answers (WebAuthn, as JSON). better-auth checks it. */
export type PasskeyAnswer = NonNullable<Parameters<Auth['api']['verifyPasskeyAuthentication']>[0]>['body']['response'];

/** The ways to sign in. Each answers null when it does not open, and does not say why. */
export function openWays(db: Db, auth: Auth, cookie: SessionCookie) {
  return {
    /** What a letter to this address carries: the token of a link and a code of six digits. Earlier ones end. */
    async forLetter(email: string): Promise<{ token: string; code: string }> {
      const address = await accountAddress(db, email);
      await forgetLetters(db, address);
      let token = '';
      const hand = (made: string) => {
        token = made;
      };
      await auth.api.signInMagicLink({ body: { email: address, metadata: { hand } }, headers: new Headers() });
      const code = await auth.api.createVerificationOTP({ body: { email: address, type: 'sign-in' } });
      return { token, code };
    },

    /** Would this link still open? Asking does not use it up. */
    async linkOpens(token: string): Promise<boolean> {
      const { rows } = await sql`select 1 from auth.verifications
        where identifier = ${digest(token)} and expires_at > now()`.execute(db);
      return rows.length > 0;
    },

    async byLink(token: string, { headers, shared }: Visit): Promise<Entry | null> {
      const answer = await auth.api.magicLinkVerify({ query: { token }, headers: plain(headers), asResponse: true });
      return enter(answer, 'link', shared);
    },

    async byCode(email: string, code: string, { headers, shared }: Visit): Promise<Entry | null> {
      const body = { email: await accountAddress(db, email), otp: code };
      return enter(await auth.api.signInEmailOTP({ body, headers: plain(headers), asResponse: true }), 'code', shared);
    },

    async byPassword(email: string, password: string, { headers, shared }: Visit): Promise<Entry | null> {
      const body = { email: await accountAddress(db, email), password };
      return enter(await auth.api.signInEmail({ body, headers: plain(headers), asResponse: true }), 'password', shared);
    },

    /** The second step: six digits of an authenticator app, or a backup code. `way` is the first step. */
    async bySecondFactor(typed: string, way: Way, { headers, shared }: Visit): Promise<Entry | null> {
      const code = typed.replace(/\s/g, '');
      const given = { body: { code }, headers: withoutSession(headers), asResponse: true as const };
      const answer = /^\d{6}$/.test(code) ? await auth.api.verifyTOTP(given) : await auth.api.verifyBackupCode(given);
      return enter(answer, way, shared);
    },

    /** A question for a passkey, as JSON for the browser, with the cookie that remembers it. */
    passkeyQuestion: (): Promise<Response> =>
      auth.api.generatePasskeyAuthenticationOptions({ headers: new Headers(), asResponse: true }),

    async byPasskey(response: PasskeyAnswer, { headers, shared }: Visit): Promise<Entry | null> {
      const answer = await auth.api.verifyPasskeyAuthentication({ body: { response }, headers, asResponse: true });
      return enter(answer, 'passkey', shared);
    },

    enter,
  };

  /** better-auth's answer → our cookies and what follows. */
  async function enter(answer: Response, way: Way, shared: boolean): Promise<Entry | null> {
    if (answer.status >= 400) return null;
    const token = cookie.tokenIn(answer.headers.getSetCookie().map(firstPart).join('; '));
    if (!token) {
      const asked = await answer.json().catch(() => null);
      return asked?.twoFactorRedirect ? { cookies: cookie.lines(answer.headers, shared), step: 'second-factor' } : null;
    }
    const step = await settle(db, token, way, shared);
    return step && { cookies: cookie.lines(answer.headers, shared), step };
  }
}

export type WaysIn = ReturnType<typeof openWays>;

/** Writes down what kind of session this is, and lets its account meet the person of the same confirmed address. */
export async function settle(db: Db, token: string, way: Way, shared: boolean): Promise<'in' | 'name' | null> {
  const { rows } = await sql<{ account: string; email: string }>`
    update auth.sessions s set way = ${way}, shared = ${shared}, expires_at = ${span(shared)}
    from auth.users u where u.id = s.user_id and s.token = ${token}
    returning u.id as account, u.email`.execute(db);
  const [session] = rows;
  if (!session) return null;
  await forgetLetters(db, session.email);
  await sql`update auth.users u set person_id = e.person_id from person_emails e
    where u.id = ${session.account} and u.person_id is null and e.email = u.email::citext`.execute(db);
  const { rows: people } = await sql<{ person_id: string | null; erased: boolean }>`
    select u.person_id, p.erased_at is not null as erased
    from auth.users u left join people p on p.id = u.person_id where u.id = ${session.account}`.execute(db);
  if (people[0]?.erased) {
    await sql`delete from auth.sessions where token = ${token}`.execute(db);
    return null;
  }
  return people[0]?.person_id ? 'in' : 'name';
}

/** The address of the account of whoever has this address: all the addresses of a person lead to one account. */
export async function accountAddress(db: Db, email: string): Promise<string> {
  const { rows } = await sql<{ email: string }>`
    select coalesce(u.email, own.email::text) as email
    from person_emails e
    left join auth.users u on u.person_id = e.person_id
    left join person_emails own on own.person_id = e.person_id and own.is_primary
    where e.email = ${email}::citext`.execute(db);
  return (rows[0]?.email ?? email).toLowerCase();
}

/** The links and codes that were sent for an account no longer open it. */
async function forgetLetters(db: Db, address: string): Promise<void> {
  await sql`delete from auth.verifications
    where identifier = ${`sign-in-otp-${address}`} or value = ${JSON.stringify({ email: address })}`.execute(db);
}

/** better-auth keeps a link by this digest (`storeToken: 'hashed'`). */
function digest(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}

/** A new sign-in owes nothing to the cookies that came with it. */
function plain(headers: Headers): Headers {
  return new Headers({ 'user-agent': headers.get('user-agent') ?? '' });
}

/** The second step belongs to the first, never to a session that is open already. */
function withoutSession(headers: Headers): Headers {
  const kept = plain(headers);
  const cookies = (headers.get('cookie') ?? '').split(/;\s*/).filter((one) => !one.includes('cairn.session_token='));
  kept.set('cookie', cookies.join('; '));
  return kept;
}

function firstPart(line: string): string {
  return line.split(';', 1)[0] ?? '';
}
