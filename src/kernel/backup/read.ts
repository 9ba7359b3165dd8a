import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type pg from 'pg';
import { ConfigError } from '../config.ts';
import type { Storage } from '../storage.ts';
import { MIGRATIONS, tablesInOrder } from './tables.ts';
import { FORMAT, type Summary } from './write.ts';

type Target = { pool: pg.Pool; storage: Storage; keepSecret: (secret: string) => Promise<void> };
type Head = { cairn: number; migrations: string[]; secret: string };

/**
 * Fills an empty, migrated database and its files from a backup: all of it, or nothing. Throws ConfigError with one sentence
 * where the file is not whole, is newer than this Cairn, or the database is not empty.
 */
export async function readBackup(path: string, { pool, storage, keepSecret }: Target): Promise<Summary> {
  const client = await pool.connect();
  const done: Summary = { rows: 0, files: 0 };
  try {
    await client.query('begin');
    await client.query('set constraints all deferred');
    const columns = new Map((await tablesInOrder(client)).map((table) => [table.name, table.columns.join(', ')]));
    await refuseFull(client);
    const filled = [...columns.keys()].filter((name) => name !== MIGRATIONS);
    await client.query(`truncate ${filled.join(', ')}`); // what migrations put there comes with the backup too
    let head: Head | null = null;
    let end: Summary | null = null;
    for await (const entry of entriesOf(path)) {
      if ('cairn' in entry) {
        head = entry as Head;
        await refuseForeign(client, head);
      } else if ('table' in entry) {
        if (entry.table !== MIGRATIONS)
          await fill(client, String(entry.table), columns.get(String(entry.table)), entry.rows);
        done.rows += (entry.rows as unknown[]).length;
      } else if ('job' in entry) await enqueue(client, entry.job as Job);
      else if ('file' in entry) {
        await storage.put(String(entry.file), Buffer.from(String(entry.base64), 'base64'));
        done.files += 1;
      } else if ('end' in entry) end = entry.end as Summary;
    }
    if (!head || end?.rows !== done.rows || end.files !== done.files)
      throw new ConfigError(`${path} is not whole, so nothing was restored.`);
    await keepSecret(head.secret);
    await client.query('commit');
    return done;
  } catch (error) {
    await client.query('rollback').catch(() => {});
    throw error;
  } finally {
    client.release();
  }
}

async function* entriesOf(path: string): AsyncGenerator<Record<string, unknown>> {
  try {
    const unpacked = pipeline(createReadStream(path), createGunzip(), () => {}); // an error ends the loop below
    let rest = '';
    for await (const chunk of unpacked.setEncoding('utf8')) {
      rest += chunk;
      if (!chunk.includes('\n')) continue; // a file is one line of many megabytes: it is not split again for each chunk
      const lines = rest.split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) yield JSON.parse(line) as Record<string, unknown>;
    }
  } catch (error) {
    if (!isUnreadable(error)) throw error;
    if (error.code === 'ENOENT') throw new ConfigError(`there is no file ${path}.`);
    throw new ConfigError(`${path} is not a whole backup of Cairn, so nothing was restored.`);
  }
}

function isUnreadable(error: unknown): error is Error & { code?: string } {
  return (
    error instanceof SyntaxError ||
    (error instanceof Error && 'code' in error && /^(Z_|E[A-Z]+$)/.test(String(error.code)))
  );
}

async function fill(client: pg.PoolClient, table: string, columns: string | undefined, rows: unknown): Promise<void> {
  if (!columns) throw new ConfigError(`the backup holds a table ${table} that this Cairn does not know.`);
  await client.query(
    `insert into ${table} (${columns}) select ${columns} from json_populate_recordset(null::${table}, $1)`,
    [JSON.stringify(rows)],
  );
}

type Job = { name: string; payload: unknown; run_at: string; key: string | null };

async function enqueue(client: pg.PoolClient, { name, payload, run_at, key }: Job): Promise<void> {
  await client.query(
    'select graphile_worker.add_job($1, payload => $2::json, run_at => $3::timestamptz, job_key => $4)',
    [name, JSON.stringify(payload), run_at, key],
  );
}

async function refuseFull(client: pg.PoolClient): Promise<void> {
  const { rows } = await client.query<{ full: boolean }>(
    'select exists (select from people) or exists (select from settings) as full',
  );
  if (rows[0]?.full)
    throw new ConfigError(
      'this is not empty, so nothing was restored: choose a new folder with --data ./restored, or an empty database.',
    );
}

async function refuseForeign(client: pg.PoolClient, { cairn, migrations }: Head): Promise<void> {
  const { rows } = await client.query<{ name: string }>('select name from migrations');
  const known = new Set(rows.map(({ name }) => name));
  if (cairn > FORMAT || migrations.some((name) => !known.has(name)))
    throw new ConfigError('this backup comes from a newer Cairn. Update this one first.');
}
