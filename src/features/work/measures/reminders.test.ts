import { afterAll, beforeAll, expect, test } from 'vitest';
import { cast } from '#test/cast.ts';
import { ORIGIN, openHouse, type TestHouse } from '#test/support/house.ts';
import { workTitled } from '#test/world/work.ts';
import { HOME_BEFORE_LUNCH } from '#test/world/works.ts';
import { measures, readings, reminders } from '../index.ts';
import { after } from './reminders.ts';

let house: TestHouse;
const START = new Date('2026-10-05T09:00:00Z');
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

async function measured(name: string) {
  house.setClock(START);
  const amina = await house.actor('amina');
  const work = await workTitled(house.db, HOME_BEFORE_LUNCH.title);
  const definition = { name, definition: '', unit: 'falls', better: 'down', target: null, places: null } as const;
  const measure = await measures.define(house.db, work, definition, amina);
  await readings.record(house.db, work, measure, [{ date: '2026-09-01', value: 4 }], amina);
  return { work, measure, amina, path: `/work/${work.address}/measures/${measure.short}` };
}

async function linkIn(name: string): Promise<string> {
  const letter = (await house.lettersTo(cast.amina.email)).find(({ subject }) => subject.includes(name));
  return /\/work\/readings\/\S+/.exec(letter?.body ?? '')?.[0] ?? '';
}

function at(day: string): Date {
  const then = new Date(`${day}T08:00:00Z`);
  house.setClock(then);
  return then;
}

test('a reminder is asked for, a letter comes when it is due, and its link takes one number, once', async () => {
  const { measure, path } = await measured('Falls on the ward');
  const browser = await house.as('amina');
  expect((await browser.put(`${path}/reminder`, { every: 'often' })).status).toBe(422);
  expect((await browser.put(`${path}/reminder`, { every: 'month' })).status).toBe(303);
  expect(await (await browser.get(`${path}/reminder`)).text()).toContain('every month; the next on 5 November 2026');
  await reminders.send(house.db, ORIGIN, at('2026-11-04'));
  expect(await linkIn('Falls on the ward')).toBe('');
  await reminders.send(house.db, ORIGIN, at('2026-11-05'));
  await reminders.send(house.db, ORIGIN, at('2026-11-05'));
  const letters = await house.lettersTo(cast.amina.email);
  expect(letters.filter(({ subject }) => subject.includes('Falls on the ward'))).toHaveLength(1);

  const link = await linkIn('Falls on the ward');
  const visitor = await house.as();
  expect(await (await visitor.get(link)).text()).toContain('The reading for 1 October 2026');
  const slip = await visitor.put(link, { value: 'three' });
  expect(slip.status).toBe(422);
  expect(await slip.text()).toContain('value="three"');
  expect(await (await visitor.put(link, { value: '3' })).text()).toContain('The reading is on the chart.');
  expect((await readings.list(house.db, measure.id)).map(({ date, value }) => [date, value])).toEqual([
    ['2026-09-01', 4],
    ['2026-10-01', 3],
  ]);
  expect((await visitor.get(link)).status).toBe(404);
  expect((await visitor.put(link, { value: '9' })).status).toBe(404);
});

test('the link runs out, is no use once its reader has left the team, and names a date that was filled meanwhile', async () => {
  const { work, measure, amina } = await measured('Bells at night');
  await reminders.ask(house.db, work, measure, 'week', amina);
  await reminders.send(house.db, ORIGIN, at('2026-10-12'));
  const link = await linkIn('Bells at night');
  const visitor = await house.as();
  await readings.record(house.db, work, measure, [{ date: '2026-09-08', value: 1 }], amina);
  const taken = await visitor.put(link, { value: '2' });
  expect(taken.status).toBe(422);
  expect(await taken.text()).toContain('There is a reading for 8 September 2026 already.');
  at('2026-10-19');
  expect((await visitor.get(link)).status).toBe(404);
  at('2026-10-12');
  expect((await visitor.get(link)).status).toBe(200);
  const own = { measure_id: measure.id, person: amina.id ?? '' };
  await house.db.deleteFrom('work_team').where('work_id', '=', work.id).where('person_id', '=', own.person).execute();
  expect((await visitor.get(link)).status).toBe(404);
  await house.db
    .insertInto('work_team')
    .values({
      id: own.measure_id,
      work_id: work.id,
      person_id: own.person,
      name: '',
      invited_by: own.person,
      invited_at: START,
      accepted_at: START,
    })
    .execute();
});

test('the same page stops the letters; others may neither ask nor stop', async () => {
  const { work, measure, amina, path } = await measured('Trolleys');
  await reminders.ask(house.db, work, measure, 'week', amina);
  const priya = await house.as('priya');
  for (const answer of [priya.get(`${path}/reminder`), priya.put(`${path}/reminder`), priya.delete(`${path}/reminder`)])
    expect((await answer).status).toBe(404);
  const callum = await house.actor('callum');
  await expect(reminders.ask(house.db, work, measure, 'week', callum)).rejects.toThrow('permission');
  await expect(reminders.stop(house.db, work, measure, callum)).rejects.toThrow('permission');
  await reminders.send(house.db, ORIGIN, at('2026-10-12'));
  const stopped = await (await house.as()).delete(await linkIn('Trolleys'));
  expect(await stopped.text()).toContain('No more letters');
  expect(await reminders.of(house.db, measure)).toBeNull();
});

test('no letter goes out while the next reading lies ahead', async () => {
  const { work, measure, amina } = await measured('Ahead');
  await readings.record(house.db, work, measure, [{ date: '2026-12-01', value: 1 }], amina);
  await reminders.ask(house.db, work, measure, 'week', amina);
  await reminders.send(house.db, ORIGIN, at('2026-10-12'));
  expect(await linkIn('Ahead')).toBe('');
});

test('a month after the last day of a month is the last day of the next', () => {
  expect(after('2026-01-31', 'month')).toBe('2026-02-28');
  expect(after('2026-12-31', 'month')).toBe('2027-01-31');
  expect(after('2026-12-28', 'week')).toBe('2027-01-04');
});

test('what is counted, per what, and the chart that suits it are kept and shown', async () => {
  const { path } = await measured('As defined');
  const amina = await house.as('amina');
  const fields = { name: 'Falls', better: 'down', definition: 'Every fall that is written down.' };
  const more = { numerator: 'Falls', denominator: '1,000 patient-days', chart: 'u' };
  expect((await amina.put(path, { ...fields, ...more, chart: 'pie' })).status).toBe(422);
  expect((await amina.put(path, { ...fields, ...more })).status).toBe(303);
  const page = await (await amina.get(path)).text();
  expect(page).toContain('Every fall that is written down. Falls per 1,000 patient-days.');
  expect(page).toContain('The team chose a u chart for this.');
  expect(await (await amina.get(`${path}/edit`)).text()).toContain('→ u chart');
});
