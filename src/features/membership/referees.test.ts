import { afterAll, beforeAll, expect, test } from 'vitest';
import { jobsOf } from '#app';
import { ORIGIN, openHouse, type TestHouse } from '#test/support/house.ts';
import { answers, apply, askedFor, assessBy, begin, browserOf, decisionFields, good } from '#test/support/joining.ts';
import { NOW } from '#test/world.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const after = (days: number) => new Date(NOW.getTime() + days * 86_400_000);
const named = (email: string) => ({ 'speaks-name': 'Una Speaker', 'speaks-email': email });

async function linkIn(email: string): Promise<string> {
  const [letter] = await house.lettersTo(email);
  const link = letter?.body.split('\n').find((line) => line.startsWith(`${ORIGIN}/join/speaking/`));
  return (link ?? '').slice(ORIGIN.length);
}

async function remind(at: Date): Promise<void> {
  house.setClock(at);
  await jobsOf(house)['membership.remind']?.({});
  house.setClock(NOW);
}

/** An application whose applicant named somebody, sent. */
async function applyWith(email: string, speaker: string) {
  const application = await apply(house, email);
  expect((await (await house.as()).put(`${application.link}/referee`, named(speaker))).status).toBe(303);
  return application;
}

test('somebody who is named in a draft is asked once it is sent, and not before', async () => {
  const link = await begin(house, 'draft@speak.example');
  const visitor = await house.as();
  await visitor.put(link, { ...answers, ...named('una@speak.example') });
  await visitor.put(link, { ...answers, ...named('una@speak.example') });
  expect(await house.lettersTo('una@speak.example')).toHaveLength(0);
  await visitor.put(`${link}/submission`, { ...answers, ...named('una@speak.example') });
  const letters = await house.lettersTo('una@speak.example');
  expect(letters.map(({ subject }) => subject)).toEqual(['Can you speak to the work of Wanda Newby?']);
  expect(letters[0]?.body).not.toContain(answers['answer-influence']);
});

test('they answer by a link without an account, once; the panel reads it, the applicant learns only that', async () => {
  const { link, address, shortId } = await applyWith('confirm@speak.example', 'ola@speak.example');
  const speaking = await linkIn('ola@speak.example');
  const speaker = await house.as();
  const page = await (await speaker.get(speaking)).text();
  expect(page).toContain('Can you speak to the work of Wanda Newby?');
  expect(page).not.toContain(answers['answer-influence']);
  expect((await speaker.put(speaking, { answer: 'confirm', words: 'I was on that ward.' })).status).toBe(303);
  expect(await (await speaker.get(speaking)).text()).toContain('Thank you');
  expect((await speaker.put(speaking, { answer: 'concern', words: 'No!' })).status).toBe(409);
  const [asked = ''] = await askedFor(house, shortId);
  const read = await (await (await browserOf(house, asked)).get(address)).text();
  expect(read).toMatch(/Confirms it[\s\S]*I was on that ward\./);
  const own = await (await (await house.as()).get(link)).text();
  expect(own).toContain('Una Speaker has answered.');
  expect(own).not.toContain('I was on that ward.');
});

test('a concern goes to the panel only: not to the applicant, not into the letter, not into their export', async () => {
  const { link, address, shortId } = await applyWith('worry@speak.example', 'cara@speak.example');
  await (await house.as()).put(await linkIn('cara@speak.example'), { answer: 'concern', words: 'It was my work.' });
  expect(await (await (await house.as()).get(link)).text()).not.toMatch(/It was my work|Has a concern/);
  await assessBy(house, shortId, [good, good]);
  const priya = await house.as('priya');
  expect(await (await priya.get(address)).text()).toMatch(/Has a concern[\s\S]*It was my work/);
  expect(await (await priya.get(`${address}/decision?outcome=admitted`)).text()).not.toContain('It was my work');
  expect((await priya.put(`${address}/decision`, await decisionFields(house, shortId, 'admitted'))).status).toBe(303);
  expect((await house.lettersTo('worry@speak.example'))[0]?.body).not.toContain('It was my work');
});

