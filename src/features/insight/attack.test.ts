import { afterAll, beforeAll, expect, test } from 'vitest';
import { answers, keyFrom, releases } from '#features/monitoring/index.ts';
import { people } from '#features/people/index.ts';
import { cairnItself } from '#kernel/actor.ts';
import type { Country } from '#kernel/countries.ts';
import { meaning } from '#kernel/disclosure.ts';
import * as roles from '#kernel/roles.ts';
import { actorFor } from '#kernel/session/index.ts';
import { openHouse, type TestHouse } from '#test/support/house.ts';

/** An attacker who reads every page and every file of every release, and knows who is a member since when. */

let house: TestHouse;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const QUARTERS = ['2027-01-10', '2027-04-10', '2027-07-10', '2027-10-10'].map((day) => new Date(`${day}T04:00:00Z`));
const key = () => keyFrom(house.config.secret);
let joined = 0;

async function join(howMany: number, country: Country, said: answers.Answers): Promise<void> {
  const cairn = cairnItself(house.clock());
  for (let i = 0; i < howMany; i += 1) {
    joined += 1;
    const id = await people.meet(house.db, { email: `n${joined}@new.example`, name: `New Member ${joined}` }, cairn);
    await people.describe(house.db, await people.byId(house.db, id), { country }, { ...cairn, id });
    await roles.grant(house.db, id, { role: 'member', country: null }, cairn);
    await answers.give(house.db, key(), said, await actorFor(house.db, id, house.clock()));
  }
}

/** The next quarter's release, as the file that everybody can fetch. */
async function release(n: number): Promise<string[]> {
  const at = QUARTERS[n] ?? new Date();
  house.setClock(at);
  await releases.take(house.db, key(), at);
  const file = await (await (await house.as()).get('/insight/reflection.csv')).text();
  return file.split('\r\n');
}

/** The published counts of one table in one quarter. */
function table(lines: string[], quarter: string, country: string, question: string): Record<string, number> {
  return Object.fromEntries(
    lines
      .map((line) => line.split(','))
      .filter(([q, , c, asked]) => q === quarter && c === country && asked === question)
      .map(([, , , , group, count]) => [group, Number(count)]),
  );
}

test('over time: a quarter in which one person joins shows what the quarter before it showed', async () => {
  await join(30, 'wales', { 'ethnic-group': 'british', sex: 'female' });
  await join(7, 'wales', { 'ethnic-group': 'irish', sex: 'male' });
  await join(2, 'wales', { 'ethnic-group': 'indian', sex: 'female' });
  const first = table(await release(0), '2026-Q4', 'wales', 'ethnic-group');
  expect(first.answered).toBeGreaterThan(30);

  await join(1, 'wales', { 'ethnic-group': 'indian', sex: 'male' });
  const lines = await release(1);
  expect(table(lines, '2027-Q1', 'wales', 'ethnic-group')).toEqual(first);
  expect(table(lines, '2027-Q1', 'wales', 'sex')).toEqual(table(lines, '2026-Q4', 'wales', 'sex'));
  expect(table(lines, '2026-Q4', 'wales', 'ethnic-group')).toEqual(first); // what was released is frozen
});

test('over time: after ten have joined the numbers move, and none of the ten has only one possible answer', async () => {
  await join(9, 'wales', { 'ethnic-group': 'british', sex: 'female' });
  await join(2, 'wales', { 'ethnic-group': 'african', sex: 'female' });
  const lines = await release(2);
  for (const question of ['ethnic-group', 'sex']) {
    const before = table(lines, '2026-Q4', 'wales', question);
    const after = table(lines, '2027-Q2', 'wales', question);
    expect(after).not.toEqual(before);
    const groups = Object.keys(after).filter((group) => !['members', 'answered'].includes(group));
    const possible = groups.filter((group) => meaning(after[group] ?? 0).most - meaning(before[group] ?? 0).least > 0);
    const certain = groups.map((group) => meaning(after[group] ?? 0).least - meaning(before[group] ?? 0).most);
    expect(possible.length).toBeGreaterThan(1);
    expect(Math.max(...certain)).toBeLessThan(12); // twelve came: they cannot all be in one group
  }
});

test('over overlapping filters: the countries together hold nothing that each does not show by itself', async () => {
  await join(30, 'england', { sex: 'female', age: '35-44' });
  await join(1, 'northern-ireland', { sex: 'male', age: '16-24' });
  const lines = await release(3);
  const quarter = '2027-Q3';
  expect(table(lines, quarter, 'northern-ireland', 'sex')).toEqual({});
  const sum: Record<string, number> = {};
  for (const country of ['england', 'scotland', 'wales', 'northern-ireland'])
    for (const [group, count] of Object.entries(table(lines, quarter, country, 'sex')))
      sum[group] = (sum[group] ?? 0) + count;
  expect(table(lines, quarter, 'together', 'sex')).toEqual(sum);
  const all = lines.slice(1).filter((line) => line !== '');
  expect(all.every((line) => Number(line.split(',')[5]) % 5 === 0)).toBe(true);
});

test('by a filter that isolates one person: nothing but the country can be asked for, and a small one shows nothing', async () => {
  const browser = await house.as();
  const wales = await (await browser.get('/insight/reflection?country=wales')).text();
  for (const filter of [
    'sector=hospice',
    'question=sex&group=male',
    'place=Trecelyn',
    'person=morag',
    'from=2027-01-01',
  ])
    expect(await (await browser.get(`/insight/reflection?country=wales&${filter}`)).text()).toBe(wales);
  const small = await (await browser.get('/insight/reflection?country=northern-ireland')).text();
  expect(small).toContain('Too few members in Northern Ireland have answered this so far.');
  expect(small).not.toContain('<circle class="reflection-members" cx');
});

test('taking a release again, or after somebody took their answers back, changes nothing that was shown', async () => {
  const before = await (await (await house.as()).get('/insight/reflection.csv')).text();
  await answers.forget(house.db, key(), await house.personId('rhys'));
  await releases.take(house.db, key(), house.clock());
  expect(await (await (await house.as()).get('/insight/reflection.csv')).text()).toBe(before);
});

test('not even a signed-in steward is shown more', async () => {
  const visitors = await (await (await house.as()).get('/insight/reflection.csv')).text();
  expect(await (await (await house.as('sian')).get('/insight/reflection.csv')).text()).toBe(visitors);
});
