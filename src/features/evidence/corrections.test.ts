import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { corrections as changes, type Measure, measures, readings, type Work } from '#features/work/index.ts';
import type { Actor } from '#kernel/actor.ts';
import { Conflict, Refused } from '#kernel/errors.ts';
import { openHouse, type TestHouse } from '#test/support/house.ts';
import { workTitled } from '#test/world/work.ts';
import { HOME_BEFORE_LUNCH } from '#test/world/works.ts';
import { claims, corrections, grades, personal } from './index.ts';

let house: TestHouse;
let work: Work;
let measure: Measure;
let claimId: string;
let base: string;
let rhys: Actor;
beforeAll(async () => {
  house = await openHouse();
  work = await workTitled(house.db, HOME_BEFORE_LUNCH.title);
  rhys = await house.actor('rhys');
  const claim = (await claims.ofWork(house.db, work, rhys)).find(({ measureId }) => measureId);
  measure = await measures.byId(house.db, claim?.measureId ?? '');
  claimId = claim?.id ?? '';
  base = `/work/${work.address}/measures/${measure.short}/corrections`;
});
afterAll(() => house.close());

/** Records a relapse, so that the claim is described, and puts it right by the same hand. */
async function relapse(date: string, actor: Actor): Promise<void> {
  await readings.record(house.db, work, measure, [{ date, value: 71 }] as never, actor);
  const id = await readingOf(date);
  await changes.correct(house.db, work, measure, id, { value: 45, reason: 'The clock was an hour out' }, actor);
  await house.work();
}

async function readingOf(date: string): Promise<string> {
  return (await readings.list(house.db, measure.id)).find((one) => one.date === date)?.id ?? '';
}

async function gradeNow() {
  await house.work();
  return (await claims.byId(house.db, claimId)).grade;
}

const looked = { reason: 'The ward diary says 45.' };

test('a correction counts once a second person of the team accepts it, and not before', async () => {
  expect(await gradeNow()).toBe('measured');
  await relapse('2026-01-01', rhys);
  expect(await gradeNow()).toBe('described');
  const amina = await house.as('amina');
  const claim = `/work/${work.address}/claims/${(await claims.byId(house.db, claimId)).short}`;
  expect(await (await amina.get(claim)).text()).toContain(base);
  const page = await (await amina.get(base)).text();
  expect(page).toContain('71 minutes counts, 45 minutes stands on the chart');
  expect(page).toContain('Rhys Pugh changed it on 2 November 2026: “The clock was an hour out”');
  const answer = await amina.post(`${base}/acceptances`, { accepted: '2026-01-01 1 45', ...looked });
  expect(answer.status).toBe(303);
  expect(await gradeNow()).toBe('measured');
  expect(await (await amina.get(base)).text()).toContain('No correction waits.');
  expect(await (await house.as()).get(claim).then((shown) => shown.text())).not.toContain('Under review');
});

test('whoever corrected it cannot accept it, nor can others; an editor can', async () => {
  await relapse('2026-02-01', rhys);
  const given = { accepted: '2026-02-01 1 45', ...looked };
  const own = await house.as('rhys');
  expect(await (await own.get(base)).text()).toContain('You had a hand in these.');
  expect((await own.post(`${base}/acceptances`, given)).status).toBe(403);
  for (const name of ['tom', 'morag', 'sian', 'joe', undefined] as const) {
    const other = await house.as(name);
    expect((await other.get(base)).status).toBe(403);
    expect((await other.post(`${base}/acceptances`, given)).status).toBe(403);
  }
  expect(await gradeNow()).toBe('described');
  expect((await (await house.as('niamh')).post(`${base}/acceptances`, given)).status).toBe(303);
  expect(await gradeNow()).toBe('measured');
});

