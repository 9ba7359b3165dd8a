import { Hono } from 'hono';
import { expect, test } from 'vitest';
import type { HouseEnv } from './env.ts';
import { keepPages } from './page-cache.ts';

function shelf() {
  let [now, made] = [0, 0];
  const app = new Hono<HouseEnv>();
  app.use(keepPages(5, () => new Date(now)));
  app.get('/open', (c) => c.text(`made ${++made}`, 200, { 'Cache-Control': 'public, no-cache', ETag: '"a"' }));
  app.get('/closed', (c) => c.text(`made ${++made}`, 200, { 'Cache-Control': 'private, no-store' }));
  app.get('/broken', () => {
    made += 1;
    throw new Error('broken');
  });
  app.post('/write', (c) => c.text('written'));
  const get = async (path: string, headers = {}) => (await app.request(path, { headers })).text();
  return { app, get, made: () => made, pass: (ms: number) => (now += ms) };
}

test('a public page is made once for many readers, and again after five seconds', async () => {
  const { get, pass } = shelf();
  expect(await Promise.all([get('/open'), get('/open'), get('/open')])).toEqual(['made 1', 'made 1', 'made 1']);
  pass(4_999);
  expect(await get('/open')).toBe('made 1');
  pass(2);
  expect(await get('/open')).toBe('made 2');
});

test('who has the page already is told so', async () => {
  const { app, get } = shelf();
  await get('/open');
  expect((await app.request('/open', { headers: { 'If-None-Match': '"a"' } })).status).toBe(304);
});

test('a page for one reader, and a reader with a cookie, are never served from the shelf', async () => {
  const { get } = shelf();
  expect([await get('/closed'), await get('/closed')]).toEqual(['made 1', 'made 2']);
  await get('/open');
  expect(await get('/open', { cookie: 'session=1' })).toBe('made 4');
});

test('whatever is written empties the shelf', async () => {
  const { app, get } = shelf();
  await get('/open');
  await app.request('/write', { method: 'POST' });
  expect(await get('/open')).toBe('made 2');
});

test('a page that fails is not kept, and nobody waits for it for ever', async () => {
  const { app, made } = shelf();
  expect((await app.request('/broken')).status).toBe(500);
  expect((await app.request('/broken')).status).toBe(500);
  expect(made()).toBe(2);
});
