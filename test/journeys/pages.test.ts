import AxeBuilder from '@axe-core/playwright';
import { HtmlValidate } from 'html-validate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Served, serveHouse } from '../support/served.ts';

let served: Served;
beforeAll(async () => {
  served = await serveHouse();
});
afterAll(() => served.close());

const PUBLIC_PAGES = [
  '/',
  '/landscape',
  '/gallery',
  '/people',
  '/work',
  '/work/new',
  '/work?state=stopped&words=ward',
  '/join',
  '/join/applications/new',
  '/join/letter',
  '/nothing-here',
  '/cases',
  '/stories',
  '/report',
  '/insight/reflection?country=england',
  '/insight/range',
  '/insight/law',
  '/pages/compact',
  '/pages/privacy',
  '/sign-in',
  '/sign-in/password',
  '/sign-in/code',
  '/demo',
  '/outbox',
];

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

describe.each(PUBLIC_PAGES)('%s', (path) => {
  test('has no fault that axe can find, wide, narrow or dark', async () => {
    for (const options of [{}, { viewport: { width: 320, height: 640 } }, { colorScheme: 'dark' as const }]) {
      const page = await served.page(undefined, options);
      await page.goto(path);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
      await page.context().close();
    }
  });

  test('fits a screen of 320 pixels', async () => {
    const page = await served.page(undefined, { viewport: { width: 320, height: 640 } });
    await page.goto(path);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await page.context().close();
  });

  test('is valid HTML', async () => {
    const page = await (await (await served.house.as()).get(path)).text();
    const report = await html.validateString(page);
    expect(
      report.results.flatMap(({ messages }) =>
        messages.map(({ ruleId, message, line }) => `${ruleId} (${line}): ${message}`),
      ),
    ).toEqual([]);
  });

  test('asks nobody else for anything, and is small', async () => {
    const page = await served.page();
    const requests: { url: string; size: number }[] = [];
    page.on('response', async (response) => {
      const type = response.request().resourceType();
      const size =
        (
          await response
            .request()
            .sizes()
            .catch(() => null)
        )?.responseBodySize ?? 0;
      requests.push({ url: response.url(), size: type === 'font' || type === 'image' ? 0 : size });
    });
    const errors: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error' && !message.text().includes('404')) errors.push(message.text());
    });
    await page.goto(path, { waitUntil: 'networkidle' });
    expect(requests.filter(({ url }) => !url.startsWith(served.url) && !url.startsWith('data:'))).toEqual([]);
    expect(errors).toEqual([]);
    expect(requests.reduce((sum, { size }) => sum + size, 0)).toBeLessThan(60 * 1024);
    await page.context().close();
  });
});
