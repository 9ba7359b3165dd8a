import { afterAll, beforeAll, expect, test } from 'vitest';
import { people } from '#features/people/index.ts';
import { cairnItself } from '#kernel/actor.ts';
import { Refused } from '#kernel/errors.ts';
import { openHouse, type TestHouse } from '#test/support/house.ts';
import * as describing from './describing.ts';
import { normal } from './identifiers.ts';
import { affiliations, organisations } from './index.ts';
import { merge } from './mergers.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

async function named(name: string) {
  const { short_id } = await house.db
    .selectFrom('organisations')
    .select('short_id')
    .where('name', '=', name)
    .executeTakeFirstOrThrow();
  return organisations.find(house.db, short_id);
}

async function added(name: string) {
  const here = { name, country: 'wales', sector: 'vcse' } as const;
  await organisations.meet(house.db, here, cairnItself(house.clock()));
  return named(name);
}

const facts = { name: 'Bryn Glas', sector: 'acute', country: 'wales', place: 'Powys' };

test('anybody finds an organisation by a misspelt name, by sector and by country', async () => {
  const visitor = await house.as();
  expect(await (await visitor.get('/organisations?words=Ysbity+Bryn+Glass')).text()).toContain('Ysbyty Bryn Glas');
  const hospices = await (await visitor.get('/organisations?sector=hospice&country=ireland')).text();
  expect(hospices).toContain('Tearmann Hospice');
  expect(hospices).not.toContain('St Brannoc');
});

test('its page shows the people who may be seen, and those who show where they work', async () => {
  const hospital = await named('Ysbyty Bryn Glas');
  const orla = await house.actor('orla');
  await affiliations.join(house.db, { personId: orla.id ?? '', organisationId: hospital.id, title: 'Guest' }, orla);
  const page = async () => (await (await house.as()).get(`/organisations/${hospital.address}`)).text();
  expect(await page()).toContain('Órla Ní Bhriain');
  const person = await people.byId(house.db, orla.id ?? '');
  await people.describe(house.db, person, { visibilities: { affiliations: 'members' } }, orla);
  expect(await page()).not.toContain('Órla Ní Bhriain');
  expect(await (await (await house.as('amina')).get(`/organisations/${hospital.address}`)).text()).toContain('Órla');
});

test('work that its team shows under another name is not on the page of its organisation', async () => {
  const hidden = await house.db
    .selectFrom('works')
    .innerJoin('organisations', 'organisations.id', 'works.organisation_id')
    .select(['works.title', 'organisations.name'])
    .where('shown_as', '<>', '')
    .where('visibility', '=', 'public')
    .executeTakeFirstOrThrow();
  const organisation = await named(hidden.name);
  const visitor = await house.as();
  expect(await (await visitor.get(`/organisations/${organisation.address}`)).text()).not.toContain(hidden.title);
  expect(await (await visitor.get(`/work?organisation=${organisation.address}`)).text()).not.toContain(hidden.title);
});

test('an editor sets the facts right; nobody else may', async () => {
  const { address } = await added('Ysbyty Newydd');
  for (const reader of ['amina', 'morag', undefined] as const) {
    const browser = await house.as(reader);
    expect((await browser.get(`/organisations/${address}/edit`)).status).toBe(403);
    expect((await browser.put(`/organisations/${address}`, facts)).status).toBe(403);
    expect((await browser.get('/organisations/alike')).status).toBe(403);
  }
  const niamh = await house.as('niamh');
  expect((await niamh.put(`/organisations/${address}`, { ...facts, ods: '7a4' })).status).toBe(303);
  expect((await niamh.get(`/organisations/${address}`)).status).toBe(301); // the old slug leads to the new one
  const now = await named('Bryn Glas');
  expect(now.placeKey).toBe('wales.powys');
  expect(await (await niamh.get(`/organisations/${now.address}`)).text()).toContain('7A4');
});

test('facts that cannot be accepted come back with what was typed', async () => {
  const { address } = await added('Two Rivers');
  const niamh = await house.as('niamh');
  const answer = await niamh.put(`/organisations/${address}`, {
    ...facts,
    name: '',
    place: 'Somewhere else',
    'charity-scotland': 'twelve',
  });
  expect(answer.status).toBe(422);
  const page = await answer.text();
  expect(page).toContain('Give the organisation’s name.');
  expect(page).toContain('Somewhere else');
  const number = await niamh.put(`/organisations/${address}`, { ...facts, 'charity-scotland': 'twelve' });
  expect(number.status).toBe(422);
  expect(await number.text()).toContain('That is not what this register’s numbers look like.');
});

