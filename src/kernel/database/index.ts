import { type CompiledQuery, Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Schema } from './schema.ts';

/** The database, or a transaction in it: a verb takes it first and does not mind which. */
export type Db = Kysely<Schema>;
export type { Schema } from './schema.ts';

const DATE = 1082;
const BIGINT = 20;
pg.types.setTypeParser(DATE, (text) => text); // a reading's date is a day, not an instant: no time zone may move it
pg.types.setTypeParser(BIGINT, Number);

/** Opens a pool. `poolSize` connections at most; statements over 30 s are ended. `onQuery` hears of each query. */
export function connect(
  url: string,
  poolSize = 10,
  onQuery?: (query: CompiledQuery) => void,
): { db: Db; pool: pg.Pool } {
  const pool = new pg.Pool({ ...connectionOf(url), max: poolSize, statement_timeout: 30_000 });
  pool.on('connect', (client) => client.on('error', () => {}));
  pool.on('error', () => {}); // an idle connection that the server ended; the next query opens another
  const log = onQuery && (({ query }: { query: CompiledQuery }) => onQuery(query));
  return { db: new Kysely<Schema>({ dialect: new PostgresDialect({ pool }), log }), pool };
}

/** `postgres://user:pass@%2Fsocket%2Ffolder/name` and ordinary addresses alike. */
export function connectionOf(url: string): pg.ClientConfig {
  return { connectionString: url };
}

/** Runs `work` in one transaction; inside another transaction it simply joins it. */
export function inTransaction<T>(db: Db, work: (trx: Db) => Promise<T>): Promise<T> {
  return db.isTransaction ? work(db) : db.transaction().execute(work);
}
