import { createHash } from 'node:crypto';
import { globSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { build, transform } from 'esbuild';
import * as sass from 'sass';

const FONTS = {
  'newsreader-latin.woff2': '@fontsource-variable/newsreader/files/newsreader-latin-wght-normal.woff2',
  'newsreader-latin-ext.woff2': '@fontsource-variable/newsreader/files/newsreader-latin-ext-wght-normal.woff2',
  'atkinson-latin.woff2':
    '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2',
  'atkinson-latin-ext.woff2':
    '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-ext-wght-normal.woff2',
};

/** Styles, fonts, elements and the mark → `<out>/`, each named after its content, and a manifest of those names. */
export async function buildAssets(root, out) {
  await mkdir(out, { recursive: true });
  const manifest = {};
  const put = async (name, content) => {
    const hash = createHash('sha256').update(content).digest('hex').slice(0, 10);
    manifest[name] = name.replace(/(\.[a-z0-9]+)$/, `.${hash}$1`);
    await writeFile(join(out, manifest[name]), content);
  };
  for (const [name, path] of Object.entries(FONTS)) await put(name, await readFile(join(root, 'node_modules', path)));
  await put('mark.svg', await readFile(join(root, 'src/kernel/ui/mark.svg')));
  await put('site.css', await stylesheet(root, manifest));
  for (const [name, code] of await elements(root)) await put(name, code);
  await writeFile(join(out, 'manifest.json'), JSON.stringify(manifest, null, 2));
  await removeOthers(out, new Set([...Object.values(manifest), 'manifest.json']));
}

/** The kernel's Sass and each room's CSS, with the fonts under their built names. */
async function stylesheet(root, manifest) {
  const { css } = sass.compile(join(root, 'src/kernel/ui/css/site.scss'), {
    importers: [new sass.NodePackageImporter(join(root, 'package.json'))],
    quietDeps: true,
    charset: false,
  });
  const rooms = globSync('src/features/*/*.css', { cwd: root }).sort();
  const parts = [css, ...(await Promise.all(rooms.map((room) => readFile(join(root, room), 'utf8'))))];
  const named = parts.join('\n').replace(/url\(["']?([a-z-]+\.woff2)["']?\)/g, (_, name) => `url("${manifest[name]}")`);
  const { code } = await transform(named, {
    loader: 'css',
    minify: true,
    target: ['chrome100', 'firefox100', 'safari15'],
  });
  return code;
}

/** Custom elements: one module for each file in src/elements. */
async function elements(root) {
  const entries = globSync('src/elements/*.ts', { cwd: root })
    .filter((file) => !file.endsWith('.test.ts'))
    .map((file) => join(root, file));
  if (entries.length === 0) return [];
  const { outputFiles } = await build({
    entryPoints: entries,
    bundle: true,
    write: false,
    minify: true,
    format: 'esm',
    target: 'es2020',
    outdir: 'out',
    absWorkingDir: root,
  });
  return outputFiles.map((file) => [basename(file.path), file.text]);
}

async function removeOthers(out, kept) {
  for (const name of await readdir(out)) if (!kept.has(name)) await rm(join(out, name));
}
