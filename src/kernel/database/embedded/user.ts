import { readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** The operating-system user that the server runs as, where it is not our own. */
export interface User {
  uid: number;
  gid: number;
}

/**
 * PostgreSQL refuses to run as root. Started by root, Cairn gives its server to whoever owns the database already, else the
 * data folder, else to a user `cairn`, else to `nobody`. `undefined` means: stay who we are.
 */
export function serverUser(cluster: string, folder: string): User | undefined {
  if (process.getuid?.() !== 0) return undefined;
  return owner(cluster) ?? owner(folder) ?? named('cairn') ?? named('nobody') ?? { uid: 65534, gid: 65534 };
}

/**
 * Whether the user may pass through every folder down to this path and enter it (a folder) or run it (a file). It reads
 * the plain permissions; without a user it is about ourselves and always true.
 */
export function canReach(user: User | undefined, path: string): boolean {
  if (!user) return true;
  for (let at = path; ; at = dirname(at)) {
    const { mode, uid, gid } = statSync(at);
    const shift = uid === user.uid ? 6 : gid === user.gid ? 3 : 0;
    if (((mode >> shift) & 0o1) === 0) return false;
    if (at === dirname(at)) return true;
  }
}

function owner(path: string): User | undefined {
  const found = statSync(path, { throwIfNoEntry: false });
  return found && found.uid !== 0 ? { uid: found.uid, gid: found.gid } : undefined;
}

function named(name: string): User | undefined {
  try {
    const line = readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .find((entry) => entry.startsWith(`${name}:`));
    const [, , uid, gid] = line?.split(':') ?? [];
    // macOS writes nobody as -2.
    return uid && gid && Number(uid) !== 0 ? { uid: Number(uid) >>> 0, gid: Number(gid) >>> 0 } : undefined;
  } catch {
    return undefined;
  }
}
