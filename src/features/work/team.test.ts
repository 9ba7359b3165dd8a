import { afterAll, beforeAll, expect, test } from 'vitest';
import { cast } from '#test/cast.ts';
import { openHouse, type TestHouse } from '#test/support/house.ts';
import { workTitled } from '#test/world/work.ts';
import { personal, type Work, works } from './index.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const AGREED = { data: 'fine', counts: 'none', names: 'fine', visibility: 'public' };

async function shared(title: string, team: string): Promise<string> {
  const tom = await house.as('tom');
  const answer = await tom.post('/work', { title, state: 'testing', country: 'england', team });
  const address = answer.headers.get('location') ?? '';
  await tom.put(`${address}/publication`, AGREED);
  return address;
}

async function linkFor(email: string): Promise<string> {
  const [letter] = await house.lettersTo(email);
  return /https?:\/\/[^/]+(\/work\/invitations\/\S+)/.exec(letter?.body ?? '')?.[1] ?? '';
}

async function lineOf(address: string, name: string): Promise<string> {
  const work = await found(address);
  const line = await house.db
    .selectFrom('work_team')
    .select('id')
    .where('work_id', '=', work.id)
    .where('name', '=', name)
    .executeTakeFirstOrThrow();
  return line.id;
}

async function found(address: string): Promise<Work> {
  return works.find(house.db, address.slice(-10), await house.actor('tom'));
}

test('a name on a team is text until that person accepts; others see only how many were asked', async () => {
  const address = await shared('Names are text', `Dilys Parry\nPriya <${cast.priya.email}>`);
  const visitor = await house.as();
  const before = await (await visitor.get(address)).text();
  expect(before).toContain('2 more people were invited.');
  expect(before).not.toContain('Dilys');
  expect(before).not.toContain(cast.priya.name);
  const priya = await house.as('priya');
  expect(await (await priya.get(address)).text()).toContain('You were named on this team');
  expect((await priya.put(address, { title: 'Not yet', state: 'idea', country: 'wales' })).status).toBe(403);
  expect((await priya.put(`${address}/team/me`)).status).toBe(303);
  expect(await (await visitor.get(address)).text()).toContain(cast.priya.name);
});

test('nobody accepts or declines what they were not asked', async () => {
  const address = await shared('Nobody asked Rhys', '');
  for (const who of ['rhys', undefined] as const) {
    expect((await (await house.as(who)).put(`${address}/team/me`)).status).toBe(403);
    expect((await (await house.as(who)).delete(`${address}/team/me`)).status).toBe(403);
  }
});

test('somebody without an account accepts by the link in their letter, once', async () => {
  const address = await shared('A porter joins', 'Idris <idris@porters.example>');
  const link = await linkFor('idris@porters.example');
  const visitor = await house.as();
  expect(await (await visitor.get(link)).text()).toContain('A porter joins');
  expect((await visitor.put(link, { name: '' })).status).toBe(422);
  expect((await visitor.put(link, { name: 'Idris Vaughan' })).status).toBe(200);
  expect(await (await visitor.get(address)).text()).toContain('Idris Vaughan');
  expect((await visitor.get(link)).status).toBe(404);
  expect((await visitor.put(link, { name: 'Somebody else' })).status).toBe(404);
});

test('somebody declines by the link, and their name is gone', async () => {
  const address = await shared('Wrong person', 'Ceri <ceri@porters.example>');
  const link = await linkFor('ceri@porters.example');
  expect((await (await house.as()).delete(link)).status).toBe(200);
  expect((await found(address)).invited).toEqual([]);
  expect((await (await house.as()).get(link)).status).toBe(404);
});

test('an invitation that the team takes back opens nothing', async () => {
  const address = await shared('Second thoughts', 'Mal <mal@porters.example>');
  const link = await linkFor('mal@porters.example');
  const line = await lineOf(address, 'Mal');
  expect((await (await house.as('priya')).delete(`${address}/team/${line}`)).status).toBe(403);
  expect((await (await house.as('tom')).delete(`${address}/team/${line}`)).status).toBe(303);
  expect((await (await house.as()).get(link)).status).toBe(404);
  expect((await (await house.as('tom')).delete(`${address}/team/${line}`)).status).toBe(404);
});

test('the team adds people later; a name that gets an address stays one line', async () => {
  const address = await shared('Later', 'Elin Howe');
  const tom = await house.as('tom');
  expect((await tom.post(`${address}/team`, { team: 'Elin Howe <elin@porters.example>' })).status).toBe(303);
  expect(await linkFor('elin@porters.example')).not.toBe('');
  expect(await (await tom.get(`${address}/team`)).text()).toContain('has a letter from us');
  const bad = await tom.post(`${address}/team`, { team: 'Elin Howe\nelin@@porters' });
  expect(bad.status).toBe(422);
  expect(await bad.text()).toContain('elin@@porters');
  const priya = await house.as('priya');
  expect((await priya.get(`${address}/team`)).status).toBe(403);
  expect((await priya.post(`${address}/team`, { team: 'Priya' })).status).toBe(403);
});

test('whoever leaves is not named any more; the last one cannot leave', async () => {
  const address = await shared('Leaving', cast.priya.email);
  const priya = await house.as('priya');
  await priya.put(`${address}/team/me`);
  expect((await priya.delete(`${address}/team/me`)).status).toBe(303);
  expect(await (await (await house.as()).get(address)).text()).not.toContain(cast.priya.name);
  const last = await (await house.as('tom')).delete(`${address}/team/me`);
  expect(last.status).toBe(409);
  expect(await last.text()).toContain('You are the only one on this team.');
});

test('what a person wrote can be taken away and forgotten; the work of a team stays', async () => {
  const amina = await house.actor('amina');
  const id = amina.id ?? '';
  const out = await personal.exportOf(house.db, id);
  expect(JSON.stringify(out)).toContain('Home before lunch');
  const { team: _, ...words } = await workTitled(house.db, 'Later');
  const draft = await works.share(house.db, { ...words, title: 'Only mine', organisation: null, shares: null }, amina);
  await personal.erase(house.db, id, amina);
  await expect(works.byId(house.db, draft.id)).rejects.toThrow();
  expect((await workTitled(house.db, 'Home before lunch: ready for discharge by 11')).title).toBeTruthy();
  const left = await house.db.selectFrom('placements').select('work_id').where('person_id', '=', id).execute();
  expect(left).toEqual([]);
});
