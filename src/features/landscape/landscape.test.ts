import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { placements, publications, visibleWorks, works } from '#features/work/index.ts';
import { visitor } from '#kernel/actor.ts';
import type { CastName } from '#test/cast.ts';
import { openHouse, type TestHouse } from '#test/support/house.ts';
import { NOW } from '#test/world.ts';
import { FEWEST, picture } from './index.ts';

const ANSWERS = { data: 'fine', counts: 'fine', names: 'fine' } as const;

let house: TestHouse;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

let minute = 0;
beforeEach(() => {
  minute += 1;
  house.setClock(new Date(NOW.getTime() + minute * 60_000));
});

const nobody = () => visitor(house.clock());

async function pageOf(path: string, who?: CastName): Promise<string> {
  const answer = await (await house.as(who)).get(path);
  expect(answer.status).toBe(200);
  return answer.text();
}

async function share(title: string, who: CastName) {
  const given = { title, problem: '', aim: '', tried: '', lesson: '', place: '', shownAs: '', methods: [] };
  return works.share(
    house.db,
    {
      ...given,
      country: 'wales',
      organisation: null,
      startedOn: '2025-01-01',
      state: 'testing',
      shares: { iterative: 0, pathways: 0, 'operating-model': 1, community: 0 },
    },
    await house.actor(who),
  );
}

test('everybody sees all public work: on the map, each with its name, and in the list', async () => {
  const drawn = await picture(house.db, {}, nobody());
  const { n } = await visibleWorks(house.db.selectFrom('works'), nobody())
    .innerJoin('standings', 'work_id', 'works.id')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  expect(drawn.spots).toHaveLength(n);
  const page = await pageOf('/landscape');
  for (const { address, title } of drawn.spots) {
    expect(page).toContain(`<a href="/work/${address}" aria-label="${title}.`);
  }
  expect(page.match(/class="landscape-list"/g)?.length).toBeGreaterThan(0);
  expect(page).toContain(`${drawn.spots.length} pieces of work`);
  expect(page).toContain('Height means more shared work: not better work');
});

test('the numbers by mode are each true and overlap', async () => {
  const { spots, summary } = await picture(house.db, {}, nobody());
  for (const { mode, reach, mostly } of summary.reaches) {
    expect(reach).toBe(spots.filter(({ shares }) => shares[mode] >= 0.25).length);
    expect(mostly).toBeLessThanOrEqual(reach);
  }
  expect(summary.reaches.reduce((sum, { reach }) => sum + reach, 0)).toBeGreaterThan(spots.length);
});

test('a private piece is never drawn or counted, not even for its owner', async () => {
  const before = (await picture(house.db, {}, nobody())).all;
  const work = await share('A private hill', 'amina');
  for (const who of [undefined, 'rhys', 'amina', 'morag', 'sian'] as const)
    expect(await pageOf('/landscape?sort=recent', who)).not.toContain('A private hill');
  expect((await picture(house.db, {}, nobody())).all).toBe(before);
  await publications.publish(
    house.db,
    work,
    { visibility: 'public', answers: ANSWERS, url: 'http://localhost' },
    await house.actor('amina'),
  );
  expect(await pageOf('/landscape?sort=recent')).toContain('A private hill');
  expect((await picture(house.db, {}, nobody())).all).toBe(before + 1);
});

test('a first piece that waits for a moderator is drawn for nobody', async () => {
  for (const who of [undefined, 'rhys', 'joe', 'morag'] as const)
    expect(await pageOf('/landscape?sort=recent', who)).not.toContain('A folder for whoever cares next');
});

test('work for members is drawn for members, and moves no public work', async () => {
  const work = await share('A hill for members', 'amina');
  const visitorsBefore = await picture(house.db, {}, nobody());
  await publications.publish(
    house.db,
    work,
    { visibility: 'members', answers: ANSWERS, url: 'http://localhost' },
    await house.actor('amina'),
  );
  const visitors = await picture(house.db, {}, nobody());
  const members = await picture(house.db, {}, await house.actor('rhys'));
  expect(visitors.spots.map(({ id, place }) => [id, place])).toEqual(
    visitorsBefore.spots.map(({ id, place }) => [id, place]),
  );
  expect(members.spots.map(({ title }) => title)).toContain('A hill for members');
  const places = new Map(members.spots.map(({ id, place }) => [id, place]));
  for (const { id, place } of visitors.spots) expect(places.get(id)).toEqual(place);
  expect(await pageOf('/landscape?sort=recent', 'joe')).not.toContain('A hill for members');
});

