import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { exitCodeOf, runChild } from './child.mjs';
import { root, say, Trouble } from './house.mjs';

const modules = join(root, 'node_modules');
const stamp = join(modules, '.cairn-installed');

/** Installs from the lock file, unless what it names is installed already. */
export async function ensureInstalled() {
  const lock = readFileSync(join(root, 'package-lock.json'));
  if (isStamped(lock) || isInstalled(JSON.parse(lock.toString()))) return;

  say('Installing what Cairn is made of. This happens once, and needs a network.');
  const [command, first] = npm();
  // Asked for by name: with NODE_ENV=production npm leaves out what the build needs. Install scripts are not run, whatever
  // npm's version thinks of them: nothing here needs one.
  const wanted = ['--include=dev', '--include=optional', '--ignore-scripts', '--no-audit', '--no-fund'];
  const args = [...first, 'ci', ...wanted, '--loglevel=error'];
  const result = await runChild(command, args, { cwd: root, quiet: true }).catch((error) => {
    throw new Trouble(`Cairn could not be installed, because npm does not run: ${error.message}.`);
  });
  if (result.asked) process.exit(exitCodeOf({ signal: result.asked }));
  if (result.code !== 0) {
    say(withoutNoise(result.said));
    throw new Trouble(
      'Cairn could not be installed: see above. If npm found no network, connect this machine and start again.',
    );
  }
  mkdirSync(modules, { recursive: true });
  writeFileSync(stamp, fingerprint(lock));
}

// Under `npm start` the npm that runs us; otherwise the one on the path.
function npm() {
  const cli = process.env.npm_execpath ?? '';
  return /npm-cli\.c?js$/.test(cli) && existsSync(cli) ? [process.execPath, [cli]] : ['npm', []];
}

// Warnings about an older Node are moot, since Cairn brings its own; and nobody here asked how npm is used.
function withoutNoise(said) {
  const [wrong] = said.split('npm error Clean install a project');
  return wrong.replace(/^npm warn EBADENGINE.*\n/gim, '').trim();
}

function isStamped(lock) {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint(lock);
}

// The machine belongs to it: a folder carried from another kind of machine holds that machine's programs.
function fingerprint(lock) {
  return createHash('sha256').update(lock).update(`${process.platform} ${process.arch}`).digest('hex');
}

// Somebody may have run `npm ci` by hand, perhaps where there was a network and here there is none. npm leaves a lock file
// of its own that says what it put there.
function isInstalled(lock) {
  const kept = join(modules, '.package-lock.json');
  if (!existsSync(kept)) return false;
  const there = JSON.parse(readFileSync(kept, 'utf8')).packages;
  return Object.entries(lock.packages).every(([path, part]) => {
    if (!path.startsWith('node_modules/') || part.link) return true;
    return there[path] ? there[path].version === part.version : part.optional && !isForHere(part);
  });
}

// Parts for other machines are left out by npm. An optional part that names no machine hangs on one that does.
function isForHere({ os, cpu, libc }) {
  if (libc || !(os || cpu)) return false;
  return allows(os, process.platform) && allows(cpu, process.arch);
}

function allows(list, value) {
  const names = [list ?? []].flat();
  if (names.includes(`!${value}`)) return false;
  const wanted = names.filter((name) => !name.startsWith('!'));
  return wanted.length === 0 || wanted.includes(value) || wanted.includes('any');
}
