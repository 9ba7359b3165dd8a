import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigError } from '#kernel/config.ts';
import { schemaOf } from '#kernel/database/dump.ts';
import { startEmbedded } from '#kernel/database/embedded/index.ts';
import { connect } from '#kernel/database/index.ts';
import { migrate } from '#kernel/database/migrate.ts';
import { typesOf } from '#kernel/database/types-of.ts';
import { root } from '#kernel/paths.ts';
import type { Command } from './index.ts';

/** Migrates an empty database of its own and writes what came out of it; `--check` compares instead. */
export const schema: Command = {
  usage: 'schema [--check]',
  about: 'writes db/schema.sql and the types of the tables from the migrations',
  async run(args) {
    const made = await fromMigrations();
    for (const [path, text] of Object.entries(made)) {
      if (!args.includes('--check')) await writeFile(join(root, path), text);
      else if ((await readFile(join(root, path), 'utf8').catch(() => '')) !== text)
        throw new ConfigError(`${path} is not what the migrations make. Run bin/cairn schema and commit the result.`);
    }
  },
};

async function fromMigrations(): Promise<Record<string, string>> {
  const folder = await mkdtemp(join(tmpdir(), 'cairn-schema-'));
  const server = await startEmbedded({ folder, durable: false });
  const { db, pool } = connect(server.url, 1);
  try {
    await migrate(pool);
    return { 'db/schema.sql': await schemaOf(pool), 'src/kernel/database/schema.ts': await typesOf(pool) };
  } finally {
    await db.destroy();
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
