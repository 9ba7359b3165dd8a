import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { extractLinks, extractText, getDocumentProxy } from 'unpdf';
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

const STATEMENT = 'Beds are free hours earlier, because nobody waits for the door';
const TITLE = 'Two coordinators, three wards';

async function isSound(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${page.url()} ${id}: ${nodes[0]?.html}`)).toEqual([]);
}

test('Amina claims what her work brought and publishes a case; a visitor follows its number from paper to the measure', async () => {
  const page = await served.page('amina');
  await page.goto(base);
  await page.getByRole('link', { name: 'Say what it brought' }).click();
  await page.getByLabel('What got better?').fill(STATEMENT);
  await page.getByLabel('Organisations').check();
  await page.getByLabel('The work contributed, among other things').check();
  await page.getByLabel('Measure', { exact: true }).selectOption({ label: 'Average wait for discharge' });
  await page.getByLabel('Lower').check();
  await page.getByLabel('Baseline from').fill('2023-01-01');
  await page.getByLabel('Baseline up to').fill('2024-06-30');
  await page.getByLabel('Date of the change').fill('2024-07-01');
  await page.getByRole('button', { name: 'Make the claim' }).click();
  await page.getByText('Evidence 2 of 5: measured').waitFor();
  await page.getByText('The latest 18 readings in a row, from 1 July 2024 on, lie on the better side').waitFor();
  await page.getByText('A comparison: a similar place without the change').waitFor();
  await isSound(page);
  await served.house.work();

  await page.goto('/cases');
  await page.getByRole('link', { name: 'Make a case' }).click();
  await page.getByLabel('Title').fill(TITLE);
  await page.getByLabel('Executive').check();
  await page.getByLabel('What do you ask for?').fill('Give three wards two coordinators for a year.');
  await page.getByLabel('Find claims').fill('nobody waits for the door');
  await page.getByRole('button', { name: 'Search', exact: true }).last().click();
  await page.getByLabel(STATEMENT).check();
  await page.getByRole('button', { name: 'Save the draft' }).click();
  await page.getByText('Only its authors see this draft').waitFor();
  await page.getByRole('link', { name: 'Publish' }).click();
  await page.getByLabel('Everybody').check();
  await page.getByRole('button', { name: 'Publish this version' }).click();
  await page.getByRole('link', { name: 'Download as PDF' }).waitFor();
  await isSound(page);
  const published = new URL(page.url()).pathname;
  await page.context().close();

  const visitor = await served.page(undefined, { javaScriptEnabled: false });
  await visitor.goto('/cases');
  await visitor.getByRole('link', { name: TITLE }).click();
  expect(new URL(visitor.url()).pathname).toBe(published);
  const link = visitor.locator('.claim-number a');
  const number = (await link.textContent()) ?? '';
  const paper = (await visitor.getByRole('link', { name: 'Download as PDF' }).getAttribute('href')) ?? '';
  await link.click();
  expect(visitor.url()).toContain(`${base}/measures/`);
  const measure = visitor.url();
  const says = (await visitor.locator('.measure-says').first().textContent()) ?? '';
  expect(numberIn(says)).toBe(numberIn(number));

  const answer = await visitor.request.get(paper);
  expect(answer.headers()['content-type']).toBe('application/pdf');
  const document = await getDocumentProxy(new Uint8Array(await answer.body()));
  const { text } = await extractText(document, { mergePages: true });
  const words = text.replace(/\s+/g, ' ');
  expect(words).toContain(STATEMENT);
  expect(words).toContain(number);
  expect(words).toContain('Page 1 of');
  const { links } = await extractLinks(document);
  const sources = links.filter((one) => /\/s\/[0-9a-z]{10}$/.test(one));
  const leads = await Promise.all(sources.map(async (one) => (await visitor.request.get(one)).url()));
  expect(leads).toContain(measure);
  expect(leads).toContain(`${served.url}${published}`);
  const [, typed = ''] = /Its readings: (localhost:\d+\/s\/ ?[0-9a-z]{10})/.exec(words) ?? [];
  await visitor.goto(`http://${typed.replace(' ', '')}`); // as somebody types it from paper
  expect(visitor.url()).toBe(measure);
  await visitor.context().close();
});

test('a published case prints on white, without the menus around it', async () => {
  const page = await served.page(undefined, { colorScheme: 'dark' });
  await page.goto('/cases');
  await page.getByRole('link', { name: 'Home before lunch: beds' }).click();
  await page.emulateMedia({ media: 'print' });
  const paper = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  expect(paper).toBe('rgb(255, 255, 255)');
  for (const part of ['.masthead-nav', '.case .button', '.skip-link'])
    expect([part, await page.locator(part).first().isVisible()]).toEqual([part, false]);
  expect(await page.locator('.case-claim svg').first().isVisible()).toBe(true);
  await page.context().close();
});

/** The first number with a unit after it, as text and chart write it. */
function numberIn(text: string): string {
  return /(\d+(?:\.\d+)?) minutes/.exec(text)?.[1] ?? `no number in “${text}”`;
}
