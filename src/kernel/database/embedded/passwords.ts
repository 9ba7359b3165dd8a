import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { StartError, systemCode } from './errors.ts';

const Passwords = z.object({ postgres: z.string(), cairn: z.string() });
export type Passwords = z.infer<typeof Passwords>;

/** The passwords of the two database roles, random, made with the first start and kept in a file only its owner can read. */
export async function passwordsOf(folder: string): Promise<Passwords> {
  const path = join(folder, 'passwords.json');
  const text = await readFile(path, 'utf8').catch((error) => {
    if (systemCode(error) === 'ENOENT') return undefined;
    throw new StartError('foreign', `${path} cannot be read. Start Cairn as the user who started it first.`, {
      cause: error,
    });
  });
  if (text === undefined) {
    if (existsSync(join(folder, 'postgres'))) throw lost(folder, path);
    return make(path);
  }
  try {
    return Passwords.parse(JSON.parse(text));
  } catch {
    throw lost(folder, path);
  }
}

async function make(path: string): Promise<Passwords> {
  const passwords = { postgres: randomBytes(24).toString('hex'), cairn: randomBytes(24).toString('hex') };
  const draft = `${path}.new`;
  const file = await open(draft, 'w', 0o600);
  await file.writeFile(`${JSON.stringify(passwords, null, 2)}\n`);
  // On disk before the database that can only be opened with it.
  await file.sync();
  await file.close();
  await rename(draft, path);
  return passwords;
}

function lost(folder: string, path: string): StartError {
  return new StartError(
    'failed',
    `The database in ${folder} cannot be opened, because its passwords in ${path} are missing or damaged. ` +
      'Put that file back from your backup.',
  );
}
