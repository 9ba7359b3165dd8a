import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as jobs from '#kernel/jobs.ts';
import { root } from '#kernel/paths.ts';
import { cast } from '#test/cast.ts';
import { openHouse, type TestHouse } from '#test/support/house.ts';
import { signInByLink } from '#test/support/jar.ts';
import * as answers from './answers.ts';
import { keyFrom, pseudonymOf } from './pseudonym.ts';
import { groupOf, PREFER_NOT, questionsFor, TOPICS } from './questions.ts';
import * as releases from './releases.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const PAGE = '/account/about-you';
const given = { 'ethnic-group': 'indian', sex: 'female', age: '35-44', religion: PREFER_NOT };
const key = () => keyFrom(house.config.secret);

test('a member answers what they like, sees it again, changes it and takes it all back', async () => {
  const amina = await house.as('amina');
  const id = await house.personId('amina');
  const kept = await amina.put(PAGE, { ...given, disability: '' });
  expect([kept.status, kept.headers.get('location')]).toEqual([303, `${PAGE}?said=kept`]);
  expect(await answers.of(house.db, key(), id)).toEqual(given);
  const page = await (await amina.get(PAGE)).text();
  expect(page).toMatch(/<option value="indian" selected[^>]*>Indian/);
  expect(page).toMatch(/value="35-44" checked/);

  await amina.put(PAGE, { age: '45-54' });
  expect(await answers.of(house.db, key(), id)).toEqual({ age: '45-54' });
  await amina.delete(PAGE);
  expect(await answers.of(house.db, key(), id)).toEqual({});
  const { rows } = await sql`select 1 from monitoring.answers where pseudonym = ${pseudonymOf(key(), id)}`.execute(
    house.db,
  );
  expect(rows).toEqual([]);
});

test('an answer that is not on the list comes back with a sentence and with the rest as it was', async () => {
  const answer = await (await house.as('amina')).put(PAGE, { ...given, age: '17 and a half' });
  expect(answer.status).toBe(422);
  const page = await answer.text();
  expect(page).toContain('Choose one of these answers, or leave the question out.');
  expect(page).toMatch(/<option value="indian" selected/);
});

test('only members are asked; a visitor signs in first; everybody may take answers back', async () => {
  const visitor = await house.as();
  expect((await visitor.get(PAGE)).headers.get('location')).toBe(`/sign-in?next=${encodeURIComponent(PAGE)}`);
  expect((await visitor.put(PAGE, given)).status).toBe(403);
  expect((await visitor.delete(PAGE)).status).toBe(403);
  const joe = await house.as('joe');
  expect((await joe.get(PAGE)).status).toBe(403);
  expect((await joe.put(PAGE, given)).status).toBe(403);
  expect((await joe.delete(PAGE)).status).toBe(303);
  await expect(answers.give(house.db, key(), given, await house.actor('joe'))).rejects.toThrow(
    'You do not have permission',
  );
});

test('the way to the questions is on the account page of a member, and nowhere on that of others', async () => {
  expect(await (await house.as('amina').then((amina) => amina.get('/account'))).text()).toContain(`href="${PAGE}"`);
  expect(await (await house.as('joe').then((joe) => joe.get('/account'))).text()).not.toContain(`href="${PAGE}"`);
});

test('a member whose profile names no country is sent there first', async () => {
  const morag = await house.personId('morag');
  const live = (country: 'scotland' | null) =>
    house.db.updateTable('people').set({ country }).where('id', '=', morag).execute();
  await live(null);
  const browser = await house.as('morag');
  expect(await (await browser.get(PAGE)).text()).toContain('Each country asks in its own words');
  expect((await browser.put(PAGE, given)).status).toBe(303);
  await live('scotland');
});

test('each country asks in its own words, with “prefer not to say” on every question, and every answer has a group', async () => {
  expect(questionsFor('northern-ireland').map((question) => question.key)).toContain('community-background');
  expect(questionsFor('ireland').map((question) => question.key)).not.toContain('community-background');
  const labels = (country: 'scotland' | 'ireland') =>
    questionsFor(country)[0]
      ?.options.map(({ label }) => label)
      .join(' ');
  expect(labels('scotland')).toMatch(/Gypsy\/Traveller.*Showman/);
  expect(labels('ireland')).toContain('Irish Traveller');
  for (const { key: question, groups } of TOPICS)
    for (const country of ['england', 'ireland', 'northern-ireland', 'scotland', 'wales'] as const)
      for (const option of questionsFor(country).find((one) => one.key === question)?.options ?? [])
        expect(groups.map((group) => group.key)).toContain(groupOf(question, option.key));
  const page = await (await house.as('niamh').then((niamh) => niamh.get(PAGE))).text();
  expect(page.match(/Prefer not to say/g)).toHaveLength(questionsFor('northern-ireland').length);
});

