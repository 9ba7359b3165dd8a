import { symmetricDecrypt } from 'better-auth/crypto';
import { sql } from 'kysely';
import type { Db } from '../database/index.ts';
import type { Auth } from './auth.ts';
import type { SessionCookie } from './cookie.ts';
import type { Current, Way } from './current.ts';
import { settle } from './ways-in.ts';

export type SessionRow = {
  id: string;
  way: Way | null;
  shared: boolean;
  userAgent: string;
  startedAt: Date;
  usedAt: Date;
};
export type PasskeyRow = { id: string; name: string | null; addedAt: Date | null };

/** What an account may change about how it signs in. */
export function openAccounts(db: Db, auth: Auth, cookie: SessionCookie) {
  return {
    /** The account of a person; made now if they have none yet. */
    async ofPerson(personId: string): Promise<string> {
      const known = await sql<{ id: string }>`select id from auth.users where person_id = ${personId}`.execute(db);
      if (known.rows[0]) return known.rows[0].id;
      const { rows } = await sql<{ name: string; email: string }>`
        select p.name, e.email::text from people p join person_emails e on e.person_id = p.id and e.is_primary
        where p.id = ${personId}`.execute(db);
      if (!rows[0]) throw new Error(`No address for person ${personId}`);
      const { internalAdapter } = await auth.$context;
      const { id } = await internalAdapter.createUser({ ...rows[0], emailVerified: true }, { method: 'magic-link' });
      await belong(id, personId);
      return id;
    },

    belong,

    /** The account follows its person to another address. An account that never met a person makes way. */
    async moveTo(trx: Db, personId: string, email: string): Promise<void> {
      const address = email.toLowerCase();
      await sql`delete from auth.users where email = ${address} and person_id is null`.execute(trx);
      await sql`update auth.users set email = ${address}, updated_at = now()
        where person_id = ${personId}`.execute(trx);
    },

    /** Forgets how a person signed in, and everything that was sent to them for it. */
    async erase(trx: Db, personId: string): Promise<void> {
      const { rows } = await sql<{ email: string }>`
        select email from auth.users where person_id = ${personId}
        union select lower(email::text) from person_emails where person_id = ${personId}`.execute(trx);
      for (const { email } of rows)
        await sql`delete from auth.verifications where position(${email} in lower(identifier || ' ' || value)) > 0`.execute(
          trx,
        );
      await sql`delete from auth.users u where u.person_id = ${personId} or (u.person_id is null
        and u.email in (select lower(email::text) from person_emails where person_id = ${personId}))`.execute(trx);
    },

    async hasPassword(accountId: string): Promise<boolean> {
      const { internalAdapter } = await auth.$context;
      return Boolean((await internalAdapter.findCredentialAccount(accountId))?.password);
    },

    async passwordFits(accountId: string, typed: string): Promise<boolean> {
      const { internalAdapter, password } = await auth.$context;
      const hash = (await internalAdapter.findCredentialAccount(accountId))?.password;
      return Boolean(hash) && password.verify({ hash: hash ?? '', password: typed });
    },

    /** Sets the password and ends the account's other sessions. */
    async setPassword(current: Current, chosen: string): Promise<void> {
      const { internalAdapter, password } = await auth.$context;
      const hash = await password.hash(chosen);
      const userId = current.accountId;
      if (await internalAdapter.findCredentialAccount(userId)) await internalAdapter.updatePassword(userId, hash);
      else await internalAdapter.linkAccount({ userId, providerId: 'credential', accountId: userId, password: hash });
      await endOthers(current);
    },

    /** Begins the set-up of two-step sign-in; false when the password does not fit. */
    async beginTwoFactor(headers: Headers, password?: string): Promise<boolean> {
      return (await auth.api.enableTwoFactor({ body: { password }, headers, asResponse: true })).ok;
    },

    /** The address for an authenticator app and the backup codes, while a set-up waits for its first code. */
    async twoFactorSetUp(current: Current): Promise<{ uri: string; secret: string; backupCodes: string[] } | null> {
      const { rows } = await sql<{ secret: string }>`select secret from auth.two_factors
        where user_id = ${current.accountId} and not verified`.execute(db);
      if (!rows[0]) return null;
      const { secretConfig } = await auth.$context;
      const secret = base32(await symmetricDecrypt({ key: secretConfig, data: rows[0].secret }));
      const { backupCodes } = await auth.api.viewBackupCodes({ body: { userId: current.accountId } });
      const label = encodeURIComponent(`Cairn:${current.email}`);
      return { uri: `otpauth://totp/${label}?secret=${secret}&issuer=Cairn&digits=6&period=30`, secret, backupCodes };
    },

    /** Ends the set-up with the app's first code: cookies, or null when the code does not fit. */
    async confirmTwoFactor(headers: Headers, current: Current, code: string): Promise<string[] | null> {
      return renewed(await auth.api.verifyTOTP({ body: { code }, headers, asResponse: true }), current);
    },

    async endTwoFactor(headers: Headers, current: Current, password?: string): Promise<string[] | null> {
      return renewed(await auth.api.disableTwoFactor({ body: { password }, headers, asResponse: true }), current);
    },

    async newBackupCodes(headers: Headers, password?: string): Promise<string[] | null> {
      const answer = await auth.api.generateBackupCodes({ body: { password }, headers, asResponse: true });
      return answer.ok ? (await answer.json()).backupCodes : null;
    },

    passkeyQuestion: (headers: Headers): Promise<Response> =>
      auth.api.generatePasskeyRegistrationOptions({ headers, asResponse: true }),

    async addPasskey(headers: Headers, response: Record<string, unknown>, name: string): Promise<boolean> {
      return (await auth.api.verifyPasskeyRegistration({ body: { response, name }, headers, asResponse: true })).ok;
    },

    async passkeys(accountId: string): Promise<PasskeyRow[]> {
      const { rows } = await sql<PasskeyRow>`select id, name, created_at as "addedAt" from auth.passkeys
        where user_id = ${accountId} order by created_at`.execute(db);
      return rows;
    },

    async removePasskey(accountId: string, id: string): Promise<boolean> {
      const { numAffectedRows } =
        await sql`delete from auth.passkeys where user_id = ${accountId} and id::text = ${id}`.execute(db);
      return numAffectedRows === 1n;
    },

    async sessions(accountId: string): Promise<SessionRow[]> {
      const { rows } = await sql<SessionRow>`
        select id, way, shared, coalesce(user_agent, '') as "userAgent", created_at as "startedAt", updated_at as "usedAt"
        from auth.sessions where user_id = ${accountId} and expires_at > now() order by updated_at desc`.execute(db);
      return rows;
    },

    async endSession(accountId: string, id: string): Promise<boolean> {
      const { numAffectedRows } =
        await sql`delete from auth.sessions where user_id = ${accountId} and id::text = ${id}`.execute(db);
      return numAffectedRows === 1n;
    },

    endOthers,
  };

  async function belong(accountId: string, personId: string): Promise<void> {
    await sql`update auth.users set person_id = ${personId} where id = ${accountId} and person_id is null`.execute(db);
  }

  async function endOthers({ accountId, sessionId }: Current): Promise<void> {
    await sql`delete from auth.sessions where user_id = ${accountId} and id <> ${sessionId}`.execute(db);
  }

  /** better-auth replaced the session: the new one is of the same kind as the old. */
  async function renewed(answer: Response, { way, shared }: Current): Promise<string[] | null> {
    if (!answer.ok) return null;
    const lines = answer.headers.getSetCookie();
    const token = cookie.tokenIn(lines.map((line) => line.split(';', 1)[0]).join('; '));
    if (token) await settle(db, token, way ?? 'link', shared);
    return cookie.lines(answer.headers, shared);
  }
}

export type Accounts = ReturnType<typeof openAccounts>;

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** The secret as authenticator apps read it (RFC 4648, base 32). */
function base32(text: string): string {
  const bits = [...Buffer.from(text)].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{1,5}/g) ?? []).map((five) => ALPHABET[Number.parseInt(five.padEnd(5, '0'), 2)]).join('');
}