test('filters stand in the address, narrow map and list, and move nothing', async () => {
  const whole = await picture(house.db, {}, nobody());
  const stopped = await picture(house.db, { state: 'stopped', country: 'wales' }, nobody());
  expect(stopped.spots.length).toBeGreaterThan(0);
  expect(stopped.spots).toEqual(whole.spots.filter(({ state, country }) => state === 'stopped' && country === 'wales'));
  const page = await pageOf('/landscape?state=stopped&country=wales&from=2018&to=2026');
  expect(page).toContain('<option value="stopped" selected="">');
  const old = await picture(house.db, { to: 2020 }, nobody());
  expect(old.spots.every(({ year }) => year !== null && year <= 2020)).toBe(true);
  expect(old.spots.length).toBeLessThan(whole.spots.length);
});

test('what cannot be understood in the address is left out; nothing found says what to do', async () => {
  expect(await pageOf('/landscape?state=flying&from=soon&page=-2')).toContain('class="landscape-map"');
  const nothing = await pageOf('/landscape?from=1901&to=1902');
  expect(nothing).toContain('No work matches that.');
  expect(nothing).toContain('see the whole landscape');
});

test('the list has pages that keep the filter', async () => {
  const first = await pageOf('/landscape?country=england&sort=title');
  const second = await pageOf('/landscape?country=england&sort=title&page=2');
  expect(first).toContain('country=england&amp;sort=title&amp;page=2');
  expect(second).toContain('Page 2 of');
});

test('a new placement shows at once', async () => {
  const [spot] = (await picture(house.db, {}, nobody())).spots.filter(({ shares }) => shares.iterative > 0.7);
  if (!spot) throw new Error('the world has no such work');
  const work = await works.byId(house.db, spot.id);
  for (const who of ['callum', 'priya', 'tom', 'orla'] as const)
    await placements.place(
      house.db,
      work,
      { iterative: 0, pathways: 0, 'operating-model': 0, community: 1 },
      await house.actor(who),
    );
  const moved = (await picture(house.db, {}, nobody())).spots.find(({ id }) => id === spot.id);
  expect(moved?.place.y).toBeGreaterThan(spot.place.y);
  expect(moved?.spread).toBeGreaterThan(0.25);
  expect(await pageOf('/landscape')).toContain('People differ about where it stands.');
});

test('what changes within the same instant shows too', async () => {
  const before = await picture(house.db, {}, nobody());
  expect(await picture(house.db, {}, nobody())).toBe(before);
  const [spot] = before.spots;
  if (!spot) throw new Error('the world has no such work');
  await house.db.updateTable('works').set({ title: 'Renamed' }).where('id', '=', spot.id).execute();
  const after = await picture(house.db, {}, nobody());
  expect(after.spots.find(({ id }) => id === spot.id)?.title).toBe('Renamed');
  expect(after.key).not.toBe(before.key);
  expect(await pageOf('/landscape')).toContain('aria-label="Renamed.');
});

test('below thirty works there is a list and a kind word instead of a map', async () => {
  const small = await openHouse();
  const { rows } = { rows: (await picture(small.db, {}, visitor(NOW))).spots };
  const kept = rows.slice(0, 12).map(({ id }) => id);
  await small.db.deleteFrom('placements').where('work_id', 'not in', kept).execute();
  const page = await (await (await small.as()).get('/landscape')).text();
  expect(page).toContain(`The map is drawn once ${FEWEST} pieces of work can be seen; there are 12 so far.`);
  expect(page).not.toContain('landscape-map');
  expect(page).toContain(rows[0]?.title);
  await small.db.deleteFrom('placements').execute();
  expect(await (await (await small.as()).get('/landscape')).text()).toContain('Yours would be the first.');
  await small.close();
});
