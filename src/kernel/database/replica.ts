import { AsyncLocalStorage } from 'node:async_hooks';
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  PostgresDialect,
  type PostgresDialectConfig,
  type QueryResult,
  type TransactionSettings,
} from 'kysely';
import type pg from 'pg';
import { factsOf, type Log } from '../log.ts';

/** Reads that may be a moment old. Ambient, like the language: which server answers is no concern of a verb. */
const mayBeOld = new AsyncLocalStorage<true>();

/** Runs `work` with its reads on the replica, where there is one. What it writes goes to the primary as always. */
export function readingFromReplica<T>(work: () => T): T {
  return mayBeOld.run(true, work);
}

const REST = 10_000; // after a failure the replica is left alone so long: nobody waits for it in the meantime

/** PostgreSQL with a second server to read from. Whatever the replica cannot answer, the primary does. */
export class ReplicatedDialect extends PostgresDialect {
  readonly #replica: Replica;
  constructor(config: PostgresDialectConfig, pool: pg.Pool, log: Log) {
    super(config);
    this.#replica = new Replica(pool, log);
  }
  override createDriver(): Driver {
    return new ReplicatedDriver(super.createDriver(), this.#replica);
  }
}

class Replica {
  #away = false;
  #askAgain = 0;
  constructor(
    readonly pool: pg.Pool,
    readonly log: Log,
  ) {}

  /** The answer; null where the primary has to give it. Said once when the replica goes, and once when it is back. */
  async answer<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R> | null> {
    if (performance.now() < this.#askAgain) return null;
    try {
      const { rows } = await this.pool.query(sql, [...parameters]);
      if (this.#away) this.log('info', 'the database replica answers again');
      this.#away = false;
      return { rows };
    } catch (error) {
      if (code(error) === TIMEOUT) throw error; // as long again on the primary would help nobody
      if (!isAway(error)) return null; // it cannot write, or is behind by a migration: this once
      this.#askAgain = performance.now() + REST;
      if (!this.#away)
        this.log('warn', 'the database replica does not answer; reading from the primary', factsOf(error));
      this.#away = true;
      return null;
    }
  }
}

const TIMEOUT = '57014';

/** PostgreSQL's own errors have five signs; of those only the classes of lost connections and of stopping servers. */
function isAway(error: unknown): boolean {
  return !/^[0-9A-Z]{5}$/.test(code(error)) || /^(08|57P|3D|28|53)/.test(code(error));
}

function code(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

class ReplicatedDriver implements Driver {
  constructor(
    readonly primary: Driver,
    readonly replica: Replica,
  ) {}

  init = () => this.primary.init();
  acquireConnection = async () => new Either(this.primary, this.replica);
  beginTransaction = async (either: Either, settings: TransactionSettings) =>
    this.primary.beginTransaction(await either.primary(), settings);
  commitTransaction = async (either: Either) => this.primary.commitTransaction(await either.primary());
  rollbackTransaction = async (either: Either) => this.primary.rollbackTransaction(await either.primary());
  releaseConnection = (either: Either) => either.release();

  async destroy(): Promise<void> {
    await Promise.all([this.primary.destroy(), this.replica.pool.end()]);
  }
}

/** A connection to the primary that is made when it is needed; until then reads may go to the replica. */
class Either implements DatabaseConnection {
  #primary: DatabaseConnection | null = null;
  constructor(
    readonly driver: Driver,
    readonly replica: Replica,
  ) {}

  async primary(): Promise<DatabaseConnection> {
    this.#primary ??= await this.driver.acquireConnection();
    return this.#primary;
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const reads = !this.#primary && mayBeOld.getStore() && isRead(query);
    return (reads && (await this.replica.answer<R>(query))) || (await this.primary()).executeQuery<R>(query);
  }

  async *streamQuery<R>(query: CompiledQuery, size: number): AsyncIterableIterator<QueryResult<R>> {
    yield* (await this.primary()).streamQuery<R>(query, size);
  }

  async release(): Promise<void> {
    if (this.#primary) await this.driver.releaseConnection(this.#primary);
  }
}

/** Only a query that begins as a reading; one that writes all the same is refused by the replica, and tried on the primary. */
function isRead({ sql }: CompiledQuery): boolean {
  return /^\s*(select|with)\b/i.test(sql);
}
