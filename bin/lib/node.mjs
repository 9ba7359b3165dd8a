import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root, Trouble } from './house.mjs';

const oldest = [22, 16];

/** The Node that runs Cairn: the one at hand if it is new enough, else the one that came with Cairn's parts. */
export function findNode(version = process.versions.node) {
  const [major, minor] = version.split('.').map(Number);
  if (major > oldest[0] || (major === oldest[0] && minor >= oldest[1])) return process.execPath;

  const own = join(root, 'node_modules', `node-${process.platform}-${process.arch}`, 'bin', 'node');
  if (existsSync(own)) return own;
  throw new Trouble(
    `Cairn needs Node ${oldest.join('.')} or newer; this machine has ${version}, and Cairn carries none for ` +
      `${process.platform} on ${process.arch}. Install Node 24 from nodejs.org, then start again.`,
  );
}
