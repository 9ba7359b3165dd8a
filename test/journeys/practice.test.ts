import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Served, serveHouse } from '../support/served.ts';
import { workTitled } from '../world/work.ts';
import { HOME_BEFORE_LUNCH } from '../world/works.ts';

let served: Served;
beforeAll(async () => {
  served = await serveHouse();
});
afterAll(() => served.close());

/** What a person meets on the way: nothing that axe finds, and no wider than the screen. */
async function isSound(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${page.url()} ${id}: ${nodes[0]?.html}`)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
}

test('a team writes a cycle, and finds it on the chart of its measure', async () => {
  const page = await served.page('amina');
  await page.goto(`/work/${(await workTitled(served.house.db, HOME_BEFORE_LUNCH.title)).address}`);
  await page.getByRole('link', { name: 'Begin a cycle' }).click();
  await page.getByLabel('What do you want to find out?').fill('Do soft lids wake anybody?');
  await page.getByLabel('On which chart should it be marked?').selectOption({ index: 1 });
  await page.getByLabel('When does it start?').fill('2025-06-02');
  await isSound(page);
  await page.getByRole('button', { name: 'Save the cycle' }).click();
  await page.getByText('Not written yet.').first().waitFor();
  await isSound(page);
  await page.locator('.facts').getByRole('link').last().click();
  await page.getByRole('heading', { name: 'Cycles on this chart' }).waitFor();
  await isSound(page);
  expect(await page.locator('.chart-wide').textContent()).toContain('Cycle 6');
  await page.getByRole('link', { name: /Do soft lids wake anybody/ }).click();
  await page.getByRole('link', { name: 'Write on' }).click();
  await page.getByLabel('What did you learn?').fill('Nobody woke.');
  await page.getByLabel('Adopt').check();
  await page.getByRole('button', { name: 'Save the cycle' }).click();
  await page.getByText('Adopted').waitFor();
  await isSound(page);
});

test('a driver diagram is drawn as an outline on a phone, without JavaScript', async () => {
  const page = await served.page('amina', { javaScriptEnabled: false, viewport: { width: 320, height: 640 } });
  await page.goto('/work/new');
  await page.getByLabel('What do you call it?').fill('Nights that are quiet');
  await page.getByLabel('Testing').check();
  await page.getByLabel('Country').selectOption('england');
  await page.getByRole('button', { name: 'Share it' }).click();
  await page.getByRole('link', { name: 'Draw a driver diagram' }).click();
  await page.getByLabel('What is the work to achieve?').fill('Six hours of sleep for everybody');
  await page.getByRole('button', { name: 'Save the aim' }).click();
  await add(page, 'Add what has to be so', 'The ward is quiet\nPeople are comfortable');
  await add(page, 'Add under “The ward is quiet”', 'Nothing bangs');
  await add(page, 'Add under “People are comfortable”', 'Pain is asked about at ten');
  await add(page, 'Add under “Nothing bangs”', 'Soft lids on the bins');
  await page.getByRole('link', { name: 'Change “Soft lids on the bins”' }).click();
  await page.getByLabel('Pain is asked about at ten').check();
  await page.getByRole('button', { name: 'Save it' }).click();
  expect(await page.getByText('Soft lids on the bins', { exact: true }).filter({ visible: true }).count()).toBe(2);
  await page.getByRole('button', { name: 'Move “People are comfortable” up' }).click();
  expect(await page.locator('.outline-primary > li > .outline-line .outline-words').allTextContents()).toEqual([
    'People are comfortable',
    'The ward is quiet',
  ]);
  await page.getByRole('link', { name: 'Change “The ward is quiet”' }).click();
  await page.getByRole('link', { name: 'Remove it from the diagram' }).click();
  await page.getByText('This hangs under nothing else and goes too:').waitFor();
  await page.getByRole('button', { name: 'Remove it' }).click();
  expect(await page.locator('.outline-words').allTextContents()).toEqual([
    'Six hours of sleep for everybody',
    'People are comfortable',
    'Pain is asked about at ten',
    'Soft lids on the bins',
  ]);
});

async function add(page: Page, link: string, lines: string): Promise<void> {
  await page.getByRole('link', { name: link }).click();
  await page.getByRole('textbox').fill(lines);
  await page.getByRole('button', { name: 'Add them' }).click();
}
