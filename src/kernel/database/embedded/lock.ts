import { randomUUID } from 'node:crypto';
import { link, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { StartError, systemCode } from './errors.ts';
import { pause, realm, startOf } from './processes.ts';

const heartbeat = 1_000;
const silence = 2_500;
// At a restart the new Cairn may come before the old one has quite gone.
const patience = 1_500;

const Holder = z.object({ pid: z.number(), began: z.string(), realm: z.string() });
type Holder = z.infer<typeof Holder>;

/**
 * Takes the data folder for this process; answers how to give it back. Throws StartError `in-use` if a live Cairn has it.
 *
 * Node has no kernel lock, so `cairn.lock` says which process holds the folder and when that process began: the number
 * alone may since have gone to somebody else. A holder in another container or on another machine cannot be looked at, so
 * each holder touches the file every second, and a file that nobody touches belongs to nobody.
 */
export async function holdFolder(folder: string): Promise<() => Promise<void>> {
  const path = join(folder, 'cairn.lock');
  const mine: Holder = { pid: process.pid, began: startOf(process.pid) ?? '', realm: realm() };
  const text = `${JSON.stringify(mine)}\n`;

  for (let attempt = 0; attempt < 10; attempt++) {
    if (await create(path, text)) return keep(path);
    const found = await readFile(path, 'utf8').catch(() => undefined);
    if (found === undefined) continue;
    const holder = parse(found);
    if (await isLive(path, holder)) throw inUse(folder, holder);
    await removeStale(path, found);
  }
  throw inUse(folder);
}

export function inUse(folder: string, holder?: { pid: number; realm: string }): StartError {
  const who = holder?.realm === realm() ? `another Cairn (process ${holder.pid})` : 'another Cairn';
  return new StartError(
    'in-use',
    `The data folder ${folder} is already in use by ${who}. Stop that one first, or choose another folder.`,
  );
}

// A link appears whole or not at all: nobody ever reads a lock that is half written.
async function create(path: string, text: string): Promise<boolean> {
  const draft = `${path}.${randomUUID()}`;
  await writeFile(draft, text, { mode: 0o600 });
  try {
    await link(draft, path);
    return true;
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

function keep(path: string): () => Promise<void> {
  const beat = setInterval(() => {
    const now = new Date();
    utimes(path, now, now).catch(() => undefined);
  }, heartbeat).unref();
  return async () => {
    clearInterval(beat);
    await rm(path, { force: true });
  };
}

function parse(text: string): Holder {
  try {
    return Holder.parse(JSON.parse(text));
  } catch {
    return { pid: 0, began: '', realm: '' };
  }
}

async function isLive(path: string, holder: Holder): Promise<boolean> {
  if (holder.realm !== realm()) return isTouched(path);
  const deadline = Date.now() + (holder.pid === process.pid ? 0 : patience);
  while (startOf(holder.pid) === holder.began && (await touched(path)) !== undefined) {
    if (Date.now() > deadline) return true;
    await pause(50);
  }
  return false;
}

async function isTouched(path: string): Promise<boolean> {
  const before = await touched(path);
  const deadline = Date.now() + silence;
  while (Date.now() < deadline) {
    await pause(100);
    const now = await touched(path);
    if (now !== before) return now !== undefined;
  }
  return false;
}

async function touched(path: string): Promise<number | undefined> {
  return stat(path).then(
    (file) => file.mtimeMs,
    () => undefined,
  );
}

// Between judging a lock stale and removing it, a quicker starter may have put its own there: that one goes back.
async function removeStale(path: string, judged: string): Promise<void> {
  const aside = `${path}.${randomUUID()}`;
  try {
    await rename(path, aside);
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return;
    throw error;
  }
  if ((await readFile(aside, 'utf8')) !== judged) await link(aside, path).catch(() => undefined);
  await rm(aside, { force: true });
}
