import { afterAll, beforeAll, expect, test } from 'vitest';
import { cast } from '#test/cast.ts';
import { openHouse, type TestHouse } from '#test/support/house.ts';
import { workTitled } from '#test/world/work.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const FALLS = {
  title: 'Fewer falls on the way to the bathroom',
  problem: 'Three people a month fell at night.',
  aim: 'One a month by spring.',
  tried: 'A low light and a bell within reach.',
  state: 'testing',
  country: 'wales',
  place: 'Pen-y-Cwm',
  organisation: 'Pen-y-Cwm Community Hospital',
  startedOn: 'March 2026',
  'mode-iterative': '3',
  'mode-pathways': '1',
  'mode-operating-model': '0',
  'mode-community': '0',
};

test('anybody with a confirmed address shares work in three minutes, and nobody else sees it yet', async () => {
  const joe = await house.as('joe');
  const answer = await joe.post('/work', { ...FALLS, team: `Dilys Parry\n${cast.rhys.email}` });
  expect(answer.status).toBe(303);
  const address = answer.headers.get('location') ?? '';
  const page = await (await joe.get(address)).text();
  expect(page).toContain('One a month by spring.');
  expect(page).toContain('Mostly iterative quality improvement, with some transforming pathways.');
  expect(page).toContain('since March 2026');
  for (const other of [await house.as(), await house.as('priya'), await house.as('morag')]) {
    expect((await other.get(address)).status).toBe(404);
    expect((await other.get(`${address}.json`)).status).toBe(404);
    expect((await other.get(`${address}/updates.atom`)).status).toBe(404);
    expect(await (await other.get('/work?words=bathroom')).text()).not.toContain(FALLS.title);
  }
});

test('what cannot be accepted comes back with a sentence for each field and everything that was typed', async () => {
  const answer = await (await house.as('amina')).post('/work', {
    problem: 'The kettle is far from the chair.',
    startedOn: 'last spring',
    team: 'Dilys Parry\nrhys@nowhere',
    'mode-community': '3',
  });
  expect(answer.status).toBe(422);
  const page = await answer.text();
  for (const sentence of [
    'Give the work a title.',
    'Say how far the work has come.',
    'Choose the country where it happens.',
    'Give the month and year, such as March 2024 or 2024-03.',
    '“rhys@nowhere” has no e-mail address that we can write to.',
  ])
    expect(page).toContain(sentence);
  expect(page).toContain('The kettle is far from the chair.');
  expect(page).toContain('last spring');
  expect(page).toMatch(/name="mode-community" value="3" checked/);
});

test('a visitor is told what sharing takes, and loses nothing that was typed', async () => {
  const visitor = await house.as();
  expect(await (await visitor.get('/work/new')).text()).toContain('You need not be a member.');
  const answer = await visitor.post('/work', FALLS);
  expect(answer.status).toBe(403);
  expect(await answer.text()).toContain(FALLS.problem);
});

test('“Show me work like this” finds what others tried, keeps what was typed and saves nothing', async () => {
  const amina = await house.as('amina');
  const typed = {
    title: 'Discharge before lunch',
    aim: 'Ready for discharge by 11',
    tried: 'A huddle with the pharmacist',
  };
  const page = await (await amina.post('/work/new', typed)).text();
  expect(page).toContain('Home before lunch: ready for discharge by 11');
  expect(page).toContain('A huddle with the pharmacist');
  expect(await (await amina.get('/work?words=%22discharge+before+lunch%22')).text()).not.toContain(
    'huddle with the pharm',
  );
});

test('work shown as “a community hospital in Wales” does not give its organisation or place away', async () => {
  const rhys = await house.as('rhys');
  const shown = { ...FALLS, title: 'Quiet bells at night', place: 'Quarnford', organisation: 'Quarnford Infirmary' };
  const made = await rhys.post('/work', { ...shown, shownAs: 'a community hospital in Wales' });
  const address = made.headers.get('location') ?? '';
  const agreed = { data: 'none', counts: 'fine', names: 'fine', visibility: 'public' };
  expect((await rhys.put(`${address}/publication`, agreed)).status).toBe(303);
  const visitor = await house.as();
  for (const path of [address, `${address}.json`, '/work?words=quiet+bells', '/work?words=Quarnford']) {
    const text = await (await visitor.get(path)).text();
    expect(text.replace('Quarnford”', '').replace('value="Quarnford"', '')).not.toContain('Quarnford');
  }
  expect(await (await visitor.get(address)).text()).toContain('a community hospital in Wales');
  expect(await (await rhys.get(address)).text()).toContain('Quarnford Infirmary');
});

