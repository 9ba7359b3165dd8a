import { afterAll, beforeAll, expect, test } from 'vitest';
import { visitor } from '#kernel/actor.ts';
import { cast } from '#test/cast.ts';
import { openHouse, type TestHouse } from '#test/support/house.ts';
import { storyTitled } from '#test/world/stories.ts';
import { DRAFT, STORIES } from '#test/world/stories-told.ts';
import { workTitled } from '#test/world/work.ts';
import { personal, stories } from './index.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const LUNCH = 'Ring the family before you ring the pharmacy';
const text = async (answer: Response | Promise<Response>) => (await answer).text();
const words = { title: 'A lift that works', standfirst: 'It goes up.', body: '## Up\n\nIt also goes **down**.' };
const addressOf = async (title: string) =>
  `/stories/${(await storyTitled(house.db, title, await house.actor('niamh'))).address}`;

/** A picture of one point. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);
const picture = () => new File([new Uint8Array(PNG)], 'lift.png', { type: 'image/png' });

test('anybody reads a story: who wrote it, when, what it says, and the work behind it', async () => {
  const visitor = await house.as();
  const page = await text(visitor.get(await addressOf(LUNCH)));
  for (const part of ['Blog post', 'Skip to content', LUNCH, 'Amina Yusuf', '24 October 2026', 'one minute to read'])
    expect(page).toContain(part);
  expect(page).toContain('<h2 id="part-what-we-changed">What we changed</h2>');
  expect(page).toMatch(/<a href="\/work\/home-before-lunch[^"]*">Home before lunch/);
  expect(page).toContain('"@type":"BlogPosting"');
  expect(page).toContain('href="/pages/comments"');
});

test('an old address leads to the new one', async () => {
  const visitor = await house.as();
  const address = await addressOf(LUNCH);
  const answer = await visitor.get(`/stories/old-title-${address.slice(-10)}`);
  expect(answer.status).toBe(301);
  expect(answer.headers.get('location')).toBe(address);
});

test('the list shows what is published, finds words, and hides drafts', async () => {
  const visitor = await house.as();
  const list = await text(visitor.get('/stories'));
  for (const { title } of STORIES) expect(list).toContain(title);
  expect(list).not.toContain(DRAFT.title);
  expect(list).not.toContain('Write a story');
  const found = await text(visitor.get('/stories?words=ferry'));
  expect(found).toContain('One story has these words.');
  expect(found).toContain('Forty years of kitchen tables');
  expect(found).not.toContain('The red jugs');
  expect(await text(visitor.get('/stories?words=whiteboard'))).toContain('No story has these words.');
});

test('a draft is for its author and the editors only', async () => {
  const address = await addressOf(DRAFT.title);
  for (const name of ['rhys', 'niamh'] as const) {
    expect((await (await house.as(name)).get(address)).status).toBe(200);
    expect(await text((await house.as(name)).get('/stories'))).toContain(DRAFT.title);
  }
  for (const name of ['amina', 'morag', 'sian', 'joe', undefined] as const) {
    expect((await (await house.as(name)).get(address)).status).toBe(404);
    expect((await (await house.as(name)).get(`${address}/edit`)).status).toBe(404);
    expect(await text((await house.as(name)).get('/stories'))).not.toContain(DRAFT.title);
    expect(await text((await house.as(name)).get('/stories.atom'))).not.toContain(DRAFT.title);
  }
});

test('a member writes a draft, and an editor publishes it', async () => {
  const tom = await house.as('tom');
  const work = await workTitled(house.db, 'Home before lunch: ready for discharge by 11');
  const sent = await tom.post('/stories', {
    ...words,
    works: `http://localhost:3000/work/${work.address}`,
    picture: picture(),
    alt: 'A lift with its doors open',
  });
  expect(sent.status).toBe(303);
  const address = sent.headers.get('location') ?? '';
  expect((await house.lettersTo(cast.niamh.email))[0]?.body).toContain(`http://localhost:3000${address}`);
  expect((await tom.put(`${address}/publication`)).status).toBe(403);
  expect((await (await house.as()).get(address)).status).toBe(404);
  const niamh = await house.as('niamh');
  expect((await niamh.put(`${address}/publication`)).status).toBe(303);
  expect((await house.lettersTo(cast.tom.email))[0]?.subject).toBe('Your story is out: A lift that works');
  const page = await text((await house.as()).get(address));
  expect(page).toContain('alt="A lift with its doors open"');
  expect(page).toContain('<strong>down</strong>');
  const src = /src="(\/stories\/[^"]+\/files\/[^"]+)"/.exec(page)?.[1] ?? '';
  const file = await (await house.as()).get(src);
  expect(file.headers.get('content-type')).toBe('image/png');
  expect(file.headers.get('content-security-policy')).toContain('sandbox');
  expect((await (await house.as()).get(src.replace(/.$/, (end) => (end === '0' ? '1' : '0')))).status).toBe(404);

  expect((await tom.put(address, { ...words, title: 'Changed behind your back' })).status).toBe(403);
  const renamed = await niamh.put(address, { ...words, title: 'A lift that works', alt: 'The same lift' });
  expect(renamed.status).toBe(303);
  expect(await text(niamh.get(address))).toContain('alt="The same lift"');
  expect((await niamh.delete(`${address}/publication`)).status).toBe(303);
  expect((await (await house.as()).get(address)).status).toBe(404);
  expect((await (await house.as()).get(src)).status).toBe(404);
});

test('somebody who is not a member cannot write a story', async () => {
  for (const name of ['joe', undefined] as const) {
    const browser = await house.as(name);
    expect((await browser.get('/stories/new')).status).toBe(403);
    expect((await browser.post('/stories', words)).status).toBe(403);
  }
});

test('a story that cannot be accepted comes back with what was typed', async () => {
  const tom = await house.as('tom');
  const empty = await tom.post('/stories', { title: 'Kept', standfirst: '', body: '' });
  expect(empty.status).toBe(422);
  const page = await text(empty);
  expect(page).toContain('value="Kept"');
  expect(page).toContain('Tell the story.');
  const mute = await tom.post('/stories', { ...words, picture: picture() });
  expect(mute.status).toBe(422);
  expect(await text(mute)).toContain('Say in a sentence what the picture shows');
  const program = new File(['MZ program'], 'lift.png', { type: 'image/png' });
  const wrong = await tom.post('/stories', { ...words, picture: program, alt: 'A lift' });
  expect(wrong.status).toBe(422);
  expect(await text(wrong)).toContain('It also goes **down**.');
  const lost = await tom.post('/stories', { ...words, works: '/work/nowhere-0123456789' });
  expect(lost.status).toBe(422);
  expect(await text(lost)).toContain('We cannot find this work: /work/nowhere-0123456789');
});

test('an author changes and discards a draft; nobody else does; a published story is not discarded', async () => {
  const priya = await house.as('priya');
  const address = (await priya.post('/stories', { ...words, title: 'Short-lived' })).headers.get('location') ?? '';
  expect((await (await house.as('amina')).put(address, words)).status).toBe(404);
  expect((await (await house.as('amina')).delete(address)).status).toBe(404);
  expect(await text(priya.get(`${address}/edit`))).toContain('It also goes **down**.');
  const changed = await priya.put(address, { ...words, title: 'Renamed' });
  const now = changed.headers.get('location') ?? '';
  expect(now).toContain('/stories/renamed-');
  expect((await priya.delete(now)).status).toBe(303);
  expect((await priya.get(now)).status).toBe(404);
  expect((await (await house.as('niamh')).delete(await addressOf(LUNCH))).status).toBe(409);
});

test('work that the reader may not see is not named below a story', async () => {
  const tom = await house.actor('tom');
  const secret = await workTitled(house.db, 'Home before lunch: ready for discharge by 11');
  const given = { ...words, title: 'Told in confidence', picture: null, alt: '', works: [secret.id] };
  const story = await stories.write(house.db, given, '', tom);
  await house.db.updateTable('works').set({ visibility: 'private' }).where('id', '=', secret.id).execute();
  await (await house.as('niamh')).put(`/stories/${story.address}/publication`);
  expect(await text((await house.as()).get(`/stories/${story.address}`))).not.toContain('Home before lunch');
  expect(await text((await house.as('rhys')).get(`/stories/${story.address}`))).toContain('Home before lunch');
  await house.db.updateTable('works').set({ visibility: 'public' }).where('id', '=', secret.id).execute();
});

test('the feed holds the newest stories whole, as XML that a reader accepts', async () => {
  const answer = await (await house.as()).get('/stories.atom');
  expect(answer.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
  const xml = await text(answer);
  expect(xml).toContain('<title>Nine tablets, one conversation</title>');
  expect(xml).toContain('&lt;h2 id=&quot;part-one-question&quot;&gt;One question&lt;/h2&gt;');
  expect(xml.match(/<entry /g)).toHaveLength((await stories.list(house.db, {}, visitor(house.clock()))).total);
  expect(xml.replace(/<[^<>]*>/g, '')).not.toMatch(/[<>]/);
});

test('a person takes their stories and comments away, and is forgotten', async () => {
  const priya = await house.actor('priya');
  const copy = JSON.stringify(await personal.exportOf(house.db, priya.id ?? ''));
  expect(copy).toContain('We closed the frailty line');
  expect(copy).toContain('We had the jugs in the budget');
  await (await house.as('priya')).post('/stories', { ...words, title: 'Never finished' });
  await personal.erase(house.db, priya.id ?? '', priya);
  const left = JSON.stringify(await personal.exportOf(house.db, priya.id ?? ''));
  expect(left).toContain('We closed the frailty line');
  expect(left).not.toContain('We had the jugs in the budget');
  expect(left).not.toContain('Never finished');
  await house.db
    .updateTable('people')
    .set({ erased_at: house.clock() })
    .where('id', '=', priya.id ?? '')
    .execute();
  const page = await text((await house.as()).get(await addressOf('We closed the frailty line after fourteen months')));
  expect(page).toContain('a former member');
  expect(page).not.toContain('Priya Nair');
});

test('whoever may not discard or comment is told so, before anything else', async () => {
  const told = await storyTitled(house.db, 'Forty years of kitchen tables', await house.actor('morag'));
  expect((await (await house.as('joe')).delete(`/stories/${told.address}`)).status).toBe(403);
  const draft = await storyTitled(house.db, DRAFT.title, await house.actor('niamh'));
  expect((await (await house.as('niamh')).post(`/stories/${draft.address}/comments`, {})).status).toBe(403);
});
