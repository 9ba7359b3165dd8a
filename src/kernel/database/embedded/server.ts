import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { open, readFile, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { lastWords } from './cluster.ts';
import { StartError } from './errors.ts';
import { pause } from './processes.ts';
import type { Programs } from './programs.ts';
import { cannotRun, runAs } from './run-as.ts';
import { serverSettings } from './settings.ts';
import type { User } from './user.ts';

export interface Ended {
  code: number | null;
  signal: NodeJS.Signals | null;
  /** What the server wrote in its log in this run. */
  said: string;
}

export interface Server {
  pid: number;
  ended: Promise<Ended>;
  stop(): Promise<void>;
}

interface Launch {
  cluster: string;
  socketFolder: string;
  logFile: string;
  programs: Programs;
  user: User | undefined;
  durable: boolean;
  log: (line: string) => void;
}

/** Starts the server and waits until it takes connections, through crash recovery if that is needed. */
export async function launch(options: Launch): Promise<Server> {
  // After the main process of a server was killed, its last children take a moment to notice.
  const deadline = Date.now() + 15_000;
  for (;;) {
    const server = await run(options);
    const ended = await Promise.race([ready(server, options), server.ended]);
    if (!ended) return server;
    if (!/shared memory block|already exists/.test(ended.said) || Date.now() > deadline) {
      throw new StartError(
        'failed',
        `PostgreSQL did not start: ${lastWords(ended.said) || `it ended with ${ended.signal ?? ended.code}`}. ` +
          `Its whole log is in ${options.logFile}.`,
      );
    }
    await pause(100);
  }
}

async function run(options: Launch): Promise<Server> {
  await turn(options.logFile);
  const logged = await open(options.logFile, 'a', 0o600);
  const { size } = await logged.stat();
  const as = runAs(options.cluster, options.user);
  const child = spawn(options.programs.postgres, ['-D', as.clusterName, ...serverSettings(options)], {
    ...as.spawn,
    // Straight into a file: a pipe would break with Cairn, and take the server's last words with it.
    stdio: ['ignore', logged.fd, logged.fd],
  });
  const ended = once(child, 'exit').then(async ([code, signal]) => ({
    code,
    signal,
    said: (await readFile(options.logFile)).subarray(size).toString(),
  }));
  try {
    await once(child, 'spawn');
  } catch (error) {
    ended.catch(() => undefined);
    throw cannotRun(options.user, error);
  } finally {
    await logged.close();
  }
  return { pid: child.pid ?? 0, ended, stop: () => stop(child, ended) };
}

// The server writes its own progress into the eighth line of its pid file, as pg_ctl reads it too.
async function ready(server: Server, options: Launch): Promise<undefined> {
  let over = false;
  void server.ended.then(() => (over = true));
  let tell = Date.now() + 5_000;
  while (!over) {
    const lines = (await readFile(join(options.cluster, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n');
    if (Number(lines[0]) === server.pid && lines[7]?.trim() === 'ready') return undefined;
    if (Date.now() > tell) {
      options.log('The database is still recovering what it had not yet tidied away when it was last ended.');
      tell = Date.now() + 30_000;
    }
    await pause(10);
  }
  return new Promise(() => undefined);
}

// SIGINT is PostgreSQL's fast shutdown: running transactions are rolled back, all else is written out.
async function stop(child: ChildProcess, ended: Promise<Ended>): Promise<void> {
  child.kill('SIGINT');
  const hurry = setTimeout(() => child.kill('SIGQUIT'), 60_000);
  await ended;
  clearTimeout(hurry);
}

const largestLog = 5 * 1024 * 1024;

async function turn(logFile: string): Promise<void> {
  const size = await stat(logFile).then(
    (file) => file.size,
    () => 0,
  );
  if (size > largestLog) await rename(logFile, `${logFile}.1`);
}
