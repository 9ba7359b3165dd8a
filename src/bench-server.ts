import { createServer } from 'node:http';
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
import { workTitled } from '#test/world/work.ts';
import { HOME_BEFORE_LUNCH } from '#test/world/works.ts';
import { buildWorld, SECRET } from '#test/world.ts';

type Query = { sql: string; parameters: readonly unknown[] };

/** The servers of `bench/pages`: Cairn, and beside it the least that could answer the same. Not part of a running Cairn. */
async function main([folder = '', members = '10000']: string[]): Promise<void> {
  const server = await startEmbedded({ folder });
  const { db, pool } = connect(server.url);
  await migrate(pool);
  await jobs.prepare(pool, silentLog);
  await buildWorld(db, systemClock(), { secret: SECRET, many: Number(members) });
  await pool.query('analyze');

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

  createServer(async ({ url = '' }, response) => {
    const page = pages.get(url);
    if (!page) return response.writeHead(404).end();
    await Promise.all(page.queries.map(({ sql, parameters }) => pool.query(sql, [...parameters])));
    response.writeHead(200, page.headers).end(page.body);
  }).listen(barePort, '127.0.0.1');
  await listen(createApp(houseOn(db)), { port, host: '127.0.0.1' });
  await listen(createApp(houseOn(db, 5)), { port: keptPort, host: '127.0.0.1' });
  process.send?.({ cairn: port, kept: keptPort, bare: barePort, paths });
  process.once(
    'SIGTERM',
    () =>
      void pool
        .end()
        .then(() => server.stop())
        .then(() => process.exit(0)),
  );
}

async function pathsOf(db: Parameters<typeof workTitled>[0]): Promise<Record<string, string>> {
  const work = await workTitled(db, HOME_BEFORE_LUNCH.title);
  return {
    home: '/',
    directory: '/people',
    search: '/people?words=coaching',
    work: `/work/${work.address}`,
    works: '/work',
    landscape: '/landscape',
    stories: '/stories',
  };
}

await main(process.argv.slice(2));
