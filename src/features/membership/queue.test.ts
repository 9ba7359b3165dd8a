import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as settings from '#kernel/settings.ts';
import { openHouse, type TestHouse } from '#test/support/house.ts';
import {
  answers,
  apply,
  askedFor,
  assessBy,
  begin,
  browserOf,
  doubtful,
  good,
  recording,
  tell,
} from '#test/support/joining.ts';
import { NOW } from '#test/world.ts';
import { queue } from './index.ts';

let house: TestHouse;
let statements = 0;
beforeAll(async () => {
  house = await openHouse({ onQuery: () => (statements += 1) });
});
afterAll(() => house.close());

const RULES = '/steward/criteria/rules';

async function hideNames(hideNames: 'yes' | ''): Promise<void> {
  const answer = await (await house.as('sian')).put(RULES, { hideNames, appealDays: '60' });
  expect(answer.status).toBe(303);
}

test('a steward chooses how applications are read; what cannot be comes back', async () => {
  const sian = await house.as('sian');
  const refused = await sian.put(RULES, { hideNames: 'yes', appealDays: 'for ever' });
  expect(refused.status).toBe(422);
  const page = await refused.text();
  expect(page).toContain('Give a whole number of days from 7 to 365.');
  expect(page).toContain('value="for ever"');
  expect((await (await house.as('priya')).put(RULES, { appealDays: '60' })).status).toBe(403);
  expect((await sian.put(RULES, { hideNames: 'yes', appealDays: '90' })).status).toBe(303);
  expect(await settings.read(house.db)).toMatchObject({ 'membership.hide-names': true, 'membership.appeal-days': 90 });
  await hideNames('');
});

test('where names are hidden, assessors see who it is once everybody has read, and not before', async () => {
  const email = 'nobody@hidden.example';
  const link = await begin(house, email);
  const visitor = await house.as();
  await visitor.put(`${link}/answers/influence/file`, { file: recording('Wanda speaks.wav') });
  await visitor.put(`${link}/referee`, { 'speaks-name': 'Una Speaker', 'speaks-email': 'una@hidden.example' });
  await visitor.put(`${link}/submission`, { ...answers, works: 'https://wanda.example/newby' });
  const { short_id: shortId } = await house.db
    .selectFrom('applications')
    .select('short_id')
    .where('email', '=', email)
    .executeTakeFirstOrThrow();
  const address = `/assessing/${shortId}`;
  await hideNames('yes');
  const asked = await askedFor(house, shortId);
  const tells = /Wanda|newby|hidden\.example|wanda\.example/i;
  for (const given of [good, doubtful, good]) {
    const [id = ''] = await askedFor(house, shortId);
    const browser = await browserOf(house, id);
    for (const path of [address, '/assessing?show=mine', '/assessing'])
      expect(await (await browser.get(path)).text()).not.toMatch(path === address ? tells : /Wanda Newby/);
    expect(await (await browser.get(address)).text()).toContain('An applicant');
    expect((await browser.get(`${address}/files/influence`)).status).toBe(404);
    const thin = await browser.post(`${address}/assessments`, {});
    expect([thin.status, await thin.text()]).toEqual([422, expect.not.stringMatching(tells)]);
    expect((await browser.post(`${address}/assessments`, given)).status).toBe(303);
  }
  const first = await browserOf(house, asked[0] ?? '');
  const after = await (await first.get(address)).text();
  expect(after).toContain('Wanda Newby');
  expect(after).toContain('https://wanda.example/newby');
  expect((await first.get(`${address}/files/influence`)).status).toBe(200);
  await hideNames('');
});

test('a recording that is the whole answer stays open, and a steward rings where assessors see no number', async () => {
  const { address, shortId } = await tell(house, 'voice@hidden.example');
  await hideNames('yes');
  const [id = ''] = await askedFor(house, shortId);
  const assessor = await browserOf(house, id);
  const page = await (await assessor.get(address)).text();
  expect(page).not.toContain('01632 960 123');
  expect(page).toContain('It is the whole answer, so you need it now.');
  expect((await assessor.get(`${address}/files/influence`)).status).toBe(200);
  expect((await assessor.put(`${address}/call`, { notes: 'x' })).status).toBe(403);
  const sian = await house.as('sian');
  expect(await (await sian.get(address)).text()).toContain('01632 960 123');
  expect((await sian.put(`${address}/call`, { notes: 'They told of a ward.' })).status).toBe(303);
  expect(await (await assessor.get(address)).text()).toContain('They told of a ward.');
  await hideNames('');
});

