import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as roles from '#kernel/roles.ts';
import { actorFor } from '#kernel/session/index.ts';
import { openHouse, type TestHouse } from '#test/support/house.ts';
import {
  answers,
  apply,
  askedFor,
  assessBy,
  begin,
  decisionFields,
  doubtful,
  good,
  linkTo,
} from '#test/support/joining.ts';
import { NOW } from '#test/world.ts';
import { memberships } from './index.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

async function ready(email: string) {
  const application = await apply(house, email);
  await assessBy(house, application.shortId, [good, good]);
  return application;
}

async function personOf(email: string): Promise<string | undefined> {
  const row = await house.db
    .selectFrom('person_emails')
    .select('person_id')
    .where('email', '=', email)
    .executeTakeFirst();
  return row?.person_id;
}

test('the letter is composed from the reasons, and sent as it was edited', async () => {
  const { address, shortId } = await ready('letter@example.org');
  const priya = await house.as('priya');
  const page = await (await priya.get(`${address}/decision?outcome=admitted`)).text();
  expect(page).toContain('Another ward changed because of you.');
  expect(page).toContain('Dear Wanda Newby,');
  const fields = { ...(await decisionFields(house, shortId, 'admitted')), letter: 'Dear Wanda,\n\nPlease come in.' };
  expect((await priya.put(`${address}/decision`, fields)).status).toBe(303);
  const [letter] = await house.lettersTo('letter@example.org');
  expect(letter?.subject).toBe('Welcome to Cairn');
  expect(letter?.body).toContain('Please come in.');
  expect(letter?.body).toContain('/sign-in');
  expect(letter?.body).toContain('/account/about-you');
});

test('admitting makes a member with a country: person, membership, role, entry', async () => {
  const { address, shortId, link } = await ready('member@example.org');
  await (await house.as('tom')).put(`${address}/decision`, await decisionFields(house, shortId, 'admitted'));
  const id = (await personOf('member@example.org')) ?? '';
  expect(await memberships.of(house.db, id)).toMatchObject({ admittedAt: NOW, founding: false });
  expect(await roles.of(house.db, id)).toEqual([{ role: 'member', country: null }]);
  const { country } = await house.db
    .selectFrom('people')
    .select('country')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  expect(country).toBe('england');
  const entries = await house.db.selectFrom('journal').select('verb').where('subject_id', '=', id).execute();
  expect(entries.map(({ verb }) => verb)).toEqual(
    expect.arrayContaining(['person.met', 'role.granted', 'member.admitted']),
  );
  expect(await (await (await house.as()).get(link)).text()).toContain('Welcome to Cairn');
});

test('an admission that is broken off in the middle leaves nothing', async () => {
  const { address, shortId } = await ready('broken@example.org');
  await sql`create function break_off() returns trigger language plpgsql as
    $$ begin if new.verb = 'application.admitted' then raise exception 'the power went'; end if; return new; end $$`.execute(
    house.db,
  );
  await sql`create trigger break_off before insert on journal for each row execute function break_off()`.execute(
    house.db,
  );
  const letters = (await house.lettersTo('broken@example.org')).length;
  const fields = await decisionFields(house, shortId, 'admitted');
  expect((await (await house.as('tom')).put(`${address}/decision`, fields)).status).toBe(500);
  expect(await personOf('broken@example.org')).toBeUndefined();
  expect(await house.lettersTo('broken@example.org')).toHaveLength(letters);
  const decided = await house.db
    .selectFrom('decisions')
    .select('id')
    .where('submission_id', '=', fields.submission)
    .execute();
  expect(decided).toEqual([]);
  await sql`drop trigger break_off on journal`.execute(house.db);
  expect((await (await house.as('tom')).put(`${address}/decision`, fields)).status).toBe(303);
  expect(await personOf('broken@example.org')).toBeDefined();
});

test('two tabs and two people decide once', async () => {
  const { address, shortId } = await ready('double@example.org');
  const [tom, priya, sian] = [await house.as('tom'), await house.as('priya'), await house.as('sian')];
  const fields = await decisionFields(house, shortId, 'admitted');
  const answersOfAll = await Promise.all([
    tom.put(`${address}/decision`, fields),
    tom.put(`${address}/decision`, fields),
    priya.put(`${address}/decision`, fields),
    sian.put(`${address}/decision`, { ...fields, outcome: 'not-now' }),
  ]);
  expect(answersOfAll.map(({ status }) => status).sort()).toEqual([303, 409, 409, 409]);
  const letters = await house.lettersTo('double@example.org');
  expect(letters.filter(({ subject }) => /Welcome|application to Cairn/.test(subject))).toHaveLength(2);
});

