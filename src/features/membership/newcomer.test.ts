import { afterAll, beforeAll, expect, test } from 'vitest';
import { ORIGIN, openHouse, type TestHouse } from '#test/support/house.ts';
import { browserOf, linkTo } from '#test/support/joining.ts';
import { NOW } from '#test/world.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

/** The value of a hidden or filled-in field of a page. */
function typedIn(page: string, name: string): string {
  const input = page.match(/<input[^>]*>/g)?.find((tag) => tag.includes(`name="${name}"`));
  return input?.match(/value="([^"]*)"/)?.[1] ?? '';
}

function letterIn(page: string): string {
  return (page.match(/<textarea[^>]*name="letter"[^>]*>([^<]*)</)?.[1] ?? '').replaceAll('&#39;', '’');
}

test('a carer becomes a member by letters alone: begins, saves, comes back, sends, is read by two, is welcomed', async () => {
  const email = 'nerys@carers.example';
  const carer = await house.as();
  const form = await (await carer.get('/join/applications/new')).text();
  house.setClock(new Date(NOW.getTime() + 60_000));
  await carer.post('/join/applications', {
    name: 'Nerys Bellamy',
    email,
    country: 'wales',
    pathway: 'public',
    'leave-empty': '',
    begun: typedIn(form, 'begun'),
  });

  const link = await linkTo(house, email);
  const draft = { name: 'Nerys Bellamy', country: 'wales', pathway: 'public', works: '/work/one-page-for-carers' };
  await carer.put(link, { ...draft, 'answer-influence': 'I rewrote the leaflet with four others.' });
  house.setClock(new Date(NOW.getTime() + 3 * 86_400_000));
  const page = await (await carer.get(link)).text();
  expect(page).toContain('I rewrote the leaflet with four others.');
  expect(page).toContain('/work/one-page-for-carers');
  const sent = await carer.put(`${link}/submission`, {
    ...draft,
    'answer-influence': 'I rewrote the leaflet with four others.',
    'answer-reflection': 'A table full of paper said more than I could.',
    compact: 'yes',
  });
  expect(sent.headers.get('location')).toBe(link);

  const readers = await house.db
    .selectFrom('letters')
    .innerJoin('person_emails', 'person_emails.email', 'letters.to_email')
    .select(['person_id', 'body'])
    .where('subject', '=', 'An application to read')
    .where('written_at', '=', house.clock())
    .execute();
  expect(readers).toHaveLength(2);
  const address = readers[0]?.body.split('\n').find((line) => line.startsWith(`${ORIGIN}/assessing/`)) ?? '';
  const path = address.slice(ORIGIN.length);
  for (const { person_id } of readers) {
    const answer = await (await browserOf(house, person_id)).post(`${path}/assessments`, {
      'view-influence': 'met',
      'reason-influence': 'Five hospitals use your page.',
      'view-reflection': 'met',
      'reason-reflection': 'The table full of paper says it all.',
    });
    expect(answer.status).toBe(303);
  }

  const rhys = await house.as('rhys');
  const decision = await (await rhys.get(`${path}/decision?outcome=admitted`)).text();
  const decided = await rhys.put(`${path}/decision`, {
    outcome: 'admitted',
    submission: typedIn(decision, 'submission'),
    letter: letterIn(decision),
    reasons: '',
  });
  expect(decided.status).toBe(303);

  const [welcome] = await house.lettersTo(email);
  expect(welcome?.subject).toBe('Welcome to Cairn');
  expect(welcome?.body).toContain('Five hospitals use your page.');
  expect(await (await carer.get(link)).text()).toContain('Welcome to Cairn');
  await house.work();
  expect((await house.lettersTo(email)).map(({ subject }) => subject)).toEqual([
    'Welcome to Cairn',
    'We have your application',
    'Your application to Cairn',
  ]);
});
