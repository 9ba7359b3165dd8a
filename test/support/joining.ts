import { criteria, panel } from '#features/membership/index.ts';
import type { Country } from '#kernel/countries.ts';
import * as roles from '#kernel/roles.ts';
import { actorFor } from '#kernel/session/index.ts';
import { stamp } from '#kernel/stamps.ts';
import { notes } from '../world/joining.ts';
import { ORIGIN, type TestHouse } from './house.ts';

/** The path of the first link in the newest letter to an address. */
export async function linkTo(house: TestHouse, email: string): Promise<string> {
  const [letter] = await house.lettersTo(email);
  const link = letter?.body.split('\n').find((line) => line.startsWith(`${ORIGIN}/join/`));
  if (!link) throw new Error(`no link in the newest letter to ${email}: ${letter?.subject}`);
  return link.slice(ORIGIN.length);
}

export const startFields = (house: TestHouse, email: string, country: Country = 'england') => ({
  name: 'Wanda Newby',
  email,
  country,
  pathway: 'professional',
  'leave-empty': '',
  begun: stamp(house.config.secret, new Date(house.clock().getTime() - 60_000)),
});

/** Begins an application as a visitor, by letter. Answers the path that the letter opens. */
export async function begin(house: TestHouse, email: string, country: Country = 'england'): Promise<string> {
  const answer = await (await house.as()).post('/join/applications', startFields(house, email, country));
  if (answer.status !== 303) throw new Error(`begun with ${answer.status}`);
  return linkTo(house, email);
}

export const answers = {
  name: 'Wanda Newby',
  country: 'england',
  pathway: 'professional',
  'answer-influence': 'I moved a ward that was not mine.',
  'answer-reflection': 'I learnt to ask first.',
  works: '',
  compact: 'yes',
};

/** A recording, small and true to its format. */
export function recording(name = 'my answer.wav'): File {
  return new File([notes()], name, { type: 'audio/wav' });
}

/** Sends an application without a typed word: one answer as a recording, the rest on the telephone. */
export async function tell(house: TestHouse, email: string) {
  const link = await begin(house, email);
  const visitor = await house.as();
  await visitor.put(`${link}/answers/influence/file`, { file: recording() });
  await visitor.put(`${link}/call`, { phone: '01632 960 123', times: 'After six' });
  const sent = await visitor.put(`${link}/submission`, { ...answers, 'answer-influence': '', 'answer-reflection': '' });
  if (sent.status !== 303) throw new Error(`sent with ${sent.status}: ${await sent.text()}`);
  return queued(house, email, link);
}

/** Begins and sends an application. Answers its link and how the panel addresses it. */
export async function apply(house: TestHouse, email: string, country: Country = 'england') {
  const link = await begin(house, email, country);
  const sent = await (await house.as()).put(`${link}/submission`, { ...answers, country });
  if (sent.status !== 303) throw new Error(`sent with ${sent.status}: ${await sent.text()}`);
  return queued(house, email, link);
}

async function queued(house: TestHouse, email: string, link: string) {
  const { short_id: shortId } = await house.db
    .selectFrom('applications')
    .innerJoin('application_openings', 'application_id', 'applications.id')
    .select('short_id')
    .where('applications.email', '=', email)
    .executeTakeFirstOrThrow();
  return { link, address: `/assessing/${shortId}`, shortId };
}

export const good = {
  'view-influence': 'met',
  'reason-influence': 'Another ward changed because of you.',
  'view-reflection': 'met-another-way',
  'reason-reflection': 'You say what failed.',
};

export const doubtful = {
  ...good,
  'view-influence': 'more-needed',
  'reason-influence': 'We could not see who else changed.',
};

/** Somebody's browser, by their id: for assessors who are not in the cast. */
export async function browserOf(house: TestHouse, personId: string) {
  const cookie = await house.sessions.begin(personId);
  const headers = { cookie, origin: ORIGIN, 'sec-fetch-site': 'same-origin' };
  return {
    get: (path: string) => house.app.request(`${ORIGIN}${path}`, { headers }),
    post: (path: string, fields: Record<string, string>) =>
      house.app.request(`${ORIGIN}${path}`, { method: 'POST', headers, body: new URLSearchParams(fields) }),
    put: (path: string, fields: Record<string, string> = {}) =>
      house.app.request(`${ORIGIN}${path}`, {
        method: 'POST',
        headers,
        body: new URLSearchParams({ _method: 'PUT', ...fields }),
      }),
  };
}

/** The ids of those who are asked to assess an application and have not yet. */
export async function askedFor(house: TestHouse, shortId: string, country: Country = 'england'): Promise<string[]> {
  const asked: string[] = [];
  for (const id of await roles.holders(house.db, 'assessor', country)) {
    const reading = await panel.find(house.db, shortId, await actorFor(house.db, id, house.clock())).catch(() => null);
    if (reading?.mine.assigned && !reading.mine.given) asked.push(id);
  }
  return asked.sort();
}

/** Everybody who is asked gives this assessment. */
export async function assessBy(house: TestHouse, shortId: string, fields: Record<string, string>[]): Promise<void> {
  const asked = await askedFor(house, shortId);
  for (const [i, given] of fields.entries()) {
    const answer = await (await browserOf(house, asked[i] ?? '')).post(`/assessing/${shortId}/assessments`, given);
    if (answer.status !== 303) throw new Error(`assessed with ${answer.status}: ${await answer.text()}`);
  }
}

export async function currentCriteria(house: TestHouse) {
  return criteria.of(house.db, await criteria.currentVersion(house.db));
}

/** The fields of the decision page, as its letter was composed. */
export async function decisionFields(house: TestHouse, shortId: string, outcome: string) {
  const submission = await house.db
    .selectFrom('applications')
    .innerJoin('application_states', 'application_states.application_id', 'applications.id')
    .select('submission_id')
    .where('short_id', '=', shortId)
    .executeTakeFirstOrThrow();
  return { outcome, letter: 'Dear Wanda,\n\nYes.', reasons: '', submission: submission.submission_id ?? '' };
}

/** An application that the two who were asked doubted and Priya answered "not now". */
export async function refuse(house: TestHouse, email: string) {
  const application = await apply(house, email);
  const assessors = await askedFor(house, application.shortId);
  await assessBy(house, application.shortId, [doubtful, doubtful]);
  const fields = {
    ...(await decisionFields(house, application.shortId, 'not-now')),
    letter: 'Dear Wanda,\n\nNot now.',
  };
  const decided = await (await house.as('priya')).put(`${application.address}/decision`, fields);
  if (decided.status !== 303) throw new Error(`decided with ${decided.status}`);
  const [letter] = await house.lettersTo(email);
  const link = letter?.body.split('\n').find((line) => line.endsWith('/appeal')) ?? '';
  return { ...application, assessors, appealPath: link.slice(ORIGIN.length) };
}

/** The same, and its applicant appeals. */
export async function appeal(house: TestHouse, email: string, words: string) {
  const application = await refuse(house, email);
  const sent = await (await house.as()).post(application.appealPath, { words });
  if (sent.status !== 303) throw new Error(`appealed with ${sent.status}`);
  const { short_id: short } = await house.db
    .selectFrom('appeals')
    .innerJoin('applications', 'applications.id', 'application_id')
    .select('appeals.short_id')
    .where('applications.email', '=', email)
    .executeTakeFirstOrThrow();
  return { ...application, short, hearing: `/assessing/appeals/${short}` };
}
