import { CALENDAR, createApp, jobsOf, seed } from '#app';
import { systemClock } from '#kernel/clock.ts';
import { type Config, ConfigError } from '#kernel/config.ts';
import { StartError, startEmbedded } from '#kernel/database/embedded/index.ts';
import { connect, type Db } from '#kernel/database/index.ts';
import { migrate } from '#kernel/database/migrate.ts';
import type { House } from '#kernel/house.ts';
import * as jobs from '#kernel/jobs.ts';
import type { Log } from '#kernel/log.ts';
import { secretIn } from '#kernel/secret.ts';
import { openSessions } from '#kernel/session/index.ts';
import * as settings from '#kernel/settings.ts';
import { storageOf } from '#kernel/storage.ts';
import { listen } from '#kernel/web/listen.ts';
import { buildWorld } from '#test/world.ts';

export type Running = { house: House; stop(): Promise<void> };
export type StartOptions = {
  isNew: boolean;
  log: Log;
  /** Aborted when Cairn is asked to stop. A start under way goes no further, undoes what it did and throws the reason. */
  leaving: AbortSignal;
  onLost: (reason: string) => void;
};

/** Config → database → app and worker. Throws StartError or ConfigError with one sentence for the operator. */
export async function start(given: Config, { isNew, log, leaving, onLost }: StartOptions): Promise<Running> {
  const undo: (() => Promise<unknown>)[] = [];
  const stop = async () => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    const { db, pool } = connect(await addressOf(given, log, onLost, undo), 10, undefined, replicaOf(given, log));
    undo.push(() => db.destroy());
    leaving.throwIfAborted();
    await migrate(pool).catch((error) => refuseDatabase(error, given));
    await jobs.prepare(pool, log);
    await seed(db, systemClock());
    leaving.throwIfAborted();
    const secret = given.secret || (await secretIn(given.dataFolder));
    const config = { ...given, secret, mode: await modeOf(db, { ...given, secret }, isNew) };
    const host = config.mode === 'production' ? config.host : '127.0.0.1';
    const storage = storageOf(config);
    const house: House = { db, config, clock: systemClock, log, storage, sessions: openSessions(db, config, log) };
    undo.push(await jobs.work(pool, { handlers: jobsOf(house), calendar: CALENDAR }, log));
    const onCut = () => log('warn', 'requests that did not end within ten seconds were cut off');
    undo.push(await listen(createApp(house), { port: config.port, host, onCut }));
    leaving.throwIfAborted();
    return { house, stop };
  } catch (error) {
    await stop().catch(() => {});
    throw error;
  }
}

/** A replica of the embedded database there is none. */
function replicaOf({ databaseUrl, replicaUrl }: Config, log: Log) {
  return databaseUrl && replicaUrl ? { url: replicaUrl, log } : null;
}

async function addressOf(
  config: Config,
  log: Log,
  onLost: (reason: string) => void,
  undo: (() => Promise<unknown>)[],
): Promise<string> {
  if (config.databaseUrl) return config.databaseUrl;
  const embedded = await startEmbedded({
    folder: config.dataFolder,
    log: (line) => log('info', line),
    onExit: (ended) => onLost(`the database ended by itself (${JSON.stringify(ended)})`),
  });
  undo.push(embedded.stop);
  return embedded.url;
}

/** An empty database becomes the demo community, unless a new one is asked for; a demo stays one. */
async function modeOf(db: Db, config: Config, isNew: boolean): Promise<Config['mode']> {
  const found = await settings.read(db);
  const isEmpty = (await db.selectFrom('settings').select('key').limit(1).execute()).length === 0;
  if (isEmpty && !isNew && !config.databaseUrl) {
    await buildWorld(db, new Date(), { secret: config.secret, storage: storageOf(config) });
    return config.mode === 'production' ? 'demo' : config.mode;
  }
  if (isNew && found['community.demo'])
    throw new ConfigError(
      `the folder ${config.dataFolder} holds the demo community. Choose an empty one for yours: --data ./my-community`,
    );
  return found['community.demo'] && config.mode === 'production' ? 'demo' : config.mode;
}

function refuseDatabase(error: unknown, { databaseUrl }: Config): never {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (!databaseUrl || (!/^(E[A-Z]+|28|3D|08)/.test(code) && !/SSL|SASL|password|terminated/i.test(String(error))))
    throw error;
  const { hostname, pathname } = new URL(databaseUrl);
  throw new StartError(
    'failed',
    `the database ${pathname.slice(1)} on ${hostname} cannot be reached with DATABASE_URL: ${reasonOf(error)}.`,
  );
}

function reasonOf(error: unknown): string {
  return (
    error instanceof Error ? error.message || ('code' in error ? String(error.code) : '') : String(error)
  ).replace(/\.$/, '');
}
