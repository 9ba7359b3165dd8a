import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApp } from '#app';
import { cast } from '#test/cast.ts';
import { openHouse, type TestHouse } from '#test/support/house.ts';
import { letterTo, openJar } from '#test/support/jar.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

test('the demo signs anybody in as one of its people', async () => {
  const jar = await openJar(house);
  const page = await (await jar.get('/demo')).text();
  expect(page).toContain(`Sign in as ${cast.sian.name}`);
  expect(page).toContain('assessor for Wales');
  expect(page).toContain(cast.joe.name);
  const answer = await jar.post('/demo/session', { person: await house.personId('sian'), next: '/people' });
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/people']);
  expect(await (await jar.get('/account')).text()).toContain(cast.sian.name);
});

test('only the people of its list, and only onward in this house', async () => {
  const jar = await openJar(house);
  expect((await jar.post('/demo/session', { person: '019342d0-0000-7000-8000-000000000000' })).status).toBe(404);
  expect((await jar.post('/demo/session', { person: 'sian' })).status).toBe(404);
  const answer = await jar.post('/demo/session', { person: await house.personId('joe'), next: '//evil.example' });
  expect(answer.headers.get('location')).toBe('/');
});

test('the outbox shows letters with links that can be opened', async () => {
  const jar = await openJar(house);
  await jar.post('/sign-in', { email: cast.amina.email });
  const { token } = await letterTo(house, cast.amina.email);
  const page = await (await jar.get('/outbox')).text();
  expect(page).toContain(cast.amina.email);
  expect(page).toContain(`<a href="http://localhost:3000/sign-in/link?token=${token}">`);
});

test('where people are real there is no demo and no outbox', async () => {
  const app = createApp({ ...house, config: { ...house.config, mode: 'production' } });
  const person = await house.personId('sian');
  for (const path of ['/demo', '/outbox']) expect((await app.request(`http://localhost:3000${path}`)).status).toBe(404);
  const answer = await app.request('http://localhost:3000/demo/session', {
    method: 'POST',
    headers: { origin: 'http://localhost:3000', 'sec-fetch-site': 'same-origin' },
    body: new URLSearchParams({ person }),
  });
  expect([answer.status, answer.headers.getSetCookie()]).toEqual([404, []]);
});
