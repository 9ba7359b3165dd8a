import { afterAll, beforeAll, expect, test } from 'vitest';
import { RIGHTS } from '#app';
import { erase, people } from '#features/people/index.ts';
import { cast } from '#test/cast.ts';
import { openHouse, type TestHouse } from '#test/support/house.ts';
import { personal } from './index.ts';

let house: TestHouse;
let tom: string;
beforeAll(async () => {
  house = await openHouse();
  tom = (await people.byId(house.db, await house.personId('tom'))).address;
});
afterAll(() => house.close());

const HELLO = 'Could you lend us six hours for our falls data?\nWe have a spreadsheet and no idea.';
const NOT_TAKING = 'Tom Okafor is not taking messages at the moment.';

const text = async (answer: Response | Promise<Response>) => (await answer).text();

async function newestTo(email: string): Promise<{ subject: string; body: string; path: string }> {
  const [letter] = await house.lettersTo(email);
  if (!letter) throw new Error(`no letter to ${email}`);
  return { ...letter, path: /\/messages\/answers\/[\w-]+/.exec(letter.body)?.[0] ?? '' };
}

test('a member writes to somebody, who answers without an account; neither address is shown', async () => {
  const amina = await house.as('amina');
  expect(await text(amina.get(`/people/${tom}`))).toContain(`/people/${tom}/messages/new`);
  const sent = await amina.post(`/people/${tom}/messages`, { body: HELLO });
  expect([sent.status, sent.headers.get('location')]).toEqual([303, `/people/${tom}?written`]);
  const letter = await newestTo(cast.tom.email);
  expect(letter.subject).toBe('Amina Yusuf has written to you');
  expect(letter.body).toContain('> Could you lend us six hours for our falls data?\n> We have a spreadsheet');
  expect(letter.body).not.toContain(cast.amina.email);

  const link = await house.as();
  expect(await text(link.get(letter.path))).toContain('We have a spreadsheet and no idea.');
  expect((await link.post(letter.path, { body: 'Gladly. Tuesday?' })).status).toBe(303);
  const answer = await newestTo(cast.amina.email);
  expect(answer.body).toContain('> Gladly. Tuesday?');
  expect(answer.body).not.toContain(cast.tom.email);
  expect((await link.post(answer.path, { body: 'Tuesday it is.' })).status).toBe(303);
  expect((await newestTo(cast.tom.email)).body).toContain('> Tuesday it is.');
});

test('an address is shown only where its owner ticked it', async () => {
  const to = await people.byId(house.db, await house.personId('callum'));
  await (await house.as('amina')).post(`/people/${to.address}/messages`, { body: HELLO, share: 'yes' });
  expect((await newestTo(cast.callum.email)).body).toContain(cast.amina.email);
  const letters = await house.db.selectFrom('letters').select(['to_email', 'reply_to']).execute();
  expect(letters.filter(({ reply_to }) => reply_to !== null)).toEqual([
    { to_email: cast.callum.email, reply_to: cast.amina.email },
  ]);
});

test('only members write, to others than themselves, and to whom they can see', async () => {
  const page = `/people/${tom}/messages`;
  for (const who of [undefined, 'joe', 'tom'] as const) {
    expect((await (await house.as(who)).post(page, { body: HELLO })).status).toBe(403);
    expect((await (await house.as(who)).get(`${page}/new`)).status).toBe(403);
    expect(await text((await house.as(who)).get(`/people/${tom}`))).not.toContain('messages/new');
  }
  const joe = await house.actor('joe');
  const hidden = await people.byId(house.db, joe.id ?? '');
  await people.describe(house.db, hidden, { visibility: 'private' }, joe);
  expect((await (await house.as('amina')).post(`/people/${hidden.address}/messages`, { body: HELLO })).status).toBe(
    404,
  );
});

test('an empty message comes back, and so does an empty answer', async () => {
  const rhys = await house.as('rhys');
  const empty = await rhys.post(`/people/${tom}/messages`, { body: ' ', share: 'yes' });
  expect(empty.status).toBe(422);
  expect(await text(empty)).toMatch(/Write a line or two first[\s\S]*checked/);
  const { path } = await newestTo(cast.tom.email);
  expect((await (await house.as()).post(path, { body: '' })).status).toBe(422);
  expect((await (await house.as()).get('/messages/answers/a-link-that-no-letter-has-carried')).status).toBe(404);
});

