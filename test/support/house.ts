import type { Hono } from 'hono';
import pg from 'pg';
import { inject } from 'vitest';
import { createApp, jobsOf } from '#app';
import type { Actor } from '#kernel/actor.ts';
import { readConfig } from '#kernel/config.ts';
import { connect, type Db } from '#kernel/database/index.ts';
import type { House } from '#kernel/house.ts';
import * as jobs from '#kernel/jobs.ts';
import { type Log, silentLog } from '#kernel/log.ts';
import { actorFor, openSessions } from '#kernel/session/index.ts';
import type { HouseEnv } from '#kernel/web/env.ts';
import { type CastName, cast } from '../cast.ts';
import { NOW, SECRET } from '../world.ts';
import { memoryStorage } from './memory-storage.ts';

export const ORIGIN = 'http://localhost:3000';

/** What a test does in somebody's name. Forms are sent as browsers send them. */
export type Browser = {
  get(path: string, init?: RequestInit): Promise<Response>;
  post(path: string, fields?: Fields, init?: RequestInit): Promise<Response>;
  put(path: string, fields?: Fields): Promise<Response>;
  delete(path: string, fields?: Fields): Promise<Response>;
};
export type Fields = Record<string, string | string[] | File>;

export type TestHouse = House & {
  app: Hono<HouseEnv>;
  db: Db;
  /** A browser in which this member of the cast has signed in; without a name, a visitor's. */
  as(name?: CastName): Promise<Browser>;
  /** The same for somebody who is not in the cast. */
  asPerson(id: string): Promise<Browser>;
  /** The cast member as an actor, now. */
  actor(name: CastName): Promise<Actor>;
  personId(name: CastName): Promise<string>;
  /** Does every job that is due. */
  work(): Promise<void>;
  /** Letters to an address, newest first. */
  lettersTo(email: string): Promise<{ subject: string; body: string }[]>;
  setClock(now: Date): void;
  close(): Promise<void>;
};

/** A copy of the world in a database of its own, and the app on it. */
export async function openHouse({
  url = ORIGIN,
  locale = 'en-GB',
  environment = {},
  log = silentLog,
  onQuery,
  connected = (to, replica) => connect(to, 4, onQuery, replica),
}: {
  url?: string;
  locale?: string;
  environment?: Record<string, string>;
  log?: Log;
  connected?: (url: string, replica: Parameters<typeof connect>[3]) => ReturnType<typeof connect>;
  /** Hears of each statement that the app runs. */
  onQuery?: (query: { sql: string }) => void;
} = {}): Promise<TestHouse> {
  const admin = new pg.Client({ connectionString: inject('adminUrl') });
  const name = `test_${process.pid}_${Math.random().toString(36).slice(2, 10)}`;
  await admin.connect();
  await admin.query(`create database ${name} template ${inject('template')}`);
  const config = readConfig(
    { CAIRN_URL: url, CAIRN_LOCALE: locale, CAIRN_SECRET: SECRET, ...environment },
    { mode: 'test' },
  );
  const replica = config.replicaUrl ? { url: config.replicaUrl, log } : null;
  const { db, pool } = connected(inject('urlOf').replace('DATABASE', name), replica);
  let now = NOW;
  const clock = () => now;
  const house: House = {
    db,
    config,
    clock,
    log,
    storage: memoryStorage(),
    sessions: openSessions(db, config, log),
  };
  const app = createApp(house);
  const personId = async (who: CastName) =>
    (
      await db
        .selectFrom('person_emails')
        .select('person_id')
        .where('email', '=', cast[who].email)
        .executeTakeFirstOrThrow()
    ).person_id;
  const asPerson = async (id: string) => browser(app, await house.sessions.begin(id));
  return {
    ...house,
    app,
    personId,
    as: async (who) => (who ? asPerson(await personId(who)) : browser(app, null)),
    asPerson,
    actor: async (who) => actorFor(db, await personId(who), now),
    work: () => jobs.drain(pool, jobsOf(house), log),
    lettersTo: (email) =>
      db
        .selectFrom('letters')
        .select(['subject', 'body'])
        .where('to_email', '=', email)
        .orderBy('written_at', 'desc')
        .orderBy('id', 'desc')
        .execute(),
    setClock: (to) => {
      now = to;
    },
    close: async () => {
      await db.destroy();
      await admin.query(`drop database ${name} with (force)`);
      await admin.end();
    },
  };
}

function browser(app: Hono<HouseEnv>, cookie: string | null): Browser {
  const send = async (path: string, init: RequestInit = {}) => {
    const headers = new Headers(init.headers);
    if (cookie) headers.set('cookie', cookie);
    headers.set('origin', ORIGIN);
    headers.set('sec-fetch-site', 'same-origin');
    return app.request(`${ORIGIN}${path}`, { redirect: 'manual', ...init, headers });
  };
  const form = (path: string, fields: Fields, init?: RequestInit) =>
    send(path, { method: 'POST', body: bodyOf(fields), ...init });
  return {
    get: (path, init) => send(path, init),
    post: (path, fields = {}, init) => form(path, fields, init),
    put: (path, fields = {}) => form(path, { _method: 'PUT', ...fields }),
    delete: (path, fields = {}) => form(path, { _method: 'DELETE', ...fields }),
  };
}

function bodyOf(fields: Fields): FormData | URLSearchParams {
  const pairs = Object.entries(fields).flatMap(([name, value]) =>
    Array.isArray(value) ? value.map((one) => [name, one] as const) : [[name, value] as const],
  );
  if (pairs.some(([, value]) => value instanceof File)) {
    const data = new FormData();
    for (const [name, value] of pairs) data.append(name, value);
    return data;
  }
  return new URLSearchParams(pairs.map(([name, value]) => [name, String(value)]));
}
