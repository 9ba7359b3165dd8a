import { afterAll, beforeAll, expect, test } from 'vitest';
import { openHouse, type TestHouse } from '#test/support/house.ts';
import { answers, apply, askedFor, begin, browserOf, currentCriteria } from '#test/support/joining.ts';
import { criteria, criteriaDrafts } from './index.ts';

const HOME = '/steward/criteria';
const DRAFT = `${HOME}/draft`;

let house: TestHouse;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const words = {
  title: 'Bringing others with you',
  looksFor: 'Signs that others were heard and joined in.',
  countsEqually: 'A course\nA programme\nDay-to-day work\nLived experience\nCommunity organising',
  'question-professional': 'Whom did you bring in?',
  'hint-professional': 'Two or three sentences.',
  'question-public': 'Who joined you?',
  'hint-public': '',
  'question-volunteer': 'Who came along?',
  'hint-volunteer': '',
};

async function drafted() {
  const draft = await criteriaDrafts.find(house.db, await house.actor('sian'));
  return draft ? criteria.of(house.db, draft.id) : [];
}

test('a steward writes a new version; nobody is asked it before it is published', async () => {
  const sian = await house.as('sian');
  const before = await currentCriteria(house);
  expect((await sian.post(DRAFT)).status).toBe(303);
  expect((await sian.post(DRAFT)).status).toBe(409);
  expect((await sian.post(`${DRAFT}/criteria`, words)).status).toBe(303);
  const [influence, , third] = await drafted();
  expect(third).toMatchObject({ key: 'bringing-others-with-you', countsEqually: words.countsEqually.split('\n') });
  const changed = { ...words, title: 'Reach', 'question-public': 'How far did it reach?' };
  expect((await sian.put(`${DRAFT}/criteria/${influence?.id}`, changed)).status).toBe(303);
  expect((await sian.put(`${DRAFT}/criteria/${third?.id}/position`, { to: 'up' })).status).toBe(303);
  expect((await drafted()).map(({ title }) => title)).toEqual(['Reach', words.title, before[1]?.title]);
  expect((await sian.put(`${DRAFT}/criteria/${influence?.id}/position`, { to: 'down' })).status).toBe(303);
  expect((await sian.put(`${DRAFT}/criteria/${influence?.id}/position`, { to: 'up' })).status).toBe(303);
  expect((await sian.put(`${DRAFT}/criteria/${influence?.id}/position`, { to: 'up' })).status).toBe(303);
  expect((await drafted()).map(({ title }) => title)).toEqual(['Reach', words.title, before[1]?.title]);
  expect(await currentCriteria(house)).toEqual(before);
  const preview = await (await sian.get(`${HOME}/preview?as=public`)).text();
  expect(preview).toContain('How far did it reach?');
  expect(preview).not.toContain(words['question-professional']);
  expect(await (await (await house.as()).get('/join')).text()).not.toContain(words.title);
});

test('publishing changes what new applications are asked, and nothing that was begun', async () => {
  const sian = await house.as('sian');
  const visitor = await house.as();
  const begun = await begin(house, 'begun@criteria.example');
  const sent = await apply(house, 'sent@criteria.example');
  await visitor.put(begun, answers);
  const [before, [asked = '']] = [await (await visitor.get(begun)).text(), await askedFor(house, sent.shortId)];
  const reading = await (await (await browserOf(house, asked)).get(sent.address)).text();
  expect((await sian.put(`${DRAFT}/publication`)).status).toBe(303);
  expect(await (await visitor.get(begun)).text()).toBe(before);
  expect(await (await (await browserOf(house, asked)).get(sent.address)).text()).toBe(reading);
  expect((await visitor.put(`${begun}/submission`, answers)).status).toBe(303);
  const fresh = await begin(house, 'fresh@criteria.example');
  expect(await (await visitor.get(fresh)).text()).toContain(words['question-professional']);
  expect(await (await visitor.get('/join')).text()).toContain('There are 3 criteria');
  const page = await (await sian.get(HOME)).text();
  expect(page).toContain('2 versions so far');
  const verbs = await house.db
    .selectFrom('journal')
    .select('verb')
    .where('subject_type', '=', 'criteria-version')
    .execute();
  expect(verbs.map(({ verb }) => verb)).toEqual(expect.arrayContaining(['criteria.begun', 'criteria.published']));
});

test('what was published cannot be changed, whatever address is typed', async () => {
  const sian = await house.as('sian');
  const [published] = await currentCriteria(house);
  const address = `${DRAFT}/criteria/${published?.id}`;
  expect((await sian.put(address, words)).status).toBe(404);
  await sian.post(DRAFT);
  expect((await sian.get(address)).status).toBe(404);
  expect((await sian.put(address, words)).status).toBe(404);
  expect((await sian.put(`${address}/position`, { to: 'up' })).status).toBe(404);
  expect((await sian.delete(address)).status).toBe(404);
});

test('a criterion can be left out, a version without any cannot be published, and a draft can be thrown away', async () => {
  const sian = await house.as('sian');
  const before = await currentCriteria(house);
  for (const { id } of await drafted()) expect((await sian.delete(`${DRAFT}/criteria/${id}`)).status).toBe(303);
  expect((await sian.put(`${DRAFT}/publication`)).status).toBe(409);
  expect((await sian.delete(DRAFT)).status).toBe(303);
  expect((await sian.delete(DRAFT)).status).toBe(404);
  expect(await currentCriteria(house)).toEqual(before);
});

test('a criterion that is not whole comes back with a sentence for each field', async () => {
  const sian = await house.as('sian');
  await sian.post(DRAFT);
  const answer = await sian.post(`${DRAFT}/criteria`, { ...words, title: '', countsEqually: 'Only one way' });
  expect(answer.status).toBe(422);
  const page = await answer.text();
  expect(page).toContain('Give the criterion a short title.');
  expect(page).toContain('Name at least two ways that count equally');
  expect(page).toContain('Only one way');
  expect(page).toContain(words.looksFor);
});

test('nobody but a steward sees or writes criteria', async () => {
  for (const who of [undefined, 'joe', 'priya', 'niamh'] as const) {
    const other = await house.as(who);
    for (const path of [HOME, `${HOME}/preview`, `${DRAFT}/new`]) expect((await other.get(path)).status).toBe(403);
    expect((await other.post(DRAFT)).status).toBe(403);
    expect((await other.post(`${DRAFT}/criteria`, words)).status).toBe(403);
    expect((await other.put(`${DRAFT}/publication`)).status).toBe(403);
    expect((await other.delete(DRAFT)).status).toBe(403);
  }
});
