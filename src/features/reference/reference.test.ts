import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Invalid, Refused } from '#kernel/errors.ts';
import { openHouse, type TestHouse } from '#test/support/house.ts';
import { editing, places, seed, terms } from './index.ts';
import { areaCodeIn } from './places.ts';
import { seedTerms } from './seed.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

test('a postcode or Eircode is known by its area, and nothing finer is read from it', () => {
  expect(['ls1 4ap', 'LS', 'G12', 'D02 XY45', 'bt7', 'Leeds', '', 'NHS'].map(areaCodeIn)).toEqual([
    'LS',
    'LS',
    'G',
    'D02',
    'BT',
    null,
    null,
    null,
  ]);
});

test('a place is found by postcode, by town, by region and without accents', async () => {
  const key = async (words: string) => (await places.locate(house.db, words))?.key ?? null;
  expect(await key('LS1 4AP')).toBe('postcode.LS');
  expect(await key('leeds')).toBe('postcode.LS');
  expect(await key('A41')).toBe('eircode.A41');
  expect(await key('Powys')).toBe('wales.powys');
  expect(await key('Atlantis')).toBeNull();
});

test('there are 39 regions, none of them assuming one health service', async () => {
  const all = await places.regions(house.db);
  expect(all).toHaveLength(7 + 14 + 7 + 5 + 6);
  expect((await places.regions(house.db, 'northern-ireland')).map(({ shortName }) => shortName)).toContain('Belfast');
});

test('a board that ended is not offered after its last day', async () => {
  const on = async (day: string) =>
    (await places.localsOf(house.db, 'england.south-east', day)).map(({ shortName }) => shortName);
  expect(await on('2025-06-01')).toContain('Frimley');
  expect(await on('2026-06-01')).not.toContain('Frimley');
  expect(await on('2026-06-01')).toContain('Thames Valley');
});

test('distances are those of the map', async () => {
  const { rows } = await sql<{ km: number }>`select kilometres(51.5074, -0.1278, 55.9533, -3.1883) as km`.execute(
    house.db,
  );
  expect(rows[0]?.km).toBeGreaterThan(530); // London to Edinburgh: 534 km along a great circle
  expect(rows[0]?.km).toBeLessThan(538);
});

test('a community’s own words for a term outlive every edition, and what an edition drops is retired', async () => {
  const sian = await house.actor('sian');
  await editing.reword(
    house.db,
    await editing.find(house.db, 'sector', 'vcse'),
    { name: 'Third sector', note: '' },
    sian,
  );
  await editing.add(house.db, 'sector', { name: 'Armed forces families', note: '' }, sian);
  const next = { kind: 'sector', key: 'vcse', name: 'Charities', note: '', group: null } as const;
  await seedTerms(house.db, { edition: '2027-1', terms: [next] }, sian.at);
  const now = await terms.read(house.db);
  expect(now.name('sector', 'vcse')).toBe('Third sector');
  expect(now.choices('sector')).toEqual([
    { value: 'vcse', label: 'Third sector' },
    { value: 'armed-forces-families', label: 'Armed forces families' },
  ]);
  expect(now.name('sector', 'acute')).toBe('Acute hospital care');
});

test('seeding again changes nothing', async () => {
  const before = await house.db.selectFrom('places').selectAll().orderBy('key').execute();
  await seed(house.db, house.clock());
  expect(await house.db.selectFrom('places').selectAll().orderBy('key').execute()).toEqual(before);
});

test('only who looks after the words may change them, and no word is there twice', async () => {
  const word = { name: 'Kindness', note: '' };
  await expect(editing.add(house.db, 'topic', word, await house.actor('amina'))).rejects.toThrow(Refused);
  await editing.add(house.db, 'topic', word, await house.actor('niamh'));
  await expect(editing.add(house.db, 'topic', word, await house.actor('sian'))).rejects.toThrow(Invalid);
});

test('what is retired can be offered again', async () => {
  const sian = await house.actor('sian');
  const offered = async () => (await terms.current(house.db, sian.at)).choices('skill').map(({ value }) => value);
  await editing.retire(house.db, await editing.find(house.db, 'skill', 'listening'), sian);
  expect(await offered()).not.toContain('listening');
  await editing.restore(house.db, await editing.find(house.db, 'skill', 'listening'), sian);
  expect(await offered()).toContain('listening');
});

test('an editor words a sector anew on a page, and what cannot be taken comes back', async () => {
  const niamh = await house.as('niamh');
  const empty = await niamh.put('/vocabulary/sector/housing', { name: '', note: 'Still here' });
  expect(empty.status).toBe(422);
  expect(await empty.text()).toContain('Still here');
  expect((await niamh.put('/vocabulary/sector/housing', { name: 'Homes', note: '' })).status).toBe(303);
  expect(await (await niamh.get('/vocabulary/sector')).text()).toContain('>Homes</a>');
  expect((await (await house.as('amina')).put('/vocabulary/sector/housing', { name: 'Mine' })).status).toBe(403);
  expect((await niamh.post('/vocabulary/sector', { name: 'Homes', note: '' })).status).toBe(303); // its key is another
  expect((await niamh.post('/vocabulary/sector', { name: 'Homes', note: '' })).status).toBe(422);
});
