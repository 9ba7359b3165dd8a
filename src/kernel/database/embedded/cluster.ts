import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { access, constants, mkdir, open, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { StartError } from './errors.ts';
import type { Programs } from './programs.ts';
import { cannotRun, giveTo, runAs } from './run-as.ts';
import type { User } from './user.ts';

const major = '18';

/** Makes the cluster (PostgreSQL's word for a folder of databases) with the first start; later only looks at it. */
export async function ensureCluster(options: {
  cluster: string;
  programs: Programs;
  user: User | undefined;
  password: string;
  durable: boolean;
}): Promise<void> {
  const { cluster } = options;
  if (existsSync(cluster)) return check(cluster);

  // Made beside and moved into place whole: a first start that was cut short begins again.
  const draft = `${cluster}.new`;
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { mode: 0o700 });
  await giveTo(options.user, draft);
  await initialise(draft, options);
  await rename(draft, cluster);
  if (options.durable) await sync(dirname(cluster));
}

async function check(cluster: string): Promise<void> {
  const made = await access(cluster, constants.R_OK | constants.W_OK)
    .then(() => readFile(join(cluster, 'PG_VERSION'), 'utf8'))
    .catch((error) => {
      throw new StartError(
        'foreign',
        `The database in ${cluster} cannot be read: it belongs to another user, or is damaged. ` +
          'Start Cairn as the user who started it first.',
        { cause: error },
      );
    });
  if (made.trim() === major) return;
  throw new StartError(
    'foreign',
    `The database in ${cluster} was made by PostgreSQL ${made.trim()}, and this Cairn carries PostgreSQL ${major}. ` +
      'Start it with the Cairn that made it, and take a backup there to restore here.',
  );
}

async function initialise(
  draft: string,
  options: { programs: Programs; user: User | undefined; password: string; durable: boolean },
): Promise<void> {
  const passwordFile = `${draft}.password`;
  await writeFile(passwordFile, options.password, { mode: 0o600 });
  await giveTo(options.user, passwordFile);
  const run = runAs(draft, options.user);
  const choices = [
    `--pgdata=${run.clusterName}`,
    '--username=postgres',
    '--auth=scram-sha-256',
    `--pwfile=../${passwordFile.slice(dirname(draft).length + 1)}`,
    '--encoding=UTF8',
    // Sorting and letter cases come from ICU, which is the same on each machine; only what ICU does not rule is C.
    '--locale=C',
    '--locale-provider=icu',
    '--icu-locale=en-GB',
    '--no-instructions',
    ...(options.durable ? [] : ['--no-sync']),
  ];
  try {
    const initdb = spawn(options.programs.initdb, choices, { ...run.spawn, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    for (const stream of [initdb.stdout, initdb.stderr]) stream.on('data', (data) => (said += data));
    const [code] = await once(initdb, 'close').catch((error) => {
      throw cannotRun(options.user, error);
    });
    if (code !== 0) throw new StartError('failed', `PostgreSQL could not make its folder ${draft}: ${lastWords(said)}`);
  } finally {
    await rm(passwordFile, { force: true });
  }
}

/** What a PostgreSQL program complained of: its first error, and the hint that it gave. */
export function lastWords(said: string): string {
  const lines = said.split('\n').filter((line) => /\b(FATAL|PANIC|ERROR|error|HINT|DETAIL):/.test(line));
  const words = (lines.length ? lines : said.trim().split('\n')).slice(0, 3);
  return words.map((line) => line.replace(/^.*\b(FATAL|PANIC|ERROR|error|HINT|DETAIL):\s*/, '').trim()).join('. ');
}

async function sync(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  await handle.sync();
  await handle.close();
}
