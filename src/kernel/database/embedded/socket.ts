import { chmod, chown, lstat, mkdir, mkdtemp, readlink, realpath, rm, symlink } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { canReach, type User } from './user.ts';

export const port = 5432;

// The kernel keeps 104 (macOS) or 108 bytes for the whole path of a socket.
const longest = 100;

/**
 * Makes the private folder of the server's socket: `socket` in the data folder. Where the path would be too long, or the
 * server's user cannot come there, it is a link to a private folder for short-lived files.
 */
export async function makeSocketFolder(folder: string, user: User | undefined): Promise<string> {
  await removeSocketFolder(folder);
  const wanted = join(folder, 'socket');
  if (fits(wanted) && canReach(user, folder)) {
    await mkdir(wanted, { mode: 0o700 });
    if (user) await chown(wanted, user.uid, user.gid);
    return wanted;
  }
  const root = fits(join(tmpdir(), 'cairn-123456')) && canReach(user, tmpdir()) ? tmpdir() : '/tmp';
  const short = await mkdtemp(join(root, 'cairn-'));
  await chmod(short, 0o700);
  if (user) await chown(short, user.uid, user.gid);
  await symlink(short, wanted);
  return short;
}

export async function removeSocketFolder(folder: string): Promise<void> {
  const path = join(folder, 'socket');
  const found = await lstat(path).catch(() => undefined);
  const target = found?.isSymbolicLink() ? await readlink(path) : '';
  if (basename(target).startsWith('cairn-')) await rm(target, { recursive: true, force: true });
  await rm(path, { recursive: true, force: true });
}

/** Where the server of this data folder listens, whether by itself or through the link; `undefined` if nowhere. */
export async function socketFolderOf(folder: string): Promise<string | undefined> {
  const path = join(folder, 'socket');
  const found = await lstat(path).catch(() => undefined);
  return found?.isSymbolicLink() ? realpath(path).catch(() => undefined) : found && path;
}

/** Whether a server listens there, in whatever container it runs. */
export async function answers(folder: string): Promise<boolean> {
  const at = await socketFolderOf(folder);
  if (!at) return false;
  return new Promise((resolve) => {
    const probe = connect(socketIn(at));
    const done = (listening: boolean) => {
      probe.destroy();
      resolve(listening);
    };
    probe.once('connect', () => done(true)).once('error', () => done(false));
  });
}

function fits(folder: string): boolean {
  return Buffer.byteLength(socketIn(folder)) <= longest;
}

function socketIn(folder: string): string {
  return join(folder, `.s.PGSQL.${port}`);
}
