import { afterAll, beforeAll, expect, test } from 'vitest';
import { claims } from '#features/evidence/index.ts';
import { measures, readings, works } from '#features/work/index.ts';
import { actorFor } from '#kernel/session/index.ts';
import { openHouse, type TestHouse } from '#test/support/house.ts';
import { cases, personal, versions } from './index.ts';
import { digestOf, type Head, hashOf } from './snapshot.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const TITLE = 'Home before lunch: beds that are free when they are needed';
const FIELDS = { title: 'Sleep is treatment', audience: 'operational', ask: 'Turn the corridor lights down at ten.' };

async function titled(title: string): Promise<cases.Case> {
  const row = await house.db
    .selectFrom('cases')
    .select('short_id')
    .where('title', '=', title)
    .executeTakeFirstOrThrow();
  return cases.find(house.db, row.short_id, await house.actor('amina'));
}

async function someClaim(): Promise<string> {
  const [claim] = await claims.search(house.db, 'lunch', await house.actor('tom'));
  return claim?.id ?? '';
}

/** Amina's new draft with one claim. */
async function draft(title: string): Promise<cases.Case> {
  const amina = await house.as('amina');
  const answer = await amina.post('/cases', { ...FIELDS, title, claims: await someClaim() });
  expect(answer.status).toBe(303);
  return titled(title);
}

test('a published case is read by anybody, with its numbers leading to their source', async () => {
  const { address } = await titled(TITLE);
  const visitor = await house.as();
  const page = await (await visitor.get(`/cases/${address}`)).text();
  expect(page).toContain('Evidence 2 of 5: measured');
  expect(page).toContain('Unplanned returns within a week');
  const source = /class="claim-number"><a href="(\/s\/[^"]+)"/.exec(page)?.[1] ?? '';
  const answer = await visitor.get(source);
  expect(answer.status).toBe(302);
  expect((await visitor.get(answer.headers.get('location') ?? '')).status).toBe(200);
  expect(await (await visitor.get('/cases')).text()).toContain(TITLE);
});

test.each([
  ['nobody who signed in', undefined, 404],
  ['another member', 'tom', 404],
  ['an editor', 'niamh', 404],
  ['a moderator', 'morag', 404],
  ['a steward', 'sian', 404],
  ['somebody without membership', 'joe', 404],
  ['its author', 'amina', 200],
] as const)('a draft and %s (%s): %i', async (_who, name, status) => {
  const { address } = await titled('A pharmacist on the ward by ten');
  const browser = await house.as(name);
  for (const part of ['preview', 'edit', 'publication'])
    expect((await browser.get(`/cases/${address}/${part}`)).status).toBe(status);
  for (const ending of ['.pdf', '.json', '/versions/1'])
    expect((await browser.get(`/cases/${address}${ending}`)).status).toBe(
      name === 'amina' ? (ending[0] === '/' ? 404 : 302) : 404,
    );
  expect((await (await browser.get('/cases')).text()).includes('A pharmacist on the ward')).toBe(status === 200);
});

test('a reader of a published case can neither edit it nor publish a version', async () => {
  const { address } = await titled(TITLE);
  for (const browser of [await house.as('tom'), await house.as()]) {
    expect((await browser.get(`/cases/${address}/edit`)).status).toBe(403);
    expect((await browser.put(`/cases/${address}`, FIELDS)).status).toBe(403);
    expect((await browser.post(`/cases/${address}/versions`, { opening: 'public' })).status).toBe(403);
  }
});

test('a case is written, searched for claims without saving, previewed and published', async () => {
  const amina = await house.as('amina');
  const found = await amina.post('/cases', { ...FIELDS, words: 'lunch', search: 'yes', context: 'Typed already' });
  const form = await found.text();
  expect(form).toContain('Typed already');
  expect(form).toContain('People who are ready to go home');
  const given = await draft('From words to a board');
  expect(await (await amina.get(`/cases/${given.address}/preview`)).text()).toContain(
    'Only its authors see this draft',
  );
  expect((await amina.post(`/cases/${given.address}/versions`, { opening: 'members' })).status).toBe(303);
  expect((await (await house.as('tom')).get(`/cases/${given.address}`)).status).toBe(200);
  expect((await (await house.as('joe')).get(`/cases/${given.address}`)).status).toBe(404);
  expect((await (await house.as()).get(`/cases/${given.address}.pdf`)).status).toBe(404);
});

