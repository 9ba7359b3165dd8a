import { afterAll, beforeAll, expect, test } from 'vitest';
import { memberships } from '#features/membership/index.ts';
import { cairnItself } from '#kernel/actor.ts';
import * as settings from '#kernel/settings.ts';
import { openHouse, type TestHouse } from '#test/support/house.ts';
import { NOW } from '#test/world.ts';
import { community } from './index.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openHouse();
  await settings.write(house.db, 'community.founded', false, cairnItself(NOW));
});
afterAll(() => house.close());

const fields = { community: 'Tide & Tor', name: 'Ada Owusu', email: 'ada@tide.example', country: 'wales' };

test('whoever holds the link from the terminal sets up the community, once', async () => {
  const visitor = await house.as();
  const token = await community.invitation(house.db, NOW);
  expect((await visitor.get('/founding/some-other-token')).status).toBe(404);
  expect((await visitor.get(`/founding/${token}`)).status).toBe(200);

  const refused = await visitor.post(`/founding/${token}`, { ...fields, email: 'ada' });
  expect(refused.status).toBe(422);
  expect(await refused.text()).toContain('value="Tide &amp; Tor"');

  const done = await visitor.post(`/founding/${token}`, fields);
  expect(done.status).toBe(303);
  expect(done.headers.get('set-cookie')).toContain('HttpOnly');
  const now = await settings.read(house.db);
  expect([now['rooms.landscape'], now['rooms.cases'], now['rooms.joining']]).toEqual([false, false, true]);
  const cookie = done.headers.get('set-cookie')?.split(';')[0] ?? '';
  const steps = await (await visitor.get('/steward', { headers: { cookie } })).text();
  expect(steps).toContain('Open a room when you are ready for it');
  expect((await visitor.post(`/founding/${token}`, fields)).status).toBe(404);
  expect(await community.invitation(house.db, NOW)).toBe(null);
  const grants = await house.db
    .selectFrom('role_grants')
    .innerJoin('person_emails', 'person_emails.person_id', 'role_grants.person_id')
    .select(['role', 'role_grants.person_id'])
    .where('email', '=', fields.email)
    .execute();
  expect(grants.map(({ role }) => role).sort()).toEqual(['member', 'steward']);
  expect(await memberships.of(house.db, grants[0]?.person_id ?? '')).toMatchObject({ founding: true });
});
