import { Logger, parseCronItems, run, runMigrations, runOnce } from 'graphile-worker';
import { sql } from 'kysely';
import type pg from 'pg';
import type { Db } from './database/index.ts';
import { NotFound } from './errors.ts';
import type { Log } from './log.ts';

/** What a job does. It runs at least once: doing it twice must leave the same result. */
export type Handler = (data: Record<string, string>) => Promise<void>;
export type Handlers = Record<string, Handler>;
/** Jobs by the clock: a name of a handler and when, in UTC, as in a crontab. */
export type Calendar = Record<string, string>;

const DAY = 86_400_000;

const ATTEMPTS = 6; // the worker waits e^attempt seconds between them: some four minutes in all, then it is a dead letter

/**
 * Puts a job in the queue, in the caller's transaction: it exists if, and only if, what caused it does.
 * Two jobs with the same `key` that nobody has begun are one.
 */
export async function enqueue(
  db: Db,
  name: string,
  data: Record<string, string>,
  options: { key?: string; after?: Date } = {},
): Promise<void> {
  await sql`select graphile_worker.add_job(${name}::text, payload => ${JSON.stringify(data)}::json,
    run_at => ${options.after ?? null}::timestamptz, max_attempts => ${ATTEMPTS}::int,
    job_key => ${options.key ?? null}::text)`.execute(db);
}

/** Makes or updates the queue's own schema. */
export async function prepare(pool: pg.Pool, log: Log): Promise<void> {
  await runMigrations({ pgPool: pool, logger: loggerOf(log) });
}

/**
 * Starts a worker; the answer stops it after the jobs in hand. What the calendar asked for while no Cairn ran is made up for
 * once, and several Cairns do it once together.
 */
export async function work(
  pool: pg.Pool,
  { handlers, calendar }: { handlers: Handlers; calendar: Calendar },
  log: Log,
): Promise<() => Promise<void>> {
  const runner = await run({
    pgPool: pool,
    taskList: tasksOf(handlers),
    concurrency: 2,
    pollInterval: 1000,
    noHandleSignals: true,
    parsedCronItems: parseCronItems(itemsOf(calendar)),
    logger: loggerOf(log),
  });
  runner.promise.catch((error) => log('error', 'the worker stopped', { reason: String(error) }));
  return () => runner.stop();
}

/** Does every job that is due, then returns: for tests, the demo community and the command line. */
export async function drain(pool: pg.Pool, handlers: Handlers, log: Log): Promise<void> {
  await runOnce({
    pgPool: pool,
    taskList: tasksOf(handlers),
    noHandleSignals: true,
    crontab: '',
    logger: loggerOf(log),
  });
}

export type DeadLetter = { id: string; name: string; attempts: number; reason: string | null; created_at: Date };

/** Jobs that were tried as often as they may be, newest first. */
export async function deadLetters(db: Db): Promise<DeadLetter[]> {
  const { rows } =
    await sql<DeadLetter>`select id::text, task_identifier as name, attempts, last_error as reason, created_at
    from graphile_worker.jobs where attempts >= max_attempts order by created_at desc limit 200`.execute(db);
  return rows;
}

/** Gives a dead letter another chance. Throws NotFound when it is there no longer. */
export async function retry(db: Db, id: string): Promise<void> {
  const { rows } = await sql`
    select from graphile_worker.reschedule_jobs(array[${id}::bigint], run_at => now(), attempts => 0)`.execute(db);
  if (rows.length === 0) throw new NotFound();
}

function itemsOf(calendar: Calendar) {
  const options = { backfillPeriod: DAY, maxAttempts: ATTEMPTS };
  return Object.entries(calendar).map(([task, match]) => ({ task, match, options: { ...options, jobKey: task } }));
}

function tasksOf(handlers: Handlers) {
  return Object.fromEntries(
    Object.entries(handlers).map(([name, handler]) => [
      name,
      (data: unknown) => handler(data as Record<string, string>),
    ]),
  );
}

function loggerOf(log: Log): Logger {
  return new Logger(() => (level, message) => {
    if (level === 'error' || level === 'warning') log(level === 'error' ? 'error' : 'warn', message);
  });
}
