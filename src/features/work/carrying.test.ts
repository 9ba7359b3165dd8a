import { afterAll, beforeAll, expect, test } from 'vitest';
import { RIGHTS } from '#app';
import { erase, people } from '#features/people/index.ts';
import { cast } from '#test/cast.ts';
import { openHouse, type TestHouse } from '#test/support/house.ts';
import { workTitled } from '#test/world/work.ts';
import { invitations, owners, seeking, type Work, works } from './index.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const AGREED = { data: 'fine', counts: 'none', names: 'fine', visibility: 'public' };

/** Public work of Tom's, with Priya on the team. */
async function shared(title: string): Promise<{ address: string; find: () => Promise<Work> }> {
  const tom = await house.as('tom');
  const answer = await tom.post('/work', { title, state: 'testing', country: 'england' });
  const address = answer.headers.get('location') ?? '';
  await tom.put(`${address}/publication`, AGREED);
  const find = async () => works.byId(house.db, (await workTitled(house.db, title)).id);
  const named = [{ name: '', email: cast.priya.email }];
  await invitations.invite(house.db, await find(), { named, url: '' }, await house.actor('tom'));
  await (await house.as('priya')).put(`${address}/team/me`);
  return { address, find };
}

const text = async (who: Parameters<TestHouse['as']>[0], path: string) =>
  (await (await house.as(who)).get(path)).text();

test('a deputy is named, stands on the page, and the work falls to them when its owner leaves', async () => {
  const { address } = await shared('Falls to the deputy');
  const tom = await house.as('tom');
  const [priya, me] = [await house.personId('priya'), await house.personId('tom')];
  expect((await tom.put(`${address}/deputy`, { deputy: me })).status).toBe(422);
  expect((await tom.put(`${address}/deputy`, { deputy: await house.personId('rhys') })).status).toBe(422);
  expect((await tom.put(`${address}/deputy`, { deputy: priya })).status).toBe(303);
  expect(await text(undefined, address)).toContain('Tom Okafor carries it on; Priya Nair is deputy.');
  await tom.delete(`${address}/team/me`);
  expect(await text('priya', `${address}/carrying`)).toContain('Priya Nair looks after this work');
  expect((await (await house.as('priya')).delete(`${address}/deputy`)).status).toBe(303);
});

test('the owner asks; nothing changes until the other says yes', async () => {
  const { address } = await shared('Asked and answered');
  const [tom, priya] = [await house.as('tom'), await house.as('priya')];
  const handover = { to: await house.personId('priya'), note: 'You know the ward.' };
  expect((await priya.put(`${address}/handover`, handover)).status).toBe(403); // it is not hers to give
  expect((await tom.put(`${address}/handover`, { to: '', note: 'kept' })).status).toBe(422);
  expect((await tom.put(`${address}/handover`, handover)).status).toBe(303);
  expect((await house.lettersTo(cast.priya.email))[0]?.body).toContain('You know the ward.');
  expect(await text('tom', `${address}/carrying`)).toContain('Tom Okafor looks after this work');
  expect((await tom.put(`${address}/handover/acceptance`)).status).toBe(403);
  expect((await priya.delete(`${address}/handover`)).status).toBe(303);
  expect((await priya.put(`${address}/handover/acceptance`)).status).toBe(403); // she said no, and is asked no more
  await tom.put(`${address}/handover`, handover);
  expect(await text('priya', address)).toContain('You are asked to carry this on');
  expect((await priya.put(`${address}/handover/acceptance`)).status).toBe(303);
  expect(await text('priya', `${address}/carrying`)).toContain('Priya Nair looks after this work');
  expect((await tom.put(`${address}/handover`, handover)).status).toBe(403);
});

