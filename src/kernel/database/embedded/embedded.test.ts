import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Connection, type Embedded, type Ended, findRunning, startEmbedded } from './index.ts';
import { realm, startOf } from './processes.ts';

let home: string;
let folder: string;
const running: Embedded[] = [];
const writers: ChildProcess[] = [];

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'embedded-'));
  folder = join(home, 'data');
});

afterEach(async () => {
  for (const writer of writers.splice(0)) writer.kill('SIGKILL');
  for (const database of running.splice(0)) await database.stop();
  await rm(home, { recursive: true, force: true });
});

test('what was written is there after a restart', async () => {
  const first = await start({ durable: true });
  await ask(first.connection, 'create table stones (n int)');
  await ask(first.connection, 'insert into stones values (1), (2)');
  await first.stop();

  const second = await start({ durable: true });
  expect(await ask(second.connection, 'select n from stones order by n')).toEqual([{ n: 1 }, { n: 2 }]);
  expect(existsSync(join(folder, 'cairn.lock'))).toBe(true);
});

test('the database speaks UTF-8, sorts by ICU, lives in UTC, waits for the disk and keeps its password private', async () => {
  const { connection, url } = await start({ durable: true });
  const [settings] = await ask(
    connection,
    `select pg_encoding_to_char(encoding) as encoding, datlocprovider as provider, current_setting('TimeZone') as zone,
       current_setting('fsync') as fsync, current_setting('listen_addresses') as tcp, 'zebra' < 'Über' as bytewise,
       (select rolsuper from pg_roles where rolname = current_user) as superuser
     from pg_database where datname = current_database()`,
  );
  expect(settings).toEqual({
    encoding: 'UTF8',
    provider: 'i',
    zone: 'UTC',
    fsync: 'on',
    tcp: '',
    bytewise: false,
    superuser: false,
  });
  expect((await stat(join(folder, 'passwords.json'))).mode & 0o777).toBe(0o600);
  expect(await ask(url, 'select current_user as me')).toEqual([{ me: 'cairn' }]);
  await expect(ask({ ...connection, password: 'guess' }, 'select 1')).rejects.toThrow('password authentication failed');
});

test('its owner may add the extensions, clone a database and take a hot backup', async () => {
  const { connection } = await start();
  for (const name of ['pg_trgm', 'unaccent', 'citext']) await ask(connection, `create extension ${name}`);
  await ask(connection, 'create database copy template template1');
  await ask(connection, 'create database clone template copy strategy file_copy');
  expect(await ask(connection, "select extname from pg_extension where extname = 'citext'")).toHaveLength(1);
  const client = new pg.Client((await durableAgain()).connection);
  await client.connect();
  await client.query("select pg_backup_start('test', true)");
  await client.query('select * from pg_backup_stop()');
  await client.end();
});

test.each([
  { also: 'leaving its server behind', both: false },
  { also: 'and its server with it', both: true },
])('killing Cairn during writes, $also, loses nothing that was acknowledged', async ({ both }) => {
  let acknowledged = 0;
  for (let kill = 0; kill < 2; kill++) {
    acknowledged = await writeUntilKilled(200, both);
    const database = await start({ durable: true });
    const [row] = await ask(database.connection, 'select count(*)::int as count, max(n) as last from stones');
    expect(row?.last).toBeGreaterThanOrEqual(acknowledged);
    expect(row?.count).toBe(row?.last);
    await database.stop();
  }
});

test('a folder that a live Cairn uses is refused, and that Cairn is left in peace', async () => {
  const first = await start();
  await expect(startEmbedded({ folder })).rejects.toMatchObject({
    name: 'StartError',
    reason: 'in-use',
    message: `The data folder ${folder} is already in use by another Cairn (process ${process.pid}). Stop that one first, or choose another folder.`,
  });
  expect(await ask(first.connection, 'select 1 as one')).toEqual([{ one: 1 }]);
});

test('a lock is not believed if its process number has since gone to another process', async () => {
  const database = await start();
  await database.stop();
  await writeFile(join(folder, 'cairn.lock'), lock({ began: 'long ago' }));
  await start();
});

