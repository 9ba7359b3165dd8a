import pg from 'pg';
import { expect, inject, test } from 'vitest';
import { listMigrations, migrate } from './migrate.ts';

test('each migration also applies on its own, to a Cairn that has run with those before it', async () => {
  const admin = new pg.Client({ connectionString: inject('adminUrl') });
  await admin.connect();
  const name = `upgrades_${process.pid}`;
  await admin.query(`create database ${name}`);
  const all = await listMigrations();
  for (const [i, migration] of all.entries()) {
    const pool = new pg.Pool({ connectionString: inject('urlOf').replace('DATABASE', name), max: 1 });
    expect(await migrate(pool, all.slice(0, i + 1))).toEqual([migration.name]);
    await pool.end(); // the next one meets a session that knows nothing of this one
  }
  await admin.query(`drop database ${name}`);
  await admin.end();
});
