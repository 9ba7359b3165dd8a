import { passkey } from '@better-auth/passkey';
import { betterAuth } from 'better-auth';
import { emailOTP, genericOAuth, magicLink, twoFactor } from 'better-auth/plugins';
import { CamelCasePlugin } from 'kysely';
import type { Config } from '../config.ts';
import type { Db } from '../database/index.ts';
import { newId } from '../ids.ts';
import type { Log } from '../log.ts';

const MINUTE = 60;
const DAY = 24 * 60 * MINUTE;

/** A link or a code from a letter works for so long: hospital mail can be slow. */
export const LETTER_MINUTES = 30;
export const ORGANISATION = 'organisation';

/**
 * better-auth on our tables (schema `auth`). Nothing of it is reachable by address: our own forms call `auth.api` and pass
 * on its cookies. It reads the real clock, and so does all of `kernel/session`: a sign-in is about the present.
 */
export function openAuth(db: Db, config: Config, log: Log) {
  return betterAuth(optionsOf(db, config, log));
}

/** The same, with the organisation's own sign-in; apart, because it asks that server for its addresses when it opens. */
export function openOrganisation(db: Db, config: Config, log: Log, addressOf: (email: string) => Promise<string>) {
  const options = optionsOf(db, config, log);
  if (!config.oidc) return betterAuth(options);
  const { issuer, clientId, clientSecret } = config.oidc;
  const organisation = genericOAuth({
    config: [
      {
        providerId: ORGANISATION,
        discoveryUrl: `${issuer.replace(/\/+$/, '')}/.well-known/openid-configuration`,
        clientId,
        clientSecret,
        scopes: ['openid', 'email', 'profile'],
        pkce: true,
        redirectURI: `${config.url}/sign-in/organisation/return`,
        // An address that the organisation has not confirmed proves nothing: without one, better-auth refuses.
        mapProfileToUser: async ({ email, email_verified }) => ({
          email: email_verified === true && email ? await addressOf(String(email)) : '',
          emailVerified: email_verified === true,
        }),
      },
    ],
  });
  return betterAuth({ ...options, plugins: [...options.plugins, organisation] });
}

export type Auth = ReturnType<typeof openAuth>;

function optionsOf(db: Db, config: Config, log: Log) {
  return {
    appName: 'Cairn',
    baseURL: config.url,
    basePath: '/sign-in/auth', // only for the addresses that better-auth writes itself; nothing listens there
    secret: config.secret,
    database: {
      db: db.withPlugin(new CamelCasePlugin()),
      type: 'postgres' as const,
      schemaName: 'auth',
      transaction: true,
    },
    user: { modelName: 'users' },
    session: {
      modelName: 'sessions',
      expiresIn: 180 * DAY, // the cookie's age; how long a session really lasts is in its row, see current.ts
      disableSessionRefresh: true,
      freshAge: 60 * MINUTE,
    },
    account: { modelName: 'accounts' },
    verification: { modelName: 'verifications' },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 10, maxPasswordLength: 128 },
    plugins: [
      magicLink({
        expiresIn: LETTER_MINUTES * MINUTE,
        storeToken: 'hashed',
        sendMagicLink: ({ token, metadata }) => metadata?.hand(token),
      }),
      emailOTP({
        otpLength: 6,
        expiresIn: LETTER_MINUTES * MINUTE,
        allowedAttempts: 3,
        storeOTP: 'hashed',
        sendVerificationOTP: async () => {}, // never called: the code travels in the link's letter
      }),
      secondFactor(),
      passkey({
        rpName: 'Cairn',
        origin: config.url,
        schema: { passkey: { modelName: 'passkeys', fields: { credentialID: 'credentialId' } } },
      }),
    ],
    rateLimit: { enabled: false }, // kernel/limits.ts counts, in PostgreSQL
    telemetry: { enabled: false },
    logger: { level: 'error' as const, log: (_level: string, message: string) => log('warn', `sign-in: ${message}`) },
    advanced: {
      cookiePrefix: 'cairn',
      useSecureCookies: config.url.startsWith('https:'),
      // A test asks better-auth whether our tables are what it expects; asking again at each start would only cost time.
      database: { generateId: () => newId(), validateSchema: false },
      ipAddress: { disableIpTracking: true },
    },
  };
}

/** Two-step sign-in. better-auth asks for the second step after a password only; here it follows a letter too. */
function secondFactor() {
  const plugin = twoFactor({
    issuer: 'Cairn',
    allowPasswordless: true,
    schema: { twoFactor: { modelName: 'twoFactors' } },
  });
  for (const hook of plugin.hooks.after)
    hook.matcher = ({ path }) => ['/sign-in/email', '/sign-in/email-otp', '/magic-link/verify'].includes(path ?? '');
  return plugin;
}
