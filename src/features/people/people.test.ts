import { afterAll, beforeAll, expect, test } from 'vitest';
import { visitor } from '#kernel/actor.ts';
import { cast } from '#test/cast.ts';
import { openHouse, type TestHouse } from '#test/support/house.ts';
import { directory, people } from './index.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

async function addressOf(name: keyof typeof cast): Promise<string> {
  return (await people.byId(house.db, await house.personId(name))).address;
}

test('anybody can find a person by a misspelt name', async () => {
  const page = await (await (await house.as()).get('/people?words=Sian+Proser')).text();
  expect(page).toContain(cast.sian.name);
  expect(page).not.toContain(cast.morag.name);
});

test('a profile for members is not found by a visitor, nor counted', async () => {
  const joe = await house.actor('joe');
  await people.describe(
    house.db,
    await people.byId(house.db, joe.id ?? ''),
    { visibility: 'members', headline: 'Zebra keeper' },
    joe,
  );
  const visitor = await house.as();
  expect((await visitor.get(`/people/${await addressOf('joe')}`)).status).toBe(404);
  expect(await (await visitor.get('/people?words=zebra')).text()).not.toContain('Joe Barton');
  expect(await (await (await house.as('amina')).get('/people?words=zebra')).text()).toContain('Joe Barton');
});

test('search counts what each audience may see, by words and by names', async () => {
  const anybody = visitor(house.clock());
  const member = await house.actor('amina');
  const counts = async (words: string) => {
    const [few, more] = [
      await directory.list(house.db, { words }, anybody),
      await directory.list(house.db, { words }, member),
    ];
    expect([few.people.length, more.people.length]).toEqual([few.total, more.total]);
    return [few.total, more.total];
  };
  for (const words of ['zebra', 'Joe Bartn']) {
    const [few = 0, more = 0] = await counts(words);
    expect(more).toBe(few + 1);
  }
  expect((await directory.list(house.db, { words: 'zebra', country: 'ireland' }, member)).total).toBe(0);
});

test('a person changes their own profile, and nobody else’s', async () => {
  const address = await addressOf('amina');
  const fields = { name: 'Amina Yusuf', headline: 'Home before eleven' };
  expect((await (await house.as('rhys')).put(`/people/${address}/edit/about`, fields)).status).toBe(403);
  expect((await (await house.as()).put(`/people/${address}/edit/about`, fields)).status).toBe(403);
  expect((await (await house.as('amina')).put(`/people/${address}/edit/about`, fields)).status).toBe(303);
  expect(await (await (await house.as()).get(`/people/${address}`)).text()).toContain('Home before eleven');
});

test('a profile that cannot be accepted comes back with what was typed', async () => {
  const answer = await (await house.as('amina')).put(`/people/${await addressOf('amina')}/edit/about`, {
    name: '',
    headline: 'Still here',
  });
  expect(answer.status).toBe(422);
  const page = await answer.text();
  expect(page).toContain('Tell us the name that others may call you by.');
  expect(page).toContain('Still here');
});

test('nobody else is handed the form of a profile, whatever they send', async () => {
  const amina = await house.db
    .selectFrom('people')
    .select(['slug', 'short_id'])
    .where('name', '=', 'Amina Yusuf')
    .executeTakeFirstOrThrow();
  const address = `/people/${amina.slug}-${amina.short_id}`;
  const sian = await house.as('sian');
  expect((await sian.get(`${address}/edit`)).status).toBe(403);
  expect((await sian.put(`${address}/edit/about`, {})).status).toBe(403);
});
