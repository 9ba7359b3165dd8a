import { afterAll, beforeAll, expect, test } from 'vitest';
import { openHouse, type TestHouse } from '#test/support/house.ts';
import { begin, linkTo, startFields } from '#test/support/joining.ts';
import { workTitled } from '#test/world/work.ts';
import { HOME_BEFORE_LUNCH } from '#test/world/works.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const text = async (path: string, who?: 'amina' | 'sian') => (await (await house.as(who)).get(path)).text();
const navOf = (page: string) => /<nav class="masthead-nav".*?<\/nav>/s.exec(page)?.[0] ?? '';

test('the demo has every room open', async () => {
  for (const path of ['/landscape', '/cases', '/join']) expect((await (await house.as()).get(path)).status).toBe(200);
});

test('a closed room is not in the navigation, says so kindly, and tells a steward where to open it', async () => {
  const sian = await house.as('sian');
  const work = await workTitled(house.db, HOME_BEFORE_LUNCH.title);
  const claim = /href="(\/work\/[^"]+\/claims\/[^"]+)"/.exec(await text(`/work/${work.address}`))?.[1] ?? '';
  expect((await (await house.as()).get(claim)).status).toBe(200);
  for (const room of ['landscape', 'cases'])
    expect((await sian.delete(`/steward/rooms/${room}/opening`)).status).toBe(303);

  for (const path of ['/landscape', '/landscape?state=idea', '/cases', '/cases/new', claim]) {
    const answer = await (await house.as()).get(path);
    expect([path, answer.status]).toEqual([path, 404]);
    const page = await answer.text();
    expect(page).toContain('This room is not open yet');
    expect(page).not.toContain('/steward');
    expect(navOf(page)).not.toMatch(/landscape|cases/);
  }
  expect(await text('/cases', 'sian')).toContain('href="/steward#rooms"');
  expect((await (await house.as('amina')).post('/cases', { title: 'x' })).status).toBe(404);

  const home = await text('/');
  expect(home).not.toMatch(/href="\/(cases|landscape)/);
  const page = await text(`/work/${work.address}`);
  expect(page).not.toContain('/claims');
  expect(page).not.toContain('Cases that rest on it');
});

test('opening it again brings everything back', async () => {
  const sian = await house.as('sian');
  for (const room of ['landscape', 'cases'])
    expect((await sian.put(`/steward/rooms/${room}/opening`)).status).toBe(303);
  for (const path of ['/landscape', '/cases']) expect((await (await house.as()).get(path)).status).toBe(200);
  expect(await text('/')).toMatch(/href="\/cases"/);
});

test('nobody else opens or closes a room, and there is none by another name', async () => {
  for (const who of ['amina', 'morag', undefined] as const) {
    const other = await house.as(who);
    expect((await other.delete('/steward/rooms/cases/opening')).status).toBe(403);
    expect((await other.put('/steward/rooms/cases/opening')).status).toBe(403);
  }
  expect((await (await house.as('sian')).put('/steward/rooms/cellar/opening')).status).toBe(404);
});

test('while applications are closed /join says why, nobody begins one, and who has begun may finish', async () => {
  const begun = await begin(house, 'early@join.example');
  const sian = await house.as('sian');
  const long = await sian.delete('/steward/rooms/joining/opening', { sentence: 'x'.repeat(301) });
  expect([long.status, (await long.text()).includes('under 300 characters')]).toEqual([422, true]);
  await sian.delete('/steward/rooms/joining/opening', { sentence: 'We open again in March.' });

  const join = await text('/join');
  expect(join).toContain('We are not taking applications now.');
  expect(join).toContain('We open again in March.');
  expect(join).not.toContain('Start your application');

  const visitor = await house.as();
  expect((await visitor.post('/join/applications', startFields(house, 'late@join.example'))).status).toBe(303);
  const [letter] = await house.lettersTo('late@join.example');
  expect(letter?.body).toContain('We open again in March.');
  expect(letter?.body).not.toContain('/join/applications/');
  expect((await visitor.post('/join/applications', startFields(house, 'early@join.example'))).status).toBe(303);
  expect((await visitor.get(await linkTo(house, 'early@join.example'))).status).toBe(200);
  expect((await visitor.get(begun)).status).toBe(200);

  await sian.put('/steward/rooms/joining/opening');
  expect(await text('/join')).toContain('Start your application');
});
