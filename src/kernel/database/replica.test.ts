import pg from 'pg';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { openHouse, type TestHouse } from '#test/support/house.ts';
import { startFields } from '#test/support/joining.ts';

const NAME = `replica_${process.pid}`;
const COPY = 'Amina as the replica knows her';
const logged: string[] = [];
let admin: pg.Client;
let house: TestHouse;

/** A second database that is the world too, says something else of Amina, and cannot be written to: a replica. */
beforeAll(async () => {
  admin = new pg.Client({ connectionString: inject('adminUrl') });
  await admin.connect();
  await admin.query(`create database ${NAME} template ${inject('template')}`);
  const url = inject('urlOf').replace('DATABASE', NAME);
  const copy = new pg.Client({ connectionString: url });
  await copy.connect();
  await copy.query("update people set headline = $1 where name = 'Amina Yusuf'", [COPY]);
  await copy.end();
  await admin.query(`alter database ${NAME} set default_transaction_read_only = on`);
  house = await openHouse({
    environment: { DATABASE_REPLICA_URL: url },
    log: (level, message) => {
      if (message !== 'request') logged.push(`${level}: ${message}`);
    },
  });
});
afterAll(async () => {
  await house.close();
  await admin.query(`drop database if exists ${NAME} with (force)`);
  await admin.end();
});

const seesCopy = async (who?: 'rhys', headers: HeadersInit = {}) =>
  (await (await (await house.as(who)).get('/people?words=amina', { headers })).text()).includes(COPY);

test('a visitor reads from the replica; who has signed in, or has a cookie, from the primary', async () => {
  expect(await seesCopy()).toBe(true);
  expect(await seesCopy('rhys')).toBe(false);
  expect(await seesCopy(undefined, { cookie: 'cairn.asked=x' })).toBe(false);
});

test('what a visitor sends is written to the primary', async () => {
  const sent = await (await house.as()).post('/report', {
    address: '/people',
    reason: 'other',
    details: 'From a visitor',
  });
  expect(sent.status).toBe(303);
  const rows = await house.db.selectFrom('reports').select('id').where('details', '=', 'From a visitor').execute();
  expect(rows).toHaveLength(1);
});

test('a link from a letter opens at once, though it and what opening it writes are on the primary only', async () => {
  const visitor = await house.as();
  const { begun } = startFields(house, 'vi@replica.example');
  const form = { name: 'Vi', email: 'vi@replica.example', country: 'wales', pathway: 'public', begun };
  expect((await visitor.post('/join/applications', form)).status).toBe(303);
  const [letter] = await house.lettersTo(form.email);
  const path = /\/join\/applications\/\S+/.exec(letter?.body ?? '')?.[0] ?? '';
  expect((await visitor.get(path)).status).toBe(200);
  expect((await visitor.get('/readyz')).status).toBe(200);
});

test('a page that the replica cannot answer alone is answered by both', async () => {
  await admin.query(`alter database ${NAME} set default_transaction_read_only = off`);
  const copy = new pg.Client({ connectionString: inject('urlOf').replace('DATABASE', NAME) });
  await copy.connect();
  await copy.query('alter table stories rename to stories_of_an_older_cairn');
  await copy.end();
  expect((await (await house.as()).get('/stories')).status).toBe(200);
  expect(await seesCopy()).toBe(true);
  expect(logged).toEqual([]);
});

test('without the replica a visitor reads from the primary, and the log says so once', async () => {
  await admin.query(`drop database ${NAME} with (force)`);
  for (const path of ['/people', '/work', '/landscape', '/'])
    expect((await (await house.as()).get(path)).status).toBe(200);
  expect(await seesCopy()).toBe(false);
  expect(logged).toEqual(['warn: the database replica does not answer; reading from the primary']);
});
