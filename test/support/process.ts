import { type ChildProcess, spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '#kernel/paths.ts';

export type Ended = { code: number | null; signal: NodeJS.Signals | null };

export type Running = {
  child: ChildProcess;
  /** What it printed so far: its own words, and beside them the log and the launcher. */
  out(): string;
  err(): string;
  ended: Promise<Ended>;
};

export type Started = Running & {
  url: string;
  /** From the command to the greeting. */
  milliseconds: number;
  stop(signal?: NodeJS.Signals): Promise<Ended>;
};

export type Command = {
  /** What is typed, such as `npm start --`; flags are added. */
  typed?: string[];
  flags: string[];
  folder?: string;
  env?: Record<string, string>;
  user?: { uid: number; gid: number };
};

/** The launcher on the Node that runs the tests. */
export const LAUNCHER = [process.execPath, 'bin/start'];

const { findNode } = await import(new URL('../../bin/lib/node.mjs', import.meta.url).href);

/** Cairn itself, as the launcher runs it: to be killed or looked into. It has to be built already. */
export const APP = [findNode(), '--enable-source-maps', 'dist/main.js'];

/** The same, and it says how much memory it uses when it gets SIGUSR2. */
export const withMemory = [findNode(), '--expose-gc', '--import', './test/support/memory.mjs', ...APP.slice(1)];

/** Starts Cairn as a person does and waits for its greeting. Throws what it printed if it ends before that. */
export async function startCairn(command: Command): Promise<Started> {
  const began = performance.now();
  const running = run(command);
  const url = await new Promise<string>((resolve, reject) => {
    running.child.stdout?.on('data', () => {
      const ready = /Cairn is ready: (\S+)\n/.exec(running.out());
      if (ready?.[1]) resolve(ready[1]);
    });
    void running.ended.then((ended) =>
      reject(new Error(`It did not start (${JSON.stringify(ended)}): ${running.out()}${running.err()}`)),
    );
  });
  return {
    ...running,
    url,
    milliseconds: Math.round(performance.now() - began),
    stop: (signal = 'SIGTERM') => {
      running.child.kill(signal);
      return running.ended;
    },
  };
}

/** Runs a command in a process group of its own, as a terminal does, with nothing of the tests' surroundings. */
export function run({ typed = LAUNCHER, flags, folder = root, env, user }: Command): Running {
  const [program = '', ...args] = typed;
  const { PATH = '', HOME = '', TMPDIR } = process.env;
  const child = spawn(program, [...args, ...flags], {
    cwd: folder,
    env: { PATH, HOME, ...(TMPDIR ? { TMPDIR } : {}), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
    ...user,
  });
  let [out, err] = ['', ''];
  child.stdout.on('data', (data) => (out += data));
  child.stderr.on('data', (data) => (err += data));
  const ended = new Promise<Ended>((resolve, reject) => {
    child.once('error', reject).once('close', (code, signal) => resolve({ code, signal }));
  });
  return { child, out: () => out, err: () => err, ended };
}

/** Ends whatever a test left running on a data folder, the database too. */
export async function endAll(data: string, ...left: (Running | undefined)[]): Promise<void> {
  for (const running of left) if (running?.child.pid) kill(-running.child.pid);
  const server = await serverOf(data);
  if (server) kill(server);
}

/** The process of the database on this data folder, if its file says that there is one. */
export async function serverOf(data: string): Promise<number | undefined> {
  const text = await readFile(join(data, 'postgres/postmaster.pid'), 'utf8').catch(() => '');
  return Number.parseInt(text, 10) || undefined;
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has gone already.
  }
}
