import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { root } from './house.mjs';

/** The files that what is built depends on, as folders and files of the project. */
export function inputPaths() {
  const packages = existsSync(join(root, 'packages'))
    ? readdirSync(join(root, 'packages')).map((name) => `packages/${name}/src`)
    : [];
  const others = [
    'src',
    'test/world.ts',
    'test/cast.ts',
    'test/world',
    'db/migrations',
    'reference',
    'package.json',
    'package-lock.json',
    'bin/lib',
  ];
  return [...others, ...packages].map((path) => join(root, path)).filter((path) => existsSync(path));
}

/** A hash of everything the build reads: by content, since a checkout changes times and not meaning. */
export function hashInputs() {
  const hash = createHash('sha256');
  for (const path of inputPaths()) {
    for (const file of filesIn(path)) {
      hash
        .update(`${relative(root, file)}\0`)
        .update(readFileSync(file))
        .update('\0');
    }
  }
  return hash.digest('hex');
}

function filesIn(path) {
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { withFileTypes: true })
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap((entry) => {
      if (entry.isDirectory()) return entry.name === 'fixtures' ? [] : filesIn(join(path, entry.name));
      return entry.isFile() && !/\.test\.tsx?$/.test(entry.name) ? [join(path, entry.name)] : [];
    });
}
