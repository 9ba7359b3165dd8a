import { chown } from 'node:fs/promises';
import { StartError, systemCode } from './errors.ts';
import { canReach, type User } from './user.ts';

/**
 * How a PostgreSQL program is started on a cluster: as which user, in which folder, and under which name it knows the
 * cluster. It is started inside the cluster's folder; where its user may not pass through the folders above (a clone under
 * /root), that is enough, for `/proc/self/cwd` names the same place without passing through them.
 */
export interface RunAs {
  clusterName: string;
  spawn: { cwd: string; env: Record<string, string>; uid?: number; gid?: number; detached: boolean };
}

export function runAs(cluster: string, user: User | undefined): RunAs {
  const reachable = canReach(user, cluster);
  if (!reachable && process.platform !== 'linux') {
    throw new StartError(
      'no-user',
      `PostgreSQL refuses to run as root, and no other user can reach ${cluster}. ` +
        'Choose a data folder outside the private one, or start Cairn as an ordinary user.',
    );
  }
  return {
    clusterName: reachable ? cluster : '/proc/self/cwd',
    // Detached: Ctrl-C in a terminal reaches a whole process group, and Cairn must finish before its database does.
    spawn: { cwd: cluster, env: { LC_ALL: 'C', TZ: 'UTC', PATH: '/usr/bin:/bin' }, ...user, detached: true },
  };
}

export async function giveTo(user: User | undefined, path: string): Promise<void> {
  if (!user) return;
  await chown(path, user.uid, user.gid).catch((error) => {
    throw cannotRun(user, error);
  });
}

export function cannotRun(user: User | undefined, error: unknown): StartError {
  const why = error instanceof Error ? error.message : String(error);
  if (user && ['EPERM', 'EINVAL'].includes(systemCode(error))) {
    return new StartError(
      'no-user',
      `PostgreSQL refuses to run as root, and this system does not let Cairn run it as user ${user.uid}: ${why}. ` +
        'Start Cairn as an ordinary user.',
      { cause: error },
    );
  }
  return new StartError(
    'no-programs',
    `Cairn's own PostgreSQL does not run on this machine: ${why}. Set DATABASE_URL to a PostgreSQL of your own.`,
    { cause: error },
  );
}