test('a lock from another container is believed only as long as somebody keeps it fresh', async () => {
  const database = await start();
  const path = join(folder, 'cairn.lock');
  await writeFile(path, lock({ realm: 'another container' }));
  await expect(startEmbedded({ folder })).rejects.toMatchObject({ reason: 'in-use' });
  await database.stop();

  await writeFile(path, lock({ realm: 'another container' }));
  await start();
});

test('a pid file whose number has gone to a stranger does not keep the database from starting', async () => {
  await (await start()).stop();
  await writeFile(join(folder, 'postgres', 'postmaster.pid'), `${process.pid}\n${folder}\n1\n5432\n\n\n`);
  await start();
});

test('a data folder that cannot be made is said in one sentence', async () => {
  await writeFile(join(home, 'file'), '');
  const blocked = join(home, 'file', 'data');
  await expect(startEmbedded({ folder: blocked })).rejects.toMatchObject({
    reason: 'not-writable',
    message: `Cairn cannot write to its data folder ${blocked}: a file is in the way. Make that folder writable for the user who starts Cairn, or choose another folder.`,
  });
  await expect(startEmbedded({ folder: join(home, 'file') })).rejects.toMatchObject({ reason: 'not-writable' });
});

test('a path too long for a socket gets a short one, and leaves nothing of it behind', async () => {
  folder = join(home, 'a-folder-with-a-rather-long-name'.repeat(4), 'données');
  const database = await start();
  expect(Buffer.byteLength(database.connection.host)).toBeLessThan(80);
  expect(await ask(database.connection, 'select 1 as one')).toEqual([{ one: 1 }]);
  await database.stop();
  expect(existsSync(database.connection.host)).toBe(false);
});

test('a server that ends by itself is reported, and the next start recovers', async () => {
  let tell: (ended: Ended) => void = () => undefined;
  const told = new Promise<Ended>((resolve) => (tell = resolve));
  const database = await start({ onExit: tell });
  process.kill(database.pid, 'SIGKILL');
  expect(await told).toMatchObject({ signal: 'SIGKILL' });
  await database.stop();
  await start();
});

test('a command line finds the database of a running Cairn, and none where none runs', async () => {
  expect(await findRunning(folder)).toBeUndefined();
  const database = await start();
  const found = await findRunning(folder);
  expect(found).toEqual({ connection: database.connection, admin: database.admin });
  await database.stop();
  expect(await findRunning(folder)).toBeUndefined();
});

async function start(options: { durable?: boolean; onExit?: (ended: Ended) => void } = {}): Promise<Embedded> {
  const database = await startEmbedded({ folder, durable: false, ...options });
  running.push(database);
  return database;
}

// A hot backup needs the write-ahead log of a durable server.
async function durableAgain(): Promise<Embedded> {
  for (const database of running.splice(0)) await database.stop();
  return start({ durable: true });
}

async function ask(connection: Connection | string, question: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(connection);
  await client.connect();
  return client
    .query(question)
    .then(({ rows }) => rows)
    .finally(() => client.end());
}

async function writeUntilKilled(rows: number, both: boolean): Promise<number> {
  const program = fileURLToPath(new URL('./fixtures/writer.ts', import.meta.url));
  const writer = spawn(process.execPath, ['--experimental-strip-types', '--no-warnings', program, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  writers.push(writer);
  const ended = once(writer, 'close');
  let server = 0;
  let acknowledged = 0;
  let seen = 0;
  for await (const line of createInterface(writer.stdout)) {
    if (line.startsWith('server ')) server = Number(line.slice(7));
    else acknowledged = Number(line);
    if (++seen !== rows) continue;
    writer.kill('SIGKILL');
    if (both) process.kill(server, 'SIGKILL');
  }
  await ended;
  expect(seen).toBeGreaterThanOrEqual(rows);
  expect(await readFile(join(folder, 'cairn.lock'), 'utf8')).toContain(`"pid":${writer.pid}`);
  return acknowledged;
}

function lock(change: Partial<{ began: string; realm: string }>): string {
  return JSON.stringify({ pid: process.pid, began: startOf(process.pid), realm: realm(), ...change });
}
