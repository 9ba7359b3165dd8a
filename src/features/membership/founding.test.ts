import { afterAll, beforeAll, expect, test } from 'vitest';
import { cast } from '#test/cast.ts';
import { openHouse, type TestHouse } from '#test/support/house.ts';
import { linkTo } from '#test/support/joining.ts';
import { founding, memberships } from './index.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const LIST = '/membership/invitations';
const invited = { name: 'Greta Founder', email: 'greta@example.org', reason: 'You held the network together.' };
const accepting = { name: 'Greta Founder', country: 'scotland', compact: 'yes' };

test('a steward invites; the letter says why; accepting the compact makes a founding member, once', async () => {
  expect((await (await house.as('sian')).post(LIST, invited)).status).toBe(303);
  const [letter] = await house.lettersTo(invited.email);
  expect(letter?.subject).toBe('Siân Prosser invites you to Cairn');
  expect(letter?.body).toContain(invited.reason);
  const link = await linkTo(house, invited.email);
  const visitor = await house.as();
  expect(await (await visitor.get(link)).text()).toContain(invited.reason);
  const both = await Promise.all([
    visitor.put(`${link}/acceptance`, accepting),
    visitor.put(`${link}/acceptance`, accepting),
  ]);
  expect(both.map(({ status }) => status)).toEqual([303, 303]);
  const { person_id } = await house.db
    .selectFrom('person_emails')
    .select('person_id')
    .where('email', '=', invited.email)
    .executeTakeFirstOrThrow();
  expect(await memberships.of(house.db, person_id)).toMatchObject({ founding: true });
  const { compact_version } = await house.db
    .selectFrom('founding_admissions')
    .select('compact_version')
    .where('person_id', '=', person_id)
    .executeTakeFirstOrThrow();
  expect(compact_version).toBe('1');
  expect(await (await visitor.get(link)).text()).toContain('You are a founding member.');
});

test('nobody is admitted without accepting the compact', async () => {
  await (await house.as('sian')).post(LIST, { ...invited, email: 'no-compact@example.org' });
  const link = await linkTo(house, 'no-compact@example.org');
  const answer = await (await house.as()).put(`${link}/acceptance`, { ...accepting, name: 'Typed', compact: '' });
  expect(answer.status).toBe(422);
  const page = await answer.text();
  expect(page).toContain('Please read the compact');
  expect(page).toContain('value="Typed"');
  const rows = await house.db
    .selectFrom('person_emails')
    .select('id')
    .where('email', '=', 'no-compact@example.org')
    .execute();
  expect(rows).toEqual([]);
});

test('only a steward invites, sees the invitations and takes one back', async () => {
  const before = await house.db.selectFrom('founding_invitations').select('id').execute();
  for (const who of [undefined, 'joe', 'amina', 'priya', 'morag'] as const) {
    const browser = await house.as(who);
    expect((await browser.get(LIST)).status).toBe(403);
    expect((await browser.post(LIST, { ...invited, email: 'x@example.org' })).status).toBe(403);
    expect((await browser.delete(`${LIST}/${before[0]?.id}`)).status).toBe(403);
  }
  expect(await house.db.selectFrom('founding_invitations').select('id').execute()).toEqual(before);
});

test('an invitation without a reason comes back with what was typed', async () => {
  const answer = await (await house.as('sian')).post(LIST, { ...invited, reason: '' });
  expect(answer.status).toBe(422);
  const page = await answer.text();
  expect(page).toContain('Say why.');
  expect(page).toContain(`value="${invited.email}"`);
});

test('an invitation taken back opens nothing, and one accepted stays', async () => {
  const sian = await house.as('sian');
  await sian.post(LIST, { ...invited, email: 'taken-back@example.org' });
  const link = await linkTo(house, 'taken-back@example.org');
  const [newest, ...older] = await founding.list(house.db, await house.actor('sian'));
  expect((await sian.delete(`${LIST}/${newest?.id}`)).status).toBe(303);
  expect((await (await house.as()).get(link)).status).toBe(404);
  expect((await (await house.as()).put(`${link}/acceptance`, accepting)).status).toBe(404);
  const accepted = older.find(({ acceptedAt }) => acceptedAt !== null);
  expect((await sian.delete(`${LIST}/${accepted?.id}`)).status).toBe(409);
});

test('somebody who is a member already is not admitted twice', async () => {
  await (await house.as('sian')).post(LIST, { ...invited, email: cast.amina.email });
  const link = await linkTo(house, cast.amina.email);
  expect((await (await house.as()).put(`${link}/acceptance`, accepting)).status).toBe(409);
});

test('the cast are founding members, and the first of them came without an invitation', async () => {
  for (const name of ['amina', 'sian', 'niamh'] as const)
    expect(await memberships.of(house.db, await house.personId(name))).toMatchObject({ founding: true });
  expect(await memberships.of(house.db, await house.personId('joe'))).toBeNull();
  const uninvited = await house.db
    .selectFrom('founding_admissions')
    .select('person_id')
    .where('invitation_id', 'is', null)
    .execute();
  expect(uninvited).toEqual([{ person_id: await house.personId('sian') }]);
});
