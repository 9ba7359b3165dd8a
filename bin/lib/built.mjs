import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { exitCodeOf, runChild } from './child.mjs';
import { root, say, Trouble } from './house.mjs';
import { hashInputs } from './inputs.mjs';

const stamp = join(root, 'dist', '.build-stamp');

/** Builds if anything that the build reads has changed since the last one; answers whether it did. */
export async function ensureBuilt(node) {
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hashInputs()) return false;
  say('Building Cairn.');
  const result = await runChild(node, [join(root, 'bin/lib/build.mjs')], { cwd: root, quiet: true });
  if (result.asked) process.exit(exitCodeOf({ signal: result.asked }));
  if (result.code === 0) return true;
  say(result.said.trim());
  throw new Trouble('Cairn could not be built: see above.');
}
