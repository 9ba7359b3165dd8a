import pg from 'pg';
import type { Passwords } from './passwords.ts';
import { port } from './socket.ts';

/** How to reach a database, in the words of `pg`. */
export interface Connection {
  host: string;
  port: number;
  database: string;
  user: string;
  password: string;
}

export function connections(host: string, passwords: Passwords): { connection: Connection; admin: Connection } {
  return {
    connection: { host, port, database: 'cairn', user: 'cairn', password: passwords.cairn },
    admin: { host, port, database: 'postgres', user: 'postgres', password: passwords.postgres },
  };
}

/**
 * Makes the role and the database `cairn` with the first start. The role is no superuser: a hole in Cairn must not become
 * a shell. It may make databases (tests clone one), take a hot backup and see what the server is doing.
 */
export async function ensureDatabase(admin: Connection, password: string): Promise<void> {
  if (await has(admin, "select from pg_database where datname = 'cairn'")) return;
  if (!(await has(admin, "select from pg_roles where rolname = 'cairn'"))) {
    await run(admin, [`create role cairn login createdb password '${password}'`]);
  }
  await run(admin, ['grant pg_monitor, pg_checkpoint, pg_signal_backend to cairn']);
  // Into the template, so that each database made from it has them too; the database comes last and proves the rest.
  await run({ ...admin, database: 'template1' }, [
    'grant execute on function pg_backup_start(text, boolean), pg_backup_stop(boolean) to cairn',
  ]);
  await run(admin, ['create database cairn owner cairn', 'revoke connect, temporary on database cairn from public']);
}

async function has(connection: Connection, question: string): Promise<boolean> {
  return within(connection, async (client) => (await client.query(question)).rowCount !== 0);
}

async function run(connection: Connection, statements: string[]): Promise<void> {
  await within(connection, async (client) => {
    for (const statement of statements) await client.query(statement);
  });
}

async function within<T>(connection: Connection, act: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    return await act(client);
  } finally {
    await client.end();
  }
}
