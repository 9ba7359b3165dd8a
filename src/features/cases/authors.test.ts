import { afterAll, beforeAll, expect, test } from 'vitest';
import { cast } from '#test/cast.ts';
import { openHouse, type TestHouse } from '#test/support/house.ts';
import { cases, personal } from './index.ts';

let house: TestHouse;
let base: string;
let short: string;
beforeAll(async () => {
  house = await openHouse();
  const row = await house.db
    .selectFrom('cases')
    .select(['slug', 'short_id'])
    .where('title', '=', 'A pharmacist on the ward by ten')
    .executeTakeFirstOrThrow();
  short = row.short_id;
  base = `/cases/${row.slug}-${short}`;
});
afterAll(() => house.close());

const text = async (answer: Response | Promise<Response>) => (await answer).text();
const FIELDS = { title: 'A pharmacist on the ward by ten', audience: 'operational', ask: 'Move two hours.' };

test('a member who is asked by name says yes, and then edits the case like its first author', async () => {
  const amina = await house.as('amina');
  const tom = await house.as('tom');
  expect((await amina.post(`${base}/authors`, { named: 'tom okafor' })).status).toBe(303);
  expect(await text(amina.get(`${base}/authors`))).toContain('tom okafor');
  expect(await text(amina.get(`${base}/authors`))).not.toContain(cast.tom.email);
  const [letter] = await house.lettersTo(cast.tom.email);
  expect(letter?.subject).toBe('Amina Yusuf asks you to write a case with them');
  expect(letter?.body).toContain(`http://localhost:3000${base}/authors/me`);
  expect((await tom.get(`${base}/preview`)).status).toBe(404);
  expect(await text(tom.get('/cases'))).toContain('Amina Yusuf asks you to write a case together');
  expect(await text(tom.get(`${base}/authors/me`))).toContain('Will you write this case together?');
  expect((await tom.put(`${base}/authors/me`)).headers.get('location')).toBe(`${base}/preview`);
  expect(await text(tom.get(`${base}/preview`))).toContain('A draft by Amina Yusuf and Tom Okafor');
  expect((await tom.put(base, FIELDS)).status).toBe(303);
  expect((await cases.find(house.db, short, await house.actor('amina'))).ask).toBe('Move two hours.');
  expect((await tom.put(`${base}/authors/me`)).status).toBe(404);
});

test('whoever is asked by e-mail address may decline, and is forgotten', async () => {
  const amina = await house.as('amina');
  await amina.post(`${base}/authors`, { named: cast.orla.email });
  expect((await (await house.as('orla')).delete(`${base}/authors/me`)).status).toBe(303);
  expect((await (await house.as('orla')).get(`${base}/authors/me`)).status).toBe(404);
  expect(await text(amina.get(`${base}/authors`))).not.toContain(cast.orla.email);
});

test('an address that nobody here has is answered like any other', async () => {
  const amina = await house.as('amina');
  expect((await amina.post(`${base}/authors`, { named: 'nobody@elsewhere.example' })).status).toBe(303);
  expect(await house.lettersTo('nobody@elsewhere.example')).toHaveLength(1);
  const page = await text(amina.get(`${base}/authors`));
  const line = /authors\/([0-9a-f-]{36})/.exec(page)?.[1] ?? '';
  for (const name of ['rhys', 'sian', undefined] as const)
    expect((await (await house.as(name)).delete(`${base}/authors/${line}`)).status).toBe(404);
  expect((await amina.delete(`${base}/authors/${line}`)).status).toBe(303);
  expect((await amina.delete(`${base}/authors/${line}`)).status).toBe(404);
});

test('nobody but an author asks, and nobody but whoever was asked answers', async () => {
  for (const name of ['rhys', 'niamh', 'sian', 'joe', undefined] as const) {
    const other = await house.as(name);
    expect((await other.get(`${base}/authors`)).status).toBe(404);
    expect((await other.post(`${base}/authors`, { named: cast.joe.email })).status).toBe(404);
    expect((await other.get(`${base}/authors/me`)).status).toBe(name === undefined ? 403 : 404);
    expect((await other.put(`${base}/authors/me`)).status).toBe(name === undefined ? 403 : 404);
  }
});

test('a name that nobody has, two have, or is an author’s comes back with what was typed', async () => {
  const amina = await house.as('amina');
  const again = async (named: string) => {
    const answer = await amina.post(`${base}/authors`, { named });
    expect(answer.status).toBe(422);
    return text(answer);
  };
  expect(await again('Nobody At All')).toContain('We find nobody of this name.');
  expect(await again('Nobody At All')).toContain('value="Nobody At All"');
  expect(await again('')).toContain('Type a name or an e-mail address.');
  expect(await again('amina@')).toContain('This is not an e-mail address that we can write to.');
  expect(await again(cast.tom.email)).toContain('They are an author of this case already.');
  await amina.post(`${base}/authors`, { named: 'Priya Nair' });
  expect(await again('Priya Nair')).toContain('They have been asked already.');
  const namesake = await house.personId('joe');
  await house.db
    .updateTable('people')
    .set({ name: 'Rhys Pugh', visibility: 'public' })
    .where('id', '=', namesake)
    .execute();
  expect(await again('Rhys Pugh')).toContain('Several people have this name.');
});

test('an invitation goes with the person who was asked', async () => {
  await personal.erase(house.db, await house.personId('priya'), await house.actor('priya'));
  expect(await text((await house.as('amina')).get(`${base}/authors`))).not.toContain('Priya Nair');
});

test('an author leaves the others with the case; the last one stays', async () => {
  const tom = await house.as('tom');
  expect((await tom.delete(`${base}/authors/me`)).status).toBe(303);
  expect((await tom.get(`${base}/preview`)).status).toBe(404);
  expect((await (await house.as('amina')).delete(`${base}/authors/me`)).status).toBe(409);
});
