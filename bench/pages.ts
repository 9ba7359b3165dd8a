// How fast are the pages, beside the least that could answer the same? One run: `node bench/pages`.
//
// For each page a bare `node:http` server runs the same SQL through the same driver and sends the same bytes; then Cairn
// does. Both have one process, the same database with 10,000 members, and 32 connections on this machine. It prints ratios:
// the absolute numbers are those of the machine.

import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const CONNECTIONS = 32;
const SECONDS = Number(process.env.BENCH_SECONDS ?? 4);

type Result = { rate: number; p50: number; p99: number };

/** Asks for one path over 32 kept-alive connections for some seconds. */
export async function load(port: number, path: string, seconds = SECONDS): Promise<Result> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const times: number[] = [];
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
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.floor(times.length * share)] ?? 0;
  return { rate: times.length / seconds, p50: at(0.5), p99: at(0.99) };
}

function ratio(one: Result, other: Result): string {
  return (one.rate / other.rate).toFixed(2).padStart(8);
}

function milliseconds(time: number): string {
  return `${time.toFixed(1)} ms`.padStart(10);
}

async function main(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'cairn-bench-'));
  const server = fork(
    fileURLToPath(new URL('../dist/bench-server.js', import.meta.url)),
    [folder, process.argv[2] ?? '10000'],
    { stdio: 'inherit' },
  );
  const ports = await new Promise<{ cairn: number; kept: number; bare: number; paths: Record<string, string> }>(
    (resolve, reject) => {
      server.once('message', (message) =>
        resolve(message as { cairn: number; kept: number; bare: number; paths: Record<string, string> }),
      );
      server.once('exit', (code) => reject(new Error(`The server ended with ${code}.`)));
    },
  );
  console.log(
    `${availableParallelism()} cores; ${CONNECTIONS} connections; ${SECONDS} s for each; one process each.\n`,
  );
  console.log('page        bare req/s   Cairn req/s   ratio       p50       p99   with kept pages   ratio       p99');
  for (const [name, path] of Object.entries(ports.paths)) {
    await load(ports.bare, path, 1);
    const bare = await load(ports.bare, path);
    await load(ports.cairn, path, 1);
    const cairn = await load(ports.cairn, path);
    await load(ports.kept, path, 1);
    const kept = await load(ports.kept, path);
    console.log(
      [
        name.padEnd(10),
        bare.rate.toFixed(0).padStart(12),
        cairn.rate.toFixed(0).padStart(13),
        ratio(cairn, bare),
        milliseconds(cairn.p50),
        milliseconds(cairn.p99),
        kept.rate.toFixed(0).padStart(17),
        ratio(kept, bare),
        milliseconds(kept.p99),
      ].join(''),
    );
  }
  server.removeAllListeners('exit');
  server.kill('SIGTERM');
  await once(server, 'exit');
  await rm(folder, { recursive: true, force: true });
}

await main();
