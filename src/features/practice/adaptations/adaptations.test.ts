import { afterAll, beforeAll, expect, test } from 'vitest';
import { cast } from '#test/cast.ts';
import { type Browser, openHouse, type TestHouse } from '#test/support/house.ts';
import { workTitled } from '#test/world/work.ts';
import { HOME_BEFORE_LUNCH } from '#test/world/works.ts';
import { adaptations, jobs } from '../index.ts';

let house: TestHouse;
let first: string;
let tom: Browser;
beforeAll(async () => {
  house = await openHouse();
  first = `/work/${(await workTitled(house.db, HOME_BEFORE_LUNCH.title)).address}`;
  tom = await house.as('tom');
});
afterAll(() => house.close());

const TELLING = { changed: 'One nurse instead of two.', stayed: 'The five minutes.', happened: 'It held for a month.' };
const AGREED = { data: 'fine', counts: 'none', names: 'fine', visibility: 'public' };

async function shared(title: string, visible = true): Promise<string> {
  const answer = await tom.post('/work', { title, state: 'testing', country: 'england' });
  const address = answer.headers.get('location') ?? '';
  if (visible) await tom.put(`${address}/publication`, AGREED);
  return address;
}

async function told(of: string, work: string): Promise<string> {
  const answer = await tom.post(`${of}/adaptations`, { work, ...TELLING });
  expect(answer.status).toBe(303);
  return answer.headers.get('location') ?? '';
}

const titled = async (browser: Browser, path: string) => (await browser.get(path)).text();

test('who tried it elsewhere tells it; it stands on both pages, and the first team gets a letter', async () => {
  const mine = await shared('Out by noon on ward nine');
  const address = await told(first, mine);
  const visitor = await house.as();
  expect(await titled(visitor, address)).toContain('One nurse instead of two.');
  expect(await titled(visitor, first)).toContain('Out by noon on ward nine');
  expect(await titled(visitor, mine)).toContain('It began with');
  const [letter] = await house.lettersTo(cast.amina.email);
  expect(letter?.body).toContain(address);
  const further = await shared('Out by noon on ward ten');
  await told(mine, further);
  expect(await titled(visitor, first)).toContain('Out by noon on ward ten'); // a tree: both are below the first
  const circle = await tom.post(`${further}/adaptations`, { work: mine, ...TELLING });
  expect([circle.status, await circle.text()]).toEqual([422, expect.stringContaining('That came first')]);
});

test('an adaptation shows only to who may see both; the first team hears when they may', async () => {
  const hidden = await shared('What we do not show yet', false);
  const before = (await house.lettersTo(cast.amina.email)).length;
  const address = await told(first, hidden);
  const amina = await house.as('amina');
  expect((await amina.get(address)).status).toBe(404);
  expect(await titled(amina, first)).not.toContain('What we do not show yet');
  expect(await titled(tom, first)).toContain('What we do not show yet');
  expect(await house.lettersTo(cast.amina.email)).toHaveLength(before);
  await tom.put(`${hidden}/publication`, AGREED);
  for (let night = 0; night < 2; night += 1) await jobs(house)['practice.tell']?.({});
  expect(await house.lettersTo(cast.amina.email)).toHaveLength(before + 1);
  expect((await amina.get(address)).status).toBe(200);
});

test('the first team may answer and not remove; who told it may take it back', async () => {
  const address = await told(first, await shared('Answer me'));
  const amina = await house.as('amina');
  expect((await amina.put(`${address}/note`, { words: '' })).status).toBe(422);
  expect((await amina.put(`${address}/note`, { words: 'Who held the list on Sundays?' })).status).toBe(303);
  expect(await titled(await house.as(), address)).toContain('Who held the list on Sundays?');
  expect((await amina.put(address, TELLING)).status).toBe(403);
  expect((await amina.delete(address)).status).toBe(403);
  expect((await tom.put(`${address}/note`, { words: 'Mine' })).status).toBe(403);
  expect((await amina.delete(`${address}/note`)).status).toBe(303);
  expect(await titled(await house.as(), address)).not.toContain('Who held the list on Sundays?');
  expect((await tom.put(address, { ...TELLING, changed: '' })).status).toBe(422);
  expect((await tom.put(address, { ...TELLING, changed: 'Nothing at all.' })).status).toBe(303);
  expect(await titled(tom, address)).toContain('Nothing at all.');
  expect((await tom.delete(address)).status).toBe(303);
  expect((await tom.get(address)).status).toBe(404);
});

test('one tells it of work of one’s own, once, and not of itself', async () => {
  const mine = await shared('Once is enough');
  await told(first, mine);
  for (const work of [mine, '/work/nothing-0000000000', first, '']) {
    const answer = await tom.post(`${first}/adaptations`, { work, ...TELLING });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('One nurse instead of two.');
  }
  expect((await (await house.as()).post(`${first}/adaptations`, { work: mine, ...TELLING })).status).toBe(403);
});

test('verbs refuse whoever is on neither team', async () => {
  const address = await told(first, await shared('Not yours'));
  const of = await workTitled(house.db, HOME_BEFORE_LUNCH.title);
  const work = await workTitled(house.db, 'Not yours');
  const orla = await house.actor('orla');
  const given = await adaptations.find(house.db, of, address.slice(-10), orla);
  const { db } = house;
  await expect(adaptations.tell(db, of, { ...TELLING, work, url: '' }, orla)).rejects.toThrow('permission');
  await expect(adaptations.retell(db, given, TELLING, orla)).rejects.toThrow('permission');
  await expect(adaptations.withdraw(db, given, orla)).rejects.toThrow('permission');
  await expect(adaptations.answer(db, given, 'Mine', orla)).rejects.toThrow('permission');
  await expect(adaptations.unanswer(db, given, orla)).rejects.toThrow('permission');
});
