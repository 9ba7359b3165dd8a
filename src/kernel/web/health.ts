import { Hono } from 'hono';
import { sql } from 'kysely';
import type { Db } from '../database/index.ts';
import { listMigrations } from '../database/migrate.ts';
import type { House } from '../house.ts';
import { factsOf } from '../log.ts';
import type { HouseEnv } from './env.ts';

/**
 * For whatever watches over this process. `/healthz`: it runs, and needs no restart. `/readyz`: it can serve, because its
 * database answers and has the tables of this Cairn; 503 with one sentence for each reason when it cannot.
 */
export function answerHealth({ db, log }: Pick<House, 'db' | 'log'>): Hono<HouseEnv> {
  const app = new Hono<HouseEnv>();

  app.get('/healthz', (c) => c.text('ok\n', 200, { 'Cache-Control': 'no-store' }));

  app.get('/readyz', async (c) => {
    const reason = await whyNot(db).catch((error: unknown) => {
      log('error', 'not ready', factsOf(error));
      return 'The database does not answer.';
    });
    return c.text(`${reason ?? 'ok'}\n`, reason ? 503 : 200, { 'Cache-Control': 'no-store' });
  });

  return app;
}

async function whyNot(db: Db): Promise<string | null> {
  const { rows } = await sql<{ name: string }>`select name from migrations`.execute(db);
  const applied = new Set(rows.map(({ name }) => name));
  const missing = (await listMigrations()).filter(({ name }) => !applied.has(name));
  return missing.length > 0 ? `Migrations that have not been applied: ${missing.length}.` : null;
}