test('whoever is blocked reads what everybody reads of somebody who takes no messages, and no more', async () => {
  await (await house.as('orla')).post(`/people/${tom}/messages`, { body: HELLO });
  const { path } = await newestTo(cast.tom.email);
  expect((await (await house.as()).put(`${path}/block`)).status).toBe(303);
  const before = (await house.lettersTo(cast.tom.email)).length;
  const orla = await house.as('orla');
  const refused = await orla.post(`/people/${tom}/messages`, { body: HELLO });
  expect([refused.status, (await text(refused)).includes(NOT_TAKING)]).toEqual([403, true]);
  const asBlocked = await text(orla.get(`/people/${tom}`));
  expect(await house.lettersTo(cast.tom.email)).toHaveLength(before);
  expect(await text((await house.as('rhys')).get(`/people/${tom}`))).toContain('messages/new');

  const toms = await house.as('tom');
  expect(await text(toms.get('/messages'))).toContain('Órla Ní Bhriain');
  await toms.put('/messages/closure');
  expect(await text(toms.get('/messages'))).toContain('You take no messages');
  expect(await text(orla.get(`/people/${tom}`))).toBe(asBlocked);
  expect(await text((await house.as('rhys')).get(`/people/${tom}/messages/new`))).toContain(NOT_TAKING);
  await toms.delete('/messages/closure');
  const orlas = (await people.byId(house.db, await house.personId('orla'))).address;
  await toms.delete(`/people/${orlas}/block`);
  expect((await orla.post(`/people/${tom}/messages`, { body: 'Hello again' })).status).toBe(303);
});

test('nobody blocks or closes in another’s name, nor without signing in', async () => {
  const visitor = await house.as();
  expect((await visitor.put(`/people/${tom}/block`)).status).toBe(403);
  expect((await visitor.get('/messages')).status).toBe(403);
  expect((await visitor.put('/messages/closure')).status).toBe(403);
  expect((await (await house.as('tom')).put(`/people/${tom}/block`)).status).toBe(403);
});

test('a message is read by moderators once its reader shows it to them, and by nobody else', async () => {
  await (await house.as('niamh')).post(`/people/${tom}/messages`, { body: 'You are wrong about everything.' });
  const { path } = await newestTo(cast.tom.email);
  const { short_id } = await house.db
    .selectFrom('messages')
    .select('short_id')
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow();
  const page = `/messages/reported/${short_id}`;
  const morag = await house.as('morag');
  expect((await morag.get(page)).status).toBe(404);
  expect((await (await house.as()).post(`${path}/report`, { details: 'It frightened me.' })).status).toBe(303);
  expect(await text(morag.get(page))).toContain('You are wrong about everything.');
  for (const who of [undefined, 'niamh', 'sian'] as const)
    expect((await (await house.as(who)).get(page)).status).toBe(404);
  expect(await text(morag.get('/moderation'))).toContain(page);
});

test('nobody can flood one person', async () => {
  const priya = await house.as('priya');
  for (let n = 0; n < 3; n += 1)
    expect((await priya.post(`/people/${tom}/messages`, { body: HELLO })).status).toBe(303);
  expect((await priya.post(`/people/${tom}/messages`, { body: HELLO })).status).toBe(429);
});

test('what somebody wrote is theirs to take, and gone when they leave', async () => {
  const sian = await house.actor('sian');
  const amina = await people.byId(house.db, await house.personId('amina'));
  expect(JSON.stringify(await personal.exportOf(house.db, amina.id))).toContain('We have a spreadsheet');
  await erase(house.db, amina, [...RIGHTS.erasers, house.sessions.accounts.erase], sian);
  expect(JSON.stringify(await personal.exportOf(house.db, amina.id))).not.toContain('We have a spreadsheet');
  const letters = await house.db.selectFrom('letters').select('body').execute();
  expect(letters.filter(({ body }) => body.includes('Tuesday it is.') || body.includes(cast.amina.name))).toEqual([]);
});
