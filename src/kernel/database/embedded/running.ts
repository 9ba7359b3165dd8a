import { realpath } from 'node:fs/promises';
import { passwordsOf } from './passwords.ts';
import { type Connection, connections } from './roles.ts';
import { answers, socketFolderOf } from './socket.ts';

/**
 * How to reach the database of a Cairn that is running on this data folder; `undefined` if none is. For a command line
 * that works beside the running Cairn instead of starting a server of its own.
 */
export async function findRunning(asked: string): Promise<{ connection: Connection; admin: Connection } | undefined> {
  const folder = await realpath(asked).catch(() => undefined);
  if (!folder || !(await answers(folder))) return undefined;
  const socketFolder = await socketFolderOf(folder);
  return socketFolder ? connections(socketFolder, await passwordsOf(folder)) : undefined;
}
