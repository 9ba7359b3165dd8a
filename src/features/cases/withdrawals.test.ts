import { getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openHouse, type TestHouse } from '#test/support/house.ts';
import { type Case, cases, personal, versions } from './index.ts';
import { type Head, hashOf } from './snapshot.ts';

let house: TestHouse;
let given: Case;
let at: string;
beforeAll(async () => {
  house = await openHouse();
  const row = await house.db
    .selectFrom('cases')
    .select('short_id')
    .where('title', '=', 'Home before lunch: beds that are free when they are needed')
    .executeTakeFirstOrThrow();
  const amina = await house.actor('amina');
  given = await cases.find(house.db, row.short_id, amina);
  await versions.publish(house.db, given, 'public', amina);
  at = `/cases/${given.address}/versions/2/withdrawals`;
});
afterAll(() => house.close());

const text = async (answer: Response | Promise<Response>) => (await answer).text();

/** Where the blocks of this kind stand in a version. */
async function positionsOf(number: number, kind: 'narrative' | 'person' | 'claim'): Promise<number[]> {
  const { blocks } = await versions.find(house.db, given, number, await house.actor('amina'), null);
  return blocks.filter((block) => block.kind === kind && block.content).map(({ position }) => position);
}

async function pdfText(path: string): Promise<string> {
  const bytes = await (await (await house.as()).get(path)).arrayBuffer();
  const document = await getDocumentProxy(new Uint8Array(bytes));
  const pages = await Promise.all(Array.from({ length: document.numPages }, (_, i) => document.getPage(i + 1)));
  const parts = await Promise.all(pages.map((page) => page.getTextContent()));
  return parts
    .flatMap(({ items }) => items.map((item) => ('str' in item ? item.str : '')))
    .join(' ')
    .replace(/\s+/g, ' ');
}

test('an author takes a text out of every version that has it; page, PDF and data say when, and the hash holds', async () => {
  const [block] = await positionsOf(2, 'narrative');
  const amina = await house.as('amina');
  expect(await text(amina.get(`/cases/${given.address}`))).toContain(at);
  expect(await text(amina.get(at))).toContain('The text “What it takes”');
  const answer = await amina.post(at, { block: String(block), reason: 'The nurse who is quoted has changed her mind' });
  expect(answer.headers.get('location')).toBe(`/cases/${given.address}/versions/2`);
  for (const number of [1, 2]) {
    const base = `/cases/${given.address}/versions/${number}`;
    const visitor = await house.as();
    const page = await text(visitor.get(base));
    expect(page).toContain('Withdrawn on 2 November 2026');
    expect(page).not.toContain('Two nurses meet');
    expect(page).not.toContain('changed her mind');
    expect(await pdfText(`${base}.pdf`)).toContain('Withdrawn on 2 November 2026');
    const { hash, blocks, opening: _opening, ...head } = await (await visitor.get(`${base}.json`)).json();
    const digests = blocks.map((one: { digest: string }) => one.digest);
    expect(hashOf({ format: 'cairn-case/1', ...head } as Head, digests)).toBe(hash);
    expect(blocks[block ?? 0]).toMatchObject({ content: null, salt: null, withdrawnAt: '2026-11-02T09:30:00.000Z' });
  }
  expect(await text(amina.get(at))).toContain('changed her mind');
});

test('a steward takes a name out; it is neither erased nor forgotten that somebody was named', async () => {
  const [name] = await positionsOf(2, 'person');
  const sian = await house.as('sian');
  expect((await sian.post(at, { block: String(name), reason: 'Asked us by telephone' })).status).toBe(303);
  const page = await text((await house.as()).get(`/cases/${given.address}`));
  expect(page).toContain('a name withdrawn on 2 November 2026');
  expect(page).not.toContain('a former member');
  expect(await pdfText(`/cases/${given.address}.pdf`)).toContain('a name withdrawn on 2 November 2026');
});

test('nobody else can, not even with the address of the form', async () => {
  const [block] = await positionsOf(2, 'narrative');
  for (const name of ['tom', 'niamh', 'morag', 'joe', undefined] as const) {
    const other = await house.as(name);
    expect((await other.get(at)).status).toBe(403);
    expect((await other.post(at, { block: String(block), reason: 'Not mine to take' })).status).toBe(403);
    expect(await text(other.get(`/cases/${given.address}`))).not.toContain(at);
  }
  expect(await positionsOf(2, 'narrative')).toContain(block);
});

test('without a choice or a reason the form comes back; numbers are not withdrawn here', async () => {
  const amina = await house.as('amina');
  const [block] = await positionsOf(2, 'narrative');
  const empty = await amina.post(at, { reason: 'A good reason' });
  expect(empty.status).toBe(422);
  const page = await text(empty);
  expect(page).toContain('Choose what has to go.');
  expect(page).toContain('A good reason');
  const silent = await amina.post(at, { block: String(block) });
  expect(silent.status).toBe(422);
  expect(await text(silent)).toContain('Say why it is withdrawn.');
  const [claim] = await positionsOf(2, 'claim');
  expect((await amina.post(at, { block: String(claim), reason: 'I do not like it' })).status).toBe(404);
  expect((await amina.post(at.replace('/2/', '/9/'), { block: '1', reason: 'No such' })).status).toBe(404);
});

test('why something was withdrawn is its writer’s to take away, and goes with them', async () => {
  const sian = await house.personId('sian');
  expect(JSON.stringify(await personal.exportOf(house.db, sian))).toContain('Asked us by telephone');
  await personal.erase(house.db, sian, await house.actor('sian'));
  expect(await text((await house.as('amina')).get(at))).not.toContain('Asked us by telephone');
  expect(await text((await house.as()).get(`/cases/${given.address}`))).toContain('a name withdrawn on');
});
