import { join } from 'node:path';
import { ensureCluster } from './cluster.ts';
import { isRefusedByDisk, letPass, notWritable, prepareFolder } from './folder.ts';
import { holdFolder } from './lock.ts';
import { endOldServer } from './old-server.ts';
import { passwordsOf } from './passwords.ts';
import { findPrograms } from './programs.ts';
import { type Connection, connections, ensureDatabase } from './roles.ts';
import { type Ended, launch, type Server } from './server.ts';
import { makeSocketFolder, removeSocketFolder } from './socket.ts';
import { serverUser } from './user.ts';

export { StartError } from './errors.ts';
export type { Connection } from './roles.ts';
export { findRunning } from './running.ts';
export type { Ended } from './server.ts';

export interface EmbeddedOptions {
  /** The data folder; made if it is missing. */
  folder: string;
  /** `false` only in tests: nothing waits for the disk then. */
  durable?: boolean;
  log?: (line: string) => void;
  /** Called if the server ends and nobody asked it to. */
  onExit?: (ended: Ended) => void;
}

export interface Embedded {
  /** The database `cairn` as the role `cairn`, its owner. */
  connection: Connection;
  /** The same as one address, `postgres://user:password@%2Fsocket%2Ffolder/database`. */
  url: string;
  /** The superuser, for what an owner may not do. */
  admin: Connection;
  pid: number;
  /** Ends the server after what is running; may be called more than once. */
  stop(): Promise<void>;
}

/**
 * Starts Cairn's own PostgreSQL as a child process on a Unix socket in the data folder, and waits until it takes
 * connections. Throws StartError, with a sentence for the operator, where the machine or the folder is in the way.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const { durable = true, log = () => undefined } = options;
  const folder = await prepareFolder(options.folder);
  const release = await holdFolder(folder).catch((error) => {
    throw isRefusedByDisk(error) ? notWritable(folder, error) : error;
  });
  try {
    const cluster = join(folder, 'postgres');
    const user = serverUser(cluster, folder);
    if (user) await letPass(folder);

    const passwords = await passwordsOf(folder);
    const programs = await findPrograms(user, folder, log);
    await ensureCluster({ cluster, programs, user, password: passwords.postgres, durable });
    await endOldServer(folder, cluster, log);

    const socketFolder = await makeSocketFolder(folder, user);
    const logFile = join(folder, 'postgres.log');
    const server = await launch({ cluster, socketFolder, logFile, programs, user, durable, log });
    const { connection, admin } = connections(socketFolder, passwords);
    await ensureDatabase(admin, passwords.cairn).catch(async (error) => {
      await server.stop();
      throw error;
    });
    return { connection, admin, url: address(connection), ...supervise(server, folder, release, options.onExit) };
  } catch (error) {
    await release();
    throw isRefusedByDisk(error) ? notWritable(folder, error) : error;
  }
}

function supervise(
  server: Server,
  folder: string,
  release: () => Promise<void>,
  onExit: EmbeddedOptions['onExit'],
): Pick<Embedded, 'pid' | 'stop'> {
  let stopping: Promise<void> | undefined;
  // Where Cairn leaves by process.exit, the server leaves too; nothing can be awaited there.
  const leave = () => void process.kill(server.pid, 'SIGINT');
  process.once('exit', leave);
  void server.ended.then((ended) => {
    process.off('exit', leave);
    if (!stopping) onExit?.(ended);
  });
  const stop = async () => {
    await server.stop();
    await removeSocketFolder(folder);
    await release();
  };
  return {
    pid: server.pid,
    stop: () => {
      stopping ??= stop();
      return stopping;
    },
  };
}

function address({ host, database, user, password }: Connection): string {
  return `postgres://${user}:${password}@${encodeURIComponent(host)}/${database}`;
}
