// How long do the questions of the directory take in the database? node bench/directory.ts [members] [--explain]
//
// Fills a database of its own with so many members (10,000), asks each question as the app asks it, and prints how long its
// slowest statement took (median and 95th percentile of some runs), beside a bare sequential scan over the same search
// documents in the same run: the absolute numbers are those of the machine. With --explain it prints the plans too.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { counting, directory } from '#features/people/index.ts';
import type { Actor } from '#kernel/actor.ts';
import { startEmbedded } from '#kernel/database/embedded/index.ts';
import { connect } from '#kernel/database/index.ts';
import { migrate } from '#kernel/database/migrate.ts';
import * as jobs from '#kernel/jobs.ts';
import { silentLog } from '#kernel/log.ts';
import { addManyPeople } from '#test/world/many.ts';
import { buildWorld, NOW } from '#test/world.ts';

const RUNS = 40;
const BARE = { sql: "select count(*) from people_search where audience = 'members' and name <> ''", parameters: [] };
const explaining = process.argv.includes('--explain');
const members = Number(process.argv.slice(2).find((one) => /^\d+$/.test(one)) ?? 10_000);

const folder = await mkdtemp(join(tmpdir(), 'cairn-bench-'));
const server = await startEmbedded({ folder });
type Statement = { sql: string; parameters: readonly unknown[] };
const asked: Statement[] = [];
const { db, pool } = connect(server.url, 4, ({ sql, parameters }) => asked.push({ sql, parameters }));
try {
  await migrate(pool);
  await jobs.prepare(pool, silentLog);
  await buildWorld(db);
  const began = performance.now();
  await db.transaction().execute((trx) => addManyPeople(trx, members, NOW));
  console.log(`Filled in ${((performance.now() - began) / 1000).toFixed(0)} s.`);
  await pool.query('vacuum analyze');
  await measure();
} finally {
  await db.destroy();
  await server.stop();
  await rm(folder, { recursive: true, force: true });
}

async function measure(): Promise<void> {
  const reader: Actor = { id: null, name: null, email: null, roles: [{ role: 'member', country: null }], at: NOW };
  const near = (await directory.nearTo(db, 'Leeds')) ?? undefined;
  const questions: Record<string, directory.Query> = {
    everybody: {},
    'page 100': { page: 100 },
    newest: { sort: 'newest' },
    words: { words: 'coaching' },
    'a misspelt name': { words: 'Saorse Galagher' },
    country: { country: 'england' },
    region: { region: 'england.north-east-and-yorkshire' },
    sector: { sector: 'acute' },
    background: { background: 'nurse' },
    topic: { topic: 'falls' },
    mode: { mode: 'pathways' },
    method: { method: 'pdsa' },
    skill: { skill: 'data-analysis' },
    language: { language: 'cy' },
    'lends hours': { hours: 1 },
    'near Leeds, 50 km': { near, within: 50 },
    'near Leeds, 200 km': { near, within: 200 },
    'six hours of analysis near Leeds': { near, within: 50, skill: 'data-analysis', hours: 6 },
    'country, mode, skill, words': { country: 'england', mode: 'pathways', skill: 'coaching', words: 'data' },
  };
  console.log(`${members} members; ${RUNS} runs of each statement; milliseconds in the database, by its own clock.\n`);
  console.log(
    `${''.padEnd(34)}${'slowest'.padEnd(10)}${'p50'.padStart(7)}${'p95'.padStart(8)}${'bare scan p50'.padStart(16)}${'p95'.padStart(8)}`,
  );
  for (const [name, query] of Object.entries(questions)) {
    asked.length = 0;
    if (query.near) await directory.nearTo(db, query.near.words);
    await directory.list(db, query, reader);
    const lists = asked.splice(0);
    await counting.counts(db, query, reader);
    const counts = asked.splice(0);
    const times = [];
    for (const one of lists) times.push({ of: 'list', ...(await timed(one)) });
    for (const one of counts) times.push({ of: 'counts', ...(await timed(one)) });
    times.sort((a, b) => b.p95 - a.p95);
    const [slowest] = times;
    if (!slowest) continue;
    const { p50, p95, bare } = slowest;
    console.log(
      [name.padEnd(34), slowest.of.padEnd(10), ms(p50, 7), ms(p95, 8), ms(bare.p50, 16), ms(bare.p95, 8)].join(''),
    );
    if (explaining) console.log(`\n${slowest.plan}\n`);
  }
}

/** A statement and a bare scan in turns, so that whatever else the machine does falls on both. */
async function timed(statement: Statement) {
  const own: number[] = [];
  const bare: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    own.push(await once(statement));
    bare.push(await once(BARE));
  }
  const { rows } = await pool.query(`explain (analyze, buffers) ${statement.sql}`, [...statement.parameters]);
  const plan = rows.map((row: { 'QUERY PLAN': string }) => row['QUERY PLAN']).join('\n');
  return { ...at(own), bare: at(bare), plan };
}

/** Planning and execution, as PostgreSQL times them. */
async function once({ sql, parameters }: Statement): Promise<number> {
  const { rows } = await pool.query(`explain (analyze, timing off, summary on, format json) ${sql}`, [...parameters]);
  const [{ 'QUERY PLAN': plans }] = rows as [{ 'QUERY PLAN': [{ 'Planning Time': number; 'Execution Time': number }] }];
  return plans[0]['Planning Time'] + plans[0]['Execution Time'];
}

function at(times: number[]): { p50: number; p95: number } {
  const sorted = times.toSorted((a, b) => a - b);
  const of = (share: number) => sorted[Math.floor(sorted.length * share)] ?? 0;
  return { p50: of(0.5), p95: of(0.95) };
}

function ms(time: number, width: number): string {
  return time.toFixed(1).padStart(width);
}
