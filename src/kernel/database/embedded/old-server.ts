import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { StartError } from './errors.ts';
import { inUse } from './lock.ts';
import { goneWithin, serves } from './processes.ts';
import { answers } from './socket.ts';

// Each is stronger than the one before: finish what is running; stop at once; and, for a server that hangs, the end.
// Whatever was acknowledged is in the write-ahead log by then, and the next start reads it.
const steps: [NodeJS.Signals, number][] = [
  ['SIGINT', 30_000],
  ['SIGQUIT', 10_000],
  ['SIGKILL', 5_000],
];

/**
 * Ends a server that outlived its Cairn (`kill -9`, out of memory), or removes the file in which one that died said that it
 * was running. The caller holds the folder's lock, so no living Cairn needs that server.
 */
export async function endOldServer(folder: string, cluster: string, log: (line: string) => void): Promise<void> {
  const path = join(cluster, 'postmaster.pid');
  const text = await readFile(path, 'utf8').catch(() => undefined);
  if (text === undefined) return;

  const pid = Number.parseInt(text, 10);
  if (!serves(pid, cluster)) {
    // A server in another container cannot be seen among our processes, but it can be heard.
    if (await answers(folder)) throw inUse(folder);
    // PostgreSQL itself would believe this file if the number now belonged to anybody at all, as it does in containers.
    await rm(path, { force: true });
    return;
  }

  log('Ending the database server that outlived the last Cairn.');
  await endServer(pid, cluster);
}

async function endServer(pid: number, cluster: string): Promise<void> {
  for (const [signal, patience] of steps) {
    try {
      process.kill(pid, signal);
    } catch {
      // Gone by itself, or not ours to end; which of the two, the wait tells.
    }
    if (await goneWithin(pid, patience)) return;
  }
  throw new StartError(
    'in-use',
    `A database server (process ${pid}) still runs in ${cluster} and does not end. End that process, then start Cairn again.`,
  );
}
