import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { jobsOf } from '#app';
import { reference } from '#features/pages/index.ts';
import { cairnItself } from '#kernel/actor.ts';
import * as settings from '#kernel/settings.ts';
import { openHouse, type TestHouse } from '#test/support/house.ts';
import { answers, apply, assessBy, begin, decisionFields, doubtful, linkTo } from '#test/support/joining.ts';
import { NOW } from '#test/world.ts';
import { retention } from './index.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openHouse();
  // What the world has been keeping is done with first, so that only what these tests write is due.
  await retention.retain(house.db, NOW);
});
afterAll(() => house.close());

const later = (months: number, days = 0, from = NOW) =>
  new Date(
    Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + months, from.getUTCDate() + days, from.getUTCHours(), 30),
  );

/** What the night of this day does, by the job that the calendar asks for. Other applications are out of the way. */
async function night(at: Date): Promise<void> {
  house.setClock(at);
  await jobsOf(house)['membership.retain']?.({});
}

async function application(email: string) {
  return house.db.selectFrom('applications').selectAll().where('email', '=', email).executeTakeFirst();
}

const endings = async (email: string) =>
  (await house.lettersTo(email)).filter(({ subject }) => subject.startsWith('Your unfinished application')).length;

describe('a draft that nobody sent', () => {
  const email = 'dora@drafts.example';
  const saved = later(3, -10);
  let id: string;

  test('is warned of two weeks before it ends, once, and not a day earlier', async () => {
    house.setClock(NOW);
    await (await house.as()).put(await begin(house, email), { ...answers, name: 'Dora Unsent' });
    id = (await application(email))?.id ?? '';
    await night(later(3, -15));
    expect(await endings(email)).toBe(0);
    await night(later(3, -14));
    await night(later(3, -13));
    expect(await endings(email)).toBe(1);
  });

  test('begins its time again when its writer saves it, and is warned of again', async () => {
    const link = await linkTo(house, email);
    house.setClock(saved);
    expect((await (await house.as()).put(link, { ...answers, name: 'Dora Unsent' })).status).toBe(303);
    await night(later(3, 1));
    expect(await application(email)).toBeDefined();
    await night(later(3, -14, saved));
    expect(await endings(email)).toBe(2);
  });

  test('stays until the last day, then goes with name, address, answers and links; running twice changes nothing', async () => {
    await night(later(3, -1, saved));
    expect(await application(email)).toBeDefined();
    await night(later(3, 0, saved));
    expect(await application(email)).toBeUndefined();
    const row = await house.db.selectFrom('applications').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
    expect([row.name, row.email, row.country, row.pathway]).toEqual(['', null, 'england', 'professional']);
    expect(row.anonymised_at).toEqual(later(3, 0, saved));
    for (const table of ['application_answers', 'application_openings', 'draft_warnings'] as const)
      expect(
        await house.db.selectFrom(table).select('application_id').where('application_id', '=', id).execute(),
      ).toEqual([]);
    expect(await house.db.selectFrom('links').select('id').where('subject', '=', id).execute()).toEqual([]);
    await night(later(3, 1, saved));
    const entries = await house.db.selectFrom('journal').select('verb').where('subject_id', '=', id).execute();
    expect(entries.filter(({ verb }) => verb === 'application.anonymised')).toHaveLength(1);
    const state = await house.db
      .selectFrom('application_states')
      .select('state')
      .where('application_id', '=', id)
      .execute();
    expect(state).toEqual([{ state: 'lapsed' }]);
  });

  test('does not go unsaid: where no letter went out, it stays until two weeks after one did', async () => {
    const late = 'lena@drafts.example';
    house.setClock(later(7));
    await begin(house, late);
    await night(later(12));
    expect([await endings(late), (await application(late)) !== undefined]).toEqual([1, true]);
    await night(later(12, 13));
    expect(await application(late)).toBeDefined();
    await night(later(12, 14));
    expect(await application(late)).toBeUndefined();
  });
});

test('an application that did not make a member keeps outcome, country and dates for the report, and nobody’s words', async () => {
  const email = 'nora@decided.example';
  const start = later(13);
  house.setClock(start);
  const { shortId } = await apply(house, email);
  await assessBy(house, shortId, [doubtful, doubtful]);
  const fields = await decisionFields(house, shortId, 'not-now');
  expect((await (await house.as('sian')).put(`/assessing/${shortId}/decision`, fields)).status).toBe(303);
  const { id } = await house.db
    .selectFrom('applications')
    .select('id')
    .where('short_id', '=', shortId)
    .executeTakeFirstOrThrow();

  await settings.write(house.db, 'retention.application-months', 12, cairnItself(start));
  await night(later(12, -1, start));
  expect(await application(email)).toBeDefined();
  await night(later(12, 0, start));
  expect(await application(email)).toBeUndefined();

  const report = await house.db
    .selectFrom('applications')
    .innerJoin('decisions', 'decisions.application_id', 'applications.id')
    .select(['country', 'pathway', 'criteria_version_id', 'started_at', 'outcome', 'decided_at', 'letter', 'reasons'])
    .where('applications.id', '=', id)
    .executeTakeFirstOrThrow();
  expect(report).toMatchObject({ country: 'england', outcome: 'not-now', started_at: start, letter: '—', reasons: '' });
  const told = await house.db
    .selectFrom('application_submissions')
    .innerJoin('submission_answers', 'submission_answers.submission_id', 'application_submissions.id')
    .innerJoin('assessments', 'assessments.submission_id', 'application_submissions.id')
    .innerJoin('assessment_views', 'assessment_views.assessment_id', 'assessments.id')
    .select(['answer', 'reason', 'view'])
    .where('application_id', '=', id)
    .execute();
  expect(told.length).toBeGreaterThan(3);
  expect(new Set(told.flatMap(({ answer, reason }) => [answer, reason]))).toEqual(new Set(['—']));
  expect(told.map(({ view }) => view)).toContain('more-needed');
  expect(await retention.retain(house.db, later(13, 0, start))).toBe(0);
});

test('members’ applications stay, and so does what a panel is still reading', async () => {
  const admitted = await house.db
    .selectFrom('memberships')
    .innerJoin('decisions', 'decisions.id', 'memberships.decision_id')
    .innerJoin('applications', 'applications.id', 'decisions.application_id')
    .select(['email'])
    .execute();
  expect(admitted.length).toBeGreaterThan(0);
  expect(admitted.every(({ email }) => email !== null)).toBe(true);
  const open = await house.db
    .selectFrom('application_states')
    .innerJoin('applications', 'applications.id', 'application_states.application_id')
    .select('email')
    .where('state', 'in', ['submitted', 'assessing', 'third', 'ready'])
    .execute();
  expect(open.length).toBeGreaterThan(0);
  expect(open.every(({ email }) => email !== null)).toBe(true);
});

test('the privacy page says how long, as the stewards have set it', async () => {
  await reference.seed(house.db, cairnItself(house.clock()));
  const page = await (await (await house.as()).get('/pages/privacy')).text();
  expect(page).toContain('3 months after you last saved it');
  expect(page).toContain('12 months after the decision');
  expect(page).toContain('90 days');
});
