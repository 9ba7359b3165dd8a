import { afterAll, beforeAll, expect, test } from 'vitest';
import { visitor } from '#kernel/actor.ts';
import { openHouse, type TestHouse } from '#test/support/house.ts';
import { NOW } from '#test/world.ts';
import { search } from './index.ts';

let house: TestHouse;
const anybody = visitor(NOW);
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const HOME = 'Home before lunch: ready for discharge by 11';

test('work is found by what it says, by a misspelt title, and with the rarest first', async () => {
  expect((await search.list(house.db, { words: 'discharge huddle pharmacist' }, anybody)).works[0]?.title).toBe(HOME);
  expect((await search.list(house.db, { words: 'dischrage' }, anybody)).works.map(({ title }) => title)).toContain(
    HOME,
  );
  expect((await search.list(house.db, { words: 'zeppelin' }, anybody)).total).toBe(0);
});

test('each facet narrows it down, and all of them live in the address', async () => {
  const all = await search.list(house.db, {}, anybody);
  for (const facet of [
    { state: 'stopped' },
    { country: 'wales' },
    { mode: 'community' },
    { method: 'pdsa' },
  ] as const) {
    const some = await search.list(house.db, facet, anybody);
    expect(some.total).toBeGreaterThan(0);
    expect(some.total).toBeLessThan(all.total);
  }
  const page = await (await (await house.as()).get('/work?state=stopped&country=wales&words=&page=1')).text();
  expect(page).toContain('<option value="stopped" selected');
  expect(page).toContain('For the next person:');
});

test('what cannot be understood in an address is left out, never an error', async () => {
  const answer = await (await house.as()).get('/work?state=nonsense&page=-4&words=%27%22%3A%26&method=%5B');
  expect(answer.status).toBe(200);
});

test('work like this shares two words that matter, the nearest first, and is only what the reader may see', async () => {
  const text = 'Ready for discharge before lunch, with the pharmacist';
  const [nearest, ...others] = await search.like(house.db, text, anybody, { most: 3 });
  if (!nearest) throw new Error('the world has no such work');
  expect(nearest.title).toBe(HOME);
  expect((await search.like(house.db, text, anybody, { most: 3, but: nearest.id }))[0]?.id).toBe(others[0]?.id);
  await house.db.updateTable('works').set({ visibility: 'members' }).where('id', '=', nearest.id).execute();
  const titles = async (who: typeof anybody) => (await search.like(house.db, text, who)).map(({ title }) => title);
  expect(await titles(anybody)).not.toContain(HOME);
  expect(await titles(await house.actor('callum'))).toContain(HOME);
  await house.db.updateTable('works').set({ visibility: 'public' }).where('id', '=', nearest.id).execute();
  expect(await search.like(house.db, 'lunch zeppelin', anybody)).toEqual([]);
  expect(await search.like(house.db, `it's "the" \\ & | ! '`, anybody)).toEqual([]);
  expect(await search.like(house.db, '', anybody)).toEqual([]);
});

test('pages do not overlap and end', async () => {
  const first = await search.list(house.db, { page: 1 }, anybody);
  const second = await search.list(house.db, { page: 2 }, anybody);
  const ids = [...first.works, ...second.works].map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(first.total).toBe(second.total);
  expect((await search.list(house.db, { page: 500 }, anybody)).works).toEqual([]);
});

test('a member finds more than a visitor; a moderator does not find drafts', async () => {
  const [few, more, moderators] = await Promise.all([
    search.count(house.db, anybody),
    search.count(house.db, await house.actor('callum')),
    search.count(house.db, await house.actor('morag')),
  ]);
  expect(more).toBeGreaterThan(few);
  expect(moderators).toBeLessThan(120);
});

test('the world has 120 pieces of work over eight years, in each mode and state, no two with one title', async () => {
  const rows = await house.db.selectFrom('works').select(['title', 'state', 'started_on', 'country']).execute();
  expect(rows.length).toBe(120);
  expect(new Set(rows.map(({ title }) => title)).size).toBe(120);
  expect(new Set(rows.map(({ country }) => country)).size).toBe(5);
  expect(new Set(rows.map(({ started_on }) => started_on?.slice(0, 4))).size).toBeGreaterThanOrEqual(8);
  const stopped = rows.filter(({ state }) => state === 'stopped').length;
  expect(stopped).toBeGreaterThan(10);
  expect(stopped).toBeLessThan(25);
});