test('a form that cannot be accepted comes back with what was typed', async () => {
  const amina = await house.as('amina');
  const answer = await amina.post('/cases', { title: '', audience: 'executive', ask: 'Still here', heading1: 'Alone' });
  expect(answer.status).toBe(422);
  const page = await answer.text();
  expect(page).toContain('Give the case a title.');
  expect(page).toContain('Still here');
  const half = await amina.post('/cases', { ...FIELDS, heading1: 'Alone' });
  expect(half.status).toBe(422);
  expect(await half.text()).toContain('Write the text under this heading.');
  expect((await amina.post('/cases', { ...FIELDS, claims: 'nonsense' })).status).toBe(422);
  expect((await (await house.as()).post('/cases', FIELDS)).status).toBe(403);
});

test('an empty case is not published', async () => {
  const { address } = await titled('A pharmacist on the ward by ten');
  const answer = await (await house.as('amina')).post(`/cases/${address}/versions`, { opening: 'public' });
  expect(answer.status).toBe(422);
  expect(await answer.text()).toContain('Say what you ask for.');
});

test('a private link opens what was published by it, and nothing else does', async () => {
  const given = await draft('For the board on Thursday');
  const answer = await (await house.as('amina')).post(`/cases/${given.address}/versions`, { opening: 'link' });
  const link = answer.headers.get('location') ?? '';
  const visitor = await house.as();
  expect((await visitor.get(link)).status).toBe(200);
  expect((await visitor.get(`/cases/${given.address}`)).status).toBe(404);
  expect((await visitor.get(`/cases/${given.address}?key=${given.linkKey.slice(1)}x`)).status).toBe(404);
  expect(await (await visitor.get('/cases')).text()).not.toContain('For the board on Thursday');
  expect((await visitor.get(`/cases/${given.address}/versions/1.pdf?key=${given.linkKey}`)).status).toBe(200);
});

test('a case for everybody cannot rest on a measure that its readers may not see', async () => {
  const given = await draft('Not yours to show');
  const claim = await claims.byId(house.db, given.claims[0] ?? '');
  const work = await works.byId(house.db, claim.workId);
  const measure = await measures.byId(house.db, claim.measureId ?? '');
  const owner = await actorFor(house.db, work.sharedBy, house.clock());
  await measures.withdraw(house.db, work, measure, owner);
  const amina = await house.as('amina');
  expect((await amina.post(`/cases/${given.address}/versions`, { opening: 'public' })).status).toBe(422);
  const page = await (await (await house.as()).get(`/cases/${(await titled(TITLE)).address}`)).text();
  expect(page).toContain('its readings can no longer be seen');
  const answers = { data: 'fine', counts: 'fine', names: 'fine' } as const;
  await measures.publish(house.db, work, measure, { visibility: 'public', answers }, owner);
});

test('a newcomer hands a case on by link, and shows it to everybody only as a member', async () => {
  const joe = await house.as('joe');
  const answer = await joe.post('/cases', { ...FIELDS, title: 'A carer’s case', claims: await someClaim() });
  const address = /\/cases\/(.*)\/preview/.exec(answer.headers.get('location') ?? '')?.[1];
  expect((await joe.post(`/cases/${address}/versions`, { opening: 'public' })).status).toBe(403);
  expect((await joe.post(`/cases/${address}/versions`, { opening: 'link' })).status).toBe(303);
});

