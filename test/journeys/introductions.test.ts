import { afterAll, beforeAll, expect, test } from 'vitest';
import { answers, rounds } from '#features/connections/index.ts';
import { cast } from '../cast.ts';
import { type Served, serveHouse } from '../support/served.ts';

const DAY = 86_400_000;

let served: Served;
beforeAll(async () => {
  served = await serveHouse();
});
afterAll(() => served.close());

test('two members ask to be introduced, a steward runs a round, both read whom they meet, and one says how it was', async () => {
  const { house } = served;
  const [priya, tom] = [await served.page('priya', { javaScriptEnabled: false }), await served.page('tom')];
  for (const page of [priya, tom]) {
    await page.goto('/');
    await page.getByRole('link', { name: 'Meet', exact: true }).first().click();
    await page.getByLabel('Online, or by telephone').check();
    await page.getByLabel('Yes, that makes it easier to write').check();
    await page.getByRole('button', { name: 'Introduce me to somebody' }).click();
    expect(await page.getByRole('main').innerText()).toContain('you will get a letter as soon as there is somebody');
  }

  const steward = await served.page('sian');
  await steward.goto('/introductions');
  await steward.getByRole('link', { name: 'Rounds, for stewards' }).click();
  expect(await steward.locator('.lede').innerText()).toMatch(/^\d+ people wait/);
  await steward.getByRole('button', { name: 'Begin a round now' }).click();
  expect(await steward.getByRole('main').innerText()).toContain('is being matched');
  await house.work();
  await steward.getByRole('link', { name: 'Look again' }).click();
  expect(await steward.getByRole('main').innerText()).not.toContain('is being matched');
  expect(await steward.getByRole('main').innerText()).not.toContain(cast.priya.name);

  for (const [page, { email }] of [
    [priya, cast.priya],
    [tom, cast.tom],
  ] as const) {
    const letter = (await house.lettersTo(email)).find(({ subject }) => subject.startsWith('This round you meet'));
    await page.goto(/http:\/\/\S+\/introductions/.exec(letter?.body ?? '')?.[0] ?? '');
    expect(await page.getByRole('heading', { name: /^This round you meet/ }).innerText()).toBe(letter?.subject);
  }

  house.setClock(new Date(house.clock().getTime() + 15 * DAY));
  const round = await rounds.latest(house.db);
  await answers.ask(house.db, round?.id ?? '', served.url, house.clock());
  const asked = (await house.lettersTo(cast.tom.email)).find(({ subject }) => subject.startsWith('Did you meet'));
  const phone = await served.page(undefined, { javaScriptEnabled: false, viewport: { width: 320, height: 640 } });
  await phone.goto(/http:\/\/\S+\/answers\/\S+/.exec(asked?.body ?? '')?.[0] ?? '');
  await phone.getByRole('button', { name: 'Send my answer' }).click();
  expect(await phone.getByRole('alert').innerText()).toContain('Choose one of the three.');
  await phone.getByLabel('Not yet').check();
  await phone.getByLabel('Anything that would help us').fill('Evenings would be better.');
  await phone.getByRole('button', { name: 'Send my answer' }).click();
  expect(await phone.getByRole('status').innerText()).toContain('Thank you.');
  await steward.goto('/introductions/rounds');
  expect(await steward.locator('#words').innerText()).toContain('Evenings would be better.');
});
