import { randomUUID } from 'node:crypto';
import { chmod, mkdir, realpath, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { StartError, systemCode } from './errors.ts';

const causes: Record<string, string> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the file system is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  ENOTDIR: 'a file is in the way',
  EEXIST: 'a file is in the way',
};

/** Makes the data folder if it is missing, proves that it can be written, and answers its real path. */
export async function prepareFolder(asked: string): Promise<string> {
  const folder = resolve(asked);
  try {
    await mkdir(dirname(folder), { recursive: true });
    await mkdir(folder, { mode: 0o700 }).catch(async (error) => {
      if (!(await stat(folder)).isDirectory()) throw error;
    });
    const probe = join(folder, `.${randomUUID()}`);
    await writeFile(probe, '');
    await rm(probe);
    return await realpath(folder);
  } catch (error) {
    throw notWritable(folder, error);
  }
}

/** Started by root, the server's user must be able to pass through the data folder, though not to list it. */
export async function letPass(folder: string): Promise<void> {
  const { mode } = await stat(folder);
  if ((mode & 0o011) !== 0o011) await chmod(folder, (mode & 0o777) | 0o011);
}

/** Whether the file system refused; then `notWritable` has the sentence. */
export function isRefusedByDisk(error: unknown): boolean {
  return systemCode(error) in causes;
}

export function notWritable(folder: string, error: unknown): StartError {
  const code = systemCode(error);
  return new StartError(
    'not-writable',
    `Cairn cannot write to its data folder ${folder}: ${causes[code] ?? (code || String(error))}. ` +
      'Make that folder writable for the user who starts Cairn, or choose another folder.',
    { cause: error },
  );
}
