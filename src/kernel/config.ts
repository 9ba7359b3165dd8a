import { z } from 'zod';

/** The only place that reads the environment. Every variable is described in docs/running.md. */
const Environment = z.object({
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'DATABASE_URL must begin with postgres:// or postgresql://')
    .refine(
      (url) => URL.canParse(url),
      'DATABASE_URL must be a full address such as postgres://user:password@host/name',
    )
    .optional(),
  DATABASE_REPLICA_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'DATABASE_REPLICA_URL must begin with postgres:// or postgresql://')
    .optional(),
  CAIRN_URL: z.url('CAIRN_URL must be a full address such as https://cairn.example.org').optional(),
  CAIRN_SECRET: z.string().min(32, 'CAIRN_SECRET must have at least 32 characters').optional(),
  CAIRN_PORT: z.coerce.number().int().min(0).max(65535).optional(),
  CAIRN_DATA: z.string().optional(),
  CAIRN_TRUST_PROXY: z.coerce
    .number()
    .int()
    .min(0)
    .max(10, 'CAIRN_TRUST_PROXY is the number of your own proxies in front of Cairn, 0 to 10')
    .default(0),
  CAIRN_LOCALE: z.enum(['en-GB', 'en-XA']).default('en-GB'),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, 'SMTP_URL must begin with smtp:// or smtps://')
    .optional(),
  MAIL_FROM: z.string().default('Cairn <cairn@localhost>'),
  S3_ENDPOINT: z.url().optional(),
  S3_BUCKET: z.string().optional(),
  S3_REGION: z.string().default('auto'),
  S3_ACCESS_KEY_ID: z.string().optional(),
  S3_SECRET_ACCESS_KEY: z.string().optional(),
  OIDC_ISSUER: z.url().optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_NAME: z.string().default('your organisation'),
});

export type Config = {
  mode: 'production' | 'demo' | 'development' | 'test';
  /** The public address, without a slash at its end. */
  url: string;
  port: number;
  host: string;
  dataFolder: string;
  /** How many proxies of our own stand in front: so many entries of `X-Forwarded-For` are believed. */
  proxies: number;
  /** Signs sessions and links; empty until start.ts has read or made the one in the data folder. */
  secret: string;
  databaseUrl: string | null;
  /** A copy of the database that follows it, for pages that visitors read. */
  replicaUrl: string | null;
  locale: 'en-GB' | 'en-XA';
  /** How long a page for visitors is kept; 0 keeps none. */
  pageSeconds: number;
  mail: { smtpUrl: string | null; from: string };
  s3: { endpoint: string; bucket: string; region: string; keyId: string; secret: string } | null;
  oidc: { issuer: string; clientId: string; clientSecret: string; name: string } | null;
};

export type Flags = { port?: number; data?: string; mode?: Config['mode']; secret?: string };

/** A setting that cannot be used: one sentence, and Cairn does not start. */
export class ConfigError extends Error {}

/** Environment and flags → config. Throws ConfigError with one plain sentence. */
export function readConfig(environment: Record<string, string | undefined>, flags: Flags = {}): Config {
  const filled = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = Environment.safeParse(filled);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const name = String(issue?.path[0] ?? '');
    const reason = issue?.message ?? '';
    throw new ConfigError(reason.startsWith(name) ? `${reason}.` : `${name} cannot be used: ${reason}.`);
  }
  const env = parsed.data;
  const mode = flags.mode ?? 'production';
  const port = flags.port ?? env.CAIRN_PORT ?? 3000;
  return {
    mode,
    port,
    host: mode === 'production' ? '0.0.0.0' : '127.0.0.1',
    url: (env.CAIRN_URL ?? `http://localhost:${port}`).replace(/\/+$/, ''),
    proxies: env.CAIRN_TRUST_PROXY,
    dataFolder: flags.data ?? env.CAIRN_DATA ?? './data',
    secret: env.CAIRN_SECRET ?? flags.secret ?? '',
    databaseUrl: env.DATABASE_URL ?? null,
    replicaUrl: env.DATABASE_REPLICA_URL ?? null,
    locale: env.CAIRN_LOCALE,
    pageSeconds: mode === 'test' || mode === 'development' ? 0 : 5,
    mail: { smtpUrl: env.SMTP_URL ?? null, from: env.MAIL_FROM },
    s3:
      env.S3_ENDPOINT && env.S3_BUCKET && env.S3_ACCESS_KEY_ID && env.S3_SECRET_ACCESS_KEY
        ? {
            endpoint: env.S3_ENDPOINT,
            bucket: env.S3_BUCKET,
            region: env.S3_REGION,
            keyId: env.S3_ACCESS_KEY_ID,
            secret: env.S3_SECRET_ACCESS_KEY,
          }
        : null,
    oidc:
      env.OIDC_ISSUER && env.OIDC_CLIENT_ID && env.OIDC_CLIENT_SECRET
        ? {
            issuer: env.OIDC_ISSUER,
            clientId: env.OIDC_CLIENT_ID,
            clientSecret: env.OIDC_CLIENT_SECRET,
            name: env.OIDC_NAME,
          }
        : null,
  };
}
