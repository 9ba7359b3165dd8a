import { afterAll, beforeAll, expect, test } from 'vitest';
import { openHouse, type TestHouse } from '#test/support/house.ts';
import { workTitled } from '#test/world/work.ts';
import { HOME_BEFORE_LUNCH } from '#test/world/works.ts';
import { measures, readings } from '../index.ts';

let house: TestHouse;
let base: string;
beforeAll(async () => {
  house = await openHouse();
  base = `/work/${(await workTitled(house.db, HOME_BEFORE_LUNCH.title)).address}`;
});
afterAll(() => house.close());

/** What a chart says, out of its page: short enough to be read when a test fails. */
function textIn(page: string): string {
  return [...page.matchAll(/<p class="measure-says">(.*?)<\/p>/g)].map(([, says]) => says).join('\n');
}

const PUBLISH = { data: 'fine', counts: 'none', names: 'none', visibility: 'public' };
const MONTHS = Array.from(
  { length: 15 },
  (_, i) => `${i < 12 ? 2022 : 2023}-${String((i % 12) + 1).padStart(2, '0')}-01`,
);
const SHEET = MONTHS.map((date, i) => `${date}\t${20 + (i % 3)}`).join('\n');

async function addMeasure(name: string): Promise<string> {
  const answer = await (await house.as('amina')).post(`${base}/measures`, { name, better: 'down', unit: 'days' });
  expect(answer.status).toBe(303);
  return (answer.headers.get('location') ?? '').replace(/\/readings$/, '');
}

test('the chart of the wait for discharge says what changed, from one rounding', async () => {
  const page = textIn(await (await (await house.as()).get(base)).text());
  expect(page).toMatch(/Since July 2024 the average is 49 minutes, down from 6[12] minutes/);
  expect(page).toMatch(
    /\d+ readings in a row, up to 1 [A-Z][a-z]+ 2025, lie below the earlier average of 6[12] minutes/,
  );
  expect(page).toContain('unlikely to be chance alone');
});

test('a team adds a measure, sees the chart before anything is saved, saves it, and publishes it', async () => {
  const amina = await house.as('amina');
  const measure = await addMeasure('Days on the list');
  const preview = await amina.post(`${measure}/readings`, { text: SHEET });
  expect(preview.status).toBe(200);
  expect(await preview.text()).toContain('Save these 15 readings');
  expect(await (await amina.get(measure)).text()).toContain('No readings yet');

  expect((await amina.post(`${measure}/readings`, { text: SHEET, confirmed: 'yes' })).status).toBe(303);
  expect(await (await amina.get(measure)).text()).toContain('From January 2022 to March 2023 the average is 21');
  expect((await (await house.as()).get(measure)).status).toBe(404);

  const unsure = await amina.put(`${measure}/publication`, { ...PUBLISH, names: 'unsure' });
  expect(unsure.status).toBe(422);
  expect((await amina.put(`${measure}/publication`, PUBLISH)).status).toBe(303);
  expect((await (await house.as()).get(measure)).status).toBe(200);
});

test('a bad row is named by its line, nothing is half imported, and what was pasted is still there', async () => {
  const amina = await house.as('amina');
  const measure = await addMeasure('Bad rows');
  const answer = await amina.post(`${measure}/readings`, {
    text: '2024-01-01\t5\n2024-13-01\t6\n2024-02-01\tmany',
    confirmed: 'yes',
  });
  expect(answer.status).toBe(422);
  const page = await answer.text();
  expect(page).toContain('2 lines cannot be read');
  expect(page).toContain('“many” is not a number.');
  expect(page).toContain('2024-13-01\t6');
  expect(await (await amina.get(measure)).text()).toContain('No readings yet');
});

