import { afterAll, beforeAll, expect, test } from 'vitest';
import { cast } from '#test/cast.ts';
import { openHouse, type TestHouse } from '#test/support/house.ts';
import { personal, reports } from './index.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const text = async (answer: Response | Promise<Response>) => (await answer).text();
const report = {
  address: '/people',
  reason: 'identifies',
  details: 'Second from the top.',
  email: 'rae@reader.example',
};

async function newest() {
  const [first] = (await reports.open(house.db, await house.actor('morag'))).sort(
    (a, b) => +b.reportedAt - +a.reportedAt,
  );
  if (!first) throw new Error('no open report');
  return first;
}

test('only moderators see the desk, with all that waits', async () => {
  for (const name of ['amina', 'niamh', 'sian', undefined] as const)
    expect((await (await house.as(name)).get('/moderation')).status).toBe(403);
  const desk = await text((await house.as('morag')).get('/moderation'));
  expect(desk).toContain('Who rings on a Sunday?');
  expect(desk).toContain('My wife was on a ward with the jugs.');
  expect(desk).not.toContain('First!');
  expect(desk).not.toContain('ned@allotment.example');
  expect(desk).toContain('It is wrong or misleading');
  expect(desk).toContain('First pieces of work to release');
});

test('anybody reports a page, with or without an account; moderators get a letter', async () => {
  const visitor = await house.as();
  expect(await text(visitor.get('/report?address=/people'))).toContain('value="/people"');
  const sent = await visitor.post('/report', { ...report, email: '', address: 'http://localhost:3000/people' });
  expect(sent.headers.get('location')).toBe('/report/thanks');
  expect(await newest()).toMatchObject({ address: '/people', wantsAnswer: false });
  expect((await house.lettersTo(cast.morag.email))[0]?.subject).toContain('Urgent');
  await (await house.as('joe')).post('/report', { address: '/work', reason: 'other' });
  const joes = (await reports.open(house.db, await house.actor('morag'))).find(({ address }) => address === '/work');
  expect(joes?.wantsAnswer).toBe(true);
  expect(await text((await house.as('morag')).get(`/moderation/reports/${joes?.short}`))).not.toContain('Joe Barton');
});

test('a report that cannot be accepted comes back with what was typed', async () => {
  const visitor = await house.as();
  const answer = await visitor.post('/report', {
    address: 'https://elsewhere.example/',
    details: 'Kept words',
    email: 'no',
  });
  expect(answer.status).toBe(422);
  const page = await text(answer);
  for (const part of [
    'That is not a page of ours',
    'Choose what is the matter.',
    'Kept words',
    'Type your e-mail address',
  ])
    expect(page).toContain(part);
  for (const address of ['//evil.example/', '/\\evil.example', 'javascript:alert(1)', ''])
    expect((await visitor.post('/report', { ...report, address })).status).toBe(422);
});

test('a machine that fills in every field is thanked and forgotten', async () => {
  const before = (await reports.open(house.db, await house.actor('morag'))).length;
  const sent = await (await house.as()).post('/report', { ...report, 'leave-empty': 'x' });
  expect(sent.status).toBe(303);
  expect(await reports.open(house.db, await house.actor('morag'))).toHaveLength(before);
});

test('a moderator answers a report, and whoever filed it hears what came of it', async () => {
  await (await house.as()).post('/report', report);
  const open = (await reports.open(house.db, await house.actor('morag'))).filter(({ wantsAnswer }) => wantsAnswer);
  const { short } = open.find(({ details }) => details === 'Second from the top.') ?? { short: '' };
  const page = `/moderation/reports/${short}`;
  const morag = await house.as('morag');
  expect((await (await house.as('amina')).get(page)).status).toBe(403);
  expect(
    (await (await house.as('amina')).put(`${page}/resolution`, { outcome: 'kept', explanation: 'No' })).status,
  ).toBe(403);
  expect((await morag.get('/moderation/reports/0123456789')).status).toBe(404);
  expect(await text(morag.get(page))).not.toContain('rae@reader.example');
  const empty = await morag.put(`${page}/resolution`, { outcome: 'changed' });
  expect(empty.status).toBe(422);
  expect(await text(empty)).toContain('Explain it in a sentence');
  const done = { outcome: 'changed', explanation: 'The job has been taken out.' };
  expect((await morag.put(`${page}/resolution`, done)).status).toBe(303);
  const [letter] = await house.lettersTo('rae@reader.example');
  expect(letter?.body).toContain('The job has been taken out.');
  expect(letter?.body).toContain('It was changed.');
  expect((await morag.put(`${page}/resolution`, done)).status).toBe(409);
  expect((await morag.delete(`${page}/resolution`)).status).toBe(303);
  expect((await reports.find(house.db, short, await house.actor('morag'))).resolution).toBe(null);
});

test('reports by which somebody could be recognised come first', async () => {
  const [first] = await reports.open(house.db, await house.actor('morag'));
  expect(first?.reason).toBe('identifies');
});

test('one address cannot fill the desk', async () => {
  const visitor = await house.as();
  const flood = { ...report, email: 'flood@reader.example' };
  for (let n = 0; n < 10; n += 1) expect((await visitor.post('/report', flood)).status).toBe(303);
  expect((await visitor.post('/report', flood)).status).toBe(429);
});

test('a person takes their reports away, and is forgotten', async () => {
  const joe = await house.actor('joe');
  expect(JSON.stringify(await personal.exportOf(house.db, joe.id ?? ''))).toContain('recognised by the bus');
  await personal.erase(house.db, joe.id ?? '', joe);
  expect(await personal.exportOf(house.db, joe.id ?? '')).toEqual([]);
  expect(await text((await house.as('morag')).get('/moderation'))).toContain('It was changed');
});
