import { afterAll, beforeAll, expect, test } from 'vitest';
import { cairnItself } from '#kernel/actor.ts';
import { openHouse, type TestHouse } from '#test/support/house.ts';
import { pages, reference } from './index.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const text = async (answer: Response | Promise<Response>) => (await answer).text();

test('anybody can read each page, with the community’s name in it', async () => {
  const visitor = await house.as();
  for (const page of pages.PAGES) {
    const answer = await visitor.get(`/pages/${page}`);
    expect(answer.status).toBe(200);
    const html = await text(answer);
    expect(html).not.toContain('{community}');
    expect(html).not.toContain('Edit this page');
  }
  expect((await visitor.get('/pages/nowhere')).status).toBe(404);
});

test('only a steward can edit a page', async () => {
  const fields = { title: 'Ours', body: 'Ours now', since: '1' };
  for (const name of ['morag', 'niamh', undefined] as const) {
    const browser = await house.as(name);
    expect((await browser.get('/pages/comments/edit')).status).toBe(403);
    expect((await browser.put('/pages/comments', fields)).status).toBe(403);
  }
  expect((await pages.current(house.db, 'comments')).version).toBe(1);
});

test('a steward writes the next version, and the one before stays readable', async () => {
  const sian = await house.as('sian');
  expect(await text(sian.get('/pages/compact/edit'))).toContain('What each of us promises');
  const saved = await sian.put('/pages/compact', {
    title: 'Our compact',
    body: '## In short\n\nBe kind. <script>alert(1)</script>',
    note: 'Shorter',
    since: '1',
  });
  expect(saved.status).toBe(303);
  const now = await pages.current(house.db, 'compact');
  expect(now).toMatchObject({ version: 2, edition: null, writtenBy: 'Siân Prosser' });
  expect(now.html).toBe('<h2 id="part-in-short">In short</h2>\n<p>Be kind.</p>');
  const visitor = await house.as();
  expect(await text(visitor.get('/pages/compact'))).toContain('Be kind.');
  expect(await text(visitor.get('/pages/compact/versions'))).toContain('Shorter');
  expect(await text(visitor.get('/pages/compact/versions/1'))).toContain('What each of us promises');
  expect((await visitor.get('/pages/compact/versions/9')).status).toBe(404);
});

test('a steward sees a preview before anything is saved', async () => {
  const sian = await house.as('sian');
  const answer = await sian.put('/pages/privacy', {
    title: 'Privacy',
    body: '**Bold** words',
    since: '1',
    button: 'preview',
  });
  expect(answer.status).toBe(200);
  const html = await text(answer);
  expect(html).toContain('<strong>Bold</strong> words');
  expect(html).toContain('**Bold** words');
  expect((await pages.current(house.db, 'privacy')).version).toBe(1);
});

test('a page without words comes back with what was typed', async () => {
  const answer = await (await house.as('sian')).put('/pages/privacy', { title: 'Still here', body: '', since: '1' });
  expect(answer.status).toBe(422);
  const html = await text(answer);
  expect(html).toContain('Write the text of the page.');
  expect(html).toContain('Still here');
});

test('two stewards who write at the same time do not overwrite each other', async () => {
  const sian = await house.as('sian');
  await sian.put('/pages/accessibility', { title: 'Accessibility', body: 'First', since: '1' });
  const late = await sian.put('/pages/accessibility', { title: 'Accessibility', body: 'Second', since: '1' });
  expect(late.status).toBe(422);
  const html = await text(late);
  expect(html).toContain('Somebody saved version 2 while you were writing.');
  expect(html).toContain('Second');
  expect(html).toContain('name="since" value="2"');
  expect((await pages.current(house.db, 'accessibility')).body).toBe('First');
});

test('an upgrade renews our own texts and leaves what a steward wrote', async () => {
  const cairn = cairnItself(house.clock());
  const newer = { title: 'Newer', edition: '2099-01', body: 'Newer words' };
  const edited = await pages.current(house.db, 'accessibility');
  await reference.seed(house.db, cairn, [
    { page: 'accessibility', ...newer },
    { page: 'privacy', ...newer },
  ]);
  expect(await pages.current(house.db, 'accessibility')).toEqual(edited);
  expect(await pages.current(house.db, 'privacy')).toMatchObject({ version: 2, title: 'Newer' });
  await reference.seed(house.db, cairn);
  expect(await pages.current(house.db, 'privacy')).toMatchObject({ version: 2, title: 'Newer' });
});
