import AxeBuilder from '@axe-core/playwright';
import { HtmlValidate } from 'html-validate';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Served, serveHouse } from '../support/served.ts';
import { workTitled } from '../world/work.ts';
import { HOME_BEFORE_LUNCH } from '../world/works.ts';

let served: Served;
let base: string;
beforeAll(async () => {
  served = await serveHouse();
  base = `/work/${(await workTitled(served.house.db, HOME_BEFORE_LUNCH.title)).address}`;
});
afterAll(() => served.close());

const html = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:a11y'],
  rules: {
    'void-style': 'off',
    'no-trailing-whitespace': 'off',
    'long-title': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'no-redundant-role': 'off',
    'require-sri': 'off',
    'tel-non-breaking': 'off',
  },
});

/** What a person meets on the way is sound: nothing that axe finds, valid, no wider than the screen. */
async function isSound(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${page.url()} ${id}: ${nodes[0]?.html}`)).toEqual([]);
  const { results } = await html.validateString(await page.content());
  expect(results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`))).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
}

/** 36 months as a spreadsheet gives them; from the nineteenth on it takes ten days less. */
const SHEET = [
  'Month\tDays',
  ...Array.from({ length: 36 }, (_, n) => {
    const [year, month] = [2023 + Math.floor(n / 12), String((n % 12) + 1).padStart(2, '0')];
    return `01/${month}/${year}\t${(n < 18 ? 30 : 20) + ((n * 7) % 5)}`;
  }),
].join('\n');

test('a team pastes 36 months on a phone, sees the chart before it saves, and gives it new limits', async () => {
  const page = await served.page('amina', { viewport: { width: 320, height: 640 } });
  await page.goto(base);
  await page.getByRole('link', { name: 'Add a measure' }).click();
  await isSound(page);
  await page.getByLabel('What is measured?').fill('Days until the first visit');
  await page.getByLabel('In what unit?').fill('days');
  await page.getByLabel('Down').check();
  await page.getByRole('main').getByRole('button').click();

  await isSound(page);
  await page.getByLabel('Paste two columns').fill(`${SHEET}\n31/02/2026\t20`);
  await page.getByRole('button', { name: 'Show me what this would look like' }).click();
  await page.getByText('One line cannot be read, so nothing was saved').waitFor();
  await isSound(page);
  await page.getByLabel('Paste two columns').fill(SHEET);
  await page.getByRole('button', { name: 'Show me what this would look like' }).click();
  await page.getByText('Nothing has been saved yet').waitFor();
  await isSound(page);
  await page.getByRole('button', { name: 'Save these 36 readings' }).click();

  await page.getByRole('link', { name: 'Mark the chart' }).click();
  await isSound(page);
  await page.getByLabel('From which reading on?').fill('2024-07-01');
  await page.getByLabel('Why?').fill('Two clinics became one');
  await page.getByRole('button', { name: 'Give it new limits' }).click();
  await page
    .locator('.measure-says', { hasText: 'Since July 2024 the average is 21.9 days, down from 32.0 days' })
    .waitFor();
  await isSound(page);
  expect(await page.locator('.chart-narrow').isVisible()).toBe(true);
  expect(await page.locator('.chart-wide').isVisible()).toBe(false);

  await page.getByRole('link', { name: 'Publish' }).click();
  await isSound(page);
  await page.context().close();
});

test('Tom shares work, measures it, reads what the chart says, and finds it on the landscape', async () => {
  const page = await served.page('tom');
  await page.goto('/work/new');
  await page.getByLabel('What do you call it?').fill('Blister packs filled on the ward');
  await page.getByLabel('What was the problem?').fill('Tablets to take home were packed in the basement, last.');
  await page.getByLabel('Testing').check();
  await page.getByLabel('Country').selectOption('england');
  await page
    .getByRole('group', { name: /^Iterative/ })
    .getByLabel('Mostly')
    .check();
  await page.getByRole('button', { name: 'Share it' }).click();
  await page.getByRole('link', { name: 'Make it visible' }).click();
  await publishedToAll(page, 'Make it visible');
  const work = page.url();

  await page.getByRole('link', { name: 'Add a measure' }).click();
  await page.getByLabel('What is measured?').fill('Minutes until the tablets come');
  await page.getByLabel('In what unit?').fill('minutes');
  await page.getByLabel('Down').check();
  await page.getByRole('main').getByRole('button').click();
  await page.getByLabel('Paste two columns').fill(SHEET);
  await page.getByRole('button', { name: 'Show me what this would look like' }).click();
  await page.getByRole('button', { name: 'Save these 36 readings' }).click();
  await page.locator('.measure-says', { hasText: 'unlikely to be chance alone' }).waitFor();
  await page.getByRole('link', { name: 'Publish' }).click();
  await publishedToAll(page, 'Publish');

  const visitor = await served.page(undefined, { javaScriptEnabled: false });
  await visitor.goto('/landscape');
  const point = visitor.locator(`a[href$="${new URL(work).pathname}"]`).first();
  expect(await point.count()).toBe(1);
  await visitor.goto((await point.getAttribute('href')) ?? '');
  expect(visitor.url()).toBe(work);
  expect(await visitor.getByRole('img', { name: 'Minutes until the tablets come' }).first().isVisible()).toBe(true);
  await visitor.context().close();
  await page.context().close();
});

/** Answers the three questions and shows it to everybody. */
async function publishedToAll(page: Page, button: string): Promise<void> {
  await page.getByLabel('Yes, those who decide have agreed').check();
  await page.getByLabel('No, I have checked').check();
  await page.getByLabel('Nobody is named in it').check();
  await page.getByLabel(/^Everybody/).check();
  await page.getByRole('button', { name: button }).click();
}

test('a published chart can be read by anybody, wide and dark, without JavaScript', async () => {
  for (const options of [{}, { colorScheme: 'dark' as const }]) {
    const page = await served.page(undefined, options);
    await page.goto(base);
    await page.getByRole('link', { name: 'Average wait for discharge' }).click();
    await isSound(page);
    await page.context().close();
  }
  const plain = await served.page(undefined, { javaScriptEnabled: false });
  await plain.goto(base);
  expect(await plain.getByRole('img', { name: 'Average wait for discharge' }).first().isVisible()).toBe(true);
  await plain.context().close();
});
