import { afterAll, beforeAll, expect, test } from 'vitest';
import { marks, measures, readings, works } from '#features/work/index.ts';
import * as journal from '#kernel/journal.ts';
import { actorFor } from '#kernel/session/index.ts';
import * as settings from '#kernel/settings.ts';
import { openHouse, type TestHouse } from '#test/support/house.ts';
import { type Claim, claims, grades } from './index.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

/** The claim on the wait for discharge, with its work, its measure and its team's first member. */
async function homeBeforeLunch() {
  const row = await house.db
    .selectFrom('claims')
    .select(['id', 'work_id', 'measure_id'])
    .where('statement', 'like', 'People who are ready to go home%')
    .executeTakeFirstOrThrow();
  const work = await works.byId(house.db, row.work_id);
  const owner = await actorFor(house.db, work.sharedBy, house.clock());
  const claim = await claims.byId(house.db, row.id);
  const measure = await measures.byId(house.db, row.measure_id ?? '');
  return { work, owner, claim, measure, at: `/work/${work.address}/claims/${claim.short}` };
}

async function ownerBrowser() {
  const { owner } = await homeBeforeLunch();
  return browserOf(owner.id ?? '');
}

async function browserOf(id: string) {
  const email = await house.db
    .selectFrom('person_emails')
    .select('email')
    .where('person_id', '=', id)
    .executeTakeFirst();
  const names = ['amina', 'rhys', 'orla', 'callum', 'priya', 'tom', 'niamh', 'morag', 'sian', 'joe'] as const;
  const name = names.find((one) => email?.email.startsWith(one));
  if (!name) throw new Error('not one of the cast');
  return house.as(name);
}

async function stranger() {
  const { work } = await homeBeforeLunch();
  for (const name of ['tom', 'niamh', 'orla'] as const)
    if (!work.team.includes(await house.personId(name))) return house.as(name);
  throw new Error('everybody is on the team');
}

const WORDS = { statement: 'Fewer cold suppers', area: 'people', relation: 'contribution' };

test('anybody reads a claim with its grade, why it stands there and what would raise it', async () => {
  const { at } = await homeBeforeLunch();
  const page = await (await (await house.as()).get(at)).text();
  expect(page).toContain('Evidence 2 of 5: measured');
  expect(page).toContain('Why it stands there');
  expect(page).toContain('What would raise it');
  expect(page).toContain('Not audited.');
  expect(page).toContain('Chosen afterwards');
  expect(page).toContain('<svg');
});

test('the page of the work shows its claims, to a visitor without the button', async () => {
  const { work } = await homeBeforeLunch();
  const page = await (await (await house.as()).get(`/work/${work.address}`)).text();
  expect(page).toContain('What it brought');
  expect(page).not.toContain('Say what it brought');
});

test('the team makes a claim; it is graded, and the journal says so', async () => {
  const { work, measure } = await homeBeforeLunch();
  const answer = await (await ownerBrowser()).post(`/work/${work.address}/claims`, {
    ...WORDS,
    measure: measure.short,
    better: 'down',
    baselineFrom: '01/01/2023',
    baselineThrough: '30/06/2024',
    changedOn: '2024-07-01',
  });
  expect(answer.status).toBe(303);
  await house.work();
  const short = answer.headers.get('location')?.split('/').at(-1) ?? '';
  const made = await house.db.selectFrom('claims').select('id').where('short_id', '=', short).executeTakeFirstOrThrow();
  expect((await claims.byId(house.db, made.id)).grade).toBe('measured');
  const verbs = (await journal.about(house.db, { type: 'claim', id: made.id })).map(({ verb }) => verb);
  expect(verbs).toEqual(['claim.graded', 'claim.made']);
});

test('others can neither open the form nor send it', async () => {
  const { work } = await homeBeforeLunch();
  for (const browser of [await stranger(), await house.as()]) {
    expect((await browser.get(`/work/${work.address}/claims/new`)).status).toBe(403);
    expect((await browser.post(`/work/${work.address}/claims`, WORDS)).status).toBe(403);
  }
});

test('a claim that cannot be accepted comes back with what was typed', async () => {
  const { work, measure } = await homeBeforeLunch();
  const browser = await ownerBrowser();
  const dates = { baselineFrom: '2024-06-30', baselineThrough: '2023-01-01', changedOn: '2022-01-01' };
  const given = { ...WORDS, measure: measure.short, better: 'down', ...dates };
  const wrong = await browser.post(`/work/${work.address}/claims`, given);
  expect(wrong.status).toBe(422);
  const page = await wrong.text();
  expect(page).toContain('The baseline ends before it begins.');
  expect(page).toContain('Fewer cold suppers');
  const half = await browser.post(`/work/${work.address}/claims`, { ...WORDS, measure: measure.short });
  expect(await half.text()).toContain('Say when the baseline begins.');
  expect((await browser.post(`/work/${work.address}/claims`, { ...WORDS, area: 'wealth' })).status).toBe(422);
});

