import { afterAll, beforeAll, expect, test } from 'vitest';
import { people } from '#features/people/index.ts';
import { cairnItself } from '#kernel/actor.ts';
import * as roles from '#kernel/roles.ts';
import { openHouse, type TestHouse } from '#test/support/house.ts';
import {
  answers,
  appeal,
  apply,
  askedFor,
  assessBy,
  browserOf,
  decisionFields,
  good,
  linkTo,
  refuse,
  startFields,
} from '#test/support/joining.ts';
import { NOW } from '#test/world.ts';
import { memberships, personal, retention } from './index.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const words = 'You read the first page only.';
const after = (days: number) => new Date(NOW.getTime() + days * 86_400_000);

const refused = (email: string) => refuse(house, email);
const appealed = (email: string) => appeal(house, email, words);

async function stateOf(email: string) {
  const { state } = await house.db
    .selectFrom('applications')
    .innerJoin('application_states', 'application_states.application_id', 'applications.id')
    .select('state')
    .where('email', '=', email)
    .executeTakeFirstOrThrow();
  return state;
}

test('the letter of “not now” says how to appeal; the applicant does so by its link, in several turns', async () => {
  const email = 'turns@appeals.example';
  const { link, appealPath } = await refused(email);
  const visitor = await house.as();
  expect(await (await visitor.get(link)).text()).toContain('Until 1 January 2027 you can');
  expect(await (await visitor.get(appealPath)).text()).toContain('Ask us to look again');
  const empty = await visitor.post(appealPath, { words: ' ' });
  expect([empty.status, await empty.text()]).toEqual([422, expect.stringContaining('Tell us in your own words')]);
  expect((await visitor.post(appealPath, { words })).status).toBe(303);
  expect((await visitor.post(appealPath, { words })).status).toBe(409);
  expect((await house.lettersTo(email))[0]?.subject).toBe('We have your appeal');
  const sian = await house.as('sian');
  const list = await (await sian.get('/assessing/appeals')).text();
  expect(list).toMatch(/Wanda Newby[\s\S]*Waits for our answer[\s\S]*0 of 28 days/);
  const hearing = /href="(\/assessing\/appeals\/[0-9a-z]{10})">Wanda Newby/.exec(list)?.[1] ?? '';
  const page = await (await sian.get(hearing)).text();
  for (const one of [words, 'Not now.', answers['answer-influence'], 'We could not see who else changed.'])
    expect(page).toContain(one);
  const mute = await sian.post(`${hearing}/turns`, { words: '' });
  expect([mute.status, await mute.text()]).toEqual([422, expect.stringContaining('Write your answer.')]);
  expect((await sian.post(`${hearing}/turns`, { words: 'What is on the second page?' })).status).toBe(303);
  const [letter] = await house.lettersTo(email);
  expect(letter?.body).toContain('What is on the second page?');
  expect(await (await sian.get('/assessing/appeals')).text()).toContain('With the applicant');
  const reply = await linkTo(house, email);
  const nothing = await visitor.post(`${reply}/turns`, { words: '' });
  expect([nothing.status, await nothing.text()]).toEqual([422, expect.stringContaining('Write what you would like')]);
  expect((await visitor.post(`${reply}/turns`, { words: 'Two more wards.' })).status).toBe(303);
  expect(await (await sian.get(hearing)).text()).toMatch(/second page\?[\s\S]*Two more wards\./);
  for (let i = 0; i < 4; i++) expect((await visitor.post(`${reply}/turns`, { words: 'And more.' })).status).toBe(303);
  expect((await visitor.post(`${reply}/turns`, { words: 'And more.' })).status).toBe(409);
});

test('whoever assessed or decided finds no appeal, nor does anybody who has no part in reading', async () => {
  const { hearing, assessors } = await appealed('apart@appeals.example');
  const priya = await house.personId('priya');
  for (const id of [...assessors, priya]) {
    const browser = await browserOf(house, id);
    expect((await browser.get(hearing)).status).toBe(404);
    expect((await browser.post(`${hearing}/turns`, { words })).status).toBe(404);
    expect((await browser.put(`${hearing}/outcome`, { outcome: 'not-upheld', letter: 'No.' })).status).toBe(404);
    expect(await (await browser.get('/assessing/appeals')).text()).not.toContain(hearing);
  }
  for (const who of [undefined, 'joe', 'amina', 'morag'] as const) {
    const browser = await house.as(who);
    expect((await browser.get('/assessing/appeals')).status).toBe(403);
    expect((await browser.get(hearing)).status).toBe(404);
    expect((await browser.post(`${hearing}/turns`, { words })).status).toBe(404);
    expect((await browser.put(`${hearing}/outcome`, {})).status).toBe(404);
  }
  for (const who of ['callum', 'niamh', 'sian'] as const)
    expect((await (await house.as(who)).get(hearing)).status).toBe(200);
  const asked = await house.db
    .selectFrom('appeal_assignments')
    .innerJoin('appeals', 'appeals.id', 'appeal_id')
    .select('person_id')
    .where('short_id', '=', hearing.split('/').at(-1) ?? '')
    .executeTakeFirstOrThrow();
  expect([...assessors, priya]).not.toContain(asked.person_id);
});

