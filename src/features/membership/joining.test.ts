import { afterAll, beforeAll, expect, test } from 'vitest';
import { openedAt, stamp } from '#kernel/stamps.ts';
import { openApp } from '#kernel/web/base.tsx';
import { cast } from '#test/cast.ts';
import { ORIGIN, openHouse, type TestHouse } from '#test/support/house.ts';
import {
  answers,
  apply,
  assessBy,
  begin,
  currentCriteria,
  decisionFields,
  doubtful,
  linkTo,
  startFields,
} from '#test/support/joining.ts';
import { NOW } from '#test/world.ts';
import { routes } from './index.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

test('the page about joining says what is asked, what counts equally, and how long it takes', async () => {
  const page = await (await (await house.as()).get('/join')).text();
  for (const criterion of await currentCriteria(house)) {
    expect(page).toContain(criterion.title);
    for (const way of criterion.countsEqually) expect(page).toContain(way);
  }
  expect(page).toContain('within 28 days');
  expect(page).toContain('href="/join/applications/new"');
});

test('a newcomer begins by letter, and the page says the same to everybody', async () => {
  const visitor = await house.as();
  const fresh = await visitor.post('/join/applications', startFields(house, 'fresh@example.org'));
  const member = await visitor.post('/join/applications', startFields(house, cast.amina.email));
  const again = await visitor.post('/join/applications', startFields(house, 'fresh@example.org'));
  for (const answer of [fresh, member, again]) {
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe('/join/letter');
  }
  const letters = await house.lettersTo('fresh@example.org');
  expect(letters).toHaveLength(2);
  expect(letters.filter(({ body }) => body.includes('You have begun an application already'))).toHaveLength(1);
  expect((await house.lettersTo(cast.amina.email))[0]?.subject).toContain('You are a member of Cairn already');
  const { count } = await house.db
    .selectFrom('applications')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('email', '=', 'fresh@example.org')
    .executeTakeFirstOrThrow();
  expect(count).toBe(1);
});

test('two beginnings at once are one application', async () => {
  const visitor = await house.as();
  const fields = startFields(house, 'twice@example.org');
  await Promise.all([visitor.post('/join/applications', fields), visitor.post('/join/applications', fields)]);
  const rows = await house.db
    .selectFrom('applications')
    .select('id')
    .where('email', '=', 'TWICE@example.org')
    .execute();
  expect(rows).toHaveLength(1);
});

test('a beginning that cannot be accepted comes back with what was typed', async () => {
  const visitor = await house.as();
  const answer = await visitor.post('/join/applications', { ...startFields(house, 'not an address'), country: '' });
  expect(answer.status).toBe(422);
  const page = await answer.text();
  expect(page).toContain('Give us an e-mail address such as name@example.org.');
  expect(page).toContain('Choose the country where you do most of this.');
  expect(page).toContain('value="Wanda Newby"');
  expect(page).toContain('value="not an address"');
});

test('a program that fills in the hidden field, or is too quick, begins nothing', async () => {
  const visitor = await house.as();
  const email = 'robot@example.org';
  const trapped = await visitor.post('/join/applications', { ...startFields(house, email), 'leave-empty': 'x' });
  const quick = await visitor.post('/join/applications', {
    ...startFields(house, email),
    begun: stamp(house.config.secret, NOW),
  });
  for (const begun of ['', '0', String(NOW.getTime() - 60_000), stamp('another secret', later(-1))]) {
    const unsigned = await visitor.post('/join/applications', { ...startFields(house, email), begun });
    expect([begun, unsigned.status]).toEqual([begun, 422]);
  }
  expect(trapped.status).toBe(422);
  expect(quick.status).toBe(422);
  expect(await quick.text()).toContain('That was very quick.');
  expect(await house.lettersTo(email)).toHaveLength(0);
});

test('a form that lay open for more than a day comes back with a fresh stamp, and nothing typed is lost', async () => {
  const visitor = await house.as();
  const old = { ...startFields(house, 'slow@example.org'), begun: stamp(house.config.secret, later(-25)) };
  const answer = await visitor.post('/join/applications', old);
  expect(answer.status).toBe(422);
  const page = await answer.text();
  expect(page).toContain('value="slow@example.org"');
  const begun = /name="begun" value="([^"]+)"/.exec(page)?.[1] ?? '';
  expect(openedAt(house.config.secret, begun)).toEqual(NOW);
});

