import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { build } from 'esbuild';
import { buildAssets } from './assets.mjs';
import { buildPdfFonts } from './fonts.mjs';
import { root } from './house.mjs';
import { hashInputs } from './inputs.mjs';

const dist = join(root, 'dist');
const draft = join(dist, `.draft-${process.pid}`);

// What was read is noted before it is read: a file saved during the build makes the next start build again.
const inputs = hashInputs();
try {
  await mkdir(draft, { recursive: true });
  await Promise.all([buildServer(), buildAssets(root, join(draft, 'assets')), buildPdfFonts(join(dist, 'fonts'))]);
  await moveIntoPlace();
} catch (error) {
  // esbuild has shown what is wrong in which line; its own stack would only bury that.
  if (!error.errors) console.error(error);
  process.exitCode = 1;
} finally {
  await rm(draft, { recursive: true, force: true });
}

async function buildServer() {
  await build({
    absWorkingDir: root,
    entryPoints: ['src/main.ts', 'src/cli.ts', 'src/bench-server.ts', 'src/bench-directory.ts'].filter((file) =>
      existsSync(join(root, file)),
    ),
    outdir: draft,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node22',
    conditions: ['cairn-source'],
    jsx: 'automatic',
    jsxImportSource: 'hono/jsx',
    sourcemap: true,
    // The map names its sources from the draft, one folder deeper than where it comes to lie.
    sourceRoot: 'draft',
    logLevel: 'warning',
    plugins: [{ name: 'parts stay outside', setup: leavePartsOutside }],
  });
}

// What npm installed is loaded from where it lies; only our own packages are part of the build.
function leavePartsOutside({ onResolve }) {
  onResolve({ filter: /^[^./#]/ }, ({ path, kind }) =>
    kind === 'entry-point' || path.startsWith('@cairn/') ? undefined : { path, external: true },
  );
}

// File by file, each whole, and the stamp last: two processes that build at the same time put the same files in place, and
// one that is killed leaves a build that does not count.
async function moveIntoPlace() {
  const made = await filesIn(draft);
  for (const file of made) {
    const target = join(dist, relative(draft, file));
    await mkdir(dirname(target), { recursive: true });
    await rename(file, target);
  }
  await removeOld(new Set(made.map((file) => join(dist, relative(draft, file)))));
  await writeFile(join(draft, 'stamp'), inputs);
  await rename(join(draft, 'stamp'), join(dist, '.build-stamp'));
}

// A day's grace: a Cairn that runs on the last build still serves its files by their old names.
async function removeOld(kept) {
  const assets = join(dist, 'assets');
  if (!existsSync(assets)) return;
  for (const file of await filesIn(assets)) {
    if (kept.has(file)) continue;
    const made = await stat(file).catch(() => undefined);
    if (made && Date.now() - made.mtimeMs > 24 * 60 * 60 * 1000) await rm(file, { force: true });
  }
}

async function filesIn(folder) {
  const entries = await readdir(folder, { withFileTypes: true });
  const lists = entries.map(async (entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesIn(path) : [path];
  });
  return (await Promise.all(lists)).flat();
}