test('not upheld: the answer stands, with reasons, once', async () => {
  const email = 'stands@appeals.example';
  const { hearing, appealPath } = await appealed(email);
  const callum = await house.as('callum');
  const empty = await callum.put(`${hearing}/outcome`, { outcome: 'perhaps', letter: '' });
  const page = await empty.text();
  expect(empty.status).toBe(422);
  expect(page).toContain('Choose how the appeal ends.');
  expect(page).toContain('Write the reasons.');
  const given = { outcome: 'not-upheld', letter: 'We read all of it, and miss who joined you.' };
  expect((await callum.put(`${hearing}/outcome`, given)).status).toBe(303);
  expect((await callum.put(`${hearing}/outcome`, given)).status).toBe(409);
  expect((await callum.post(`${hearing}/turns`, { words })).status).toBe(409);
  expect(await stateOf(email)).toBe('not-now');
  expect((await house.lettersTo(email))[0]?.body).toContain('miss who joined you');
  expect(await (await (await house.as()).get(appealPath)).text()).toMatch(/Not upheld[\s\S]*miss who joined you/);
  expect((await (await house.as()).post(`${appealPath}/turns`, { words })).status).toBe(409);
});

test('upheld: fresh assessors read it again; those who judged it before only look on', async () => {
  const email = 'again@appeals.example';
  const { hearing, address, shortId, assessors } = await appealed(email);
  const given = { outcome: 'reopened', letter: 'You are right: we missed a page.' };
  expect((await (await house.as('callum')).put(`${hearing}/outcome`, given)).status).toBe(303);
  expect(await stateOf(email)).toBe('submitted');
  const asked = await askedFor(house, shortId);
  expect(asked.length).toBeGreaterThan(0);
  expect(asked.filter((id) => assessors.includes(id) || id === '')).toEqual([]);
  for (const id of assessors) {
    const before = await browserOf(house, id);
    expect(await (await before.get(address)).text()).toContain('You can look on.');
    expect((await before.post(`${address}/assessments`, good)).status).toBe(403);
  }
  const fresh = await browserOf(house, asked[0] ?? '');
  const page = await (await fresh.get(address)).text();
  expect(page).toContain(answers['answer-influence']);
  expect(page).not.toMatch(/Not now\.|We could not see who else changed/);
  await assessBy(
    house,
    shortId,
    asked.map(() => good),
  );
  expect(await stateOf(email)).toBe('ready');
  const fields = await decisionFields(house, shortId, 'admitted');
  for (const id of assessors)
    expect((await (await browserOf(house, id)).put(`${address}/decision`, fields)).status).toBe(403);
  expect((await fresh.put(`${address}/decision`, fields)).status).toBe(303);
  expect(await stateOf(email)).toBe('admitted');
});

test('upheld: admitted at once, as a member with letter, role and entry', async () => {
  const email = 'admitted@appeals.example';
  const { hearing } = await appealed(email);
  const given = { outcome: 'admitted', letter: 'Welcome: it was all there.' };
  expect((await (await house.as('niamh')).put(`${hearing}/outcome`, given)).status).toBe(303);
  const { person_id } = await house.db
    .selectFrom('person_emails')
    .select('person_id')
    .where('email', '=', email)
    .executeTakeFirstOrThrow();
  expect(await memberships.of(house.db, person_id)).toMatchObject({ founding: false });
  expect(await roles.of(house.db, person_id)).toEqual([{ role: 'member', country: null }]);
  expect((await house.lettersTo(email))[0]).toMatchObject({ subject: 'Welcome to Cairn' });
});

