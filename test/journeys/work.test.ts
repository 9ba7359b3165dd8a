import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Served, serveHouse } from '../support/served.ts';

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
