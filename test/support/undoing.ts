import { CompiledQuery, type DatabaseConnection, Kysely, PostgresDialect, PostgresDriver, sql } from 'kysely';
import pg from 'pg';
import { connectionOf, type Db } from '#kernel/database/index.ts';

/**
 * A database in which whatever happens within `undone` never happened. All of it is one transaction on one connection; the
 * app's own are steps in it.
 */
export function connectUndoing(url: string): { db: Db; pool: pg.Pool } {
  const pool = new pg.Pool({ ...connectionOf(url), max: 1, statement_timeout: 30_000 });
  pool.on('error', () => {}); // its database is dropped while it says goodbye
  pool.on('connect', (client) => {
    client.on('error', () => {});
    client.query('begin');
  });
  return { db: new Kysely({ dialect: new UndoingDialect(pool) }), pool };
}

/** Does this and takes back what it wrote. One at a time. */
export async function undone<T>(db: Db, work: () => Promise<T>): Promise<T> {
  await sql`savepoint before`.execute(db);
  try {
    return await work();
  } finally {
    await sql`rollback to savepoint before`.execute(db);
  }
}

class UndoingDialect extends PostgresDialect {
  constructor(private readonly pool: pg.Pool) {
    super({ pool });
  }
  override createDriver(): PostgresDriver {
    return new UndoingDriver({ pool: this.pool });
  }
}

class UndoingDriver extends PostgresDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('savepoint step'));
  }
  override async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('release savepoint step'));
  }
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('rollback to savepoint step'));
  }
}