test('“asked of you” holds just what a reader is to read or to decide', async () => {
  const mine = await apply(house, 'mine@queue.example');
  const [id = ''] = await askedFor(house, mine.shortId);
  const browser = await browserOf(house, id);
  const has = async () => (await (await browser.get('/assessing?show=mine')).text()).includes(mine.address);
  expect(await has()).toBe(true);
  await browser.post(`${mine.address}/assessments`, good);
  expect(await has()).toBe(false);
  await assessBy(house, mine.shortId, [good]);
  expect(await has()).toBe(true); // to decide
  for (const who of ['priya', 'tom', 'sian', 'callum', 'niamh'] as const) {
    const actor = await house.actor(who);
    const { rows } = await queue.list(house.db, { show: 'mine' }, actor);
    expect(rows.filter(({ asked }) => asked !== 'assess' && asked !== 'decide')).toEqual([]);
    const open = (await queue.list(house.db, { show: 'open' }, actor)).rows;
    expect(rows).toHaveLength(open.filter(({ asked }) => asked === 'assess' || asked === 'decide').length);
  }
});

test('the next and the previous application are links, in the order of waiting', async () => {
  const { rows } = await queue.list(house.db, { show: 'open' }, await house.actor('priya'));
  const [one, two, three] = rows.map(({ shortId }) => `/assessing/${shortId}`);
  const priya = await house.as('priya');
  const page = await (await priya.get(two ?? '')).text();
  expect(page).toContain(`<a rel="prev" href="${one}">`);
  expect(page).toContain(`<a rel="next" href="${three}">`);
  expect(await (await priya.get(one ?? '')).text()).not.toContain('rel="prev"');
});

test('two hundred applications come in pages, sorted, in as many statements as two', async () => {
  const { id } = await house.db.selectFrom('criteria_versions').select('id').executeTakeFirstOrThrow();
  const few = await counted('/assessing?show=open');
  await sql`with made as (
      insert into applications (id, short_id, criteria_version_id, email, name, country, pathway, started_at, changed_at)
      select gen_random_uuid(), 'q' || lpad(n::text, 9, '0'), ${id}, 'q' || n || '@queue.example', 'Number ' || n,
        'england', 'public', ${NOW}, ${NOW} from generate_series(1, 200) n returning id, short_id)
    insert into application_submissions (id, application_id, number, submitted_at, compact_version, assessments_needed)
    select gen_random_uuid(), id, 1, ${NOW}::timestamptz - make_interval(hours => right(short_id, 3)::int), '1', 2
    from made`.execute(house.db);
  expect(await counted('/assessing?show=open')).toBe(few);
  const actor = await house.actor('priya');
  const all = await queue.list(house.db, { show: 'open', sort: 'newest' }, actor);
  expect(all.count).toBeGreaterThan(200);
  expect(all.pages).toBe(Math.ceil(all.count / queue.PAGE));
  const seen = new Set<string>();
  for (let page = 1; page <= all.pages; page++)
    for (const row of (await queue.list(house.db, { show: 'open', sort: 'newest', page }, actor)).rows)
      seen.add(row.id);
  expect(seen.size).toBe(all.count);
  const page = await (await (await house.as('priya')).get('/assessing?show=open&sort=newest&page=2')).text();
  expect(page).toContain('href="/assessing?show=open&amp;sort=newest&amp;page=3"');
  const sent = all.rows.map(({ submittedAt }) => submittedAt?.getTime() ?? 0);
  expect(sent).toEqual([...sent].sort((a, b) => b - a));
  for (const nonsense of ['?show=x&sort=y&page=z', '?page=-1', '?page=999'])
    expect((await (await house.as('priya')).get(`/assessing${nonsense}`)).status).toBe(200);
});

async function counted(path: string): Promise<number> {
  const priya = await house.as('priya');
  await priya.get(path);
  const before = statements;
  await priya.get(path);
  return statements - before;
}
