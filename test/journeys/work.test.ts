import AxeBuilder from '@axe-core/playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Served, serveHouse } from '../support/served.ts';
import { workTitled } from '../world/work.ts';

let served: Served;
beforeAll(async () => {
  served = await serveHouse();
});
afterAll(() => served.close());

test('somebody without JavaScript finds work like theirs, shares their own and makes it visible', async () => {
  const page = await served.page('tom', { javaScriptEnabled: false });
  await page.goto('/work');
  await page.getByRole('link', { name: 'Share yours in three minutes' }).click();
  await page.getByLabel('What do you call it?').fill('Ready by lunch: discharge from the stroke ward');
  await page.getByLabel('What was the problem?').fill('People who could go home in the morning left at five.');
  await page.getByRole('button', { name: 'Show me work like this' }).click();
  await page.getByRole('link', { name: 'Home before lunch: ready for discharge by 11' }).waitFor();
  await page.getByLabel('Testing').check();
  await page.getByLabel('Country').selectOption('england');
  await page
    .getByRole('group', { name: /^Transforming pathways/ })
    .getByLabel('Mostly')
    .check();
  await page.getByRole('button', { name: 'Share it' }).click();
  expect(await page.locator('h1').textContent()).toBe('Ready by lunch: discharge from the stroke ward');
  await page.getByRole('link', { name: 'Make it visible' }).click();
  await page.getByLabel('Yes, those who decide have agreed').check();
  await page.getByLabel('No, I have checked').check();
  await page.getByLabel('Nobody is named in it').check();
  await page.getByLabel('Everybody, signed in or not').check();
  await page.getByRole('button', { name: 'Make it visible' }).click();
  const visitor = await served.page(undefined, { javaScriptEnabled: false });
  await visitor.goto('/work?words=stroke');
  await visitor.getByRole('link', { name: 'Ready by lunch: discharge from the stroke ward' }).click();
  expect(await visitor.locator('main').textContent()).toContain('Mostly transforming pathways.');
});

test('the pages of a team have no fault that axe can find, and fit 320 pixels', async () => {
  const work = await workTitled(served.house.db, 'Home before lunch: ready for discharge by 11');
  const base = `/work/${work.address}`;
  for (const colorScheme of ['light', 'dark'] as const) {
    const page = await served.page('rhys', { viewport: { width: 320, height: 640 }, colorScheme });
    for (const path of [
      '/work/new',
      base,
      `${base}/edit`,
      `${base}/team`,
      `${base}/publication`,
      `${base}/placements/mine`,
    ]) {
      await page.goto(path);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${path} ${id}: ${nodes[0]?.html}`)).toEqual([]);
      expect([path, await page.evaluate(() => document.documentElement.scrollWidth)]).toEqual([path, 320]);
    }
  }
});