test('who has applied before is told where it stands, by letter, and on the page once they have signed in', async () => {
  const email = 'kind@example.org';
  const { shortId, address } = await apply(house, email);
  await begin(house, email);
  expect((await house.lettersTo(email))[0]?.body).toContain(
    'You applied on 2 November 2026, so there is no need for another.',
  );
  await assessBy(house, shortId, [doubtful, doubtful]);
  const priya = await house.as('priya');
  await priya.put(`${address}/decision`, await decisionFields(house, shortId, 'more-needed'));
  await begin(house, email);
  expect((await house.lettersTo(email))[0]?.body).toContain('on 2 November 2026 we asked to hear a little more');
  const joe = await house.as('joe');
  await joe.post('/join/applications', startFields(house, cast.joe.email));
  for (const path of ['/join', '/join/applications/new']) {
    const page = await (await joe.get(path)).text();
    expect(page).toContain('You began an application on 2 November 2026.');
    expect(page).toContain('href="/join/applications/mine"');
  }
});

test('ten minutes: four things to begin with, and an answer to each question and a tick after that', async () => {
  const visitor = await house.as();
  const start = await (await visitor.get('/join/applications/new')).text();
  const form = await (await visitor.get(await begin(house, 'minutes@example.org'))).text();
  const asked = (await currentCriteria(house)).length;
  expect(needed(start)).toBe(4);
  expect(needed(form) - asked).toBeLessThanOrEqual(4); // name, country and pathway are there already; the compact
});

