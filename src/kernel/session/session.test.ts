import { afterAll, beforeAll, expect, test } from 'vitest';
import { silentLog } from '#kernel/log.ts';
import { openHouse, type TestHouse } from '#test/support/house.ts';
import { openAuth } from './auth.ts';
import { openSessions } from './index.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

test('our tables are what better-auth expects', async () => {
  const context = await openAuth(house.db, house.config, silentLog).$context;
  expect(context.explicitSchemaCheck).toBeTypeOf('function');
  await context.explicitSchemaCheck?.();
});

test('a visitor costs no query, and a session costs one', async () => {
  const asked: string[] = [];
  const db = house.db.withPlugin({
    transformQuery: ({ node }) => {
      asked.push(node.kind);
      return node;
    },
    transformResult: async ({ result }) => result,
  });
  const sessions = openSessions(db, house.config);
  const cookie = await house.sessions.begin(await house.personId('amina'));
  asked.length = 0;

  expect((await sessions.actorOf(new Headers(), house.clock())).id).toBeNull();
  expect(asked).toHaveLength(0);
  const actor = await sessions.actorOf(new Headers({ cookie: `other=1; ${cookie}` }), house.clock());
  expect([actor.name, actor.roles]).toEqual(['Amina Yusuf', [{ role: 'member', country: null }]]);
  expect(asked).toHaveLength(1);
});

test('a session that is used lives on, but not beyond half a year', async () => {
  const cookie = await house.sessions.begin(await house.personId('rhys'));
  const headers = new Headers({ cookie });
  const id = (await house.sessions.current(headers))?.sessionId ?? '';
  const days = (n: number) => new Date(Date.now() + n * 86_400_000);
  const set = (row: { updated_at?: Date; expires_at?: Date; created_at?: Date }) =>
    house.db.updateTable('auth.sessions').set(row).where('id', '=', id).execute();

  await set({ updated_at: days(-20), expires_at: days(10) });
  expect((await house.sessions.actorOf(headers, house.clock())).name).toBe('Rhys Pugh');
  const { expires_at } = await house.db
    .selectFrom('auth.sessions')
    .select('expires_at')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  expect(Number(expires_at)).toBeGreaterThan(Number(days(29)));

  await set({ created_at: days(-181) });
  expect((await house.sessions.actorOf(headers, house.clock())).id).toBeNull();
});

test('a cookie that was changed or made up is a visitor’s', async () => {
  const cookie = await house.sessions.begin(await house.personId('amina'));
  for (const wrong of [
    cookie.slice(0, -8),
    cookie.replace('=', '=x'),
    'cairn.session_token=a.b',
    'cairn.session_token=%',
  ])
    expect((await house.sessions.actorOf(new Headers({ cookie: wrong }), house.clock())).id).toBeNull();
});
