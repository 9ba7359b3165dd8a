import { afterAll, beforeAll, expect, test } from 'vitest';
import { openHouse, type TestHouse } from '#test/support/house.ts';
import { workTitled } from '#test/world/work.ts';
import { HOME_BEFORE_LUNCH } from '#test/world/works.ts';
import { corrections, marks, measures, publications, readings, seen, works } from '../index.ts';

let house: TestHouse;
let base: string;
beforeAll(async () => {
  house = await openHouse();
  base = `/work/${(await workTitled(house.db, HOME_BEFORE_LUNCH.title)).address}`;
});
afterAll(() => house.close());

const FINE = { data: 'fine', counts: 'none', names: 'none' } as const;
const NOBODY = '01890000-0000-7000-8000-000000000000';

/** A measure of Amina's team with four readings, and everything that a test needs to act on it. */
async function measured(name: string) {
  const amina = await house.actor('amina');
  const work = await workTitled(house.db, HOME_BEFORE_LUNCH.title);
  const definition = { name, definition: '', unit: 'days', better: 'down', target: null, places: null } as const;
  const measure = await measures.define(house.db, work, definition, amina);
  const rows = ['2024-01-01', '2024-02-01', '2024-03-01', '2024-04-01'].map((date, i) => ({ date, value: 10 + i }));
  await readings.record(house.db, work, measure, rows, amina);
  return { work, measure, path: `${base}/measures/${measure.short}`, definition };
}

function readingsOf({ id }: { id: string }) {
  return readings.list(house.db, id);
}

test('one reading can be typed; a slip comes back beside its field with what was typed', async () => {
  const { path, measure } = await measured('Typed');
  const amina = await house.as('amina');
  const slip = await amina.post(`${path}/readings`, { date: '31/06/2024', value: '7' });
  expect(slip.status).toBe(422);
  const page = await slip.text();
  expect(page).toContain('“31/06/2024” is not a date that we can read.');
  expect(page).toContain('value="31/06/2024"');
  expect(page).toContain('value="7"');
  const both = await amina.post(`${path}/readings`, { date: '1/6/2024', value: '7', text: '1/7/2024\t8' });
  expect(await both.text()).toContain('not both at once');
  expect(await (await amina.post(`${path}/readings`, { date: '1/6/2024', value: '7' })).text()).toContain(
    'was read as 1 June 2024',
  );
  expect((await amina.post(`${path}/readings`, { date: '1/6/2024', value: '', confirmed: 'yes' })).status).toBe(303);
  expect((await readingsOf(measure)).at(-1)).toMatchObject({ date: '2024-06-01', value: null });
});

test('nothing at all, a workbook, or a file with a bad line change nothing; the text of the file is in the box', async () => {
  const { path, measure } = await measured('Files');
  const amina = await house.as('amina');
  expect((await amina.post(`${path}/readings`)).status).toBe(422);
  const workbook = new File([new Uint8Array([0x50, 0x4b, 3, 4, 0])], 'a.xlsx');
  const refused = await amina.post(`${path}/readings`, { file: workbook });
  expect(refused.status).toBe(422);
  expect(await refused.text()).toContain('This file is broken');
  const file = new File(['date;value\n01/07/2024;12,5\n01/08/2024;many\n'], 'a.csv');
  const bad = await amina.post(`${path}/readings`, { file });
  expect(bad.status).toBe(422);
  expect(await bad.text()).toContain('01/07/2024\t12,5\n01/08/2024\tmany');
  expect(await readingsOf(measure)).toHaveLength(4);
});

test('a reading can be withdrawn with a reason; it leaves the chart and stays on record', async () => {
  const { path, measure } = await measured('Withdrawn');
  const amina = await house.as('amina');
  const [first] = await readingsOf(measure);
  const address = `${path}/readings/${first?.id}/withdrawal`;
  expect((await amina.get(address)).status).toBe(200);
  expect((await amina.put(address)).status).toBe(422);
  expect((await amina.put(address, { reason: 'Another ward’s figure' })).status).toBe(303);
  expect(await readingsOf(measure)).toHaveLength(3);
  expect((await readings.asFirstRecorded(house.db, measure.id))[0]).toMatchObject({ value: 10, changed: true });
  expect((await amina.put(address, { reason: 'Twice' })).status).toBe(404);
  expect((await amina.post(`${path}/readings`, { text: '2024-01-01\t11', confirmed: 'yes' })).status).toBe(303);
});

test('a measure is edited by its team; bad input comes back as typed', async () => {
  const { path } = await measured('Edited');
  const amina = await house.as('amina');
  const bad = await amina.put(path, { name: 'Edited again', better: 'sideways', target: 'soon' });
  expect(bad.status).toBe(422);
  const page = await bad.text();
  expect(page).toContain('Choose which way is better.');
  expect(page).toContain('Edited again');
  expect((await amina.put(path, { name: 'Edited again', better: 'up', target: '12.5', places: '1' })).status).toBe(303);
  expect(await (await amina.get(path)).text()).toContain('Edited again');
});

