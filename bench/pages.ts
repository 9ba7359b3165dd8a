// How fast are the pages, beside the least that could answer the same? One run: `node bench/pages`.
//
// For each page a bare `node:http` server runs the same SQL through the same driver and sends the same bytes; then Cairn
// does. Both have one process, the same database with 10,000 members, and 32 connections on this machine. They take turns, so
// that whatever else the machine does slows both; what is printed is the middle one of the rounds. Read the ratios: the absolute
// numbers are those of the machine. `Node` is the processor time of the server, without the database, for each page. `p95 of SQL` is what the page's statements take, one after the other, with nobody else there.

import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const CONNECTIONS = 32;
const SECONDS = Number(process.env.BENCH_SECONDS ?? 2);
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 3);

/** `node`: milliseconds of the server's processor time for each page. */
type Result = { rate: number; p50: number; p99: number; node: number };
type Served = {
  cairn: number;
  kept: number;
  bare: number;
  paths: Record<string, string>;
  database: Record<string, { statements: number; p95: number }>;
};

/** What the server has used of the processor so far, in milliseconds. */
async function used(server: ChildProcess): Promise<number> {
  const answer = once(server, 'message');
  server.send('used');
  const [{ user, system }] = await answer;
  return (user + system) / 1000;
}

/** Asks for one path over 32 kept-alive connections for some seconds. */
async function load(server: ChildProcess, port: number, path: string, seconds = SECONDS): Promise<Result> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const times: number[] = [];
  const before = await used(server);
  const end = performance.now() + seconds * 1000;
  const one = () =>
    new Promise<void>((resolve, reject) => {
      const started = performance.now();
      request({ port, path, agent, host: '127.0.0.1' }, (response) => {
        response.resume();
        response.once('end', () => {
          times.push(performance.now() - started);
          if (response.statusCode === 200) resolve();
          else reject(new Error(`${path} answered ${response.statusCode}`));
        });
      })
        .once('error', reject)
        .end();
    });
  const worker = async () => {
    while (performance.now() < end) await one();
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, worker));
  agent.destroy();
  const node = ((await used(server)) - before) / times.length;
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.floor(times.length * share)] ?? 0;
  return { rate: times.length / seconds, p50: at(0.5), p99: at(0.99), node };
}

function middle(numbers: number[]): number {
  return numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? 0;
}

function milliseconds(time: number, width = 10): string {
  return `${time.toFixed(1)} ms`.padStart(width);
}

async function main(): Promise<void> {
  const kept = process.env.BENCH_FOLDER; // a filled folder is measured as it is
  const folder = kept ?? (await mkdtemp(join(tmpdir(), 'cairn-bench-')));
  const server = fork(
    fileURLToPath(new URL('../dist/bench-server.js', import.meta.url)),
    [folder, process.argv[2] ?? '10000'],
    { stdio: 'inherit' },
  );
  const served = await new Promise<Served>((resolve, reject) => {
    server.once('message', (message) => resolve(message as Served));
    server.once('exit', (code) => reject(new Error(`The server ended with ${code}.`)));
  });
  console.log(
    `${availableParallelism()} cores; ${CONNECTIONS} connections; the middle of ${ROUNDS} rounds of ${SECONDS} s; one process each.\n`,
  );
  console.log(
    'page        statements  p95 of SQL   bare req/s   Cairn req/s   ratio       p50       p99   Node bare   Node Cairn   with kept pages   ratio       p99',
  );
  for (const [name, path] of Object.entries(served.paths)) {
    for (const port of [served.bare, served.cairn]) await load(server, port, path, 0.5);
    const rounds: { bare: Result; cairn: Result; kept: Result }[] = [];
    for (let round = 0; round < ROUNDS; round += 1)
      rounds.push({
        bare: await load(server, served.bare, path),
        cairn: await load(server, served.cairn, path),
        kept: await load(server, served.kept, path),
      });
    const of = (told: (round: (typeof rounds)[number]) => number) => middle(rounds.map(told));
    const { statements, p95 } = served.database[name] ?? { statements: 0, p95: 0 };
    console.log(
      [
        name.padEnd(10),
        String(statements).padStart(12),
        milliseconds(p95, 12),
        of(({ bare }) => bare.rate)
          .toFixed(0)
          .padStart(13),
        of(({ cairn }) => cairn.rate)
          .toFixed(0)
          .padStart(14),
        of(({ bare, cairn }) => cairn.rate / bare.rate)
          .toFixed(2)
          .padStart(8),
        milliseconds(of(({ cairn }) => cairn.p50)),
        milliseconds(of(({ cairn }) => cairn.p99)),
        milliseconds(
          of(({ bare }) => bare.node),
          12,
        ),
        milliseconds(
          of(({ cairn }) => cairn.node),
          13,
        ),
        of(({ kept }) => kept.rate)
          .toFixed(0)
          .padStart(18),
        of(({ bare, kept }) => kept.rate / bare.rate)
          .toFixed(2)
          .padStart(8),
        milliseconds(of(({ kept }) => kept.p99)),
      ].join(''),
    );
  }
  server.removeAllListeners('exit');
  server.kill('SIGTERM');
  await once(server, 'exit');
  if (!kept) await rm(folder, { recursive: true, force: true });
}

await main();
