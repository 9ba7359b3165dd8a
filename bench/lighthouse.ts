// Lighthouse on the pages that people meet first: node bench/lighthouse.ts ADDRESS, with the address of a running demo
// community. Lighthouse weighs 170 MB, so it is not among the dependencies: npm install --no-save lighthouse@13.5.0
import { freePort } from '../src/kernel/web/listen.ts';
import { launchBrowser } from '../test/support/chromium.ts';
import { PUBLIC } from '../test/support/every-page.ts';

const PAGES = ['home', 'people', 'work-page', 'measure', 'landscape', 'story', 'case', 'join'];
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'];

type Audit = { title: string; score: number | null; displayValue?: string };
type Category = { score: number | null; auditRefs: { id: string; weight: number }[] };
type Report = { lhr: { categories: Record<string, Category>; audits: Record<string, Audit> } };
type Lighthouse = (url: string, flags: object, config?: object) => Promise<Report | undefined>;

const base = process.argv[2] ?? 'http://localhost:3000';
const lighthouse = await part<Lighthouse>('lighthouse');
const desktop = await part<object>('lighthouse/core/config/desktop-config.js');
const port = await freePort(0);
const browser = await launchBrowser([`--remote-debugging-port=${port}`]);
const guide = await browser.newPage({ baseURL: base });

console.log(`${'page'.padEnd(12)}${'form'.padEnd(9)}${CATEGORIES.map((name) => name.padStart(16)).join('')}`);
const short = new Set<string>();
for (const kind of PUBLIC.filter(({ name }) => PAGES.includes(name))) {
  await kind.open(guide);
  for (const form of ['mobile', 'desktop']) {
    const flags = { port, logLevel: 'error', onlyCategories: CATEGORIES };
    const report = await lighthouse(guide.url(), flags, form === 'desktop' ? desktop : undefined);
    if (!report) continue;
    const { categories, audits } = report.lhr;
    const scores = CATEGORIES.map((name) => String(Math.round((categories[name]?.score ?? 0) * 100)).padStart(16));
    console.log(`${kind.name.padEnd(12)}${form.padEnd(9)}${scores.join('')}`);
    for (const { id, weight } of Object.values(categories).flatMap(({ auditRefs }) => auditRefs)) {
      const { score = null, title = id, displayValue = '' } = audits[id] ?? {};
      if (weight > 0 && score !== null && score < 0.9) short.add(`${kind.name} ${form}: ${title} ${displayValue}`);
    }
  }
}
await browser.close();
if (short.size > 0) console.log(`\nWhat is short:\n${[...short].join('\n')}`);

/** A part of a package that may not be there. */
async function part<Part>(name: string): Promise<Part> {
  const found: { default: Part } | null = await import(name).catch(() => null);
  if (found) return found.default;
  console.error('Lighthouse is not installed. Run: npm install --no-save lighthouse@13.5.0');
  process.exit(1);
}
