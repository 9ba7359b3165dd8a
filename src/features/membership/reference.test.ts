import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { openHouse, type TestHouse } from '#test/support/house.ts';
import { NOW } from '#test/world.ts';
import { criteria, reference } from './index.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const editions = () => house.db.selectFrom('criteria_versions').select('edition').orderBy('number').execute();

test('the criteria come once, however often Cairn starts', async () => {
  const before = await editions();
  await reference.seed(house.db, NOW);
  expect(await editions()).toEqual(before);
  const asked = await criteria.of(house.db, await criteria.currentVersion(house.db));
  expect(asked.map(({ key }) => key)).toEqual(['influence', 'reflection']);
  expect(asked[0]?.countsEqually).toHaveLength(5);
});

test('criteria that a community published itself stay when Cairn brings newer ones', async () => {
  await house.db.updateTable('criteria_versions').set({ edition: 'older' }).execute();
  await house.db
    .insertInto('criteria_versions')
    .values({
      id: newId(),
      number: 2,
      edition: 'our own',
      published_at: NOW,
      published_by: await house.personId('sian'),
    })
    .execute();
  await reference.seed(house.db, NOW);
  expect(await editions()).toEqual([{ edition: 'older' }, { edition: 'our own' }]);
});
