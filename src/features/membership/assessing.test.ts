import { afterAll, beforeAll, expect, test } from 'vitest';
import { people } from '#features/people/index.ts';
import { cairnItself } from '#kernel/actor.ts';
import * as roles from '#kernel/roles.ts';
import { actorFor } from '#kernel/session/index.ts';
import * as settings from '#kernel/settings.ts';
import { openHouse, type TestHouse } from '#test/support/house.ts';
import { apply, askedFor, assessBy, begin, browserOf, doubtful, good } from '#test/support/joining.ts';
import { APPLICANTS } from '#test/world/applicants.ts';
import { NOW } from '#test/world.ts';
import { panel, queue } from './index.ts';
import { STATES } from './words.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

async function statesOf(email: string): Promise<string | null> {
  const row = await house.db
    .selectFrom('applications')
    .innerJoin('application_states', 'application_states.application_id', 'applications.id')
    .select('state')
    .where('email', '=', email)
    .executeTakeFirstOrThrow();
  return row.state;
}

test('the world has an application in each state, and each stands where it says', async () => {
  for (const { email, standing } of APPLICANTS) expect([email, await statesOf(email)]).toEqual([email, standing]);
  expect(new Set(APPLICANTS.map(({ standing }) => standing))).toEqual(
    new Set(STATES.filter((state) => state !== 'lapsed')), // only time makes that one: see retention.test.ts
  );
});

test('the queue shows an assessor their country only, with the wait, the owner and what is asked of them', async () => {
  const page = await (await (await house.as('orla')).get('/assessing')).text();
  expect(page).toContain('Fergal Keaney');
  expect(page).toContain('21 of 28 days');
  expect(page).toContain('Views differ: a third is reading');
  expect(page).not.toContain('Mhairi Lockhart');
  expect(page).not.toContain('Hannah Sowerby');
  const late = await (await (await house.as('callum')).get('/assessing')).text();
  expect(late).toMatch(/Kirsty Drummond[\s\S]*31 of 28 days[\s\S]*Late/);
});

test('the queue is for assessors and stewards', async () => {
  for (const who of [undefined, 'joe', 'amina', 'morag'] as const)
    expect((await (await house.as(who)).get('/assessing')).status).toBe(403);
  const page = await (await (await house.as('sian')).get('/assessing')).text();
  expect(page).toContain('Mhairi Lockhart');
  expect(page).toContain('Marcus Adeyemi');
  expect(await (await (await house.as('sian')).get('/assessing?show=closed')).text()).toContain('Gregor Haldane');
  expect(await (await (await house.as('sian')).get('/assessing?show=applicant')).text()).toContain('Oisín Tuohy');
});

test('who may not read an application does not find it', async () => {
  const { address } = await apply(house, 'hidden@example.org');
  for (const who of [undefined, 'joe', 'amina', 'rhys', 'orla', 'callum', 'niamh'] as const) {
    const browser = await house.as(who);
    expect((await browser.get(address)).status).toBe(404);
    expect((await browser.post(`${address}/assessments`, good)).status).toBe(404);
    expect((await browser.put(`${address}/conflict`)).status).toBe(404);
    expect((await browser.get(`${address}/decision`)).status).toBe(404);
    expect((await browser.put(`${address}/decision`, { outcome: 'admitted', letter: 'x' })).status).toBe(404);
  }
  for (const who of ['priya', 'tom', 'sian'] as const)
    expect((await (await house.as(who)).get(address)).status).toBe(200);
});

test('a draft is its writer’s alone', async () => {
  await begin(house, 'draft@example.org');
  const { short_id } = await house.db
    .selectFrom('applications')
    .select('short_id')
    .where('email', '=', 'draft@example.org')
    .executeTakeFirstOrThrow();
  for (const who of ['priya', 'sian'] as const)
    expect((await (await house.as(who)).get(`/assessing/${short_id}`)).status).toBe(404);
});

test('two assessors are asked, those who have least to read, and a letter tells them', async () => {
  const { shortId, address } = await apply(house, 'two@example.org');
  const asked = await askedFor(house, shortId);
  expect(asked).toHaveLength(2);
  for (const id of asked) {
    const { email } = await actorFor(house.db, id, NOW);
    const [letter] = await house.lettersTo(email ?? '');
    expect(letter?.body).toContain(address);
    expect(letter?.body).not.toContain('Wanda');
  }
  for (let i = 0; i < 4; i++) await apply(house, `more${i}@example.org`);
  const england = await roles.holders(house.db, 'assessor', 'england');
  const loads = await Promise.all(
    england.map(async (id) => {
      const { rows } = await queue.list(house.db, { show: 'mine' }, await actorFor(house.db, id, NOW));
      return rows.filter(({ asked: what }) => what === 'assess').length;
    }),
  );
  expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(1);
});

test('an assessment needs a view and a reason for each criterion; what was typed is still there', async () => {
  const { shortId, address } = await apply(house, 'thin@example.org');
  const [asked = ''] = await askedFor(house, shortId);
  const answer = await (await browserOf(house, asked)).post(`${address}/assessments`, {
    'view-influence': 'met',
    'reason-influence': 'Still here',
    'view-reflection': 'nonsense',
  });
  expect(answer.status).toBe(422);
  const page = await answer.text();
  expect(page).toContain('Choose your view of “Reflection on how change happens”.');
  expect(page).toContain('Give a reason for your view of “Reflection on how change happens”.');
  expect(page).toContain('Still here');
});

