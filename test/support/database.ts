import pg from 'pg';
import type { TestProject } from 'vitest/node';
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

/** One database server for all tests, and in it the template that each test file clones. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = { url: 'postgres://postgres@127.0.0.1:54329/postgres', stop: async () => {} };
  const template = `world_${process.pid}`;
  const urlOf = server.url.replace(/\/[^/]*$/, '/DATABASE');
  const admin = new pg.Client({ connectionString: server.url });
  await admin.connect();
  await admin.query(`drop database if exists ${template}`);
  await admin.query(`create database ${template}`);
  const { db, pool } = connect(urlOf.replace('DATABASE', template), 4);
  await migrate(pool);
  await jobs.prepare(pool, silentLog);
  await buildWorld(db);
  await db.destroy();
  project.provide('adminUrl', server.url);
  project.provide('urlOf', urlOf);
  project.provide('template', template);
  return async () => {
    await admin.query(`drop database if exists ${template} with (force)`);
    await admin.end();
    await server.stop();
  };
}
