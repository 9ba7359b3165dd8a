import { afterAll, beforeAll, expect, test } from 'vitest';
import { openHouse, type TestHouse } from '#test/support/house.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const REPORT = {
  address: 'http://localhost:3000/work/some-work',
  reason: 'identifies',
  details: 'A ward and a date',
  email: 'neighbour@example.org',
};

async function openReports(): Promise<string[]> {
  const rows = await house.db
    .selectFrom('reports')
    .select('short_id')
    .where('id', 'not in', (eb) => eb.selectFrom('report_resolutions').select('report_id'))
    .orderBy('id')
    .execute();
  return rows.map((row) => row.short_id);
}

test('anybody reports a concern without an account; only moderators read it', async () => {
  const visitor = await house.as();
  expect((await visitor.get('/report?address=/work/x')).status).toBe(200);
  expect((await visitor.post('/report', REPORT)).status).toBe(200);
  expect((await visitor.get('/moderation')).status).toBe(403);
  expect((await (await house.as('amina')).get('/moderation')).status).toBe(403);
  const desk = await (await (await house.as('morag')).get('/moderation')).text();
  expect(desk).toContain('A ward and a date');
  expect(desk).toContain('href="/work/some-work"');
  expect(desk).not.toContain(REPORT.email);
});

test('a report that cannot be accepted comes back with what was typed; a machine’s is dropped', async () => {
  const visitor = await house.as();
  const answer = await visitor.post('/report', {
    ...REPORT,
    reason: '',
    address: 'javascript:alert(1)',
    details: 'Still here',
  });
  expect(answer.status).toBe(422);
  const page = await answer.text();
  expect(page).toContain('Still here');
  expect(page).toContain('Choose what is wrong with it.');
  const before = (await openReports()).length;
  expect((await visitor.post('/report', { ...REPORT, website: 'http://spam.example' })).status).toBe(200);
  expect((await openReports()).length).toBe(before);
});

test('a moderator settles a report once, and whoever asked hears why', async () => {
  await (await house.as()).post('/report', REPORT);
  const short = (await openReports()).at(-1);
  const morag = await house.as('morag');
  const place = `/moderation/reports/${short}/resolution`;
  const settled = { outcome: 'changed', explanation: 'The date is gone.' };
  expect((await (await house.as('amina')).put(place, settled)).status).toBe(403);
  expect((await morag.put(place, { outcome: 'changed' })).status).toBe(422);
  expect((await morag.put(place, settled)).status).toBe(303);
  expect((await morag.put(place, settled)).status).toBe(409);
  expect((await morag.put('/moderation/reports/0000000000/resolution', settled)).status).toBe(404);
  expect((await house.lettersTo(REPORT.email))[0]?.body).toContain('The date is gone.');
});
