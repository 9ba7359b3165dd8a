import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { root } from '#kernel/paths.ts';

// A project as small as can be, with the real launcher in it: its program says what it was told and waits to be ended.
const program = `
if (process.argv[2] === '--wait') {
  process.on('SIGTERM', () => { console.log('asked to end'); setTimeout(() => process.exit(7), 50); });
  setInterval(() => {}, 1000);
}
console.log('ran', ...process.argv.slice(2));
`;
const build = `
import { mkdirSync, copyFileSync, writeFileSync } from 'node:fs';
import { hashInputs } from './inputs.mjs';
mkdirSync('dist', { recursive: true });
copyFileSync('src/main.js', 'dist/main.js');
writeFileSync('dist/.build-stamp', hashInputs());
`;
const manifest = { name: 'cairn', version: '1.0.0', type: 'module' };
const lock = { ...manifest, lockfileVersion: 3, requires: true, packages: { '': { name: 'cairn', version: '1.0.0' } } };

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'launcher-'));
  await cp(join(root, 'bin'), join(folder, 'bin'), { recursive: true });
  await mkdir(join(folder, 'src'));
  await mkdir(join(folder, 'node_modules'));
  await put('package.json', JSON.stringify(manifest));
  await put('package-lock.json', JSON.stringify(lock));
  await put('bin/lib/build.mjs', build);
});

beforeEach(async () => {
  await put('src/main.js', program);
  await put('node_modules/.package-lock.json', JSON.stringify(lock));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

test('the first start builds, a second one does not, and a changed source is built again', async () => {
  expect(await start('--port', '0')).toEqual({ code: 0, out: 'ran --port 0\n', told: 'Building Cairn.\n' });
  expect(await start()).toEqual({ code: 0, out: 'ran\n', told: '' });
  await put('src/main.js', "console.log('anew');");
  expect(await start()).toEqual({ code: 0, out: 'anew\n', told: 'Building Cairn.\n' });
});

test('a source that cannot be built is shown, and what was built before is not run', async () => {
  await put('src/main.js', `${program}// broken`);
  await put('bin/lib/build.mjs', "console.error('line 3 is wrong'); process.exit(1);");
  const { code, out, told } = await start();
  await put('bin/lib/build.mjs', build);
  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(told).toBe('Building Cairn.\nline 3 is wrong\nCairn could not be built: see above.\n');
});

test('what is not installed is installed, once', async () => {
  await rm(join(folder, 'node_modules'), { recursive: true });
  expect((await start()).told).toContain('Installing what Cairn is made of.');
  expect((await start()).told).toBe('');
});

test('a request to end reaches the program, and its exit code comes back', async () => {
  await start();
  const launcher = run('bin/start', '--wait');
  let out = '';
  launcher.stdout.on('data', (data) => {
    if (!out) launcher.kill('SIGTERM');
    out += data;
  });
  const [code] = await once(launcher, 'close');
  expect({ code, out }).toEqual({ code: 7, out: 'ran --wait\nasked to end\n' });
});

test('a Node that is too old gives way to the one that came with the parts', async () => {
  const { findNode } = await import(new URL('../bin/lib/node.mjs', import.meta.url).href);
  expect(findNode('22.16.0')).toBe(process.execPath);
  expect(findNode('26.0.0')).toBe(process.execPath);
  expect(findNode('20.19.2')).toContain(`node_modules/node-${process.platform}-${process.arch}/bin/node`);
});

test('bin/dev starts again when a source changes, and one that cannot be built leaves the last running', async () => {
  await put('src/main.js', `${program}console.log('first'); setInterval(() => {}, 1000);`);
  const dev = run('bin/dev', '--port', '0');
  let said = '';
  for (const stream of [dev.stdout, dev.stderr]) stream.on('data', (data) => (said += data));
  await expect.poll(() => said, { timeout: 10_000 }).toContain('ran --dev --port 0\nfirst\n');

  await put('bin/lib/build.mjs', "console.error('line 3 is wrong'); process.exit(1);");
  await expect
    .poll(() => said, { timeout: 10_000 })
    .toContain('line 3 is wrong\nCairn could not be built: see above.\n');
  expect(dev.exitCode).toBe(null);
  await put('bin/lib/build.mjs', build);
  await put('src/main.js', "console.log('second'); setInterval(() => {}, 1000);");
  await expect.poll(() => said, { timeout: 10_000 }).toContain('second\n');

  dev.kill('SIGINT');
  const [code] = await once(dev, 'close');
  expect(code).toBe(0);
});

test('the lock file names the optional parts for every kind of machine', async () => {
  const packages = await locked();
  // npm leaves out what it could not look up when the lock file was written, and then refuses to install from that file.
  const missing = Object.entries(packages).flatMap(([path, part]) =>
    Object.keys(part.optionalDependencies ?? {}).filter(
      (name) => !packages[`node_modules/${name}`] && !packages[`${path}/node_modules/${name}`],
    ),
  );
  expect(missing).toEqual([]);
});

test('the lock file knows each part by its content, and leaves it to npm where it comes from', async () => {
  const parts = Object.entries(await locked()).filter(([path, { link }]) => path.includes('node_modules/') && !link);
  expect(parts.filter(([, { integrity }]) => !integrity?.startsWith('sha512-')).map(([path]) => path)).toEqual([]);
  expect(parts.filter(([, { resolved }]) => resolved).map(([path]) => path)).toEqual([]);
});

type Part = { optionalDependencies?: object; link?: boolean; integrity?: string; resolved?: string };

async function locked(): Promise<Record<string, Part>> {
  return JSON.parse(await readFile(join(root, 'package-lock.json'), 'utf8')).packages;
}

async function start(...flags: string[]) {
  const launcher = run('bin/start', ...flags);
  let out = '';
  let told = '';
  launcher.stdout.on('data', (data) => (out += data));
  launcher.stderr.on('data', (data) => (told += data));
  const [code] = await once(launcher, 'close');
  return { code, out, told };
}

function run(command: string, ...flags: string[]) {
  return spawn(process.execPath, [join(folder, command), ...flags], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

async function put(path: string, text: string): Promise<void> {
  await writeFile(join(folder, path), text);
}
