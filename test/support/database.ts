import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { startEmbedded } from '#kernel/database/embedded/index.ts';
import { connect } from '#kernel/database/index.ts';
import { migrate } from '#kernel/database/migrate.ts';
import * as jobs from '#kernel/jobs.ts';
import { silentLog } from '#kernel/log.ts';
import { buildWorld } from '../world.ts';

declare module 'vitest' {
  interface ProvidedContext {
    adminUrl: string;
    urlOf: string;
    template: string;
  }
}

const TEMPLATE = 'world';

/** One database server for all tests, which never waits for the disk, and in it the world that each test file clones. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'cairn-test-'));
  const server = await startEmbedded({ folder, durable: false });
  const { host, user, password } = server.admin;
  const urlOf = (name: string) => `postgres://${user}:${password}@${encodeURIComponent(host)}/${name}`;
  const admin = new pg.Client({ connectionString: urlOf('postgres') });
  await admin.connect();
  await admin.query(`create database ${TEMPLATE}`);
  await admin.end();
  const { db, pool } = connect(urlOf(TEMPLATE), 4);
  await migrate(pool);
  await jobs.prepare(pool, silentLog);
  await buildWorld(db);
  await db.destroy();
  project.provide('adminUrl', urlOf('postgres'));
  project.provide('urlOf', urlOf('DATABASE'));
  project.provide('template', TEMPLATE);
  return async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
}