test('what is kept names nobody: no id, no time, no entry, no word in the log, and no order', async () => {
  const id = await house.personId('rhys');
  const entries = async () =>
    (
      await house.db
        .selectFrom('journal')
        .select((eb) => eb.fn.countAll().as('n'))
        .executeTakeFirst()
    )?.n;
  const before = await entries();
  const rhys = await house.as('rhys');
  await rhys.put(PAGE, { sex: 'male' });
  await rhys.put(PAGE, { sex: 'male', age: '45-54' });
  expect(await entries()).toBe(before);
  const { rows } = await sql<{ row: string }>`select a::text as row from monitoring.answers a`.execute(house.db);
  expect(rows.some(({ row }) => row.includes(id))).toBe(false);
  const { rows: columns } = await sql<{ type: string }>`select data_type as type from information_schema.columns
    where table_schema = 'monitoring' and (data_type like '%time%' or data_type = 'date' or is_identity = 'YES'
      or column_default is not null)`.execute(house.db);
  expect(columns).toEqual([]);
  const { rows: keys } = await sql`select 1 from pg_constraint where contype = 'f'
    and (conrelid::regclass::text like 'monitoring.%' or confrelid::regclass::text like 'monitoring.%')`.execute(
    house.db,
  );
  expect(keys).toEqual([]);

  await answers.shuffle(house.db);
  const { rows: lying } = await sql<{ pseudonym: string; writer: string }>`
    select pseudonym, xmin::text as writer from monitoring.answers order by ctid`.execute(house.db);
  expect(lying.map(({ pseudonym }) => pseudonym)).toEqual(lying.map(({ pseudonym }) => pseudonym).sort());
  expect(new Set(lying.map(({ writer }) => writer)).size).toBe(1);
});

test('a log line about an account says neither which page nor which act of it', async () => {
  const lines: string[] = [];
  const { createApp } = await import('#app');
  const app = createApp({ ...house, log: (_level, _message, facts) => lines.push(JSON.stringify(facts)) });
  await app.request('http://localhost:3000/account/about-you');
  expect(lines.join()).not.toContain('about-you');
  expect(lines.join()).toContain('/account/…');
});

test('the same person under another secret is somebody else, and answers under a lost key do not count', async () => {
  const id = await house.personId('rhys');
  const other = keyFrom('another-secret-that-only-tests-know-987654');
  expect(await answers.of(house.db, other, id)).toEqual({});
  expect((await answers.all(house.db, other)).size).toBe(0);
  expect((await answers.all(house.db, key())).size).toBeGreaterThan(30);
});

test('the download of everything about a person holds their answers, and deleting the account deletes them', async () => {
  const id = await house.personId('priya');
  await (await house.as('priya')).put(PAGE, given);
  const jar = await signInByLink(house, cast.priya.email);
  const everything = await (await jar.get('/account/data')).json();
  expect(everything).toMatchObject({ monitoring: given });
  await jar.delete('/account', { word: 'DELETE' });
  expect(await answers.of(house.db, key(), id)).toEqual({});
});

test('by the clock the rows are shuffled and the quarter that has ended is released, once', async () => {
  house.setClock(new Date('2027-01-02T03:37:00Z'));
  for (let night = 0; night < 2; night += 1) {
    await jobs.enqueue(house.db, 'monitoring.release', {});
    await house.work();
  }
  const quarters = new Set((await releases.every(house.db)).map(({ quarter }) => quarter));
  expect([...quarters]).toEqual(['2026-Q4', '2026-Q3']);
  const stands = (await releases.latest(house.db)).find((one) => one.country === 'england' && one.question === 'sex');
  expect(stands).toMatchObject({ quarter: '2026-Q4', countedIn: '2026-Q3' });
});

test('only this room reads what people said about themselves', () => {
  const readers = globSync('src/**/*.{ts,tsx}', { cwd: root })
    .filter((file) => !file.startsWith('src/features/monitoring/') && !file.endsWith('database/schema.ts'))
    .filter((file) =>
      /monitoring\.(answers|exact_counts)['"\s]|monitoring"\."/.test(readFileSync(join(root, file), 'utf8')),
    );
  expect(readers).toEqual([]);
});
