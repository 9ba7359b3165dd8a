import { sql } from 'kysely';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { CALENDAR, jobsOf } from '#app';
import { openHouse, type TestHouse } from '#test/support/house.ts';
import { NOW } from '#test/world.ts';
import { cairnItself } from './actor.ts';
import { connect } from './database/index.ts';
import * as jobs from './jobs.ts';
import * as links from './links.ts';
import { silentLog } from './log.ts';
import * as mail from './mail/index.ts';
import * as settings from './settings.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const later = (days: number) => new Date(NOW.getTime() + days * 86_400_000);

async function night(at: Date): Promise<void> {
  house.setClock(at);
  await jobsOf(house)['house.sweep']?.({});
}

test('every job of the calendar is one that this Cairn knows, and none is forgotten', () => {
  expect(Object.keys(CALENDAR).filter((name) => !jobsOf(house)[name])).toEqual([]);
});

test('a worker keeps the calendar: the queue knows its jobs, and the time when it last did them', async () => {
  const { rows: names } = await sql<{ name: string }>`select current_database() as name`.execute(house.db);
  const { db, pool } = connect(inject('urlOf').replace('DATABASE', names[0]?.name ?? ''), 3);
  const done: string[] = [];
  const handlers = Object.fromEntries(Object.keys(CALENDAR).map((name) => [name, async () => void done.push(name)]));
  const known = async () =>
    (
      await sql<{ identifier: string }>`select identifier from graphile_worker._private_known_crontabs
        order by identifier`.execute(db)
    ).rows.map(({ identifier }) => identifier);
  const start = () => jobs.work(pool, { handlers, calendar: CALENDAR }, silentLog);
  const stop = await start();
  await expect.poll(known, { timeout: 5000 }).toEqual(Object.keys(CALENDAR).sort());
  await stop();
  // A Cairn that was off last night makes up for it when it starts again.
  await sql`update graphile_worker._private_known_crontabs
    set known_since = now() - interval '2 days', last_execution = now() - interval '2 days'`.execute(db);
  const stopAgain = await start();
  await expect.poll(() => [...new Set(done)].sort(), { timeout: 5000 }).toEqual(Object.keys(CALENDAR).sort());
  await stopAgain();
  await db.destroy();
});

test('letters go after the time that stewards set, not a day before', async () => {
  await settings.write(house.db, 'retention.letter-days', 30, cairnItself(NOW));
  await mail.send(house.db, { to: 'old@letters.example', subject: 'Old', text: 'Old' }, NOW);
  await night(later(29));
  expect(await house.lettersTo('old@letters.example')).toHaveLength(1);
  await night(later(30));
  expect(await house.lettersTo('old@letters.example')).toEqual([]);
  await house.work(); // the job of a letter that is gone has nothing to do
});

test('links go when they have run out', async () => {
  const subject = 'the-subject';
  await links.issue(house.db, { purpose: 'p', subject, email: 'a@b.example', days: 7 }, later(40));
  const count = async () =>
    (await house.db.selectFrom('links').select('id').where('subject', '=', subject).execute()).length;
  await night(later(46));
  expect(await count()).toBe(1);
  await night(later(47));
  expect(await count()).toBe(0);
});

test('sessions and codes go when they have run out; the others stay', async () => {
  const [ended, open] = [
    await house.sessions.begin(await house.personId('tom')),
    await house.sessions.begin(await house.personId('orla')),
  ];
  await sql`update auth.sessions set expires_at = now() - interval '1 second'
    where user_id = (select id from auth.users where person_id = ${await house.personId('tom')})`.execute(house.db);
  await (await house.as()).post('/sign-in', { email: 'waits@letters.example' });
  await night(NOW);
  const { rows } = await sql<{
    sessions: number;
    codes: number;
  }>`select (select count(*)::int from auth.sessions) as sessions,
    (select count(*)::int from auth.verifications) as codes`.execute(house.db);
  expect(rows).toEqual([{ sessions: 1, codes: 2 }]);
  expect((await house.sessions.current(new Headers({ cookie: open })))?.personId).toBe(await house.personId('orla'));
  expect(await house.sessions.current(new Headers({ cookie: ended }))).toBeNull();
});
