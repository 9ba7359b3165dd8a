import { afterAll, beforeAll, expect, test } from 'vitest';
import { marks, measures, type Work, works } from '#features/work/index.ts';
import { type Browser, openHouse, type TestHouse } from '#test/support/house.ts';
import { workTitled } from '#test/world/work.ts';
import { HOME_BEFORE_LUNCH } from '#test/world/works.ts';
import { cycles } from '../index.ts';

let house: TestHouse;
let work: Work;
let base: string;
let amina: Browser;
beforeAll(async () => {
  house = await openHouse();
  const { id } = await workTitled(house.db, HOME_BEFORE_LUNCH.title);
  work = await works.byId(house.db, id);
  base = `/work/${work.address}`;
  amina = await house.as('amina');
});
afterAll(() => house.close());

const QUESTION = 'Does ringing the family at nine bring the car before noon?';

async function begun(fields: Record<string, string> = {}): Promise<string> {
  const answer = await amina.post(`${base}/cycles`, { question: QUESTION, ...fields });
  expect(answer.status).toBe(303);
  return answer.headers.get('location') ?? '';
}

test('a question is enough to begin; the steps are filled when they happen', async () => {
  const address = await begun();
  const before = await (await (await house.as()).get(address)).text();
  expect(before).toContain(QUESTION);
  expect(before).not.toContain('What we learned');
  const answer = await amina.put(address, {
    question: QUESTION,
    prediction: 'Yes, for half of them',
    happened: 'Four of nine cars came',
    learning: 'Ring before the school run',
    startsOn: '1 March 2025',
    endsOn: '2025-03-05',
    decision: 'adapt',
  });
  expect(answer.status).toBe(303);
  const after = await (await (await house.as()).get(address)).text();
  for (const words of [
    'Yes, for half of them',
    'Ring before the school run',
    'Adapted',
    '1 March 2025 to 5 March 2025',
  ])
    expect(after).toContain(words);
  expect(await (await (await house.as()).get(base)).text()).toContain('Ring before the school run');
});

test('cycles make a chain: each knows what it follows and what it led to', async () => {
  const first = await begun();
  const number = first.split('/').at(-1) ?? '';
  const second = await begun({ after: number });
  expect(await (await amina.get(second)).text()).toContain(`href="${first}"`);
  expect(await (await amina.get(first)).text()).toContain(`href="${second}"`);
  const circle = await amina.put(first, { question: QUESTION, after: second.split('/').at(-1) ?? '' });
  expect(circle.status).toBe(422);
  expect(await circle.text()).toContain('Choose an earlier cycle');
});

test('a cycle is marked on the chart of its measure, once, and the mark goes with it', async () => {
  const actor = await house.actor('amina');
  const [measure, other] = await measures.list(house.db, work, actor);
  if (!measure || !other) throw new Error('two measures are needed');
  const told = { question: QUESTION, measure: measure.id, startsOn: '2024-03-04' };
  const address = await begun(told);
  const number = Number(address.split('/').at(-1));
  const labels = async (id: string) => (await marks.of(house.db, id)).annotations.map(({ label }) => label);
  expect(await labels(measure.id)).toContain(`Cycle ${number}`);
  const chart = await (await (await house.as()).get(`${base}/measures/${measure.short}`)).text();
  expect(chart).toContain(`href="${address}"`);
  await amina.put(address, told);
  expect((await labels(measure.id)).filter((label) => label === `Cycle ${number}`)).toHaveLength(1);
  await amina.put(address, { ...told, measure: other.id });
  expect([await labels(measure.id), await labels(other.id)].map((all) => all.includes(`Cycle ${number}`))).toEqual([
    false,
    true,
  ]);
  expect((await amina.delete(address)).status).toBe(303);
  expect(await labels(other.id)).not.toContain(`Cycle ${number}`);
  expect((await amina.get(address)).status).toBe(404);
});

test('what cannot be is handed back with what was typed', async () => {
  const wrong = async (fields: Record<string, string>) => {
    const answer = await amina.post(`${base}/cycles`, { question: QUESTION, ...fields });
    expect(answer.status).toBe(422);
    return answer.text();
  };
  expect(await wrong({ question: '' })).toContain('Write the question that this cycle is to answer.');
  expect(await wrong({ startsOn: 'soon', plan: 'a chair' })).toContain('a chair');
  expect(await wrong({ startsOn: '2025-03-05', endsOn: '2025-03-04' })).toContain('cannot have ended before');
  expect(await wrong({ owner: await house.personId('tom') })).toContain('Choose somebody who is on the team.');
  expect(await wrong({ measure: work.id })).toContain('Choose one of the measures.');
  expect(await wrong({ change: work.id })).toContain('Choose a change idea from the list.');
});

test('only the team begins, writes and removes cycles', async () => {
  const cycle = await cycles.find(house.db, work, 1);
  const told = { ...cycle, question: 'Mine now' };
  for (const who of ['tom', 'sian'] as const) {
    const actor = await house.actor(who);
    await expect(cycles.begin(house.db, work, told, actor)).rejects.toThrow('permission');
    await expect(cycles.write(house.db, work, cycle, told, actor)).rejects.toThrow('permission');
    await expect(cycles.remove(house.db, work, cycle, actor)).rejects.toThrow('permission');
  }
});