test('the words of a claim change and its grade does not; what it rests on cannot change at all', async () => {
  const { at, claim } = await homeBeforeLunch();
  const words = {
    statement: 'People who are ready to go home leave for home sooner',
    area: 'organisations',
    relation: 'attribution',
  };
  expect((await (await stranger()).put(at, words)).status).toBe(403);
  expect((await (await ownerBrowser()).put(at, { ...words, statement: '' })).status).toBe(422);
  expect((await (await ownerBrowser()).put(at, words)).status).toBe(303);
  await house.work();
  expect((await claims.byId(house.db, claim.id)).grade).toBe('measured');
  const moved = house.db.updateTable('claims').set({ changed_on: '2024-08-01' }).where('id', '=', claim.id).execute();
  await expect(moved).rejects.toThrow('fixed when it is made');
});

test('a rebase, another chart and a new target leave the grade where it is', async () => {
  const { work, owner, measure, claim } = await homeBeforeLunch();
  const before = await grades.inputsOf(house.db, claim);
  await marks.rebase(house.db, work, measure, { date: '2025-03-01', reason: 'New ward' }, owner);
  const { id: _id, short: _short, workId: _work, profile: _profile, visibility: _seen, ...definition } = measure;
  await measures.redefine(house.db, work, measure, { ...definition, target: 10, better: 'up' }, owner);
  await house.work();
  expect(await grades.inputsOf(house.db, claim)).toEqual(before);
  expect((await claims.byId(house.db, claim.id)).grade).toBe('measured');
});

test('a relapse takes the grade back, and one person who takes the relapse back does not raise it again', async () => {
  const { work, owner, measure, claim, at } = await homeBeforeLunch();
  const batch = await readings.record(house.db, work, measure, [{ date: '2026-01-01', value: 71 }] as never, owner);
  await house.work();
  expect((await claims.byId(house.db, claim.id)).grade).toBe('described');
  await readings.undo(house.db, work, measure, batch, owner);
  await readings.record(house.db, work, measure, [{ date: '2026-01-01', value: 45 }] as never, owner);
  await house.work();
  expect((await claims.byId(house.db, claim.id)).grade).toBe('described');
  expect(await (await (await house.as()).get(at)).text()).toContain('Under review');
  const entries = await journal.about(house.db, { type: 'claim', id: claim.id });
  expect(entries[0]?.change).toBe('{"before":"measured","after":"described"}');
});

test('every grade can be built again, and comes out the same', async () => {
  const all = () =>
    house.db.selectFrom('claim_grades').select(['claim_id', 'grade', 'inputs_hash']).orderBy('claim_id').execute();
  const before = await all();
  await house.db.deleteFrom('claim_grades').execute();
  expect(await grades.rebuildAll(house.db, await house.actor('sian'))).toEqual({
    claims: before.length,
    changed: before.length,
  });
  expect(await all()).toEqual(before);
  expect(await grades.rebuildAll(house.db, await house.actor('sian'))).toEqual({ claims: before.length, changed: 0 });
});

test('another evidence profile grades every claim again, in the background', async () => {
  await settings.write(house.db, 'evidence.profile', 'an-older-school', await house.actor('sian'));
  await house.db.updateTable('claim_grades').set({ grade: 'described' }).where('grade', '=', 'measured').execute();
  const graded = () => house.db.selectFrom('claim_grades').select('claim_id').where('grade', '=', 'measured').execute();
  expect(await graded()).toEqual([]);
  const sian = await house.as('sian');
  expect((await sian.put('/steward/evidence', { profile: 'no-such-school' })).status).toBe(422);
  expect((await sian.put('/steward/evidence', { profile: 'nhs-mdc' })).status).toBe(303);
  await house.work();
  expect((await graded()).length).toBeGreaterThan(0);
});

test('the team withdraws a claim with its reason, and it leaves the page of the work', async () => {
  const { at, work } = await homeBeforeLunch();
  expect((await (await stranger()).put(`${at}/withdrawal`, { reason: 'Not mine' })).status).toBe(403);
  expect((await (await ownerBrowser()).put(`${at}/withdrawal`, {})).status).toBe(422);
  expect((await (await ownerBrowser()).put(`${at}/withdrawal`, { reason: 'The clock was wrong' })).status).toBe(303);
  expect(await (await (await house.as()).get(at)).text()).toContain('The clock was wrong');
  expect(await (await (await house.as()).get(`/work/${work.address}`)).text()).not.toContain(at);
});

test('a claim on a measure that is not shown is not found', async () => {
  const claim = await someClaim();
  const work = await works.byId(house.db, claim.workId);
  const measure = await measures.byId(house.db, claim.measureId ?? '');
  const owner = await actorFor(house.db, work.sharedBy, house.clock());
  await measures.withdraw(house.db, work, measure, owner);
  const visitor = await house.as();
  expect((await visitor.get(`/work/${work.address}/claims/${claim.short}`)).status).toBe(404);
  expect(await (await visitor.get(`/work/${work.address}`)).text()).not.toContain(claim.short);
});

async function someClaim(): Promise<Claim> {
  const [first] = (await claims.search(house.db, undefined, await house.actor('sian'))).filter(
    ({ measureId }) => measureId,
  );
  if (!first) throw new Error('no claim');
  return first;
}
