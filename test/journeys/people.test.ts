import AxeBuilder from '@axe-core/playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { people } from '#features/people/index.ts';
import { cast } from '../cast.ts';
import { type Served, serveHouse } from '../support/served.ts';

let served: Served;
beforeAll(async () => {
  served = await serveHouse();
});
afterAll(() => served.close());

test('somebody finds six hours of analysis near Leeds without JavaScript, and writes to whom they found', async () => {
  const page = await served.page('amina', { javaScriptEnabled: false });
  await page.goto('/people');
  await page.getByLabel('Near a town or postcode').fill('LS1 4AP');
  await page.getByLabel('Within').selectOption('50');
  await page.getByText('Narrow down, and sort').click();
  await page.getByLabel('Can help with', { exact: true }).selectOption('data-analysis');
  await page.getByLabel('Has hours to lend').selectOption('6');
  await page.getByRole('button', { name: 'Show them' }).click();
  await page.waitForURL(/hours=6/);
  expect(await page.getByRole('main').getByRole('heading', { level: 2 }).allInnerTexts()).toEqual([cast.tom.name]);
  expect(await page.locator('.people-list').innerText()).toContain('within 25 km of Leeds');
  await page.getByRole('link', { name: cast.tom.name }).click();
  expect(await page.getByRole('main').innerText()).toContain('6 hours of');

  await page.getByRole('link', { name: `Write to ${cast.tom.name}` }).click();
  await page.getByRole('button', { name: 'Send it' }).click();
  expect(await page.getByRole('alert').innerText()).toContain('Write a line or two first.');
  await page.getByLabel('Your message').fill('Could you look at our weekends?');
  await page.getByRole('button', { name: 'Send it' }).click();
  expect(await page.getByRole('main').innerText()).toContain('Your message is on its way.');

  const [letter] = await served.house.lettersTo(cast.tom.email);
  const reader = await served.page(undefined, { javaScriptEnabled: false });
  await reader.goto(/http:\/\/\S+\/messages\/answers\/\S+/.exec(letter?.body ?? '')?.[0] ?? '');
  await reader.getByLabel(`Your answer to ${cast.amina.name}`).fill('Send me the spreadsheet.');
  await reader.getByRole('button', { name: 'Send your answer' }).click();
  expect(await reader.getByRole('status').innerText()).toContain('on its way');
  expect((await served.house.lettersTo(cast.amina.email))[0]?.body).toContain('> Send me the spreadsheet.');
});

test('somebody walks the map by keyboard to the people of a region', async () => {
  const page = await served.page();
  await page.goto('/people/map');
  const circle = page.locator('svg a[aria-label^="North East and Yorkshire"]');
  await circle.focus();
  const said = (await circle.getAttribute('aria-label')) ?? '';
  const count = Number(/(\d+) pe/.exec(said)?.[1]);
  expect(count).toBeGreaterThan(1);
  await page.keyboard.press('Enter');
  await page.waitForURL(/region=england\.north-east-and-yorkshire/);
  expect(await page.locator('.lede').innerText()).toContain(`${count} people`);
  expect(await page.locator('.people-list > li').count()).toBe(count);
});

test('a person fills in their profile, section by section, and everything fits a telephone', async () => {
  const { house } = served;
  const base = `/people/${(await people.byId(house.db, await house.personId('amina'))).address}`;
  const forms = ['/edit', '/edit/background', '/edit/place', '/edit/hours', '/edit/visibility', '/affiliations'];
  const shown = ['/people', '/people/map', base];
  for (const [colorScheme, paths] of [
    ['light', [...shown, '/messages', ...forms.map((path) => base + path)]],
    ['dark', shown],
  ] as const) {
    const page = await served.page('amina', { viewport: { width: 320, height: 640 }, colorScheme });
    for (const path of paths) {
      await page.goto(path);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${path} ${id}: ${nodes[0]?.html}`)).toEqual([]);
      expect([path, await page.evaluate(() => document.documentElement.scrollWidth)]).toEqual([path, 320]);
    }
  }
  const page = await served.page('amina', { javaScriptEnabled: false });
  await page.goto(`${base}/edit`);
  await page.getByRole('link', { name: 'What you can help with, and look for' }).click();
  await page.getByLabel('What could somebody ask you about?').fill('Porters, and why to ask them first.');
  await page.getByRole('button', { name: 'Save' }).click();
  expect(await page.getByRole('status').innerText()).toContain('Saved.');
  expect(await page.getByRole('main').innerText()).toContain('Porters, and why to ask them first.');
});
