import { afterAll, beforeAll, expect, test } from 'vitest';
import { people } from '#features/people/index.ts';
import { openHouse, type TestHouse } from '#test/support/house.ts';
import { affiliations } from './index.ts';

let house: TestHouse;
let base: string;
beforeAll(async () => {
  house = await openHouse();
  base = `/people/${(await people.byId(house.db, await house.personId('niamh'))).address}`;
});
afterAll(() => house.close());

const text = async (answer: Response | Promise<Response>) => (await answer).text();
const place = {
  name: 'Larkfield Mental Health',
  country: 'england',
  sector: 'acute',
  title: 'Writer',
  since: '2019-05-01',
};

test('a person says where they work, and later that they left; it stays', async () => {
  const niamh = await house.as('niamh');
  expect((await niamh.post(`${base}/affiliations`, place)).status).toBe(303);
  const [one] = await affiliations.of(house.db, await house.personId('niamh'));
  expect(one).toMatchObject({ organisation: 'Larkfield Mental Health', title: 'Writer', until: null });
  const page = `${base}/affiliations/${one?.id}`;
  expect((await niamh.get(page)).status).toBe(200);
  expect((await niamh.put(page, { title: 'Writer', since: '2019-05-01', until: '2018-01-01' })).status).toBe(422);
  expect((await niamh.put(page, { title: 'Writer', since: '2019-05-01', until: '2026-06-30' })).status).toBe(303);
  expect(await text(niamh.get(base))).toContain('May 2019 to June 2026');
  // The sector is the organisation's own, not what somebody typed who named it later.
  expect(await text(niamh.get('/people?sector=mental-health&words=Niamh'))).toContain('Niamh Doran');
});

test('a name that is nearly another’s is asked about before it is added', async () => {
  const niamh = await house.as('niamh');
  const asked = await niamh.post(`${base}/affiliations`, { ...place, name: 'Larkfeld Mental Helth' });
  expect(asked.status).toBe(422);
  const page = await text(asked);
  expect(page).toContain('Did you mean one of these?');
  expect(page).toContain('value="Larkfield Mental Health"');
  const typed = { ...place, name: 'Larkfeld Mental Helth', since: '' };
  expect((await niamh.post(`${base}/affiliations`, { ...typed, mean: 'Larkfield Mental Health' })).status).toBe(303);
  expect((await niamh.post(`${base}/affiliations`, { ...typed, new: 'yes' })).status).toBe(303);
  const names = (await affiliations.of(house.db, await house.personId('niamh'))).map(
    ({ organisation }) => organisation,
  );
  expect(names.toSorted()).toEqual(['Larkfeld Mental Helth', 'Larkfield Mental Health', 'Larkfield Mental Health']);
  expect((await niamh.post(`${base}/affiliations`, { ...place, name: '' })).status).toBe(422);
});

test('nobody says it for another', async () => {
  const [one] = await affiliations.of(house.db, await house.personId('niamh'));
  for (const who of [undefined, 'rhys', 'sian'] as const) {
    const other = await house.as(who);
    expect((await other.get(`${base}/affiliations`)).status).toBe(403);
    expect((await other.get(`${base}/affiliations/${one?.id}`)).status).toBe(403);
    expect((await other.post(`${base}/affiliations`, place)).status).toBe(403);
    expect((await other.put(`${base}/affiliations/${one?.id}`, {})).status).toBe(403);
    expect((await other.delete(`${base}/affiliations/${one?.id}`)).status).toBe(403);
  }
  const niamh = await house.as('niamh');
  expect((await niamh.delete(`${base}/affiliations/${one?.id}`)).status).toBe(303);
  expect((await niamh.delete(`${base}/affiliations/${one?.id}`)).status).toBe(404);
});