test('a CSV file is read like a pasted sheet, and dates that are there already are refused by name', async () => {
  const amina = await house.as('amina');
  const measure = await addMeasure('From a file');
  const file = new File(['date;value\n01/02/2024;12,5\n01/03/2024;13,0\n'], 'readings.csv', { type: 'text/csv' });
  expect(await (await amina.post(`${measure}/readings`, { file })).text()).toContain('Save these 2 readings');
  await amina.post(`${measure}/readings`, { text: '01/02/2024\t12.5', confirmed: 'yes' });
  const again = await amina.post(`${measure}/readings`, { text: '01/02/2024\t14', confirmed: 'yes' });
  expect(again.status).toBe(422);
  expect(await again.text()).toContain('There is a reading for 1 February 2024 already.');
});

test('a reading changes only with a reason, keeps what it was, and a batch can be taken back', async () => {
  const amina = await house.as('amina');
  const measure = await addMeasure('Corrections');
  await amina.post(`${measure}/readings`, { text: SHEET, confirmed: 'yes' });
  const row = await measures.byId(
    house.db,
    (await house.db.selectFrom('measures').select('id').where('name', '=', 'Corrections').executeTakeFirstOrThrow()).id,
  );
  const [first] = await readings.list(house.db, row.id);
  expect((await amina.put(`${measure}/readings/${first?.id}`, { value: '30' })).status).toBe(422);
  expect((await amina.put(`${measure}/readings/${first?.id}`, { value: '30', reason: 'Counted twice' })).status).toBe(
    303,
  );
  expect((await readings.list(house.db, row.id))[0]?.value).toBe(30);
  expect((await readings.asFirstRecorded(house.db, row.id))[0]).toMatchObject({ value: 20, changed: true });

  expect((await amina.delete(`${measure}/batches/${first?.batchId}`)).status).toBe(303);
  expect((await amina.delete(`${measure}/batches/${first?.batchId}`)).status).toBe(409);
  expect(await readings.list(house.db, row.id)).toEqual([]);
  expect(await readings.asFirstRecorded(house.db, row.id)).toHaveLength(15);
});

test('new limits need a reason and a day that has a reading; an annotation needs words', async () => {
  const amina = await house.as('amina');
  const measure = await addMeasure('Marks');
  await amina.post(`${measure}/readings`, { text: SHEET, confirmed: 'yes' });
  expect((await amina.post(`${measure}/rebases`, { startsOn: '2022-06-01' })).status).toBe(422);
  expect((await amina.post(`${measure}/rebases`, { startsOn: '2022-06-15', reason: 'New ward' })).status).toBe(422);
  expect((await amina.post(`${measure}/rebases`, { startsOn: '2022-06-01', reason: 'New ward' })).status).toBe(303);
  expect((await amina.post(`${measure}/annotations`, { date: '2022-03-01', label: 'Snow' })).status).toBe(303);
  const page = await (await amina.get(measure)).text();
  expect(page).toContain('New ward');
  expect(page).toContain('Snow');
});

test('nobody but the team measures, changes or marks', async () => {
  const measure = await addMeasure('Ours');
  for (const who of ['callum', 'morag', 'sian', undefined] as const) {
    const other = await house.as(who);
    expect((await other.post(`${base}/measures`, { name: 'Theirs', better: 'up' })).status).toBe(403);
    for (const path of ['', '/edit', '/readings', '/marks', '/publication'])
      expect((await other.get(`${measure}${path}`)).status).toBe(404);
    expect((await other.post(`${measure}/readings`, { text: SHEET, confirmed: 'yes' })).status).toBe(404);
    expect((await other.put(`${measure}/publication`, PUBLISH)).status).toBe(404);
  }
});

test('data and chart can be taken away: CSV that runs nothing, SVG without a stylesheet', async () => {
  const page = await (await (await house.as()).get(base)).text();
  const short = /measures\/([0-9a-z]{10})"/.exec(page)?.[1];
  const csv = await (await house.as()).get(`${base}/measures/${short}.csv`);
  expect(csv.headers.get('content-disposition')).toContain('attachment');
  expect((await csv.text()).split('\r\n')[0]).toBe('date,value,mean,lower,upper,signals');
  const svg = await (await house.as()).get(`${base}/measures/${short}.svg`);
  expect(await svg.text()).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg"/);
});
