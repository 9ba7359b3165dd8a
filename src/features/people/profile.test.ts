import { afterAll, beforeAll, expect, test } from 'vitest';
import { openHouse, type TestHouse } from '#test/support/house.ts';
import { people } from './index.ts';
import { orcidIn } from './orcid.ts';

let house: TestHouse;
let amina: string;
beforeAll(async () => {
  house = await openHouse();
  amina = (await people.byId(house.db, await house.personId('amina'))).address;
});
afterAll(() => house.close());

const text = async (answer: Response | Promise<Response> | undefined) => (await answer)?.text() ?? '';
const SECTIONS = ['about', 'background', 'place', 'help', 'interests', 'languages', 'visibility', 'photo', 'hours'];

test('each section has a page for its owner, and for nobody else', async () => {
  const own = await house.as('amina');
  for (const path of ['', ...SECTIONS.map((section) => `/${section}`)]) {
    expect([path, (await own.get(`/people/${amina}/edit${path}`)).status]).toEqual([path, 200]);
    for (const who of [undefined, 'rhys', 'sian'] as const)
      expect((await (await house.as(who)).get(`/people/${amina}/edit${path}`)).status).toBe(403);
  }
  expect((await own.get(`/people/${amina}/edit/nothing`)).status).toBe(404);
});

test('a section saves what it shows and leaves the others alone', async () => {
  const own = await house.as('amina');
  const edit = (section: string, fields: Record<string, string | string[]>) =>
    own.put(`/people/${amina}/edit/${section}`, fields);
  expect(
    (await edit('background', { background: ['nurse', 'carer'], backgroundWords: 'Ward clerk once' })).status,
  ).toBe(303);
  expect((await edit('help', { canHelp: 'Tea.', skill: 'coaching', lookingFor: '' })).status).toBe(303);
  expect((await edit('interests', { topic: ['falls', 'dementia'], mode: 'pathways', method: 'pdsa' })).status).toBe(
    303,
  );
  const page = await text((await house.as('rhys')).get(`/people/${amina}`));
  for (const words of ['Ward clerk once', 'Tea.', 'topic=dementia', 'mode=pathways', 'skill=coaching', 'Leeds'])
    expect(page).toContain(words);
  expect(page).not.toContain('topic=patient-flow');
});

test.each([
  ['background', { background: 'astronaut', backgroundWords: 'Kept words' }, 'Please choose from the list.'],
  ['place', { place: 'Atlantis', shown: 'region' }, 'We do not know that place.'],
  ['help', { canHelp: 'x'.repeat(1001) }, 'Please keep this under 1,000 characters.'],
  ['interests', { mode: 'sideways' }, 'Please choose from the list.'],
  ['languages', { orcid: '0000-0002-1825-0098' }, 'That is not an ORCID iD.'],
  ['visibility', { visibility: 'everyone' }, 'Choose who may see your profile.'],
] as const)('bad input for %s comes back with a sentence and what was typed', async (section, fields, sentence) => {
  const answer = await (await house.as('amina')).put(`/people/${amina}/edit/${section}`, { ...fields });
  expect(answer.status).toBe(422);
  const page = await text(answer);
  expect(page).toContain(sentence);
  if ('backgroundWords' in fields) expect(page).toContain('Kept words');
  if ('orcid' in fields) expect(page).toContain(fields.orcid);
  expect((await (await house.as('rhys')).put(`/people/${amina}/edit/${section}`, { ...fields })).status).toBe(403);
});

test('of a place only the area is kept, and it is shown and searched no finer than its owner likes', async () => {
  const own = await house.as('amina');
  await own.put(`/people/${amina}/edit/place`, { place: 'YO24 1AB', shown: 'region' });
  const row = await house.db
    .selectFrom('people')
    .selectAll()
    .where('name', '=', 'Amina Yusuf')
    .executeTakeFirstOrThrow();
  expect(JSON.stringify(row)).not.toContain('24 1AB');
  const rhys = await house.as('rhys');
  expect(await text(rhys.get(`/people/${amina}`))).not.toMatch(/\bYork\b/);
  expect(await text(rhys.get('/people?near=York&within=25'))).not.toContain(amina);
  expect(await text(rhys.get('/people?region=england.north-east-and-yorkshire'))).toContain(amina);
  await own.put(`/people/${amina}/edit/place`, { place: 'YO24 1AB', shown: 'country' });
  expect(await text(rhys.get('/people?region=england.north-east-and-yorkshire'))).not.toContain(amina);
  await own.put(`/people/${amina}/edit/place`, { place: 'York', shown: 'town' });
  const found = await text(rhys.get('/people?near=YO1&within=25'));
  expect(found).toContain(amina);
  expect(found).toContain('within 25 km of York');
  expect(found).not.toMatch(/within \d+\.\d+ km/);
});

