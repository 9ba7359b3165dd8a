import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { root } from '#kernel/paths.ts';
import { cast } from '#test/cast.ts';
import { openHouse, type TestHouse } from '#test/support/house.ts';
import { type Jar, openJar, signInByLink } from '#test/support/jar.ts';
import { answers, linkTo, startFields } from '#test/support/joining.ts';

let house: TestHouse;
let jar: Jar;
beforeAll(async () => {
  house = await openHouse();
  jar = await signInByLink(house, cast.joe.email, { shared: 'yes' });
});
afterAll(() => house.close());

test('nothing of ours keeps anything in a browser but cookies', () => {
  const files = globSync(['src/**/*.{ts,tsx}'], { cwd: root }).filter((file) => !file.endsWith('.test.ts'));
  const keepers = files.filter((file) =>
    /\b(localStorage|sessionStorage|indexedDB|serviceWorker|caches\.open)\b/.test(
      readFileSync(join(root, file), 'utf8'),
    ),
  );
  expect(keepers).toEqual([]);
});

test('a draft written on a shared computer is on the server, at an address that opens it for its writer only', async () => {
  const begun = await jar.post('/join/applications', startFields(house, cast.joe.email));
  expect(begun.headers.get('location')).toBe('/join/applications/mine');
  const saved = await jar.put('/join/applications/mine', { ...answers, 'answer-influence': 'Half a thought' });
  expect(saved.headers.get('location')).toBe('/join/applications/mine?saved=1');
  expect(jar.lines()).toEqual([]);
  const page = await jar.get('/join/applications/mine');
  expect(page.headers.get('cache-control')).toBe('private, no-store');
  expect(await page.text()).toContain('Half a thought');
  for (const who of ['amina', undefined] as const)
    expect((await (await house.as(who)).get('/join/applications/mine')).status).toBe(404);
});

test('the link of the letter leads there too, so that no token stays in the address', async () => {
  const link = await linkTo(house, cast.joe.email);
  expect((await jar.get(link)).headers.get('location')).toBe('/join/applications/mine');
  expect((await (await openJar(house)).get(link)).status).toBe(200);
});

test('it holds two cookies without an age, and signing out leaves none and empties what the browser kept', async () => {
  const other = await openJar(house);
  await other.post('/sign-in', { email: cast.tom.email, shared: 'yes' });
  for (const line of other.lines()) expect(line).not.toMatch(/max-age|expires/i);
  const out = await jar.delete('/session');
  expect(out.headers.get('clear-site-data')).toBe('"cache", "cookies", "storage"');
  expect([...jar.cookies.keys()]).toEqual([]);
  expect((await jar.get('/join/applications/mine')).status).toBe(404);
  const own = await signInByLink(house, cast.joe.email);
  expect((await own.delete('/session')).headers.get('clear-site-data')).toBeNull();
  expect((await own.get('/join/applications/mine')).status).toBe(404);
});
