import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { placements, publications, visibleWorks, works } from '#features/work/index.ts';
import { visitor } from '#kernel/actor.ts';
import type { CastName } from '#test/cast.ts';
import { openHouse, type TestHouse } from '#test/support/house.ts';
import { NOW } from '#test/world.ts';
import { isUnderWay } from './filter.ts';
import { FEWEST, picture } from './index.ts';
import type { Spot } from './landscape.ts';

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
  const stopped = await picture(house.db, { state: 'stopped', place: 'wales' }, nobody());
  expect(stopped.spots.length).toBeGreaterThan(0);
  expect(stopped.spots).toEqual(whole.spots.filter(({ state, country }) => state === 'stopped' && country === 'wales'));
  const page = await pageOf('/landscape?state=stopped&country=wales&from=2018&to=2026');
  expect(page).toContain('<option value="stopped" selected="">');
  const old = await picture(house.db, { to: 2020 }, nobody());
  expect(old.spots.every(({ began }) => began !== null && began <= 2020)).toBe(true);
  expect(old.spots.length).toBeLessThan(whole.spots.length);
});

test('what cannot be understood in the address is left out; nothing found says what to do', async () => {
  expect(await pageOf('/landscape?state=flying&from=soon&page=-2')).toContain('class="landscape-map"');
  const nothing = await pageOf('/landscape?from=1901&to=1902');
  expect(nothing).toContain('No work matches that.');
  expect(nothing).toContain('see the whole landscape');
});

test('each filter leaves exactly what has it, and a choice never leads to nothing', async () => {
  const whole = await picture(house.db, {}, nobody());
  const { regions, sectors, topics, methods } = whole.occurring;
  for (const [name, keys, has] of [
    ['place', regions, (spot: Spot, key: string) => spot.region === key],
    ['sector', sectors, (spot: Spot, key: string) => spot.sector === key],
    ['topic', topics, (spot: Spot, key: string) => spot.topics.includes(key)],
    ['method', methods, (spot: Spot, key: string) => spot.methods.includes(key)],
  ] as const) {
    expect(keys.size).toBeGreaterThan(3);
    for (const key of keys) {
      const { spots } = await picture(house.db, { [name]: key }, nobody());
      expect(spots.length).toBeGreaterThan(0);
      expect(spots).toEqual(whole.spots.filter((spot) => has(spot, key)));
    }
  }
  const page = await pageOf('/landscape?topic=falls&place=england.midlands&sector=acute');
  for (const value of ['falls', 'england.midlands', 'acute'])
    expect(page).toContain(`<option value="${value}" selected="">`);
});

test('work that keeps its organisation to itself is found by neither sector nor region, in no filter and no count', async () => {
  const hidden = await house.db
    .selectFrom('works')
    .select('id')
    .where('shown_as', '<>', '')
    .where('organisation_id', 'is not', null)
    .where('visibility', '=', 'public')
    .execute();
  expect(hidden.length).toBeGreaterThan(0);
  for (const who of [undefined, 'rhys', 'sian'] as const) {
    const { spots } = await picture(house.db, {}, who ? await house.actor(who) : nobody());
    for (const { id } of hidden)
      expect(spots.find((spot) => spot.id === id)).toMatchObject({ sector: null, region: null });
  }
});

test('a year shows what was under way in it: what began by then and had not ended before', async () => {
  const base = { state: 'sustained', began: 2019, ended: null } as const;
  for (const [work, from, to, is] of [
    [base, 2018, 2018, false],
    [base, 2019, 2019, true],
    [base, 2026, 2026, true],
    [{ ...base, ended: 2021 }, 2021, 2021, true],
    [{ ...base, ended: 2021 }, 2022, 2022, false],
    [{ ...base, ended: 2021 }, 2020, 2024, true],
    [{ ...base, state: 'stopped' }, 2020, 2020, false],
    [{ ...base, began: null }, undefined, 2026, false],
    [base, 2020, undefined, true],
  ] as const)
    expect([work, from, to, isUnderWay(work, from, to)]).toEqual([work, from, to, is]);
  const { perYear } = await picture(house.db, {}, nobody());
  for (const { year, works } of perYear) {
    const { spots } = await picture(house.db, { from: year, to: year }, nobody());
    expect([year, works]).toEqual([year, spots.length]);
  }
  const page = await pageOf('/landscape?from=2022&to=2022&state=sustained');
  expect(page).toMatch(/href="\/landscape\?state=sustained&amp;from=2021&amp;to=2021"[^>]* data-year="2021"/);
  expect(page).toMatch(/aria-current="true" data-year="2022"/);
});

test('looking closer changes the address, and what was linked is what can be seen', async () => {
  const page = await pageOf('/landscape?view=4-300-700&topic=falls');
  expect(page).toContain('viewBox="210 402.5 300 175"');
  expect(page).toContain('href="/landscape?topic=falls&amp;view=8-300-700#map"');
  const { spots } = await picture(house.db, { topic: 'falls' }, nobody());
  const seen = spots.filter(({ place: { x, y } }) => Math.abs(x - 0.3) <= 0.125 && Math.abs(y - 0.7) <= 0.125);
  expect(page.match(/<a href="[^"]+" aria-label="[^"]+" data-id=/g)?.length ?? 0).toBe(seen.length);
  expect(await pageOf('/landscape?view=99-9999-0')).toContain('viewBox="1162.5 0 37.5 21.9"');
  expect(await pageOf('/landscape?view=everything')).toContain('viewBox="0 0 1200 700"');
});