test('where nobody is left to read afresh, or a new application is open, an appeal is not reopened half', async () => {
  const email = 'nobody@appeals.example';
  const { hearing } = await appealed(email);
  const cairn = cairnItself(NOW);
  const panel = await roles.holders(house.db, 'assessor', 'england');
  const busy = await house.db
    .selectFrom('assessments')
    .innerJoin('application_submissions', 'application_submissions.id', 'submission_id')
    .innerJoin('applications', 'applications.id', 'application_id')
    .select('assessor_id')
    .where('email', '=', email)
    .execute();
  const free = panel.filter((id) => !busy.some((row) => row.assessor_id === id));
  for (const id of free) await roles.revoke(house.db, id, { role: 'assessor', country: 'england' }, cairn);
  const given = { outcome: 'reopened', letter: 'You are right.' };
  const sian = await house.as('sian');
  expect((await sian.put(`${hearing}/outcome`, given)).status).toBe(409);
  expect(await stateOf(email)).toBe('not-now');
  for (const id of free) await roles.grant(house.db, id, { role: 'assessor', country: 'england' }, cairn);
  await (await house.as()).post('/join/applications', startFields(house, email));
  expect((await sian.put(`${hearing}/outcome`, given)).status).toBe(409);
  expect(
    await house.db.selectFrom('appeal_outcomes').select('letter').where('letter', '=', given.letter).execute(),
  ).toEqual([]);
});

test('there is a time for appeals, and nothing to appeal against but “not now”', async () => {
  const { appealPath, link } = await refused('late@appeals.example');
  const sent = await apply(house, 'open@appeals.example');
  const visitor = await house.as();
  expect((await visitor.get(`${sent.link}/appeal`)).status).toBe(404);
  expect((await visitor.post(`${sent.link}/appeal`, { words })).status).toBe(404);
  expect((await visitor.post(`${appealPath}/turns`, { words })).status).toBe(404);
  house.setClock(after(61));
  expect(await (await visitor.get(link)).text()).not.toContain('ask us to look again');
  expect(await (await visitor.get(appealPath)).text()).toContain('The time for an appeal has passed.');
  expect((await visitor.post(appealPath, { words })).status).toBe(409);
  house.setClock(NOW);
});

test('an application is kept while an appeal is under way, and made anonymous with it when its time has come', async () => {
  const email = 'kept@appeals.example';
  const { hearing } = await appealed(email);
  await retention.retain(house.db, after(800));
  expect(await stateOf(email)).toBe('not-now');
  const { id } = await house.db
    .selectFrom('applications')
    .select('id')
    .where('email', '=', email)
    .executeTakeFirstOrThrow();
  house.setClock(after(30));
  const given = { outcome: 'not-upheld', letter: 'It stands, Wanda.' };
  expect((await (await house.as('sian')).put(`${hearing}/outcome`, given)).status).toBe(303);
  house.setClock(NOW);
  await retention.retain(house.db, after(740));
  expect(await stateOf(email)).toBe('not-now');
  await retention.retain(house.db, after(780));
  const said = await house.db
    .selectFrom('appeals')
    .innerJoin('appeal_turns', 'appeal_id', 'appeals.id')
    .innerJoin('appeal_outcomes', 'appeal_outcomes.appeal_id', 'appeals.id')
    .select(['words', 'letter', 'outcome'])
    .where('application_id', '=', id)
    .execute();
  expect(said).toEqual([{ words: '—', letter: '—', outcome: 'not-upheld' }]);
});

test('a person takes their appeal away with them, and it is forgotten with them', async () => {
  const email = 'erased@appeals.example';
  const { hearing } = await appealed(email);
  await (await house.as('sian')).post(`${hearing}/turns`, { words: 'Thank you for telling us.' });
  const id = await people.meet(house.db, { email, name: 'Wanda Newby' }, cairnItself(NOW));
  const [application] = (await personal.exportOf(house.db, id)).applications;
  expect(application?.appeals.turns).toMatchObject([
    { words, mine: true },
    { words: 'Thank you for telling us.', mine: false },
  ]);
  const sian = await personal.exportOf(house.db, await house.personId('sian'));
  expect(sian.appealsAnswered.map((turn) => turn.words)).toContain('Thank you for telling us.');
  await personal.erase(house.db, id, cairnItself(NOW));
  const [erased] = (await personal.exportOf(house.db, id)).applications;
  expect(erased).toBeUndefined();
  expect((await (await house.as('sian')).get(hearing)).status).toBe(404);
});
