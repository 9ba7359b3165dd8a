import { afterAll, beforeAll, expect, test } from 'vitest';
import type { releases } from '#features/monitoring/index.ts';
import { openHouse, type TestHouse } from '#test/support/house.ts';
import { compare, together } from './comparing.ts';
import { populationOf } from './populations.ts';
import * as range from './range.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const released = (given: Partial<releases.Released>): releases.Released => ({
  quarter: '2026-Q3',
  countedIn: '2026-Q3',
  country: 'england',
  question: 'ethnic-group',
  members: 300,
  counts: null,
  ...given,
});
const text = async (path: string) => (await (await house.as()).get(path)).text();

test('anybody reads whom the community reflects: who answered, in a sentence, a chart and a table, and how it is made', async () => {
  const page = await text('/insight/reflection?country=england');
  expect(page).toContain('Do we reflect the people we serve?');
  expect(page).toMatch(/England<\/strong> about \d+ of about \d+ members/);
  expect(page).toMatch(/<h2 id="sex">Sex<\/h2><p>(A smaller share|A larger share|No difference|Too few)/);
  expect(page).toMatch(/<svg[^>]*role="img"/);
  expect(page).toContain('Sex: members in England beside the population');
  expect(page).toContain('adults (16 and over) in England, mid-2023');
  expect(page).toContain('Too few members in England have answered this so far.');
  expect(page).not.toMatch(/target[^.]*missed|diverse|bias/i);
  expect(await text('/insight/reflection?country=atlantis')).toContain('Two countries of the UK with enough answers');
});

test('the home page and every footer lead there, and the room leads to it', async () => {
  expect(await text('/')).toContain('href="/insight/reflection"');
  expect(await text('/people')).toContain('href="/insight"');
  expect((await (await house.as()).get('/insight')).headers.get('location')).toBe('/insight/reflection');
});

test('before the first release the page says when there will be one', async () => {
  const empty = await openHouse();
  for (const table of [
    'monitoring_release_counts',
    'monitoring_releases',
    'path_counts',
    'range_counts',
    'range_variety',
    'range_snapshots',
  ] as const)
    await empty.db.deleteFrom(table).execute();
  const browser = await empty.as();
  expect(await (await browser.get('/insight/reflection')).text()).toContain(
    'The first numbers are shown when a quarter has ended',
  );
  expect(await (await browser.get('/insight/range')).text()).toContain(
    'The first numbers are taken when a quarter has ended.',
  );
  await empty.close();
});

test('a share beside the population: the ratio, its interval widened for rounding, and a verdict in words', () => {
  const { rows, answered, preferNot } = compare(
    released({ counts: { asian: 5, black: 30, mixed: 5, white: 155, other: 0, 'prefer-not': 5 } }),
  );
  expect([answered, preferNot]).toEqual([200, 5]);
  const row = (key: string) => rows.find((one) => one.key === key);
  expect(row('black')?.share).toBeCloseTo(30 / 195);
  expect(row('black')?.beside?.ratio.value).toBeCloseTo(30 / 195 / (2381670 / 56490108));
  expect(row('black')?.beside?.verdict).toBe('more');
  expect(row('asian')?.beside?.verdict).toBe('fewer');
  expect(row('white')?.beside?.verdict).toBe('alike');
  expect(row('other')?.beside?.verdict).toBe('too-few');
  expect(row('other')?.beside?.reach.upper).toBeGreaterThan(2 / 195);
});

test('what a census reports together is compared together', () => {
  const { rows } = compare(
    released({ country: 'ireland', counts: { asian: 10, black: 10, mixed: 5, white: 100, other: 5, 'prefer-not': 0 } }),
  );
  expect(rows.map(({ key, people }) => [key, people])).toContainEqual(['mixed-or-other', 10]);
});

test('a figure that nobody could verify is not there, and questions that differ are not put together', () => {
  expect(populationOf('northern-ireland', 'disability')).toBeNull();
  const counts = { disabled: 20, 'not-disabled': 80, 'prefer-not': 0 };
  const two = (['england', 'wales'] as const).map((country) => released({ country, question: 'disability', counts }));
  expect(together(two)).toEqual([]);
});

test('where fewer than 23 named a group nothing is shown, and a country alone is not “together”', () => {
  const few = released({ question: 'sex', counts: { female: 15, male: 5, 'prefer-not': 10 } });
  expect(compare(few).rows).toEqual([]);
  const many = released({ country: 'wales', question: 'sex', counts: { female: 40, male: 20, 'prefer-not': 0 } });
  expect(together([few, many])).toEqual([]);
  const [both] = together([{ ...many, country: 'scotland' }, many]);
  expect([both?.countries, both?.answered, both?.rows[0]?.people]).toEqual([['scotland', 'wales'], 120, 80]);
});

test('the range of the community: how many there are, how varied, beyond acute hospitals, and the way in', async () => {
  const page = await text('/insight/range');
  expect(page).toMatch(/After the third quarter of 2026 the community had about \d+ members\. \d+% of those/);
  expect(page).toContain('Effective number, order 2');
  expect(page).toContain('Acute hospital care');
  expect(page).toContain('Since the beginning');
  const [snapshot] = await range.all(house.db);
  for (const { people } of snapshot?.counts ?? []) expect(people % 5).toBe(0);
  for (const { richness, common, dominant } of snapshot?.varieties ?? [])
    expect(richness >= common && common >= dominant).toBe(true);
  const all = snapshot?.path.find(({ cohort }) => cohort === 'all');
  expect(all?.steps.admitted).toBeGreaterThan(50);
  expect(snapshot?.path.some(({ cohort }) => cohort > (snapshot?.quarter ?? '') && cohort !== 'all')).toBe(false);
});

test('a second quarter is set beside the first by what to expect among 25, and a snapshot is taken once', async () => {
  await range.take(house.db, house.clock());
  await range.take(house.db, new Date('2027-01-05T04:00:00Z'));
  await range.take(house.db, new Date('2027-01-06T04:00:00Z'));
  expect((await range.all(house.db)).map(({ quarter }) => quarter)).toEqual(['2026-Q4', '2026-Q3']);
  expect(await text('/insight/range')).toContain('Different ones among any 25 members');
});

test('the downloads are tables that run nothing', async () => {
  const answer = await (await house.as()).get('/insight/range.csv');
  expect(answer.headers.get('content-type')).toContain('text/csv');
  expect(answer.headers.get('content-disposition')).toContain('attachment');
  await house.db
    .insertInto('range_counts')
    .values({ quarter: '2026-Q3', kind: 'sector', key: '=1+1', people: 5 })
    .execute();
  expect(await text('/insight/range.csv')).toContain(`'=1+1`);
});

test('the law is told by country, and that it is no advice', async () => {
  const page = await text('/insight/law');
  for (const words of ['not legal advice', 'Equality Act 2010', 'Section 75', 'Section 42', 'Article 9'])
    expect(page).toContain(words);
});
