import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { cast } from '#test/cast.ts';
import { openHouse, type TestHouse } from '#test/support/house.ts';
import { workTitled } from '#test/world/work.ts';
import { publications, works } from './index.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const WAITING = 'A folder for whoever cares next';
const AGREED = { data: 'fine', counts: 'none', names: 'fine', visibility: 'public' };
let address = '';
beforeEach(async () => {
  address = `/work/${(await workTitled(house.db, WAITING)).address}`;
});

async function sharedBy(name: 'joe' | 'tom', title: string): Promise<string> {
  const answer = await (await house.as(name)).post('/work', { title, state: 'idea', country: 'england' });
  return answer.headers.get('location') ?? '';
}

test('a newcomer’s first piece is seen by its team and the moderators only, and says that it waits', async () => {
  for (const other of ['amina', 'sian', undefined] as const)
    expect((await (await house.as(other)).get(address)).status).toBe(404);
  for (const seer of ['joe', 'morag'] as const) {
    const page = await (await (await house.as(seer)).get(address)).text();
    expect(page).toContain('A moderator looks at it before others see it');
  }
  expect(await (await (await house.as()).get('/work?words=folder')).text()).not.toContain(WAITING);
});

test('the list of what waits is the moderators’', async () => {
  expect(await (await (await house.as('morag')).get('/work/releases')).text()).toContain(WAITING);
  for (const other of ['amina', 'joe', 'sian'] as const)
    expect((await (await house.as(other)).get('/work/releases')).status).toBe(403);
});

test('a moderator asks for something first; the team reads it by letter and on the page, and asks again', async () => {
  const morag = await house.as('morag');
  const joe = await house.as('joe');
  expect((await morag.delete(`${address}/release`, { reason: '' })).status).toBe(422);
  expect((await joe.delete(`${address}/release`, { reason: 'Me' })).status).toBe(403);
  const reason = 'Please take the name of the village out.';
  expect((await morag.delete(`${address}/release`, { reason })).status).toBe(303);
  expect(await (await joe.get(address)).text()).toContain(reason);
  expect((await house.lettersTo(cast.joe.email))[0]?.body).toContain(reason);
  expect(await (await morag.get('/work/releases')).text()).not.toContain(WAITING);
  expect((await joe.put(`${address}/publication`, AGREED)).status).toBe(303);
  expect(await (await morag.get('/work/releases')).text()).toContain(WAITING);
});

test('a moderator releases it, once; the next piece of the same person need not wait', async () => {
  const joe = await house.as('joe');
  const morag = await house.as('morag');
  expect((await joe.put(`${address}/release`)).status).toBe(403);
  expect((await (await house.as('amina')).put(`${address}/release`)).status).toBe(404);
  expect((await morag.put(`${address}/release`)).status).toBe(303);
  expect((await (await house.as()).get(address)).status).toBe(200);
  expect((await house.lettersTo(cast.joe.email))[0]?.subject).toContain('can now be seen');
  expect((await morag.put(`${address}/release`)).status).toBe(409);
  const second = await sharedBy('joe', 'A second folder');
  await joe.put(`${second}/publication`, AGREED);
  expect((await (await house.as()).get(second)).status).toBe(200);
});

test('publishing asks three questions, and waits while one of them is open', async () => {
  const tom = await house.as('tom');
  const mine = await sharedBy('tom', 'Fewer repeat prescriptions');
  const asked = await tom.put(`${mine}/publication`, { visibility: 'public' });
  expect(asked.status).toBe(422);
  expect(await asked.text()).toContain('Please answer this question.');
  const unsure = await tom.put(`${mine}/publication`, { ...AGREED, counts: 'unsure' });
  expect(unsure.status).toBe(422);
  expect(await unsure.text()).toContain('Take small numbers out');
  expect((await (await house.as('priya')).get(mine)).status).toBe(404);
  expect((await tom.put(`${mine}/publication`, { ...AGREED, visibility: 'members' })).status).toBe(303);
  expect((await (await house.as('priya')).get(mine)).status).toBe(200);
  expect((await (await house.as()).get(mine)).status).toBe(404);
  expect((await (await house.as('joe')).get(mine)).status).toBe(404);
  const work = await workTitled(house.db, 'Fewer repeat prescriptions');
  const kept = await house.db
    .selectFrom('work_publications')
    .select('answers')
    .where('work_id', '=', work.id)
    .execute();
  expect(kept).toEqual([{ answers: { data: 'fine', counts: 'none', names: 'fine' } }]);
});

test('only the team publishes and takes back', async () => {
  const tom = await house.as('tom');
  const mine = await sharedBy('tom', 'A shelf for nearly expired stock');
  await tom.put(`${mine}/publication`, AGREED);
  const priya = await house.as('priya');
  expect((await priya.get(`${mine}/publication`)).status).toBe(403);
  expect((await priya.put(`${mine}/publication`, AGREED)).status).toBe(403);
  expect((await priya.delete(`${mine}/publication`)).status).toBe(403);
  expect((await tom.delete(`${mine}/publication`)).status).toBe(303);
  expect((await priya.get(mine)).status).toBe(404);
  const work = await workTitled(house.db, 'A shelf for nearly expired stock');
  expect(await publications.of(house.db, work)).toBeNull();
  expect(work.visibility).toBe('private');
});

test('what others see counts the same for whoever asks: nothing private, nothing that waits', async () => {
  const visitor = await house.actor('joe').then((joe) => ({ ...joe, id: null, email: null, roles: [] }));
  const all = await house.db.selectFrom('works').select(['id', 'visibility']).execute();
  const seen = await works.among(
    house.db,
    all.map(({ id }) => id),
    visitor,
  );
  expect(seen.length).toBe(all.filter(({ visibility }) => visibility === 'public').length);
  expect(seen.every(({ visibility }) => visibility === 'public')).toBe(true);
});

test('a licence is chosen at publication, and shown on the page, to search engines and in the data', async () => {
  const amina = await house.as('amina');
  const path = `/work/${(await workTitled(house.db, 'Home before lunch: ready for discharge by 11')).address}`;
  expect(await (await amina.get(path)).text()).toContain('All rights stay with its owner');
  const form = await (await amina.get(`${path}/publication`)).text();
  expect(form).toContain('often belongs to the employer');
  expect((await amina.put(`${path}/publication`, { ...AGREED, licence: 'mine' })).status).toBe(422);
  expect((await amina.put(`${path}/publication`, { ...AGREED, licence: 'cc-by-4.0' })).status).toBe(303);
  const page = await (await (await house.as()).get(path)).text();
  expect(page).toContain('rel="license"');
  expect(page).toContain('"license":"https://creativecommons.org/licenses/by/4.0/"');
  const data: { licence: string } = JSON.parse(await (await (await house.as()).get(`${path}.json`)).text());
  expect(data.licence).toBe('cc-by-4.0');
  expect(await (await amina.get('/work/export/csv')).text()).toContain(',cc-by-4.0');
});
