import { afterAll, beforeAll, expect, test } from 'vitest';
import { openHouse, type TestHouse } from '#test/support/house.ts';
import {
  answers,
  apply,
  askedFor,
  begin,
  browserOf,
  decisionFields,
  doubtful,
  recording,
  tell,
} from '#test/support/joining.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

async function filesKept(): Promise<number> {
  await house.work();
  return (await house.db.selectFrom('files').select('id').execute()).length;
}

test('an answer may be a recording: kept, heard by its applicant and its panel, and by nobody else', async () => {
  const { link, address, shortId } = await tell(house, 'voice@ways.example');
  const heard = await (await house.as()).get(`${link}/answers/influence/file`);
  expect([heard.status, heard.headers.get('content-type')]).toEqual([200, 'audio/wav']);
  expect(heard.headers.get('cache-control')).toBe('private, no-store');
  const [asked = ''] = await askedFor(house, shortId);
  const page = await (await (await browserOf(house, asked)).get(address)).text();
  expect(page).toMatch(new RegExp(`<audio [^>]*src="${address}/files/influence"`));
  expect((await (await browserOf(house, asked)).get(`${address}/files/influence`)).status).toBe(200);
  expect((await (await browserOf(house, asked)).get(`${address}/files/reflection`)).status).toBe(404);
  for (const who of [undefined, 'joe', 'amina', 'callum'] as const)
    expect((await (await house.as(who)).get(`${address}/files/influence`)).status).toBe(404);
});

test('what is typed is saved before the way changes', async () => {
  const link = await begin(house, 'saved@ways.example');
  const visitor = await house.as();
  const answer = await visitor.put(link, { ...answers, next: 'reflection' });
  expect(answer.headers.get('location')).toBe(`${link}/answers/reflection`);
  expect((await visitor.put(link, { ...answers, next: 'call' })).headers.get('location')).toBe(`${link}/call`);
  expect(await (await visitor.get(link)).text()).toContain(answers['answer-influence']);
});

test('another file takes the place of the first, and what nobody needs is not kept', async () => {
  const link = await begin(house, 'again@ways.example');
  const visitor = await house.as();
  const before = await filesKept();
  for (const name of ['first.wav', 'second.wav'])
    expect((await visitor.put(`${link}/answers/influence/file`, { file: recording(name) })).status).toBe(303);
  const page = await (await visitor.get(link)).text();
  expect(page).toContain('second.wav');
  expect(page).not.toContain('first.wav');
  expect(await filesKept()).toBe(before + 1);
  expect((await visitor.delete(`${link}/answers/influence/file`)).status).toBe(303);
  expect((await visitor.delete(`${link}/answers/influence/file`)).status).toBe(404);
  expect(await filesKept()).toBe(before);
});

test('a file is known by its bytes; what cannot be used comes back with a sentence', async () => {
  const link = await begin(house, 'bytes@ways.example');
  const visitor = await house.as();
  const program = new File(['MZ this is a program'], 'song.mp3', { type: 'audio/mpeg' });
  for (const [file, sentence] of [
    [program, 'We cannot use that kind of file here.'],
    [new File([], 'nothing.wav'), 'Choose the file first.'],
    [new File([new Uint8Array(11 * 1024 * 1024 + 1)], 'long.wav'), 'That file is larger than 11 MB.'],
  ] as const) {
    const answer = await visitor.put(`${link}/answers/influence/file`, { file });
    expect([answer.status, await answer.text()]).toEqual([422, expect.stringContaining(sentence)]);
  }
});

test('a number has to be one, and is given back when it is not', async () => {
  const link = await begin(house, 'number@ways.example');
  const answer = await (await house.as()).put(`${link}/call`, { phone: 'ring me', times: 'After six' });
  expect(answer.status).toBe(422);
  const page = await answer.text();
  expect(page).toContain('Give us a telephone number');
  expect(page).toContain('value="ring me"');
  expect(page).toContain('value="After six"');
});

test('what is told on the telephone is written down once, for everybody who reads', async () => {
  const { address, shortId, link } = await tell(house, 'phone@ways.example');
  const [one = '', other = ''] = await askedFor(house, shortId);
  const first = await browserOf(house, one);
  expect(await (await first.get(address)).text()).toContain('01632 960 123');
  const empty = await first.put(`${address}/call`, { notes: ' ' });
  expect([empty.status, await empty.text()]).toEqual([422, expect.stringContaining('Write down what they told you.')]);
  expect((await first.put(`${address}/call`, { notes: 'She sat with every family.' })).status).toBe(303);
  expect(await (await (await browserOf(house, other)).get(address)).text()).toContain('She sat with every family.');
  expect((await (await house.as('callum')).put(`${address}/call`, { notes: 'x' })).status).toBe(404);
  expect((await (await house.as()).put(`${link}/call`, { phone: '01632 960 999' })).status).toBe(409);
});

test('nobody is rung who did not ask', async () => {
  const { address, shortId } = await apply(house, 'quiet@ways.example');
  const [asked = ''] = await askedFor(house, shortId);
  expect((await (await browserOf(house, asked)).put(`${address}/call`, { notes: 'x' })).status).toBe(403);
});

test('what makes it easier is there for the panel to act on, and in no letter', async () => {
  const link = await begin(house, 'needs@ways.example');
  const needs = 'Please use large print.';
  await (await house.as()).put(`${link}/submission`, { ...answers, needs });
  const { short_id: shortId } = await house.db
    .selectFrom('applications')
    .select('short_id')
    .where('email', '=', 'needs@ways.example')
    .executeTakeFirstOrThrow();
  const address = `/assessing/${shortId}`;
  for (const id of await askedFor(house, shortId)) {
    const browser = await browserOf(house, id);
    const page = await (await browser.get(address)).text();
    expect(page).toContain(needs);
    expect(page).toContain('It is not part of what you assess.');
    await browser.post(`${address}/assessments`, doubtful);
  }
  const priya = await house.as('priya');
  expect(await (await priya.get(`${address}/decision?outcome=more-needed`)).text()).not.toContain(needs);
  await priya.put(`${address}/decision`, await decisionFields(house, shortId, 'more-needed'));
  expect(await (await (await house.as()).get(link)).text()).toContain(needs);
});

test('what was sent stays as it was sent, also when the applicant changes the file afterwards', async () => {
  const { address, shortId, link } = await tell(house, 'kept@ways.example');
  for (const id of await askedFor(house, shortId))
    await (await browserOf(house, id)).post(`${address}/assessments`, doubtful);
  await (await house.as('priya')).put(`${address}/decision`, await decisionFields(house, shortId, 'more-needed'));
  await (await house.as()).delete(`${link}/answers/influence/file`);
  await house.work();
  expect((await (await house.as('priya')).get(`${address}/files/influence`)).status).toBe(200);
});
