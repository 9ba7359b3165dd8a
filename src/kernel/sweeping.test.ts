import { parseCronItems } from 'graphile-worker';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CALENDAR, jobsOf } from '#app';
import { openHouse, type TestHouse } from '#test/support/house.ts';
import { NOW } from '#test/world.ts';
import { cairnItself } from './actor.ts';
import * as links from './links.ts';
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

test('every job of the calendar is one that this Cairn knows, at a time that the queue understands', () => {
  expect(Object.keys(CALENDAR).filter((name) => !jobsOf(house)[name])).toEqual([]);
  expect(parseCronItems(Object.entries(CALENDAR).map(([task, match]) => ({ task, match })))).toHaveLength(2);
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
