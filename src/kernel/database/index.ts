import { type CompiledQuery, Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Log } from '../log.ts';
import { ReplicatedDialect } from './replica.ts';
import type { Schema } from './schema.ts';

/** The database, or a transaction in it: a verb takes it first and does not mind which. */
export type Db = Kysely<Schema>;
export type { Schema } from './schema.ts';

const DATE = 1082;
const BIGINT = 20;
pg.types.setTypeParser(DATE, (text) => text); // a reading's date is a day, not an instant: no time zone may move it
pg.types.setTypeParser(BIGINT, Number);

/**
 * Opens a pool. `poolSize` connections at most; statements over 30 s are ended. `onQuery` hears of each query. With a
 * replica, what `readingFromReplica` runs is read there.
 */
export function connect(
  url: string,
  poolSize = 10,
  onQuery?: (query: CompiledQuery) => void,
  replica?: { url: string; log: Log } | null,
): { db: Db; pool: pg.Pool } {
  const pool = openPool(url, poolSize);
  const dialect = replica
    ? new ReplicatedDialect({ pool }, openPool(replica.url, poolSize, 2_000), replica.log)
    : new PostgresDialect({ pool });
  const log = onQuery && (({ query }: { query: CompiledQuery }) => onQuery(query));
  return { db: new Kysely<Schema>({ dialect, log }), pool };
}

/** `patience`: how many milliseconds to wait for a connection; 0 waits as long as it takes. */
function openPool(url: string, max: number, patience = 0): pg.Pool {
  const limits = { max, statement_timeout: 30_000, connectionTimeoutMillis: patience };
  const pool = new pg.Pool({ ...connectionOf(url), ...limits });
  pool.on('connect', (client) => client.on('error', () => {}));
  pool.on('error', () => {}); // an idle connection that the server ended; the next query opens another
  return pool;
}

/** `postgres://user:pass@%2Fsocket%2Ffolder/name` and ordinary addresses alike. */
export function connectionOf(url: string): pg.ClientConfig {
  return { connectionString: url };
}

/** Runs `work` in one transaction; inside another transaction it simply joins it. */
export function inTransaction<T>(db: Db, work: (trx: Db) => Promise<T>): Promise<T> {
  return db.isTransaction ? work(db) : db.transaction().execute(work);
}
