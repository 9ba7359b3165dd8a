import { afterAll, beforeAll, expect, test } from 'vitest';
import { criteria } from '#features/membership/index.ts';
import { newId, shortId } from '#kernel/ids.ts';
import * as roles from '#kernel/roles.ts';
import { openHouse, type TestHouse } from '#test/support/house.ts';
import { NOW } from '#test/world.ts';
import { report } from './report.ts';
import { overTime } from './weeks.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const DAY = 86_400_000;
const textOf = (page: string) => page.replace(/<(script|style)\b.*?<\/\1>/gs, '').replace(/<[^>]+>/g, ' ');

test('with few applications the report says that there are too few, and calls nothing fair', async () => {
  const steward = await house.as('sian');
  const page = textOf(await (await steward.get('/steward/admissions')).text());
  expect(page).toContain('too few to tell');
  expect(page).not.toMatch(/\bfair\b|no bias|unbiased/i);
  expect((await (await house.as('callum')).get('/steward/admissions')).status).toBe(200);
  for (const who of ['amina', 'priya', 'joe'] as const)
    expect((await (await house.as(who)).get('/steward/admissions')).status).toBe(403);
  await expect(report(house.db, await house.actor('amina'))).rejects.toThrow('permission');
  await expect(overTime(house.db, await house.actor('amina'))).rejects.toThrow('permission');
});

test('with enough of them it tells agreement, likelihood and days, each with its interval', async () => {
  await decideMany();
  const read = await report(house.db, await house.actor('sian'));
  const [influence] = read.agreements;
  expect(influence?.pairs).toBeGreaterThanOrEqual(60);
  expect(influence?.raw).toBeGreaterThan(0.8);
  expect(influence?.ac1?.low).toBeLessThan(influence?.ac1?.value ?? 0);
  const scotland = read.outcomes.country.find(({ key }) => key === 'scotland');
  expect(scotland?.likelihood?.high).toBeLessThan(1); // half of theirs, and nearly all elsewhere
  const page = await (await house.as('sian')).get('/steward/admissions');
  const text = textOf(await page.text());
  expect(text).toMatch(/the interval leaves out 1, as likely as the others, for: .*Scotland.* It does not show why\./);
  expect(text).not.toMatch(/\bfair\b|no bias|unbiased/i);
});

test('joining over time has one point for each whole week, and a gap where nothing was decided', async () => {
  const { joined, days } = await overTime(house.db, await house.actor('callum'));
  expect(joined.readings.length).toBe(days.readings.length);
  expect(joined.readings.at(-1)?.date).toBe('2026-10-26'); // the world stands still on Monday, 2 November
  expect(joined.readings.every(({ value }) => value !== null)).toBe(true);
  expect(joined.analysis?.facts.points).toBe(joined.readings.length);
  const page = await (await house.as('callum')).get('/steward/admissions');
  expect(await page.text()).toContain('People admitted in a week');
});

/** Sixty applications, two views of each criterion, decided over thirty weeks: half of Scotland’s are not admitted. */
async function decideMany(): Promise<void> {
  const { db } = house;
  const version = await criteria.currentVersion(db);
  const asked = await criteria.of(db, version);
  const assessors = (await roles.holders(db, 'assessor', 'england')).sort();
  for (let n = 0; n < 60; n++) {
    const [id, submission, decision] = [newId(), newId(), newId()];
    const admitted = n % 6 !== 0;
    const sent = new Date(NOW.getTime() - (200 - 3 * n) * DAY);
    const decided = new Date(sent.getTime() + (5 + (n % 7)) * DAY);
    await db
      .insertInto('applications')
      .values({
        id,
        short_id: shortId(id),
        criteria_version_id: version,
        email: `many${n}@report.example`,
        country: n % 3 === 0 ? 'scotland' : 'england',
        pathway: 'public',
        started_at: sent,
        changed_at: sent,
      })
      .execute();
    await db
      .insertInto('application_submissions')
      .values({
        id: submission,
        application_id: id,
        number: 1,
        submitted_at: sent,
        compact_version: '1',
        assessments_needed: 2,
      })
      .execute();
    for (const [i, assessor_id] of assessors.slice(0, 2).entries()) {
      const assessment = newId();
      await db
        .insertInto('assessments')
        .values({ id: assessment, submission_id: submission, assessor_id, given_at: decided })
        .execute();
      const view =
        i === 1 && n % 10 === 0 ? 'met-another-way' : admitted || (i === 1 && n % 12 === 0) ? 'met' : 'more-needed';
      await db
        .insertInto('assessment_views')
        .values(asked.map((one) => ({ assessment_id: assessment, criterion_id: one.id, view, reason: 'Because.' })))
        .execute();
    }
    await db
      .insertInto('decisions')
      .values({
        id: decision,
        application_id: id,
        submission_id: submission,
        outcome: admitted ? 'admitted' : 'not-now',
        letter: 'Dear you',
        decided_by: assessors[0] ?? '',
        decided_at: decided,
      })
      .execute();
  }
}
