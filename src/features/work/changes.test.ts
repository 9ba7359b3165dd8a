import { afterAll, beforeAll, expect, test } from 'vitest';
import { openHouse, type TestHouse } from '#test/support/house.ts';
import { workTitled } from '#test/world/work.ts';
import { placements } from './index.ts';

let house: TestHouse;
let address = '';
beforeAll(async () => {
  house = await openHouse();
  address = `/work/${(await workTitled(house.db, 'Home before lunch: ready for discharge by 11')).address}`;
});
afterAll(() => house.close());

test('the team says what has happened since, and takes it back', async () => {
  const rhys = await house.as('rhys');
  expect((await rhys.post(`${address}/updates`, { body: 'The <pharmacist> comes at eight & stays.' })).status).toBe(
    303,
  );
  const visitor = await house.as();
  expect(await (await visitor.get(address)).text()).toContain('&lt;pharmacist&gt; comes at eight');
  const feed = await visitor.get(`${address}/updates.atom`);
  expect(feed.headers.get('content-type')).toContain('application/atom+xml');
  expect(await feed.text()).toContain('The &lt;pharmacist&gt; comes at eight &amp; stays.');
  const { id } = await house.db
    .selectFrom('work_updates')
    .select('id')
    .where('body', 'like', '%pharmacist%')
    .executeTakeFirstOrThrow();
  expect((await (await house.as('priya')).delete(`${address}/updates/${id}`)).status).toBe(403);
  expect((await rhys.delete(`${address}/updates/${id}`)).status).toBe(303);
  expect((await rhys.delete(`${address}/updates/${id}`)).status).toBe(404);
});

test('others add no updates, and an empty one comes back', async () => {
  for (const who of ['priya', 'joe', undefined] as const)
    expect((await (await house.as(who)).post(`${address}/updates`, { body: 'Mine' })).status).toBe(403);
  const answer = await (await house.as('rhys')).post(`${address}/updates`, { body: '  ' });
  expect(answer.status).toBe(422);
  const page = await answer.text();
  expect(page).toContain('Write what has happened.');
  expect(page).toContain('<h1>');
});

test('any member says where they see it: the mean is where it stands, and how far they differ is disputed ground', async () => {
  const work = await workTitled(house.db, 'Home before lunch: ready for discharge by 11');
  const before = (await placements.standing(house.db, [work.id])).get(work.id);
  expect(before).toMatchObject({ people: 1, spread: 0, iterative: 0.75, pathways: 0.25 });
  const callum = await house.as('callum');
  const community = { 'mode-iterative': '0', 'mode-community': '3' };
  expect((await callum.put(`${address}/placements/mine`, community)).status).toBe(303);
  const after = (await placements.standing(house.db, [work.id])).get(work.id);
  expect(after).toMatchObject({ people: 2, iterative: 0.375, pathways: 0.125, community: 0.5 });
  expect(after?.spread).toBeCloseTo(Math.sqrt(0.375 ** 2 + 0.125 ** 2 + 0.5 ** 2));
  const page = await (await (await house.as()).get(address)).text();
  expect(page).toContain('this is disputed ground');
  expect(page).not.toContain('Callum');
  expect((await callum.delete(`${address}/placements/mine`)).status).toBe(303);
  expect((await placements.standing(house.db, [work.id])).get(work.id)).toEqual(before);
});

test('a visitor and a newcomer do not place others’ work; nor does anybody place it nowhere', async () => {
  for (const who of ['joe', undefined] as const) {
    const browser = await house.as(who);
    expect((await browser.get(`${address}/placements/mine`)).status).toBe(403);
    expect((await browser.put(`${address}/placements/mine`, { 'mode-community': '3' })).status).toBe(403);
    expect((await browser.delete(`${address}/placements/mine`)).status).toBe(403);
  }
  const nowhere = await (await house.as('callum')).put(`${address}/placements/mine`, { 'mode-community': '0' });
  expect(nowhere.status).toBe(422);
  expect(await nowhere.text()).toContain('Choose at least one mode.');
});
