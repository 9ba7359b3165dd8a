import { afterAll, beforeAll, expect, test } from 'vitest';
import * as jobs from '#kernel/jobs.ts';
import * as roles from '#kernel/roles.ts';
import { cast } from '#test/cast.ts';
import { openHouse, type TestHouse } from '#test/support/house.ts';
import { workTitled } from '#test/world/work.ts';
import { HOME_BEFORE_LUNCH } from '#test/world/works.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const SETTINGS = { name: 'Tide & Tor', strapline: 'Together', assessments: '3', promiseDays: '14' };

test('a steward changes the settings, and every page says so', async () => {
  const sian = await house.as('sian');
  const refused = await sian.put('/steward/settings', { ...SETTINGS, assessments: '9' });
  expect(refused.status).toBe(422);
  expect(await refused.text()).toContain('Tide &amp; Tor');
  expect((await sian.put('/steward/settings', SETTINGS)).status).toBe(303);
  expect(await (await (await house.as()).get('/people')).text()).toContain('Tide &amp; Tor');
});

test('a steward sets how long things are kept, and the form says what cannot be', async () => {
  const sian = await house.as('sian');
  expect(await (await sian.get('/steward')).text()).toMatch(/name="draftMonths"[^>]*value="3"/);
  const refused = await sian.put('/steward/keeping', { draftMonths: '0', applicationMonths: '18', letterDays: 'long' });
  const page = await refused.text();
  expect([refused.status, page.match(/Give a whole number/g)?.length]).toEqual([422, 4]);
  expect(page).toContain('value="long"');
  const kept = { draftMonths: '2', applicationMonths: '18', letterDays: '30' };
  expect((await sian.put('/steward/keeping', kept)).status).toBe(303);
  expect(await (await sian.get('/steward')).text()).toMatch(/name="applicationMonths"[^>]*value="18"/);
});

test('nobody but a steward sees or does any of it', async () => {
  for (const who of ['amina', 'morag', undefined] as const) {
    const other = await house.as(who);
    expect((await other.get('/steward')).status).toBe(403);
    expect((await other.put('/steward/settings', SETTINGS)).status).toBe(403);
    expect((await other.post('/steward/roles', { email: cast.joe.email, role: 'steward' })).status).toBe(403);
    expect((await other.put('/steward/keeping', { draftMonths: '1' })).status).toBe(403);
    expect((await other.put('/steward/evidence', { profile: 'nhs-mdc' })).status).toBe(403);
    expect((await other.put('/steward/jobs/1')).status).toBe(403);
  }
});

test('a role is given to a confirmed address and taken back; the last steward stays', async () => {
  const sian = await house.as('sian');
  const joe = await house.personId('joe');
  expect((await sian.post('/steward/roles', { email: 'nobody@example.org', role: 'editor' })).status).toBe(422);
  expect((await sian.post('/steward/roles', { email: cast.joe.email, role: 'assessor' })).status).toBe(422);
  expect(
    (await sian.post('/steward/roles', { email: cast.joe.email, role: 'assessor', country: 'wales' })).status,
  ).toBe(303);
  expect(await roles.of(house.db, joe)).toEqual([{ role: 'assessor', country: 'wales' }]);
  expect((await sian.delete(`/steward/roles/${joe}/assessor/wales`)).status).toBe(303);
  expect(await roles.of(house.db, joe)).toEqual([]);
  expect((await sian.delete(`/steward/roles/${await house.personId('sian')}/steward/all`)).status).toBe(409);
  expect((await sian.delete('/steward/roles/not-an-id/steward/all')).status).toBe(404);
});

test('a job that failed for good is listed and can be tried again', async () => {
  await jobs.enqueue(house.db, 'mail.send', { letter: 'gone' });
  const { sql } = await import('kysely');
  await sql`update graphile_worker._private_jobs set attempts = max_attempts, last_error = 'the post is closed'`.execute(
    house.db,
  );
  const sian = await house.as('sian');
  expect(await (await sian.get('/steward')).text()).toContain('the post is closed');
  const [letter] = await jobs.deadLetters(house.db);
  expect((await sian.put(`/steward/jobs/${letter?.id}`)).status).toBe(303);
  expect((await jobs.deadLetters(house.db)).map(({ id }) => id)).not.toContain(letter?.id);
});

test('a steward says where a country has local advice, and teams there find it beside their work', async () => {
  const sian = await house.as('sian');
  const wrong = await sian.put('/steward/advice', { england: 'ask Sue', wales: 'https://advice.example/wales' });
  expect(wrong.status).toBe(422);
  const again = await wrong.text();
  for (const words of ['Give the whole address', 'ask Sue']) expect(again).toContain(words);
  expect((await sian.put('/steward/advice', { wales: 'https://advice.example/wales' })).status).toBe(303);
  const { address } = await workTitled(house.db, HOME_BEFORE_LUNCH.title);
  expect(await (await (await house.as('amina')).get(`/work/${address}`)).text()).toContain(
    'https://advice.example/wales',
  );
  expect((await (await house.as('niamh')).put('/steward/advice', {})).status).toBe(403);
});