test('nobody sees another’s assessment before giving their own', async () => {
  const { shortId, address } = await apply(house, 'blind@example.org');
  const [first = '', second = ''] = await askedFor(house, shortId);
  await (await browserOf(house, first)).post(`${address}/assessments`, good);
  const before = await (await (await browserOf(house, second)).get(address)).text();
  expect(before).not.toContain('Another ward changed because of you.');
  const others = await roles.holders(house.db, 'assessor', 'england');
  const unasked = others.find((id) => id !== first && id !== second) ?? '';
  for (const id of [unasked, await house.personId('sian')])
    expect(await (await (await browserOf(house, id)).get(address)).text()).not.toContain('Another ward changed');
  expect(await (await (await browserOf(house, first)).get(address)).text()).toContain('Another ward changed');
  await (await browserOf(house, second)).post(`${address}/assessments`, doubtful);
  expect(await (await (await browserOf(house, second)).get(address)).text()).toContain('Another ward changed');
});

test('an assessor gives one assessment, and only those who were asked give any', async () => {
  const { shortId, address } = await apply(house, 'once@example.org');
  const asked = await askedFor(house, shortId);
  const unasked = (await roles.holders(house.db, 'assessor', 'england')).find((id) => !asked.includes(id)) ?? '';
  expect((await (await browserOf(house, unasked)).post(`${address}/assessments`, good)).status).toBe(403);
  expect((await (await house.as('sian')).post(`${address}/assessments`, good)).status).toBe(403);
  const first = await browserOf(house, asked[0] ?? '');
  const both = await Promise.all([
    first.post(`${address}/assessments`, good),
    first.post(`${address}/assessments`, good),
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual([303, 409]);
});

test('who knows the applicant leaves it to somebody else and sees it no more', async () => {
  const { shortId, address } = await apply(house, 'friend@example.org');
  const [friend = '', other = ''] = await askedFor(house, shortId);
  const browser = await browserOf(house, friend);
  expect((await browser.put(`${address}/conflict`)).status).toBe(303);
  expect((await browser.get(address)).status).toBe(404);
  expect((await browser.post(`${address}/assessments`, good)).status).toBe(404);
  const asked = await askedFor(house, shortId);
  expect(asked).toHaveLength(2);
  expect(asked).toContain(other);
  expect(asked).not.toContain(friend);
});

test('who has given an assessment cannot step aside afterwards', async () => {
  const { shortId, address } = await apply(house, 'after@example.org');
  const [first = ''] = await askedFor(house, shortId);
  const browser = await browserOf(house, first);
  await browser.post(`${address}/assessments`, good);
  expect((await browser.put(`${address}/conflict`)).status).toBe(403);
});

test('an assessor who applies is neither asked nor shown their own application', async () => {
  const cairn = cairnItself(NOW);
  const applicant = await people.meet(house.db, { email: 'self@example.org', name: 'Wanda Newby' }, cairn);
  await roles.grant(house.db, applicant, { role: 'assessor', country: 'england' }, cairn);
  await roles.grant(house.db, applicant, { role: 'steward', country: null }, cairn);
  const { address, shortId } = await apply(house, 'self@example.org');
  expect(await askedFor(house, shortId)).not.toContain(applicant);
  const browser = await browserOf(house, applicant);
  expect((await browser.get(address)).status).toBe(404);
  expect((await browser.post(`${address}/assessments`, good)).status).toBe(404);
  expect((await browser.put(`${address}/decision`, { outcome: 'admitted', letter: 'x' })).status).toBe(404);
  await roles.revoke(house.db, applicant, { role: 'assessor', country: 'england' }, cairn);
  await roles.revoke(house.db, applicant, { role: 'steward', country: null }, cairn);
});

test('disagreement brings a third, who does not see why; then it is ready to decide', async () => {
  const { shortId, address } = await apply(house, 'differ@example.org');
  await assessBy(house, shortId, [good, doubtful]);
  expect(await statesOf('differ@example.org')).toBe('third');
  const [third = ''] = await askedFor(house, shortId);
  const browser = await browserOf(house, third);
  const page = await (await browser.get(address)).text();
  expect(page).toContain('Two people saw this differently');
  expect(page).not.toContain('We could not see who else changed.');
  expect((await browser.post(`${address}/assessments`, good)).status).toBe(303);
  expect(await statesOf('differ@example.org')).toBe('ready');
});

test('a seat that nobody could take is open to the next assessor', async () => {
  const { shortId, address } = await apply(house, 'lonely@example.org');
  for (const id of await askedFor(house, shortId)) await (await browserOf(house, id)).put(`${address}/conflict`);
  const [last = ''] = await askedFor(house, shortId);
  expect((await (await browserOf(house, last)).post(`${address}/assessments`, good)).status).toBe(303);
  expect(await askedFor(house, shortId)).toEqual([]);
  const amina = await house.personId('amina');
  await roles.grant(house.db, amina, { role: 'assessor', country: 'england' }, cairnItself(NOW));
  const row = await panel.find(house.db, shortId, await house.actor('amina'));
  expect(row.openSeats).toBe(1);
  expect(await (await (await house.as('amina')).get('/assessing')).text()).toContain('A reader is missing');
  expect((await (await house.as('amina')).post(`${address}/assessments`, good)).status).toBe(303);
  expect(await statesOf('lonely@example.org')).toBe('ready');
  await roles.revoke(house.db, amina, { role: 'assessor', country: 'england' }, cairnItself(NOW));
});

test('how many are asked is a setting, kept for applications that were sent before it changed', async () => {
  const { shortId: before } = await apply(house, 'setting1@example.org');
  await settings.write(house.db, 'membership.assessments', 1, cairnItself(NOW));
  const { shortId: after } = await apply(house, 'setting2@example.org');
  await settings.write(house.db, 'membership.assessments', 2, cairnItself(NOW));
  expect(await askedFor(house, before)).toHaveLength(2);
  expect(await askedFor(house, after)).toHaveLength(1);
  await assessBy(house, after, [good]);
  expect(await statesOf('setting2@example.org')).toBe('ready');
});