test('hours are lent until a day, and are not found after it', async () => {
  const own = await house.as('amina');
  const offers = `/people/${amina}/offers`;
  const offer = { kind: 'offer', skill: 'finance', hours: '5', note: 'Mornings', until: '2026-12-01' };
  expect((await own.post(offers, { ...offer, hours: 'some' })).status).toBe(422);
  expect((await own.post(offers, { ...offer, until: '2026-01-01' })).status).toBe(422);
  expect((await own.post(offers, { ...offer, skill: 'magic' })).status).toBe(422);
  expect((await (await house.as('rhys')).post(offers, offer)).status).toBe(403);
  expect((await own.post(offers, offer)).status).toBe(303);
  const asked = '/people?skill=finance&hours=3';
  const rhys = await house.as('rhys');
  expect(await text(rhys.get(asked))).toContain(amina);
  expect(await text(rhys.get('/people?skill=finance&hours=6'))).not.toContain(amina);
  const now = house.clock();
  house.setClock(new Date('2026-12-03T09:00:00Z'));
  expect(await text((await house.as('rhys')).get(asked))).not.toContain(amina);
  expect(await text((await house.as('rhys')).get(`/people/${amina}`))).not.toContain('5 hours of');
  house.setClock(now);
  const { id } = await house.db
    .selectFrom('offers')
    .select('id')
    .where('skill', '=', 'finance')
    .where('hours', '=', 5)
    .executeTakeFirstOrThrow();
  expect((await (await house.as('rhys')).delete(`${offers}/${id}`)).status).toBe(403);
  expect((await own.delete(`${offers}/${id}`)).status).toBe(303);
  expect((await own.delete(`${offers}/${id}`)).status).toBe(404);
});

test('a picture must be one, and only its owner hangs it', async () => {
  const file = new File(['no picture'], 'face.png', { type: 'image/png' });
  const own = await house.as('amina');
  expect((await own.put(`/people/${amina}/photo`, { photo: file })).status).toBe(422);
  expect((await own.put(`/people/${amina}/photo`, {})).status).toBe(422);
  expect((await (await house.as('rhys')).put(`/people/${amina}/photo`, { photo: file })).status).toBe(403);
  expect((await (await house.as('rhys')).delete(`/people/${amina}/photo`)).status).toBe(403);
});

test('search engines are asked to stay away until both ticks are there', async () => {
  const own = await house.as('amina');
  const robots = async () => (await text((await house.as()).get(`/people/${amina}`))).includes('noindex');
  for (const [visibility, listed, expected] of [
    ['public', '', true],
    ['public', 'yes', false],
  ] as const) {
    await own.put(`/people/${amina}/edit/visibility`, { visibility, listed });
    expect(await robots()).toBe(expected);
  }
});

test('an ORCID iD is known by its check digit, however it is written', () => {
  expect(orcidIn('https://orcid.org/0000-0002-1825-0097')).toBe('0000-0002-1825-0097');
  expect(orcidIn('0000 0002 1694 233x')).toBe('0000-0002-1694-233X');
  expect(orcidIn('0000-0002-1825-0096')).toBeNull();
  expect(orcidIn('1825-0097')).toBeNull();
});

test('the directory answers a place that nobody knows with a sentence', async () => {
  const answer = await (await house.as()).get('/people?near=Atlantis');
  expect([answer.status, (await text(answer)).includes('We do not know that place.')]).toEqual([422, true]);
});

test('what the form leaves empty is not asked', async () => {
  const asked = '/people?words=&near=&within=50&country=&region=&skill=data-analysis&hours=6&sort=';
  expect(await text((await house.as()).get(asked))).toContain('Tom Okafor');
});
