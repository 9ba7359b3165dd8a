import { createServer } from 'node:http';
import type { Pool } from 'pg';
import { createApp } from '#app';
import { systemClock } from '#kernel/clock.ts';
import { readConfig } from '#kernel/config.ts';
import { startEmbedded } from '#kernel/database/embedded/index.ts';
import { connect } from '#kernel/database/index.ts';
import { migrate } from '#kernel/database/migrate.ts';
import * as jobs from '#kernel/jobs.ts';
import { silentLog } from '#kernel/log.ts';
import { openSessions } from '#kernel/session/index.ts';
import { diskStorage } from '#kernel/storage.ts';
import { freePort, listen } from '#kernel/web/listen.ts';
import { addManyWorks } from '#test/world/many-works.ts';
import { workTitled } from '#test/world/work.ts';
import { HOME_BEFORE_LUNCH } from '#test/world/works.ts';
import { buildWorld, SECRET } from '#test/world.ts';

type Query = { sql: string; parameters: readonly unknown[] };
type Database = { statements: number; p95: number };

/** The servers of `bench/pages` and `bench/landscape`: Cairn, and beside it the least that could answer the same. Not part of a running Cairn. */
async function main([folder = '', members = '10000', works = '0']: string[]): Promise<void> {
  const server = await startEmbedded({ folder });
  const { db, pool } = connect(server.url);
  await migrate(pool);
  await jobs.prepare(pool, silentLog);
  if ((await pool.query('select from works limit 1')).rowCount === 0) {
    await buildWorld(db, systemClock(), { secret: SECRET, many: Number(members) });
    await addManyWorks(db, Number(works), systemClock());
  }
  await pool.query('vacuum analyze'); // as autovacuum would leave it in time

  const seen: Query[] = [];
  const watched = connect(server.url, 4, ({ sql, parameters }) => seen.push({ sql, parameters })).db;
  const [port, keptPort, barePort] = [await freePort(0), await freePort(0), await freePort(0)];
  const config = readConfig(
    { CAIRN_URL: `http://localhost:${port}`, CAIRN_SECRET: SECRET },
    { mode: 'production', port },
  );
  const houseOn = (over: typeof db, pageSeconds = 0) => ({
    db: over,
    config: { ...config, pageSeconds },
    clock: systemClock,
    log: silentLog,
    storage: diskStorage(folder),
    sessions: openSessions(over, config),
  });
  const paths = await pathsOf(db);
  const pages = new Map<string, { body: Buffer; headers: Record<string, string>; queries: Query[] }>();
  const app = createApp(houseOn(watched));
  for (const path of Object.values(paths)) {
    await app.request(`http://localhost${path}`); // settings and caches are warm, as they are after the first reader
    seen.length = 0;
    const answer = await app.request(`http://localhost${path}`);
    const body = Buffer.from(await answer.arrayBuffer());
    pages.set(path, { body, headers: Object.fromEntries(answer.headers), queries: [...seen] });
  }

  const database: Record<string, Database> = {};
  for (const [name, path] of Object.entries(paths)) database[name] = await timed(pool, pages.get(path)?.queries ?? []);

  createServer(async ({ url = '' }, response) => {
    const page = pages.get(url);
    if (!page) return response.writeHead(404).end();
    await Promise.all(page.queries.map(({ sql, parameters }) => pool.query(sql, [...parameters])));
    response.writeHead(200, page.headers).end(page.body);
  }).listen(barePort, '127.0.0.1');
  await listen(createApp(houseOn(db)), { port, host: '127.0.0.1' });
  await listen(createApp(houseOn(db, 5)), { port: keptPort, host: '127.0.0.1' });
  process.send?.({ cairn: port, kept: keptPort, bare: barePort, paths, database });
  process.on('message', () => process.send?.(process.cpuUsage()));
  process.once(
    'SIGTERM',
    () =>
      void pool
        .end()
        .then(() => server.stop())
        .then(() => process.exit(0)),
  );
}

/** How long a page's statements take one after the other, with nobody else at the database: the 95th of a hundred. */
async function timed(pool: Pool, queries: readonly Query[]): Promise<Database> {
  const times: number[] = [];
  for (let n = 0; n < 100; n += 1) {
    const started = performance.now();
    for (const { sql, parameters } of queries) await pool.query(sql, [...parameters]);
    times.push(performance.now() - started);
  }
  return { statements: queries.length, p95: times.sort((a, b) => a - b)[94] ?? 0 };
}

async function pathsOf(db: Parameters<typeof workTitled>[0]): Promise<Record<string, string>> {
  const work = await workTitled(db, HOME_BEFORE_LUNCH.title);
  return {
    home: '/',
    directory: '/people',
    search: '/people?words=coaching',
    misspelt: '/people?words=Galagher',
    work: `/work/${work.address}`,
    works: '/work',
    landscape: '/landscape',
    stories: '/stories',
  };
}

await main(process.argv.slice(2));