test('nobody decides before everybody has read', async () => {
  const { address, shortId } = await apply(house, 'early@example.org');
  await assessBy(house, shortId, [good]);
  const fields = await decisionFields(house, shortId, 'admitted');
  expect((await (await house.as('priya')).put(`${address}/decision`, fields)).status).toBe(409);
  expect((await (await house.as('priya')).get(`${address}/decision`)).status).toBe(303);
  expect(await personOf('early@example.org')).toBeUndefined();
});

test('a decision without a letter comes back with what was typed', async () => {
  const { address, shortId } = await ready('empty@example.org');
  const fields = { ...(await decisionFields(house, shortId, 'not-now')), letter: '', reasons: 'Kept' };
  const answer = await (await house.as('priya')).put(`${address}/decision`, fields);
  expect(answer.status).toBe(422);
  const page = await answer.text();
  expect(page).toContain('Write the letter.');
  expect(page).toContain('Kept');
});

test('where assessors differed the decision says why', async () => {
  const { address, shortId } = await apply(house, 'why@example.org');
  await assessBy(house, shortId, [good, doubtful]);
  await assessBy(house, shortId, [good]);
  const fields = await decisionFields(house, shortId, 'admitted');
  const sian = await house.as('sian');
  const answer = await sian.put(`${address}/decision`, fields);
  expect(answer.status).toBe(422);
  expect(await answer.text()).toContain('Say in a sentence why you decide this way.');
  expect((await sian.put(`${address}/decision`, { ...fields, reasons: 'Two of three saw it.' })).status).toBe(303);
});

test('asked for more, an applicant adds to what they wrote and the same people read it again', async () => {
  const { address, shortId } = await apply(house, 'adds@example.org');
  const readers = await askedFor(house, shortId);
  await assessBy(house, shortId, [doubtful, { ...doubtful, 'view-reflection': 'cannot-tell' }]);
  const fields = { ...(await decisionFields(house, shortId, 'more-needed')), letter: 'Who else changed?' };
  // One finds the reflection met and the other cannot tell: that is no disagreement.
  expect((await (await house.as('priya')).put(`${address}/decision`, fields)).status).toBe(303);
  const link = await linkTo(house, 'adds@example.org');
  const visitor = await house.as();
  const page = await (await visitor.get(link)).text();
  expect(page).toContain('Who else changed?');
  expect(page).toContain('I moved a ward that was not mine.');
  const more = { ...answers, 'answer-influence': 'Ward nine did, and the kitchen.', country: 'wales' };
  expect((await visitor.put(`${link}/submission`, more)).status).toBe(303);
  expect(await askedFor(house, shortId)).toEqual(readers);
  const reading = await (await (await house.as('priya')).get(address)).text();
  expect(reading).toContain('Ward nine did, and the kitchen.');
  expect(reading).toContain('England');
  expect((await (await house.as('priya')).put(`${address}/decision`, fields)).status).toBe(409);
});

test('not now: the letter says how to return, and the same address may apply again', async () => {
  const { address, shortId, link } = await ready('notnow@example.org');
  const fields = { ...(await decisionFields(house, shortId, 'not-now')), letter: 'We missed the people.' };
  expect((await (await house.as('sian')).put(`${address}/decision`, fields)).status).toBe(303);
  const [letter] = await house.lettersTo('notnow@example.org');
  expect(letter?.body).toContain('We missed the people.');
  expect(letter?.body).toContain('You are welcome to apply again at any time');
  expect(await personOf('notnow@example.org')).toBeUndefined();
  expect(await (await (await house.as()).get(link)).text()).toContain('We missed the people.');
  expect(await begin(house, 'notnow@example.org')).not.toBe(link);
});

test('who asked for the first reading hears that it is ready', async () => {
  const { shortId } = await apply(house, 'owner@example.org');
  const asked = await askedFor(house, shortId);
  await assessBy(house, shortId, [good, good]);
  const told = await Promise.all(
    asked.map(async (id) => {
      const { email } = await actorFor(house.db, id, NOW);
      return (await house.lettersTo(email ?? '')).filter(
        ({ subject, body }) => subject === 'An application is ready to decide' && body.includes(shortId),
      ).length;
    }),
  );
  expect(told.sort()).toEqual([0, 1]);
});