test('an acceptance that cannot be taken comes back with what was typed, and one that is too late is refused', async () => {
  await relapse('2026-03-01', rhys);
  const amina = await house.as('amina');
  const empty = await amina.post(`${base}/acceptances`, { reason: 'Seen the board' });
  expect(empty.status).toBe(422);
  const page = await empty.text();
  expect(page).toContain('Tick at least one correction.');
  expect(page).toContain('Seen the board');
  const silent = await amina.post(`${base}/acceptances`, { accepted: '2026-03-01 1 45' });
  expect(silent.status).toBe(422);
  expect(await silent.text()).toContain('Say what you looked at before you accept.');
  await changes.correct(house.db, work, measure, await readingOf('2026-03-01'), { value: 44, reason: 'No, 44' }, rhys);
  expect((await amina.post(`${base}/acceptances`, { accepted: '2026-03-01 1 45', ...looked })).status).toBe(409);
  expect((await amina.post(`${base}/acceptances`, { accepted: 'nonsense', ...looked })).status).toBe(409);
  expect((await amina.post(`${base}/acceptances`, { accepted: '2026-03-01 1 44', ...looked })).status).toBe(303);
});

test('a reading that was taken back counts until somebody else agrees that it goes', async () => {
  const batch = await readings.record(house.db, work, measure, [{ date: '2026-04-01', value: 80 }] as never, rhys);
  await readings.undo(house.db, work, measure, batch, rhys);
  expect(await gradeNow()).toBe('described');
  const page = await (await house.as('amina')).get(base).then((answer) => answer.text());
  expect(page).toContain('no value stands on the chart');
  expect(page).toContain('Rhys Pugh took it back on');
  await (await house.as('amina')).post(`${base}/acceptances`, { accepted: '2026-04-01 1 none', ...looked });
  expect(await gradeNow()).toBe('measured');
});

test('what somebody looked at is theirs to take away, and goes with them', async () => {
  const id = await house.personId('amina');
  expect(JSON.stringify(await personal.exportOf(house.db, id))).toContain(looked.reason);
  await personal.erase(house.db, id, await house.actor('amina'));
  expect(JSON.stringify(await personal.exportOf(house.db, id))).not.toContain(looked.reason);
  expect(await gradeNow()).toBe('measured');
});

const act = fc.record({
  kind: fc.constantFrom('correct', 'withdraw', 'again', 'accept'),
  day: fc.nat({ max: 4 }),
  value: fc.integer({ min: 30, max: 80 }),
});

test('whatever one person does to readings, accepting included, no grade rises', async () => {
  const amina = await house.actor('amina');
  const days = ['2026-05-01', '2026-06-01', '2026-07-01', '2026-08-01', '2026-09-01'];
  const rows = days.map((date) => ({ date, value: 66 }));
  await readings.record(house.db, work, measure, rows as never, rhys);
  expect(await gradeNow()).toBe('described');
  const someone = fc.constantFrom('amina', 'rhys');
  await fc.assert(
    fc.asyncProperty(someone, fc.array(act, { minLength: 1, maxLength: 12 }), async (who, acts) => {
      const undo = new Error('back to the start');
      const alone = house.db.transaction().execute(async (trx) => {
        for (const [i, { kind, day, value }] of acts.entries()) {
          const actor = { ...(who === 'amina' ? amina : rhys), at: new Date(amina.at.getTime() + i * 1000) };
          await attempt(trx, kind, days[day] ?? '', value, actor);
        }
        await grades.regrade(trx, claimId, amina);
        expect((await claims.byId(trx, claimId)).grade).toBe('described');
        throw undo;
      });
      await expect(alone).rejects.toBe(undo);
    }),
    { numRuns: 15 },
  );
}, 60_000);

async function attempt(db: typeof house.db, kind: string, date: string, value: number, actor: Actor): Promise<void> {
  const standing = (await readings.list(db, measure.id)).find((one) => one.date === date);
  if (kind === 'accept') return acceptWhatWaits(db, actor);
  if (!standing) {
    await readings.record(db, work, measure, [{ date, value }] as never, actor);
    return;
  }
  if (kind === 'correct')
    return changes.correct(db, work, measure, standing.id, { value, reason: 'Looks better' }, actor);
  await changes.withdraw(db, work, measure, standing.id, 'Looks better', actor);
}

async function acceptWhatWaits(db: typeof house.db, actor: Actor): Promise<void> {
  for (const one of await corrections.waiting(db, measure)) {
    const given = { keys: [corrections.keyOf(one)], reason: 'I agree with myself' };
    await corrections.accept(db, work, measure, given, actor).catch((error) => {
      if (!(error instanceof Refused || error instanceof Conflict)) throw error;
    });
  }
}
