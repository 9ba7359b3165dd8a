// Every page as a picture: node bench/look.ts ADDRESS FOLDER [NAME …], with the address of a running demo community.
// A NAME is that of a kind, or its beginning; one that begins with a slash is an address to open as a visitor.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { cast } from '../test/cast.ts';
import { launchBrowser } from '../test/support/chromium.ts';
import { type PageKind, PUBLIC, SIGNED_IN } from '../test/support/every-page.ts';

const [base, folder, ...names] = process.argv.slice(2);
if (!base || !folder) throw new Error('node bench/look.ts ADDRESS FOLDER [NAME …]');

const VIEWS = {
  narrow: { width: 320, print: false, dark: false },
  wide: { width: 1280, print: false, dark: false },
  dark: { width: 1280, print: false, dark: true },
  print: { width: 720, print: true, dark: false },
};

await mkdir(folder, { recursive: true });
const browser = await launchBrowser();
for (const kind of chosen()) {
  const page = await pageFor(browser, kind);
  try {
    await kind.open(page);
    for (const [view, { width, print, dark }] of Object.entries(VIEWS)) {
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ media: print ? 'print' : 'screen', colorScheme: dark ? 'dark' : 'light' });
      await page.waitForTimeout(100); // the landscape draws itself again
      await page.screenshot({ path: join(folder, `${kind.name}.${view}.png`), fullPage: true });
    }
    console.log(kind.name);
  } catch (error) {
    console.error(`${kind.name}: ${String(error).split('\n')[0]}`);
    process.exitCode = 1;
  }
  await page.context().close();
}
await browser.close();

function chosen(): PageKind[] {
  const paths = names.filter((name) => name.startsWith('/'));
  const asked = names.filter((name) => !name.startsWith('/'));
  const kinds = [...PUBLIC, ...SIGNED_IN].filter(
    ({ name }) => names.length === 0 || asked.some((one) => name.startsWith(one)),
  );
  const visits = paths.map((path) => ({
    name: path.slice(1).replace(/[^a-z0-9]+/gi, '-') || 'home',
    open: async (page: Page) => void (await page.goto(path)),
  }));
  return [...kinds, ...visits];
}

/** A page in a browser of its own, signed in through the demo's door. */
async function pageFor(browser: Browser, { as }: PageKind): Promise<Page> {
  const context = await browser.newContext({ baseURL: base, viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  page.setDefaultTimeout(8000);
  if (as) {
    await page.goto('/demo');
    await page.getByRole('button', { name: `Sign in as ${cast[as].name}` }).click();
  }
  return page;
}
