// Makes docs/pictures again: node bench/pictures.ts ADDRESS, with the address of a running demo community.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { launchBrowser } from '../test/support/chromium.ts';

const base = process.argv[2] ?? 'http://localhost:3000';
const folder = join(import.meta.dirname, '../docs/pictures');
const browser = await launchBrowser();
const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, baseURL: base });

const work = await first('/work?words=home+before+lunch', 'a[href^="/work/home-before-lunch"]');
const published = await first('/cases', 'main a[href^="/cases/home-before-lunch"]');
for (const [name, path] of Object.entries({ home: '/', landscape: '/landscape', work, case: published })) {
  await page.goto(path, { waitUntil: 'networkidle' });
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: name === 'work' });
}
const pdf = await fetch(`${base}${published}.pdf`);
await writeFile(join(folder, 'case.pdf'), Buffer.from(await pdf.arrayBuffer()));
await browser.close();

async function first(list: string, link: string): Promise<string> {
  await page.goto(list);
  return (await page.locator(link).first().getAttribute('href')) ?? list;
}