/** The fields without "(optional)": what somebody has to fill in. */
function needed(page: string): number {
  const groups = page.match(/<div class="nhsuk-form-group.*?<\/(?:label|legend)>/gs) ?? [];
  return groups.filter((group) => !group.includes('(optional)')).length;
}

const later = (hours: number) => new Date(NOW.getTime() + hours * 3_600_000);

test('one address cannot be flooded with letters', async () => {
  const visitor = await house.as();
  for (let i = 0; i < 4; i++) await visitor.post('/join/applications', startFields(house, 'flood@example.org'));
  expect((await visitor.post('/join/applications', startFields(house, 'flood@example.org'))).status).toBe(429);
  expect(await house.lettersTo('flood@example.org')).toHaveLength(4);
});

test('somebody who has signed in with that address goes straight to the form', async () => {
  const answer = await (await house.as('joe')).post('/join/applications', startFields(house, cast.joe.email));
  expect(answer.headers.get('location')).toBe('/join/applications/mine');
});

test('a draft keeps whatever was written, in the words of its pathway', async () => {
  const link = await begin(house, 'half@example.org');
  const visitor = await house.as();
  const saved = await visitor.put(link, {
    ...answers,
    pathway: 'public',
    name: '',
    'answer-reflection': '',
    compact: '',
  });
  expect(saved.status).toBe(303);
  const page = await (await visitor.get(link)).text();
  const [influence] = await currentCriteria(house);
  expect(page).toContain('I moved a ward that was not mine.');
  expect(page).toContain(influence?.questions.public.question);
  expect(page).not.toContain(influence?.questions.professional.question);
});

test('opening the link confirms the address, once, and no cache keeps the page', async () => {
  const link = await begin(house, 'confirm@example.org');
  const visitor = await house.as();
  const answer = await visitor.get(link);
  await visitor.get(link);
  expect(answer.headers.get('cache-control')).toBe('private, no-store');
  const rows = await house.db
    .selectFrom('application_confirmations')
    .innerJoin('applications', 'applications.id', 'application_id')
    .select('confirmed_at')
    .where('email', '=', 'confirm@example.org')
    .execute();
  expect(rows).toEqual([{ confirmed_at: NOW }]);
});

test('an incomplete application is not sent: each missing thing has its sentence, and nothing is lost', async () => {
  const link = await begin(house, 'missing@example.org');
  const visitor = await house.as();
  const answer = await visitor.put(`${link}/submission`, {
    ...answers,
    name: ' ',
    'answer-reflection': '',
    compact: '',
  });
  expect(answer.status).toBe(422);
  const page = await answer.text();
  expect(page).toContain('Tell us your name.');
  expect(page).toContain('We need your answer about “Reflection on how change happens”.');
  expect(page).toContain('Please read the compact');
  expect(page).not.toContain('We need your answer about “Influence');
  expect(page).toContain('I moved a ward that was not mine.');
  expect(await (await visitor.get(link)).text()).toContain('I moved a ward that was not mine.');
});

test('an answer that is too long comes back whole', async () => {
  const link = await begin(house, 'long@example.org');
  const long = 'a'.repeat(6001);
  const answer = await (await house.as()).put(link, { ...answers, 'answer-influence': long });
  expect(answer.status).toBe(422);
  const page = await answer.text();
  expect(page).toContain('Please keep this answer under 6,000 characters.');
  expect(page).toContain(long);
});

test('once sent, it says what happens next, can no longer be changed, and is sent once', async () => {
  const { link } = await apply(house, 'sent@example.org');
  const visitor = await house.as();
  const page = await (await visitor.get(link)).text();
  expect(page).toContain('Thank you, Wanda Newby. We have your application.');
  expect(page).toContain('We aim to write to you by 30 November 2026.');
  expect(page).not.toContain(cast.priya.name);
  expect((await visitor.put(link, { ...answers, 'answer-influence': 'Something else' })).status).toBe(409);
  expect((await visitor.put(`${link}/submission`, answers)).status).toBe(409);
  expect((await house.lettersTo('sent@example.org'))[0]?.subject).toBe('We have your application');
});

test('an application can be taken back, and begun anew', async () => {
  const { link, address } = await apply(house, 'back@example.org');
  const visitor = await house.as();
  expect((await visitor.put(`${link}/withdrawal`)).status).toBe(303);
  expect(await (await visitor.get(link)).text()).toContain('You took your application back');
  expect((await visitor.put(`${link}/withdrawal`)).status).toBe(409);
  expect((await (await house.as('priya')).get(address)).status).toBe(404);
  const next = await begin(house, 'back@example.org');
  expect((await house.lettersTo('back@example.org'))[0]?.body).toContain('It is good to hear from you again.');
  expect((await visitor.get(next)).status).toBe(200);
});

test('a wrong link, another’s link and one that has run out open nothing', async () => {
  const visitor = await house.as();
  const wrong = await visitor.get('/join/applications/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA');
  expect(wrong.status).toBe(404);
  expect(await wrong.text()).toContain('This link has run out');
  const link = await begin(house, 'late@example.org');
  house.setClock(new Date(NOW.getTime() + 91 * 86_400_000));
  expect((await visitor.get(link)).status).toBe(404);
  expect((await visitor.put(link, answers)).status).toBe(404);
  expect((await visitor.put(`${link}/submission`, answers)).status).toBe(404);
  expect((await visitor.put(`${link}/withdrawal`)).status).toBe(404);
  house.setClock(NOW);
});

test('a link opens only its own application', async () => {
  const mine = await begin(house, 'mine@example.org');
  const theirs = await begin(house, 'theirs@example.org');
  await (await house.as()).put(mine, { ...answers, 'answer-influence': 'Only mine' });
  expect(await (await (await house.as()).get(theirs)).text()).not.toContain('Only mine');
  expect(await linkTo(house, 'theirs@example.org')).toBe(theirs);
});

test('who has signed in ticks the works that they shared; other addresses are typed', async () => {
  const worksOf = async () => [{ address: '/work/leaflets-0000000001', title: 'One page for carers' }];
  const app = openApp(house, []).route('/', routes(house, { worksOf, compactVersion: async () => '7' }));
  const begun = await (await house.as('joe')).post('/join/applications', startFields(house, cast.joe.email));
  const link = begun.headers.get('location') ?? '';
  const headers = { cookie: await house.sessions.begin(await house.personId('joe')), origin: ORIGIN };
  const page = await (await app.request(`${ORIGIN}${link}`, { headers })).text();
  expect(page).toContain('One page for carers');
  const ticked = { _method: 'PUT', ...answers, shared: '/work/leaflets-0000000001', works: 'https://example.org/page' };
  await app.request(`${ORIGIN}${link}`, { method: 'POST', headers, body: new URLSearchParams(ticked) });
  const again = await (await app.request(`${ORIGIN}${link}`, { headers })).text();
  expect(again).toMatch(/value="\/work\/leaflets-0000000001"[^>]*checked/);
  expect(again).toContain('https://example.org/page</textarea>');
  const { compact_version } = await house.db
    .selectFrom('applications')
    .select('compact_version')
    .where('email', '=', cast.joe.email)
    .executeTakeFirstOrThrow();
  expect(compact_version).toBe('7');
});
