import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { startBucket } from '#test/support/bucket.ts';
import { memoryStorage } from '#test/support/memory-storage.ts';
import { NOW } from '#test/world.ts';
import { cairnItself } from '../actor.ts';
import { connect } from '../database/index.ts';
import { migrate } from '../database/migrate.ts';
import * as files from '../files/index.ts';
import * as jobs from '../jobs.ts';
import { silentLog } from '../log.ts';
import { diskStorage, type Storage, s3Storage } from '../storage.ts';
import { readBackup } from './read.ts';
import { tablesInOrder } from './tables.ts';
import { writeBackup } from './write.ts';

const databases: string[] = [];
let folder: string;
let admin: pg.Client;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cairn-backup-'));
  admin = new pg.Client({ connectionString: inject('adminUrl') });
  await admin.connect();
});
afterAll(async () => {
  for (const name of databases) await admin.query(`drop database ${name} with (force)`);
  await admin.end();
  await rm(folder, { recursive: true });
});

async function open(template?: string) {
  const name = `backup_${process.pid}_${databases.length}`;
  await admin.query(`create database ${name}${template ? ` template ${template}` : ''}`);
  databases.push(name);
  return connect(inject('urlOf').replace('DATABASE', name), 3);
}

async function openEmpty() {
  const opened = await open();
  await migrate(opened.pool);
  await jobs.prepare(opened.pool, silentLog);
  return opened;
}

/** Every row of every table, as text. */
async function everything(pool: pg.Pool): Promise<Record<string, string[]>> {
  const client = await pool.connect();
  const found: Record<string, string[]> = {};
  for (const { name } of await tablesInOrder(client)) {
    if (name === 'public.migrations') continue;
    const { rows } = await client.query<{ row: string }>(`select t::text as row from ${name} t order by 1`);
    found[name] = rows.map(({ row }) => row);
  }
  client.release();
  return found;
}

test('what is restored is what was there: every row, every file, every job that was waiting', async () => {
  const world = await open(inject('template'));
  const storage = memoryStorage();
  await storage.put('0a-picture.webp', new Uint8Array([1, 2, 3]));
  await world.db
    .insertInto('files')
    .values({
      id: '0198c0de-0000-7000-8000-000000000001',
      key: '0a-picture.webp',
      name: 'a',
      type: 'image/webp',
      bytes: 3,
      sha256: 'x',
      added_at: NOW,
    })
    .execute();
  await jobs.enqueue(world.db, 'mail.send', { letter: 'one' });
  const file = join(folder, 'whole.cairn');
  const written = await writeBackup(file, { pool: world.pool, storage, secret: 's3cret', at: NOW });

  const fresh = await openEmpty();
  const copied = memoryStorage();
  let secret = '';
  const restored = await readBackup(file, {
    pool: fresh.pool,
    storage: copied,
    keepSecret: async (kept) => {
      secret = kept;
    },
  });
  expect(restored).toEqual(written);
  expect(await everything(fresh.pool)).toEqual(await everything(world.pool));
  expect(new Uint8Array(await new Response(await copied.get('0a-picture.webp')).arrayBuffer())).toEqual(
    new Uint8Array([1, 2, 3]),
  );
  expect(secret).toBe('s3cret');
  const { rows } = await fresh.pool.query(
    "select count(*)::int as n from graphile_worker.jobs where task_identifier = 'mail.send'",
  );
  expect(rows[0].n).toBeGreaterThan(0);
  await Promise.all([world.db.destroy(), fresh.db.destroy()]);
});

const WANTED = { kinds: ['pdf', 'image'], maxBytes: 5_000_000 } as const;
const stores: [string, (part: string) => Promise<Storage>][] = [
  ['a folder', async (part) => diskStorage(join(folder, part))],
  ['a bucket', async () => s3Storage((await startBucket()).config)],
];

test.each(stores)(
  'files that people sent come back from %s byte by byte, a large one and one that is gone',
  async (_kind, openStore) => {
    const world = await open(inject('template'));
    const [from, to] = [await openStore('from'), await openStore('to')];
    const large = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(3_000_000)]);
    const picture = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#3c5a3a' } })
      .png()
      .toBuffer();
    const take = (bytes: Buffer, name: string) =>
      files.take(world.db, from, new File([new Uint8Array(bytes)], name), WANTED, cairnItself(NOW));
    const rows = [await take(large, 'figures.pdf'), await take(picture, 'ward.png')];
    const gone = await take(picture, 'gone.png');
    await from.remove(gone.key);

    const file = join(folder, 'files.cairn');
    expect((await writeBackup(file, { pool: world.pool, storage: from, secret: 's', at: NOW })).files).toBe(2);
    const fresh = await openEmpty();
    await readBackup(file, { pool: fresh.pool, storage: to, keepSecret: async () => {} });
    for (const { key, sha256, bytes } of rows) {
      const back = new Uint8Array(await new Response(await to.get(key)).arrayBuffer());
      expect([back.length, createHash('sha256').update(back).digest('hex')]).toEqual([bytes, sha256]);
    }
    await Promise.all([world.db.destroy(), fresh.db.destroy()]);
  },
);

test('half a backup, or anything else, is refused and leaves nothing behind', async () => {
  const world = await open(inject('template'));
  const file = join(folder, 'half.cairn');
  await writeBackup(file, { pool: world.pool, storage: memoryStorage(), secret: 's', at: NOW });
  const bytes = await readFile(file);
  await writeFile(file, bytes.subarray(0, bytes.length * 0.9));
  const fresh = await openEmpty();
  const target = { pool: fresh.pool, storage: memoryStorage(), keepSecret: async () => {} };
  await expect(readBackup(file, target)).rejects.toThrow('not a whole backup');
  expect(await fresh.db.selectFrom('people').selectAll().execute()).toEqual([]);
  await expect(readBackup(join(folder, 'nowhere'), target)).rejects.toThrow('there is no file');
  await Promise.all([world.db.destroy(), fresh.db.destroy()]);
});

test('a community that is there already is not overwritten', async () => {
  const world = await open(inject('template'));
  const file = join(folder, 'again.cairn');
  await writeBackup(file, { pool: world.pool, storage: memoryStorage(), secret: 's', at: NOW });
  await expect(
    readBackup(file, { pool: world.pool, storage: memoryStorage(), keepSecret: async () => {} }),
  ).rejects.toThrow(
    'this is not empty, so nothing was restored: choose a new folder with --data ./restored, or an empty database.',
  );
  await world.db.destroy();
});
