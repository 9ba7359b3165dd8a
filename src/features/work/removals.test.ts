import { afterAll, beforeAll, expect, test } from 'vitest';
import { cast } from '#test/cast.ts';
import { openHouse, type TestHouse } from '#test/support/house.ts';
import { workTitled } from '#test/world/work.ts';
import { removals } from './index.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const AGREED = { data: 'fine', counts: 'none', names: 'fine', visibility: 'public' };
const ASKED = { organisation: 'St Brannoc’s, governance lead', words: 'It names our supplier.' };

/** Work of Tom's, which Joe asks to be taken down. */
async function asked(title: string): Promise<{ address: string; request: string }> {
  const tom = await house.as('tom');
  const shared = await tom.post('/work', { title, state: 'testing', country: 'england' });
  const address = shared.headers.get('location') ?? '';
  await tom.put(`${address}/publication`, AGREED);
  const answer = await (await house.as('joe')).post(`${address}/removals`, ASKED);
  expect(answer.status).toBe(303);
  return { address, request: answer.headers.get('location') ?? '' };
}

test('an organisation asks, both sides speak, an editor decides; the work stays visible meanwhile', async () => {
  const { address, request } = await asked('The supplier we named');
  expect((await (await house.as()).get(address)).status).toBe(200);
  expect((await house.lettersTo(cast.tom.email))[0]?.body).toContain(request);
  expect((await house.lettersTo(cast.niamh.email))[0]?.body).toContain(request);
  for (const [who, words] of [
    ['tom', 'We can leave the name out.'],
    ['joe', 'That is enough for us.'],
    ['niamh', 'Thank you both.'],
  ] as const)
    expect((await (await house.as(who)).post(`${request}/words`, { words })).status).toBe(303);
  const niamh = await house.as('niamh');
  expect((await niamh.put(`${request}/outcome`, { outcome: 'changed' })).status).toBe(422);
  const reason = 'The name is gone, and the rest is theirs to tell.';
  expect((await niamh.put(`${request}/outcome`, { outcome: 'changed', reason })).status).toBe(303);
  const page = await (await (await house.as('joe')).get(request)).text();
  for (const words of ['We can leave the name out.', 'That is enough for us.', reason]) expect(page).toContain(words);
  expect((await (await house.as('tom')).post(`${request}/words`, { words: 'More' })).status).toBe(409);
});

test('nobody else reads it, and only an editor who is on neither side decides', async () => {
  const { address, request } = await asked('Between us');
  for (const who of ['rhys', 'morag', 'sian', undefined] as const) {
    expect((await (await house.as(who)).get(request)).status).toBe(404);
    expect((await (await house.as(who)).post(`${request}/words`, { words: 'Me too' })).status).toBe(404);
  }
  for (const who of ['tom', 'joe'] as const) {
    expect((await (await house.as(who)).put(`${request}/hiding`)).status).toBe(403);
    expect((await (await house.as(who)).put(`${request}/outcome`, { outcome: 'stays', reason: 'Mine' })).status).toBe(
      403,
    );
    expect((await (await house.as(who)).get('/work/removals')).status).toBe(403);
  }
  expect((await (await house.as('tom')).post(`${address}/removals`, ASKED)).status).toBe(403);
  expect((await (await house.as()).post(`${address}/removals`, ASKED)).status).toBe(403);
  const empty = await (await house.as('joe')).post(`${address}/removals`, { organisation: 'Kept', words: '' });
  expect([empty.status, await empty.text()]).toEqual([422, expect.stringContaining('Kept')]);
});

test('an editor may hide it meanwhile: its team cannot show it, and it comes back as it was', async () => {
  const { address, request } = await asked('Hidden for a week');
  const [niamh, tom] = [await house.as('niamh'), await house.as('tom')];
  expect((await niamh.put(`${request}/hiding`)).status).toBe(303);
  expect((await (await house.as()).get(address)).status).toBe(404);
  expect((await tom.put(`${address}/publication`, AGREED)).status).toBe(409);
  expect([(await tom.get(address)).status, (await niamh.get(address)).status]).toEqual([200, 200]);
  expect(await (await (await house.as('joe')).get(request)).text()).toContain('Hidden for a week');
  expect((await niamh.delete(`${request}/hiding`)).status).toBe(303);
  expect((await (await house.as()).get(address)).status).toBe(200);
  expect((await niamh.put(`${request}/outcome`, { outcome: 'removed', reason: 'It harms somebody.' })).status).toBe(
    303,
  );
  expect((await (await house.as()).get(address)).status).toBe(404);
  expect((await tom.put(`${address}/publication`, AGREED)).status).toBe(409);
  expect(await (await niamh.get('/work/removals')).text()).toContain('It is taken down');
});

test('verbs refuse whoever they are not for', async () => {
  const { db } = house;
  const { request } = await asked('Not for you');
  const found = await removals.find(db, request.slice(-36), await house.actor('niamh'));
  const [orla, tom] = [await house.actor('orla'), await house.actor('tom')];
  await expect(removals.ask(db, await workTitled(db, 'Not for you'), { ...ASKED, url: '' }, tom)).rejects.toThrow(
    'permission',
  );
  await expect(removals.list(db, orla)).rejects.toThrow('permission');
  await expect(removals.say(db, found, { words: 'Me', url: '' }, orla)).rejects.toThrow('permission');
  await expect(removals.hide(db, found, tom)).rejects.toThrow('permission');
  await expect(removals.unhide(db, found, tom)).rejects.toThrow('permission');
  await expect(removals.decide(db, found, { outcome: 'stays', reason: 'Mine', url: '' }, tom)).rejects.toThrow(
    'permission',
  );
});