test('new limits and marks can be taken back', async () => {
  const { path, measure } = await measured('Marks taken back');
  const amina = await house.as('amina');
  await amina.post(`${path}/rebases`, { startsOn: '2024-03-01', reason: 'New ward' });
  await amina.post(`${path}/annotations`, { date: '2024-02-01', label: 'Snow' });
  const { rebases, annotations } = await marks.of(house.db, measure.id);
  expect((await amina.delete(`${path}/rebases/${rebases[0]?.id}`)).status).toBe(303);
  expect((await amina.delete(`${path}/annotations/${annotations[0]?.id}`)).status).toBe(303);
  expect((await amina.delete(`${path}/annotations/${annotations[0]?.id}`)).status).toBe(404);
  expect((await amina.delete(`${path}/rebases/${NOBODY}`)).status).toBe(404);
  expect((await amina.delete(`${path}/rebases/x`)).status).toBe(404);
  expect(await marks.of(house.db, measure.id)).toEqual({ rebases: [], annotations: [] });
  expect((await amina.post(`${path}/annotations`, { date: 'then', label: 'Snow' })).status).toBe(422);
});

test('a measure for members is not found by a visitor, and a published one can be taken back', async () => {
  const { path } = await measured('For members');
  const amina = await house.as('amina');
  await amina.put(`${path}/publication`, { ...FINE, visibility: 'members' });
  expect((await (await house.as()).get(path)).status).toBe(404);
  expect((await (await house.as()).get(`${path}.csv`)).status).toBe(404);
  expect((await (await house.as()).get(`${path}.svg`)).status).toBe(404);
  expect((await (await house.as('callum')).get(path)).status).toBe(200);
  expect((await amina.delete(`${path}/publication`)).status).toBe(303);
  expect((await (await house.as('callum')).get(path)).status).toBe(404);
});

test('a measure is never wider than its work', async () => {
  const { work, measure } = await measured('Wider');
  const amina = await house.actor('amina');
  const wide = { visibility: 'public', answers: FINE } as const;
  const asMembers = { ...work, visibility: 'members' } as const;
  await expect(measures.publish(house.db, asMembers, measure, wide, amina)).rejects.toThrow('not public yet');
  await measures.publish(house.db, work, measure, wide, amina);
  await publications.withdraw(house.db, work, amina);
  const callum = await house.actor('callum');
  await expect(works.find(house.db, work.short, callum)).rejects.toThrow();
  await publications.publish(
    house.db,
    await works.byId(house.db, work.id),
    { visibility: 'public', answers: FINE, url: '' },
    amina,
  );
});

test('every verb refuses whoever is not on the team', async () => {
  const { work, measure, definition } = await measured('Not yours');
  const callum = await house.actor('callum');
  const [first] = await readingsOf(measure);
  const id = first?.id ?? '';
  const { db } = house;
  const attempts = [
    () => measures.define(db, work, definition, callum),
    () => measures.redefine(db, work, measure, definition, callum),
    () => measures.publish(db, work, measure, { visibility: 'members', answers: FINE }, callum),
    () => measures.withdraw(db, work, measure, callum),
    () => readings.record(db, work, measure, [{ date: '2024-09-01', value: 1 }], callum),
    () => readings.undo(db, work, measure, first?.batchId ?? '', callum),
    () => corrections.correct(db, work, measure, id, { value: 1, reason: 'Mine' }, callum),
    () => corrections.withdraw(db, work, measure, id, 'Mine', callum),
    () => marks.rebase(db, work, measure, { date: '2024-02-01', reason: 'Mine' }, callum),
    () => marks.unrebase(db, work, measure, NOBODY, callum),
    () => marks.annotate(db, work, measure, { date: '2024-02-01', label: 'Mine' }, callum),
    () => marks.unannotate(db, work, measure, NOBODY, callum),
  ];
  for (const attempt of attempts) await expect(attempt()).rejects.toThrow('You do not have permission');
  expect(await readingsOf(measure)).toHaveLength(4);
});

test('whoever sees a published measure but is not on its team may not touch it', async () => {
  const { path, measure } = await measured('Seen, not touched');
  await (await house.as('amina')).put(`${path}/publication`, { ...FINE, visibility: 'public' });
  const [first] = await readingsOf(measure);
  const callum = await house.as('callum');
  for (const part of ['/edit', '/readings', '/marks', '/publication', `/readings/${first?.id}/withdrawal`])
    expect((await callum.get(`${path}${part}`)).status, part).toBe(403);
  expect((await callum.put(path, { name: 'x', better: 'up' })).status).toBe(403);
  expect((await callum.post(`${path}/readings`, { text: '2024-09-01\t1', confirmed: 'yes' })).status).toBe(403);
  expect((await callum.delete(`${path}/batches/${first?.batchId}`)).status).toBe(403);
});

test('two who save the same day at the same moment: one is told that it is there already', async () => {
  const { work, measure } = await measured('At once');
  const amina = await house.actor('amina');
  const save = () => readings.record(house.db, work, measure, [{ date: '2025-01-01', value: 1 }], amina);
  const [one, two] = await Promise.allSettled([save(), save()]);
  expect([one.status, two.status].sort()).toEqual(['fulfilled', 'rejected']);
  const failure = [one, two].find((result) => result.status === 'rejected');
  expect(String(failure?.status === 'rejected' && failure.reason)).toContain('already');
});

test('a chart with few readings says kindly that it is early', async () => {
  const { measure } = await measured('Early');
  const { sentences } = await seen(house.db, measure);
  expect(sentences.join(' ')).toBe(
    'There are 4 readings so far; the average is 11.5 days. From twelve readings on, a chart can tell a signal from ordinary ups and downs.',
  );
});
