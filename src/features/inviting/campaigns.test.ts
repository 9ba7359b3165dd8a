import { afterAll, beforeAll, expect, test } from 'vitest';
import { openHouse, type TestHouse } from '#test/support/house.ts';
import { answers, linkTo, startFields } from '#test/support/joining.ts';
import { NOW } from '#test/world.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const DAY = 86_400_000;
const fields = {
  title: 'Porters, come in',
  words: 'You see every ward.',
  country: 'wales',
  sector: 'acute',
  background: '',
  opensOn: '2026-11-01',
  closesOn: '2026-11-30',
  goal: '10',
};

test('a campaign has its page, counts who comes, applies and joins, and ends', async () => {
  const steward = await house.as('sian');
  expect((await steward.post('/steward/campaigns', fields)).status).toBe(303);
  const address = '/join/with/porters-come-in';
  const visitor = await house.as();
  const page = await (await visitor.get(address)).text();
  expect(page).toContain('You see every ward.');
  expect(page).toContain('Wales');
  expect(page).toContain('Nobody has joined through it yet; it hopes for 10.');
  await visitor.get(address);
  const email = 'porter@wards.example';
  const begun = await visitor.post(address, startFields(house, email, 'wales'));
  expect([begun.status, begun.headers.get('location')]).toEqual([303, '/join/letter']);
  await visitor.put(`${await linkTo(house, email)}/submission`, { ...answers, country: 'wales' });
  expect(await (await steward.get('/steward/campaigns')).text()).toMatch(
    /Its page was opened 2 times; one person has applied; 0 have joined, of 10 hoped for\./,
  );

  expect((await steward.put('/steward/campaigns/porters-come-in/closure')).status).toBe(303);
  expect(await (await visitor.get(address)).text()).toContain('This campaign is not running now.');
  const late = await visitor.post(address, startFields(house, 'late@wards.example', 'wales'));
  expect(late.status).toBe(409);
});

test('an application that was begun before does not count for a campaign', async () => {
  const email = 'before@wards.example';
  const visitor = await house.as();
  await visitor.post('/join/applications', startFields(house, email));
  house.setClock(new Date(NOW.getTime() + 60_000));
  await visitor.post('/join/with/care-homes-have-something-to-say', startFields(house, email));
  house.setClock(NOW);
  const rows = await house.db
    .selectFrom('campaign_applications')
    .innerJoin('applications', 'applications.id', 'application_id')
    .select('email')
    .where('email', '=', email)
    .execute();
  expect(rows).toEqual([]);
});

test('a campaign is stewards’, and bad input comes back with a sentence for each field', async () => {
  expect((await (await house.as('amina')).post('/steward/campaigns', fields)).status).toBe(403);
  const steward = await house.as('sian');
  const bad = await steward.post('/steward/campaigns', { ...fields, closesOn: '2026-10-01', goal: '0' });
  expect(bad.status).toBe(422);
  expect(await bad.text()).toContain('Hope for one new member at least.');
  const dates = await steward.post('/steward/campaigns', { ...fields, closesOn: '2026-10-01' });
  expect(await dates.text()).toContain('It cannot close before it opens.');
  const sector = await steward.post('/steward/campaigns', { ...fields, sector: 'no-such-sector' });
  expect(sector.status).toBe(422);
});

test('who is missing near a reader: sectors and organisations, from what members let each other see', async () => {
  const amina = await house.as('amina');
  const own = await (await amina.get('/invitations/missing')).text();
  expect(own).toContain('Organisations in South West where we know nobody yet'); // where she is at home
  const england = await (await amina.get('/invitations/missing?country=england')).text();
  expect(england).toContain('Organisations in England where we know nobody yet');
  const scotland = await (await amina.get('/invitations/missing?country=scotland')).text();
  expect(scotland).toContain('in Scotland');
  expect((await amina.get('/invitations/missing?country=nowhere&region=x')).status).toBe(200);
});

test('a new member finds a way in for 30 days, or until they have found it', async () => {
  const { person_id: id } = await house.db
    .selectFrom('memberships')
    .select('person_id')
    .where('decision_id', 'is not', null)
    .orderBy('admitted_at', 'desc')
    .executeTakeFirstOrThrow();
  const { admitted_at: joined } = await house.db
    .selectFrom('memberships')
    .select('admitted_at')
    .where('person_id', '=', id)
    .executeTakeFirstOrThrow();
  const member = await house.asPerson(id);
  house.setClock(new Date(joined.getTime() + 2 * DAY));
  const page = await (await member.get('/welcome')).text();
  expect(page.match(/<h3>\s*<a href="\/people\//g)).toHaveLength(3);
  expect(page.match(/class="card work-card"/g)).toHaveLength(2);
  expect(page).toContain('One thing to do in five minutes');
  expect(page).toContain('This page is here for 28 more days.');
  expect(await (await member.get('/account')).text()).toContain('href="/welcome"');

  house.setClock(new Date(joined.getTime() + 31 * DAY));
  expect(await (await member.get('/welcome')).text()).toContain('You know your way around');
  house.setClock(new Date(joined.getTime() + 2 * DAY));
  expect((await member.put('/welcome/dismissal')).status).toBe(303);
  expect(await (await member.get('/welcome')).text()).toContain('You know your way around');
  expect(await (await member.get('/account')).text()).not.toContain('href="/welcome"');
  expect((await (await house.as('joe')).get('/welcome')).status).toBe(403);
  house.setClock(NOW);
});
