import { join } from 'node:path';
import { ensureBuilt } from './built.mjs';
import { exitCodeOf, runChild } from './child.mjs';
import { root, say, Trouble } from './house.mjs';
import { ensureInstalled } from './install.mjs';
import { findNode } from './node.mjs';

/** Installs and builds what is missing; answers the Node to run Cairn with. */
export async function prepare({ build = true } = {}) {
  await ensureInstalled();
  const node = findNode();
  if (build) await ensureBuilt(node);
  return node;
}

/**
 * Prepares, then runs a program of the project with what was typed behind the command, and ends as it ends. With `ipc` the
 * program has a channel to us, and learns by its `disconnect` that we were killed.
 */
export async function launch(program, { build = true, ipc = false } = {}) {
  try {
    const node = await prepare({ build });
    const args = ['--enable-source-maps', join(root, program), ...process.argv.slice(2)];
    process.exit(exitCodeOf(await runChild(node, args, { ipc })));
  } catch (error) {
    if (!(error instanceof Trouble)) throw error;
    say(error.message);
    process.exit(1);
  }
}
