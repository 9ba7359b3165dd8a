import { parseArgs } from 'node:util';
import type pg from 'pg';
import { type Config, ConfigError, readConfig } from '#kernel/config.ts';
import { findRunning, startEmbedded } from '#kernel/database/embedded/index.ts';
import { connect, type Db } from '#kernel/database/index.ts';

export type Opened = { db: Db; pool: pg.Pool; config: Config };

/**
 * Runs a command with the database of `--data` or DATABASE_URL: beside a Cairn that is running there, or with a server of its
 * own for as long as it takes. `rest` are the words behind the flags.
 */
export async function withDatabase(
  args: string[],
  work: (opened: Opened, rest: string[]) => Promise<void>,
): Promise<void> {
  const { values, positionals } = flagsOf(args);
  const config = readConfig(process.env, { data: values.data });
  const running = config.databaseUrl ? undefined : await findRunning(config.dataFolder);
  const own = config.databaseUrl || running ? null : await startEmbedded({ folder: config.dataFolder });
  const { db, pool } = connect(config.databaseUrl ?? own?.url ?? addressOf(running?.connection), 3);
  try {
    await work({ db, pool, config }, positionals);
  } finally {
    await db.destroy();
    await own?.stop();
  }
}

function flagsOf(args: string[]) {
  try {
    return parseArgs({ args, options: { data: { type: 'string' } }, allowPositionals: true });
  } catch (error) {
    throw new ConfigError(`${error instanceof Error ? error.message : error}. Try: bin/cairn --help`);
  }
}

function addressOf(connection: { host: string; database: string; user: string; password: string } | undefined): string {
  if (!connection) return '';
  const { host, database, user, password } = connection;
  return `postgres://${user}:${password}@${encodeURIComponent(host)}/${database}`;
}
