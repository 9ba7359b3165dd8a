import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, chown, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { root } from '#kernel/paths.ts';
import { type Command, endAll, type Started, startCairn } from '../support/process.ts';

const NOBODY = { uid: 65534, gid: 65534 };
const isRoot = process.getuid?.() === 0;
const NOT_TAKEN = ['.git', '.cache', 'coverage', 'data'];

let left: { folders: string[]; data: string; cairn?: Started } = { folders: [], data: '' };

afterEach(async () => {
  await endAll(left.data, left.cairn);
  for (const folder of left.folders) await rm(folder, { recursive: true, force: true });
  left = { folders: [], data: '' };
});

test.skipIf(!isRoot)(
  'as root it runs from a folder under /root with its data elsewhere (only where root runs the tests)',
  async () => {
    const clone = await temporary('/root');
    await chmod(clone, 0o700);
    await copyHere(clone);
    const data = await temporary(tmpdir());
    expect(await opens({ folder: clone, flags: ['--new', '--port', '0', '--data', data] })).toBe(200);
  },
);

test.skipIf(!isRoot)(
  'an ordinary user runs it from a folder of somebody else (only where root runs the tests)',
  async () => {
    const clone = await temporary(tmpdir());
    await chmod(clone, 0o755);
    await copyHere(clone);
    const home = await temporary(tmpdir());
    await chown(home, NOBODY.uid, NOBODY.gid);
    const data = join(home, 'data');
    const flags = ['--new', '--port', '0', '--data', data];
    expect(await opens({ folder: clone, flags, user: NOBODY, env: { HOME: home } })).toBe(200);
  },
);

/** Starts Cairn, asks for its front page, stops it, and answers with the page's status. */
async function opens(command: Command): Promise<number> {
  left.data = command.flags.at(-1) ?? '';
  left.cairn = await startCairn(command);
  const { status } = await fetch(`${left.cairn.url}/`);
  expect(await left.cairn.stop()).toEqual({ code: 0, signal: null });
  return status;
}

async function temporary(where: string): Promise<string> {
  const folder = await mkdtemp(join(where, 'cairn-elsewhere-'));
  left.folders.push(folder);
  return folder;
}

/** What a clone would hold once it is installed, linked and not copied where that can be. */
async function copyHere(to: string): Promise<void> {
  const parts = (await readdir(root)).filter((name) => !NOT_TAKEN.includes(name)).map((name) => join(root, name));
  if ((await cp('-al', parts, to)) === 0) return;
  await rm(to, { recursive: true, force: true });
  await mkdir(to);
  expect(await cp('-a', parts, to)).toBe(0);
}

async function cp(how: string, parts: string[], to: string): Promise<number | null> {
  const child = spawn('cp', [how, ...parts, `${to}/`], { stdio: 'ignore' });
  const [code] = await once(child, 'close');
  return code;
}