test('silence is reminded of once, after a week, and decides nothing', async () => {
  const { address, shortId } = await applyWith('silent@speak.example', 'sam@speak.example');
  const subjects = async () => (await house.lettersTo('sam@speak.example')).map(({ subject }) => subject);
  await remind(after(6));
  expect(await subjects()).toHaveLength(1);
  await remind(after(7));
  await remind(after(8));
  await remind(after(30));
  expect(await subjects()).toEqual(['A reminder about Wanda Newby', 'Can you speak to the work of Wanda Newby?']);
  await assessBy(house, shortId, [good, good]);
  const fields = await decisionFields(house, shortId, 'admitted');
  expect((await (await house.as('priya')).put(`${address}/decision`, fields)).status).toBe(303);
  const [, first] = await house.lettersTo('sam@speak.example');
  expect(first).toBeDefined();
  expect(await (await (await house.as()).get(await linkIn('sam@speak.example'))).text()).toContain(
    'Nothing more is needed',
  );
});

test('who has answered, or is asked about a closed application, is not reminded', async () => {
  const { link } = await applyWith('closed@speak.example', 'kit@speak.example');
  await (await house.as()).put(`${link}/withdrawal`);
  await applyWith('answered@speak.example', 'lee@speak.example');
  await (await house.as()).put(await linkIn('lee@speak.example'), { answer: 'cannot-say', words: '' });
  await remind(after(9));
  for (const email of ['kit@speak.example', 'lee@speak.example']) expect(await house.lettersTo(email)).toHaveLength(1);
});

test('an applicant names somebody else or nobody, and the first link opens nothing more', async () => {
  const { link, address, shortId } = await applyWith('other@speak.example', 'one@speak.example');
  const first = await linkIn('one@speak.example');
  const visitor = await house.as();
  expect((await visitor.put(`${link}/referee`, named('two@speak.example'))).status).toBe(303);
  expect((await visitor.get(first)).status).toBe(404);
  expect((await visitor.put(first, { answer: 'confirm' })).status).toBe(404);
  expect((await visitor.delete(`${link}/referee`)).status).toBe(303);
  expect((await visitor.get(await linkIn('two@speak.example'))).status).toBe(404);
  expect(await (await visitor.get(link)).text()).toContain('You have named nobody, and you need not.');
  const [asked = ''] = await askedFor(house, shortId);
  expect(await (await (await browserOf(house, asked)).get(address)).text()).not.toContain('Una Speaker');
});

test('bad input comes back with its sentence: half a name, one’s own address, no choice', async () => {
  const { link } = await apply(house, 'self@speak.example');
  const visitor = await house.as();
  const half = await visitor.put(`${link}/referee`, { 'speaks-name': 'Una Speaker', 'speaks-email': '' });
  expect([half.status, await half.text()]).toEqual([422, expect.stringContaining('Give the address')]);
  const own = await visitor.put(`${link}/referee`, named('SELF@speak.example'));
  expect([own.status, await own.text()]).toEqual([422, expect.stringContaining('That is your own address.')]);
  const draft = await begin(house, 'half@speak.example');
  const saved = await visitor.put(draft, { ...answers, 'speaks-name': 'Una Speaker' });
  const page = await saved.text();
  expect([saved.status, page]).toEqual([422, expect.stringContaining('Give us their e-mail address too')]);
  expect(page).toContain(answers['answer-influence']);
  await visitor.put(`${link}/referee`, named('pat@speak.example'));
  const none = await visitor.put(await linkIn('pat@speak.example'), { words: 'Well' });
  expect([none.status, await none.text()]).toEqual([422, expect.stringMatching(/Choose what you can say[\s\S]*Well/)]);
});