test('the same works can be read as a table', async () => {
  const page = await pageOf('/landscape?as=table&sort=title&place=wales');
  const { spots } = await picture(house.db, { place: 'wales' }, nobody());
  expect(page.match(/<tr role="row"/g)).toHaveLength(Math.min(30, spots.length) + 1);
  expect(page).toContain('name="as" value="table"');
});

test('the file of points holds what the filter leaves, for every year, and nothing that the reader may not see', async () => {
  const fileOf = async (query: string, who?: CastName) =>
    (await (await house.as(who)).get(`/landscape/points${query}`)).json();
  const idsOf = (spots: Spot[]) => spots.map(({ short }) => short).join(' ');
  const visitors = await fileOf('?place=wales&from=2020&to=2020');
  const { spots } = await picture(house.db, { place: 'wales' }, nobody());
  expect(visitors.ids).toBe(idsOf(spots));
  expect(visitors.x).toEqual(spots.map(({ place }) => Math.round(place.x * 12_000)));
  expect(visitors.began.map((year: number) => (year < 0 ? null : year + visitors.first))).toEqual(
    spots.map(({ began }) => began),
  );
  expect(visitors.kinds).toHaveLength(spots.length);
  const members = await fileOf('', 'rhys');
  expect(members.ids).toBe(idsOf((await picture(house.db, {}, await house.actor('rhys'))).spots));
  expect(members.ids.length).toBeGreaterThan((await fileOf('')).ids.length);
});

test('names are given of the points that the reader sees, and of no others', async () => {
  const seen = (await picture(house.db, {}, nobody())).spots[0];
  const hidden = await share('A hill without a name', 'amina');
  const visitor = await house.as();
  const names = await (await visitor.get(`/landscape/names?of=${seen?.short}-${hidden.short}-nothing`)).json();
  expect(names).toEqual({
    [seen?.short ?? '']: [`/work/${seen?.address}`, expect.stringContaining(seen?.title ?? '')],
  });
  expect(await (await visitor.get('/landscape/names')).json()).toEqual({});
});

test('the list has pages that keep the filter', async () => {
  const first = await pageOf('/landscape?country=england&sort=title');
  const second = await pageOf('/landscape?country=england&sort=title&page=2');
  expect(first).toContain('place=england&amp;sort=title&amp;page=2');
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

test('how practice changed is said in words, drawn, and given as numbers that agree', async () => {
  const page = await pageOf('/landscape/changes');
  const { spots } = await picture(house.db, {}, nobody());
  const began = (year: number) => spots.filter((spot) => spot.began === year);
  expect(page).toContain(`Of the ${began(2025).length} pieces of work that began in 2025`);
  expect(page.match(/role="img"/g)?.length).toBeGreaterThan(12);
  const csv = await (await (await house.as()).get('/landscape/changes/modes.csv')).text();
  const reach = began(2025).filter(({ shares }) => shares.pathways >= 0.25).length;
  expect(csv).toMatch(new RegExp(`2025,${began(2025).length},pathways,${reach},0\\.\\d+,0\\.\\d+,0\\.\\d+`));
  const regions = await (await (await house.as()).get('/landscape/changes/regions.csv')).text();
  expect(regions).toContain(
    `wales.powys,Powys Teaching Health Board,wales,${spots.filter(({ region }) => region === 'wales.powys').length},`,
  );
  expect(page).toContain('none yet from');
});

test('the figures follow the place and the setting, and a file says the same', async () => {
  const page = await pageOf('/landscape/changes?place=wales&setting=beyond');
  const { spots } = await picture(house.db, { place: 'wales' }, nobody());
  const beyond = spots.filter(({ sector }) => sector !== null && sector !== 'acute');
  expect(page).toContain(`pieces of work of ${beyond.length}, counted once each`);
  expect(page).toContain('href="/landscape/changes/topics.csv?place=wales&amp;setting=beyond"');
  expect(await pageOf('/landscape/changes?place=atlantis')).toContain('No work matches that.');
  expect((await (await house.as()).get('/landscape/changes/dragons.csv')).status).toBe(404);
});

test('a figure counts what its reader may see, and runs nothing in a spreadsheet', async () => {
  const work = await share('Counted for members alone', 'amina');
  await house.db
    .updateTable('works')
    .set({ methods: ['=cmd|calc'], visibility: 'members', started_on: '2025-02-01' })
    .where('id', '=', work.id)
    .execute();
  const csvFor = async (who?: CastName) => (await (await house.as(who)).get('/landscape/changes/methods.csv')).text();
  expect(await csvFor()).not.toContain('cmd|calc');
  const members = await csvFor('rhys');
  expect(members).toContain("'=cmd|calc");
  expect(members).not.toMatch(/^=cmd/m);
});