test('what was published cannot change: not by a new draft, and not in the database', async () => {
  const given = await draft('Version one');
  const amina = await house.actor('amina');
  await versions.publish(house.db, given, 'public', amina);
  await cases.write(house.db, given, { ...given, title: 'Version two', ask: 'More money' }, amina);
  const first = await versions.find(house.db, given, 1, amina, null);
  expect(first.title).toBe('Version one');
  const forged = [
    house.db.updateTable('case_versions').set({ head: '{}' }),
    house.db.updateTable('case_block_contents').set({ content: '{}' }),
    house.db.updateTable('case_version_blocks').set({ digest: '0'.repeat(64) }),
    house.db.deleteFrom('case_versions'),
    house.db.deleteFrom('case_block_contents'),
  ];
  for (const query of forged) await expect(query.execute()).rejects.toThrow('does not change');
  const old = await (await house.as()).get(`/cases/${given.address}`);
  expect(old.status).toBe(301);
  expect(old.headers.get('location')).toContain('/cases/version-two-');
});

test('anybody can check the hash of a version from its JSON', async () => {
  const { address } = await titled(TITLE);
  const json = await (await (await house.as()).get(`/cases/${address}.json`)).json();
  const { hash, blocks, opening: _opening, ...head } = json;
  const digests = blocks.map((block: { salt: string; content: never }) => digestOf(block.salt, block.content));
  expect(digests).toEqual(blocks.map((block: { digest: string }) => block.digest));
  expect(hashOf({ format: 'cairn-case/1', ...head } as Head, digests)).toBe(hash);
});

test('when the data behind a number change, the case says what changed', async () => {
  const given = await titled(TITLE);
  const claim = await claims.byId(house.db, given.claims[0] ?? '');
  const work = await works.byId(house.db, claim.workId);
  const measure = await measures.byId(house.db, claim.measureId ?? '');
  const owner = await actorFor(house.db, work.sharedBy, house.clock());
  const visitor = await house.as();
  expect(await (await visitor.get(`/cases/${given.address}`)).text()).not.toContain('Changed since');
  await readings.record(house.db, work, measure, [{ date: '2026-01-01', value: 90 }] as never, owner);
  const page = await (await visitor.get(`/cases/${given.address}`)).text();
  expect(page).toContain('Changed since this was published');
  expect(page).toContain('the evidence was measured and is now described.');
  expect(page).toContain('there is one more reading.');
  expect(page).toContain('Evidence 2 of 5: measured');
});

test('withdrawn consent takes a block’s words away, and leaves the date and a hash that still holds', async () => {
  const given = await titled(TITLE);
  const version = await house.db
    .selectFrom('case_versions')
    .select('id')
    .where('case_id', '=', given.id)
    .executeTakeFirstOrThrow();
  const at = { version_id: version.id, position: 1 };
  await house.db
    .insertInto('case_block_withdrawals')
    .values({ ...at, withdrawn_at: house.clock() })
    .execute();
  await house.db
    .deleteFrom('case_block_contents')
    .where('version_id', '=', version.id)
    .where('position', '=', 1)
    .execute();
  const visitor = await house.as();
  expect(await (await visitor.get(`/cases/${given.address}`)).text()).toContain('Withdrawn on 2 November 2026');
  const { hash, blocks, opening: _opening, ...head } = await (await visitor.get(`/cases/${given.address}.json`)).json();
  const digests = blocks.map((block: { digest: string }) => block.digest);
  expect(blocks[1].content).toBe(null);
  expect(hashOf({ format: 'cairn-case/1', ...head } as Head, digests)).toBe(hash);
  expect((await visitor.get(`/cases/${given.address}.pdf`)).status).toBe(200);
});

test('a person who is erased leaves published cases as a former member, and their own drafts go', async () => {
  const given = await titled(TITLE);
  const { id } = await house.actor('amina');
  await personal.erase(house.db, id ?? '', await house.actor('amina'));
  const visitor = await house.as();
  const page = await (await visitor.get(`/cases/${given.address}`)).text();
  expect(page).toContain('a former member');
  expect(page).not.toContain('Amina Yusuf');
  expect(await (await visitor.get(`/cases/${given.address}.json`)).text()).not.toContain('Amina Yusuf');
  await expect(titled('A pharmacist on the ward by ten')).rejects.toThrow();
});
