import AxeBuilder from '@axe-core/playwright';
import { HtmlValidate } from 'html-validate';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type PageKind, PUBLIC, SIGNED_IN } from '../support/every-page.ts';
import { type Served, serveHouse } from '../support/served.ts';

/** Without fonts, uploaded pictures and the landscape's own file. */
const MOST_BYTES = 60 * 1024;

/** The rules whose answer another width or other colours can change: the page is the same otherwise. */
const DEPENDING_ON_LOOK = ['color-contrast', 'target-size', 'scrollable-region-focusable', 'link-in-text-block'];

/** A page that nobody can ask for: what a bug looks like. */
const BUG: PageKind = { name: 'a bug', open: async (page) => void (await page.goto('/a-bug')) };

let served: Served;
let browsers: Map<string, Page>;
beforeAll(async () => {
  served = await serveHouse();
  served.house.app.get('/a-bug', () => {
    throw new Error('secret detail');
  });
  browsers = new Map();
});
afterAll(() => served.close());

const html = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:a11y'],
  rules: {
    'void-style': 'off', // what the renderer writes is valid either way
    'no-trailing-whitespace': 'off',
    'long-title': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'no-redundant-role': 'off',
    'require-sri': 'off', // everything comes from one origin
    'tel-non-breaking': 'off',
    'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'button', 'reset', 'submit'] }], // several may be ticked
  },
});

describe.each([...PUBLIC, BUG, ...SIGNED_IN])('$name', (kind) => {
  const arrived: Arrival = { source: '', requests: [], missing: [], logged: [] };
  let page: Page;
  beforeAll(async () => {
    page = await pageOf(kind);
    await arrive(page, kind, arrived);
  });

  test('has no fault that axe can find, wide, narrow or dark, and fits 320 pixels', async () => {
    const faults = await faultsOf(page, 1280, 'light');
    faults.push(...(await faultsOf(page, 1280, 'dark', DEPENDING_ON_LOOK)));
    faults.push(...(await faultsOf(page, 320, 'light', DEPENDING_ON_LOOK)));
    expect(faults).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });

  test('is valid HTML, with the errors of a form in the order of its fields', async () => {
    const { results } = await html.validateString(arrived.source);
    expect(
      results.flatMap(({ messages }) => messages.map(({ ruleId, message, line }) => `${ruleId} (${line}): ${message}`)),
    ).toEqual([]);
    const places = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLAnchorElement>('.nhsuk-error-summary a')].map(
        ({ hash }) => document.querySelector(hash)?.getBoundingClientRect().top ?? -1,
      ),
    );
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places).not.toContain(-1);
  });

  test('asks nobody else for anything, misses nothing, and is small', () => {
    const { requests, missing, logged } = arrived;
    expect({ missing, logged }).toEqual({ missing: [], logged: [] });
    expect(requests.filter(({ url }) => !url.startsWith(served.url) && !url.startsWith('data:'))).toEqual([]);
    if (!kind.as) expect(requests.reduce((sum, { size }) => sum + size, 0)).toBeLessThan(MOST_BYTES);
  });
});

test('a bug shows its number and no detail', async () => {
  const answer = await (await served.house.as()).get('/a-bug');
  expect([answer.status, await answer.text()]).toEqual([500, expect.not.stringContaining('secret detail')]);
});

test('somebody in a hurry is told to wait, on a page', async () => {
  const visitor = await served.house.as();
  let last = await visitor.post('/sign-in', { email: 'joe@carers.example' });
  for (let i = 0; i < 40 && last.status !== 429; i++)
    last = await visitor.post('/sign-in', { email: 'joe@carers.example' });
  expect(last.status).toBe(429);
  const page = await last.text();
  expect(page).toContain('Please wait a moment');
  expect((await html.validateString(page)).valid).toBe(true);
});

async function faultsOf(page: Page, width: number, colorScheme: 'light' | 'dark', rules?: string[]): Promise<string[]> {
  await page.setViewportSize({ width, height: 800 });
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  const axe = new AxeBuilder({ page });
  const { violations } = await (rules ? axe.withRules(rules) : axe).analyze();
  return violations.map(({ id, nodes }) => `${width} ${colorScheme} ${id}: ${nodes[0]?.html}`);
}

type Arrival = { source: string; requests: { url: string; size: number }[]; missing: string[]; logged: string[] };

/** One page for each reader: a browser for each of a hundred pages would take minutes. */
async function pageOf({ as }: PageKind): Promise<Page> {
  const options: Parameters<Browser['newContext']>[0] = { viewport: { width: 1280, height: 800 } };
  const page = browsers.get(as ?? '') ?? (await served.page(as, options));
  browsers.set(as ?? '', page);
  page.setDefaultTimeout(10_000);
  return page;
}

/** Goes there, and keeps what came in on the last step of the way. */
async function arrive(page: Page, kind: PageKind, arrived: Arrival): Promise<void> {
  const client = await page.context().newCDPSession(page);
  await client.send('Network.enable');
  await client.send('Network.setCacheDisabled', { cacheDisabled: true }); // each page is weighed as somebody's first
  const loaded: Promise<unknown>[] = [];
  page.on('response', (response) => {
    const type = response.request().resourceType();
    if (type === 'document') {
      arrived.requests = [];
      loaded.push(
        response.text().then(
          (source) => {
            if (response.status() !== 303) arrived.source = source;
          },
          () => {}, // a redirect has no body
        ),
      );
    } else if (response.status() >= 400) arrived.missing.push(response.url());
    const requests = arrived.requests;
    loaded.push(
      response
        .request()
        .sizes()
        .then(({ responseBodySize }) => {
          const uncounted = type === 'font' || type === 'image';
          requests.push({ url: response.url(), size: uncounted ? 0 : responseBodySize });
        }),
    );
  });
  page.on('console', (message) => {
    // A browser also logs that a page answered 404 or 422, which some are here to do.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load')) arrived.logged.push(message.text());
  });
  await page.setViewportSize({ width: 1280, height: 800 });
  await kind.open(page);
  await page.waitForLoadState('networkidle');
  await Promise.all(loaded);
  page.removeAllListeners('response');
  page.removeAllListeners('console');
  await client.detach();
}
