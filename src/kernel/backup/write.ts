import { createWriteStream } from 'node:fs';
import { rename } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type pg from 'pg';
import { NotFound } from '../errors.ts';
import type { Storage } from '../storage.ts';
import { tablesInOrder } from './tables.ts';

export const FORMAT = 1;
const BATCH = 500;

export type Summary = { rows: number; files: number };
type Source = { pool: pg.Pool; storage: Storage; secret: string; at: Date };

/**
 * Writes everything into one file while Cairn runs: gzip over lines of JSON, all from one snapshot of the database. The file
 * appears under its name only when it is whole, and its last line counts what came before.
 */
export async function writeBackup(path: string, source: Source): Promise<Summary> {
  const counts: Summary = { rows: 0, files: 0 };
  const lines = Readable.from(contents(source, counts), { objectMode: false });
  await pipeline(lines, createGzip(), createWriteStream(`${path}.part`, { mode: 0o600 }));
  await rename(`${path}.part`, path);
  return counts;
}

async function* contents({ pool, storage, secret, at }: Source, counts: Summary): AsyncGenerator<string> {
  const client = await pool.connect();
  try {
    await client.query('begin isolation level repeatable read, read only');
    const { rows: migrations } = await client.query<{ name: string }>('select name from migrations order by name');
    yield line({ cairn: FORMAT, at, migrations: migrations.map(({ name }) => name), secret });
    const keys: string[] = [];
    for (const { name, columns } of await tablesInOrder(client)) {
      // as text: what the driver would make of a row loses microseconds
      await client.query(`declare backup no scroll cursor for
        select row_to_json(r)::text as row, ${keyColumn(name)} as key from (select ${columns.join(', ')} from ${name}${orderOf(name)}) r`);
      for (;;) {
        const { rows } = await client.query<{ row: string; key: string | null }>(`fetch ${BATCH} from backup`);
        if (rows.length === 0) break;
        for (const { key } of rows) if (key) keys.push(key);
        counts.rows += rows.length;
        yield `{"table":${JSON.stringify(name)},"rows":[${rows.map(({ row }) => row).join(',')}]}\n`;
      }
      await client.query('close backup');
    }
    yield* pendingJobs(client);
    yield* storedFiles(storage, keys, counts);
    yield line({ end: counts });
  } finally {
    await client.query('rollback').catch(() => {});
    client.release();
  }
}

async function* pendingJobs(client: pg.PoolClient): AsyncGenerator<string> {
  const { rows } = await client.query(`
    select t.identifier as name, j.payload, j.run_at, j.key from graphile_worker._private_jobs j
    join graphile_worker._private_tasks t on t.id = j.task_id`);
  for (const job of rows) yield line({ job });
}

/** A file that a person removed while the backup ran is left out: its row says so too after the next backup. */
async function* storedFiles(storage: Storage, keys: string[], counts: Summary): AsyncGenerator<string> {
  for (const key of keys) {
    const stream = await storage.get(key).catch((error) => {
      if (error instanceof NotFound) return null;
      throw error;
    });
    if (!stream) continue;
    const bytes = Buffer.from(await new Response(stream).arrayBuffer());
    counts.files += 1;
    yield line({ file: key, base64: bytes.toString('base64') });
  }
}

/** Answers about oneself are kept so that nothing says who answered when: their place in the file must not either. */
function orderOf(table: string): string {
  return table.startsWith('monitoring.') ? ' order by 1' : '';
}

/** Where the stored files are named. */
function keyColumn(table: string): string {
  return table === 'public.files' ? 'r.key' : 'null';
}

function line(value: unknown): string {
  return `${JSON.stringify(value)}\n`;
}