test('the team edits its work; the old address leads to the new one', async () => {
  const rhys = await house.as('rhys');
  const made = await rhys.post('/work', FALLS);
  const address = made.headers.get('location') ?? '';
  const { 'mode-iterative': _, ...words } = FALLS;
  const changed = await rhys.put(address, {
    ...words,
    title: 'Falls at night',
    state: 'testing',
    methods: 'PDSA, our bell',
  });
  const renamed = changed.headers.get('location') ?? '';
  expect(renamed).toContain('/work/falls-at-night-');
  const old = await rhys.get(address);
  expect([old.status, old.headers.get('location')]).toEqual([301, renamed]);
  const page = await (await rhys.get(renamed)).text();
  expect(page).toContain('Plan-Do-Study-Act cycle');
  expect(page).toContain('our bell');
  expect(page).toContain('Mostly iterative'); // editing words leaves placements alone
});

test('work is about a few topics, which stay until its team unticks them', async () => {
  const rhys = await house.as('rhys');
  const made = await rhys.post('/work', { ...FALLS, title: 'Bells and falls', topics: ['falls', 'learning-safety'] });
  const address = made.headers.get('location') ?? '';
  expect(await (await rhys.get(address)).text()).toContain('Falls and frailty');
  const form = await (await rhys.get(`${address}/edit`)).text();
  expect(form).toMatch(/value="falls" checked/);
  for (const [topics, sentence] of [
    [['falls', 'dragons'], 'Choose topics from the list.'],
    [['falls', 'cancer', 'rural', 'spread', 'digital', 'nutrition'], 'Choose at most 5 topics'],
  ] as const) {
    const answer = await rhys.put(address, { ...FALLS, title: 'Bells and falls', topics: [...topics] });
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain(sentence);
    expect(page).toMatch(/value="falls" checked/);
  }
  expect((await rhys.put(address, { ...FALLS, title: 'Bells and falls' })).status).toBe(303);
  expect(await (await rhys.get(address)).text()).not.toContain('Falls and frailty');
});

test('others may neither edit nor be shown the form', async () => {
  const { address } = await workTitled(house.db, 'Home before lunch: ready for discharge by 11');
  const priya = await house.as('priya');
  expect((await priya.get(`/work/${address}/edit`)).status).toBe(403);
  expect((await priya.put(`/work/${address}`, FALLS)).status).toBe(403);
  expect((await (await house.as()).put(`/work/${address}`, FALLS)).status).toBe(403);
});

test('a bad edit comes back with what was typed', async () => {
  const { address } = await workTitled(house.db, 'Home before lunch: ready for discharge by 11');
  const answer = await (await house.as('rhys')).put(`/work/${address}`, { ...FALLS, title: '', tried: 'Still here' });
  expect(answer.status).toBe(422);
  expect(await answer.text()).toContain('Still here');
});

test('stopped work says when it ended, and shows its lesson first', async () => {
  const rhys = await house.as('rhys');
  const made = await rhys.post('/work', { ...FALLS, title: 'A bell nobody heard' });
  const address = made.headers.get('location') ?? '';
  const stopped = { ...FALLS, title: 'A bell nobody heard', state: 'stopped', lesson: 'Ask the night staff first.' };
  await rhys.put(address, { ...stopped, endedOn: 'June 2026' });
  const page = await (await rhys.get(address)).text();
  expect(page).toContain('March 2026 to June 2026');
  expect(page.indexOf('Ask the night staff first.')).toBeLessThan(page.indexOf(FALLS.problem));
  await rhys.put(address, { ...stopped, state: 'testing', endedOn: '' });
  expect(await (await rhys.get(address)).text()).toContain('since March 2026');
  const early = await rhys.put(address, { ...stopped, endedOn: 'January 2020' });
  expect(early.status).toBe(422);
  expect(await early.text()).toContain('It cannot have ended before it began.');
});

test('the address for paper leads to the page, for those who may see it', async () => {
  const work = await workTitled(house.db, 'Home before lunch: ready for discharge by 11');
  const visitor = await house.as();
  const found = await visitor.get(`/s/${work.short}`);
  expect([found.status, found.headers.get('location')]).toEqual([302, `/work/${work.address}`]);
  const waiting = await workTitled(house.db, 'A folder for whoever cares next');
  expect((await visitor.get(`/s/${waiting.short}`)).status).toBe(404);
  expect((await visitor.get('/s/nothing')).status).toBe(404);
});

test('public work is data too, and is described for search engines', async () => {
  const work = await workTitled(house.db, 'Home before lunch: ready for discharge by 11');
  const visitor = await house.as();
  const data = await (await visitor.get(`/work/${work.address}.json`)).json();
  expect(data).toMatchObject({ title: work.title, state: 'sustained', startedOn: '2023-01-01' });
  expect(data.team).toContain(cast.amina.name);
  const page = await (await visitor.get(`/work/${work.address}`)).text();
  expect(page).toContain('"@type":"CreativeWork"');
  expect(page).toContain(`/s/${work.short}`);
});
