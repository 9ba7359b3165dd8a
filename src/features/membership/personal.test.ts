import { afterAll, beforeAll, expect, test } from 'vitest';
import { people } from '#features/people/index.ts';
import { cairnItself } from '#kernel/actor.ts';
import { openHouse, type TestHouse } from '#test/support/house.ts';
import { startFields, tell } from '#test/support/joining.ts';
import { NOW } from '#test/world.ts';
import { personal } from './index.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

async function colm(): Promise<string> {
  const row = await house.db
    .selectFrom('person_emails')
    .select('person_id')
    .where('email', '=', 'colm.rafferty@example.org')
    .executeTakeFirstOrThrow();
  return row.person_id;
}

test('a person’s export holds what they wrote, what was said of it and the letter, and names nobody else', async () => {
  const exported = await personal.exportOf(house.db, await colm());
  const text = JSON.stringify(exported);
  expect(exported.membership).toMatchObject({ founding: false });
  expect(text).toContain('I drive people to dialysis.');
  expect(text).toContain('You moved people who did not have to follow you');
  expect(exported.applications[0]?.decisions[0]?.outcome).toBe('admitted');
  expect(exported.applications[0]?.sent.views[0]).not.toHaveProperty('assessor');
});

test('erasing takes the words and the address, and keeps that it was decided', async () => {
  const id = await colm();
  const rowsBefore = await house.db.selectFrom('decisions').select(['id', 'outcome', 'decided_at']).execute();
  await personal.erase(house.db, id, cairnItself(NOW));
  expect(await house.db.selectFrom('decisions').select(['id', 'outcome', 'decided_at']).execute()).toHaveLength(
    rowsBefore.length,
  );
  const text = JSON.stringify(await personal.exportOf(house.db, id));
  expect(text).not.toContain('dialysis');
  expect(text).not.toContain('colm.rafferty');
  expect(text).not.toContain('Rafferty');
  expect(text).not.toContain('You moved people');
  expect(text).toContain('"outcome":"admitted"');
  const page = await (await (await house.as('niamh')).get('/assessing?show=closed')).text();
  expect(page).not.toContain('Colm Rafferty');
  expect(page).toContain('Anonymous');
  await personal.erase(house.db, id, cairnItself(NOW));
});

test('erasing somebody with an open application withdraws it', async () => {
  const joe = await house.as('joe');
  const begun = await joe.post('/join/applications', {
    name: 'Joe Barton',
    email: 'joe@carers.example',
    country: 'england',
    pathway: 'public',
    begun: startFields(house, 'joe@carers.example').begun,
  });
  const link = begun.headers.get('location') ?? '';
  expect((await joe.get(link)).status).toBe(200);
  await personal.erase(house.db, await house.personId('joe'), cairnItself(NOW));
  const withdrawn = await house.db
    .selectFrom('application_withdrawals')
    .innerJoin('applications', 'applications.id', 'application_withdrawals.application_id')
    .select('anonymised_at')
    .where('withdrawn_at', '=', NOW)
    .execute();
  expect(withdrawn).toEqual([{ anonymised_at: NOW }]);
  expect((await joe.get(link)).status).toBe(404);
  const open = await house.db
    .selectFrom('application_openings')
    .select('email')
    .where('email', '=', 'joe@carers.example')
    .execute();
  expect(open).toEqual([]);
});

test('a person’s export and erasing reach every way to answer, and whoever was named', async () => {
  const email = 'tilda@ways.example';
  const { link } = await tell(house, email);
  const visitor = await house.as();
  await visitor.put(`${link}/referee`, { 'speaks-name': 'Una Namedfor', 'speaks-email': 'una@named.example' });
  const [letter] = await house.lettersTo('una@named.example');
  const speaking = /\/join\/speaking\/\S+/.exec(letter?.body ?? '')?.[0] ?? '';
  await visitor.put(speaking, { answer: 'concern', words: 'It rained all year.' });
  const id = await people.meet(house.db, { email, name: 'Tilda Teller' }, cairnItself(NOW));
  const [application] = (await personal.exportOf(house.db, id)).applications;
  expect(application).toMatchObject({
    files: [{ name: 'my answer.wav', type: 'audio/wav' }],
    call: { phone: '01632 960 123', times: 'After six' },
    named: [{ name: 'Una Namedfor', email: 'una@named.example' }],
  });
  expect(JSON.stringify(application)).not.toContain('It rained');
  const una = await people.meet(house.db, { email: 'una@named.example', name: 'Una Namedfor' }, cairnItself(NOW));
  expect((await personal.exportOf(house.db, una)).spokeFor).toMatchObject([
    { answer: 'concern', words: 'It rained all year.' },
  ]);

  await personal.erase(house.db, id, cairnItself(NOW));
  await house.work();
  for (const table of ['application_files', 'submission_files', 'application_calls', 'call_notes', 'files'] as const)
    expect([table, await house.db.selectFrom(table).selectAll().execute()]).toEqual([table, []]);
  const named = await house.db.selectFrom('referees').selectAll().execute();
  expect(JSON.stringify(named)).not.toContain('Namedfor');
  expect(JSON.stringify(await house.db.selectFrom('referee_answers').select('words').execute())).not.toContain(
    'rained',
  );
  expect((await visitor.get(speaking)).status).toBe(404);
});
