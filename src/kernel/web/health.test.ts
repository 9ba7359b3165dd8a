import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openHouse, type TestHouse } from '#test/support/house.ts';
import { answerHealth } from './health.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

test('a Cairn that can serve says so', async () => {
  const visitor = await house.as();
  for (const path of ['/healthz', '/readyz']) {
    const answer = await visitor.get(path);
    expect(answer.status).toBe(200);
    expect(await answer.text()).toBe('ok\n');
    expect(answer.headers.get('cache-control')).toBe('no-store');
  }
});

test('a database without the tables of this Cairn is not ready, and the process still runs', async () => {
  await sql`delete from migrations where name = '0060-stories.sql'`.execute(house.db);
  const app = answerHealth(house);
  const answer = await app.request('/readyz');
  expect(answer.status).toBe(503);
  expect(await answer.text()).toBe('Migrations that have not been applied: 1.\n');
  await sql`alter table migrations rename to elsewhere`.execute(house.db);
  expect(await (await app.request('/readyz')).text()).toBe('The database does not answer.\n');
  expect((await app.request('/healthz')).status).toBe(200);
});