test('a number that another organisation has is refused by its name', async () => {
  const [one, other] = [await added('Valley Aid'), await added('Valley Help')];
  const niamh = await house.actor('niamh');
  const described = { name: 'Valley Aid', sector: 'vcse', country: 'wales', place: null } as const;
  const identifiers = [{ scheme: 'charity-england-wales', value: '1234567' }] as const;
  await describing.describe(house.db, one, { ...described, identifiers: [...identifiers] }, niamh);
  const answer = await (await house.as('niamh')).put(`/organisations/${other.address}`, {
    ...described,
    place: '',
    name: 'Valley Help',
    'charity-england-wales': '1234567',
  });
  expect(answer.status).toBe(422);
  expect(await answer.text()).toContain('Valley Aid has this number.');
});

test('two that were one are merged: people, work and every old link lead to the one that was kept', async () => {
  const [from, into] = [await added('Gofal Cwm'), await added('Gofal y Cwm')];
  const rhys = await house.actor('rhys');
  const older = await added('Gofal Cwm Ltd');
  for (const organisationId of [from.id, into.id])
    await affiliations.join(house.db, { personId: rhys.id ?? '', organisationId, title: 'Trustee' }, rhys);
  const work = await house.db
    .selectFrom('works')
    .select('id')
    .where('visibility', '=', 'public')
    .executeTakeFirstOrThrow();
  await house.db.updateTable('works').set({ organisation_id: from.id }).where('id', '=', work.id).execute();

  const niamh = await house.as('niamh');
  expect(await (await niamh.get('/organisations/alike')).text()).toContain('Gofal y Cwm');
  await niamh.post(`/organisations/${older.address}/merger`, { into: `/organisations/${from.address}` });
  const merged = await niamh.post(`/organisations/${from.address}/merger`, {
    into: `http://localhost:3000/organisations/${into.address}?page=2`,
  });
  expect(merged.status).toBe(303);
  for (const old of [from, older]) {
    const answer = await (await house.as()).get(`/organisations/${old.address}`);
    expect([answer.status, answer.headers.get('location')]).toEqual([301, `/organisations/${into.address}`]);
  }
  const { people } = await affiliations.peopleOf(house.db, into.id, { day: '2026-11-02' }, rhys);
  expect(people.map(({ title }) => title)).toEqual(['Trustee']); // said once
  expect(
    (await house.db.selectFrom('works').select('organisation_id').where('id', '=', work.id).executeTakeFirstOrThrow())
      .organisation_id,
  ).toBe(into.id);
  const again = { name: 'Gofal Cwm', country: 'wales' } as const;
  expect(await organisations.meet(house.db, again, rhys)).toBe(into.id);
  const found = await organisations.list(house.db, { words: 'Gofal Cwm' });
  const names = found.organisations.map(({ name }) => name);
  expect(names).toContain('Gofal y Cwm');
  expect(names).not.toContain('Gofal Cwm');
});

test('only who keeps organisations merges them, and never one with itself', async () => {
  const [from, into] = [await added('Twin One'), await added('Twin Two')];
  const amina = await house.actor('amina');
  await expect(merge(house.db, from, into, [], amina)).rejects.toThrow(Refused);
  const fields = { into: `/organisations/${into.address}` };
  expect((await (await house.as('amina')).post(`/organisations/${from.address}/merger`, fields)).status).toBe(403);
  const niamh = await house.as('niamh');
  const itself = await niamh.post(`/organisations/${from.address}/merger`, { into: `/organisations/${from.address}` });
  expect(itself.status).toBe(422);
  const nowhere = await niamh.post(`/organisations/${from.address}/merger`, { into: 'the other one' });
  expect(nowhere.status).toBe(422);
  expect(await nowhere.text()).toContain('the other one');
});

test('two that only look alike are said to be two, and not asked about again', async () => {
  const [one, other] = [await added('Carers of Cwm Du'), await added('Carers of Cwm Dy')];
  const niamh = await house.as('niamh');
  expect(await (await niamh.get('/organisations/alike')).text()).toContain('Carers of Cwm Dy');
  const fields = { other: `/organisations/${other.address}` };
  expect((await (await house.as('joe')).post(`/organisations/${one.address}/distinctions`, fields)).status).toBe(403);
  expect((await niamh.post(`/organisations/${one.address}/distinctions`, { other: 'x' })).status).toBe(422);
  expect((await niamh.post(`/organisations/${one.address}/distinctions`, fields)).status).toBe(303);
  expect(await (await niamh.get('/organisations/alike')).text()).not.toContain('Carers of Cwm Dy');
});

test('registers write their numbers in their own way', () => {
  expect(normal({ scheme: 'ods', value: ' rgt01 ' })).toEqual({ scheme: 'ods', value: 'RGT01' });
  expect(normal({ scheme: 'ror', value: 'https://ror.org/026K5MG93' })).toEqual({ scheme: 'ror', value: '026k5mg93' });
  expect(normal({ scheme: 'company-uk', value: '12' })).toBeNull();
});