test('work that seeks somebody is found by a filter; a member offers, and the team accepts', async () => {
  const { address } = await shared('Wanted: somebody for Thursdays');
  const [tom, rhys] = [await house.as('tom'), await house.as('rhys')];
  expect((await rhys.put(`${address}/offers/mine`, { words: 'Me' })).status).toBe(409);
  expect((await (await house.as('priya')).put(`${address}/seeking`, { seeking: 'Help' })).status).toBe(403);
  expect((await tom.put(`${address}/seeking`, { seeking: '' })).status).toBe(422);
  expect((await tom.put(`${address}/seeking`, { seeking: 'Two hours on Thursdays.' })).status).toBe(303);
  expect(await text(undefined, '/work?seeking=owner')).toContain('Wanted: somebody for Thursdays');
  expect(await text(undefined, address)).toContain('Two hours on Thursdays.');
  expect((await rhys.put(`${address}/offers/mine`, { words: '' })).status).toBe(422);
  expect((await rhys.put(`${address}/offers/mine`, { words: 'I am free then.' })).status).toBe(303);
  expect((await house.lettersTo(cast.tom.email))[0]?.subject).toContain('Wanted: somebody for Thursdays');
  const offer = /offers\/([0-9a-f-]{36})\/acceptance/.exec(await text('tom', `${address}/carrying`))?.[1] ?? '';
  expect((await rhys.put(`${address}/offers/${offer}/acceptance`)).status).toBe(403);
  expect((await tom.put(`${address}/offers/${offer}/acceptance`)).status).toBe(303);
  expect(await text('rhys', `${address}/carrying`)).toContain('Rhys Pugh looks after this work');
  expect(await text(undefined, '/work?seeking=owner')).not.toContain('Wanted: somebody for Thursdays');
});

test('work whose whole team has left seeks somebody; then a steward accepts', async () => {
  const { address, find } = await shared('Nobody left');
  const { db } = house;
  for (const name of ['tom', 'priya'] as const) {
    const person = await people.byId(db, await house.personId(name));
    await erase(db, person, RIGHTS.erasers, await house.actor('sian'));
  }
  expect(await text(undefined, '/work?seeking=owner')).toContain('Nobody left');
  expect((await (await house.as('callum')).put(`${address}/offers/mine`, { words: 'I will.' })).status).toBe(303);
  expect((await house.lettersTo(cast.sian.email))[0]?.body).toContain('/carrying');
  const offer = /offers\/([0-9a-f-]{36})\/acceptance/.exec(await text('sian', `${address}/carrying`))?.[1] ?? '';
  const given = { offerId: offer, url: '' };
  await expect(seeking.acceptOffer(db, await find(), given, await house.actor('morag'))).rejects.toThrow('permission');
  expect((await (await house.as('sian')).put(`${address}/offers/${offer}/acceptance`)).status).toBe(303);
  expect((await find()).team).toContain(await house.personId('callum'));
  expect((await (await house.as('sian')).get(`${address}/carrying`)).status).toBe(403);
});

test('verbs refuse whoever they are not for', async () => {
  const work = await workTitled(house.db, 'Falls on the frailty ward: the huddle at two');
  const [orla, joe] = [await house.actor('orla'), await house.actor('joe')];
  const { db } = house;
  const id = orla.id ?? '';
  await expect(owners.nameDeputy(db, work, id, orla)).rejects.toThrow('permission');
  await expect(owners.dismissDeputy(db, work, orla)).rejects.toThrow('permission');
  await expect(owners.ask(db, work, { to: id, words: '', url: '' }, orla)).rejects.toThrow('permission');
  await expect(owners.accept(db, work, orla)).rejects.toThrow('permission');
  await expect(owners.end(db, work, orla)).rejects.toThrow('permission');
  await expect(seeking.seek(db, work, 'Help', orla)).rejects.toThrow('permission');
  await expect(seeking.stopSeeking(db, work, orla)).rejects.toThrow('permission');
  await expect(seeking.offer(db, work, { words: 'Me', url: '' }, joe)).rejects.toThrow('permission');
  await expect(seeking.unoffer(db, work, joe)).rejects.toThrow('permission');
});
