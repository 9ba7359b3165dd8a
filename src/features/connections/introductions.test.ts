import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { RIGHTS } from '#app';
import { blocks } from '#features/messages/index.ts';
import { erase, people } from '#features/people/index.ts';
import { type Actor, visitor } from '#kernel/actor.ts';
import { actorFor } from '#kernel/session/index.ts';
import { ORIGIN, openHouse, type TestHouse } from '#test/support/house.ts';
import { NOW } from '#test/world.ts';
import * as answers from './answers.ts';
import * as groups from './groups.ts';
import * as optIns from './opt-ins.ts';
import { pair } from './pairing.ts';
import * as personal from './personal.ts';
import * as rhythm from './rhythm.ts';
import * as rounds from './rounds.ts';
import { sharesOf } from './shares.ts';
import * as threes from './threes.ts';
import { told } from './told.ts';

const DAY = 86_400_000;
const WISHES = { meets: 'either', language: null, showsAddress: false } as const;
const TABLES = ['answers', 'refusals', 'leftovers', 'meetings', 'seats', 'groups', 'rounds', 'pauses', 'opt_ins'];

let house: TestHouse;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());
beforeEach(async () => {
  for (const table of TABLES) await sql`delete from ${sql.table(`introduction_${table}`)}`.execute(house.db);
  await house.db.deleteFrom('letters').execute();
});

type Name = Parameters<TestHouse['actor']>[0];

async function join(...names: Name[]): Promise<Actor[]> {
  const actors = await Promise.all(names.map((name) => house.actor(name)));
  for (const actor of actors) await optIns.join(house.db, WISHES, actor);
  return actors;
}

/** A steward begins a round, and its job is done. */
async function runRound(options: Parameters<typeof pair>[2] = { url: ORIGIN }): Promise<string> {
  const id = await rounds.begin(house.db, await house.actor('sian'));
  await pair(house.db, id, options, house.clock());
  return id;
}

async function companionsOf(name: Name): Promise<string[]> {
  const [latest] = await groups.mine(house.db, await house.actor(name));
  return latest?.companions.map((one) => one.name) ?? [];
}

/** The token in the letter that asks how it was. */
async function tokenTo(email: string): Promise<string> {
  const letters = await house.lettersTo(email);
  const found = letters.map(({ body }) => /introductions\/answers\/([\w-]+)/.exec(body)?.[1]).find(Boolean);
  if (!found) throw new Error(`nobody asked ${email}`);
  return found;
}

test('two who take part are introduced, and each gets a letter without the other’s address', async () => {
  const [amina, rhys] = await join('amina', 'rhys');
  await runRound();
  expect([await companionsOf('amina'), await companionsOf('rhys')]).toEqual([['Rhys Pugh'], ['Amina Yusuf']]);
  const [letter] = await house.lettersTo(amina?.email ?? '');
  expect(letter?.subject).toBe('This round you meet Rhys Pugh');
  expect(letter?.body).toContain('Improvement lead at a community hospital');
  expect(letter?.body).toContain(`${ORIGIN}/introductions`);
  expect(letter?.body).not.toContain(rhys?.email);
  const page = await (await (await house.as('amina')).get('/introductions')).text();
  expect(page).toContain('This round you meet Rhys Pugh');
  expect(page).not.toContain(rhys?.email);
});

test('an address is shown when both have ticked that it may be, and not before', async () => {
  const [amina, rhys] = await join('amina', 'rhys');
  if (!amina || !rhys) throw new Error('nobody joined');
  await optIns.join(house.db, { ...WISHES, showsAddress: true }, amina);
  await runRound();
  expect((await groups.mine(house.db, amina))[0]?.companions[0]?.email).toBeNull();
  await optIns.join(house.db, { ...WISHES, showsAddress: true }, rhys);
  expect((await groups.mine(house.db, amina))[0]?.companions[0]?.email).toBe(rhys.email);
});

test('whoever pauses or has left is in no round, and comes back by one button', async () => {
  await join('amina', 'rhys', 'orla', 'tom');
  expect((await (await house.as('orla')).put('/introductions/mine/pause')).status).toBe(303);
  expect((await (await house.as('tom')).delete('/introductions/mine')).status).toBe(303);
  await runRound();
  expect([await companionsOf('orla'), await companionsOf('tom')]).toEqual([[], []]);
  expect((await (await house.as('orla')).delete('/introductions/mine/pause')).status).toBe(303);
  expect((await optIns.mine(house.db, await house.actor('orla')))?.pausedAt).toBeNull();
});

test('only members take part, and a language that is not on the list is handed back', async () => {
  await expect(optIns.join(house.db, WISHES, await house.actor('joe'))).rejects.toThrow('permission');
  await expect(optIns.join(house.db, WISHES, visitor(NOW))).rejects.toThrow('sign in');
  const amina = await house.as('amina');
  const answer = await amina.put('/introductions/mine', { meets: 'online', language: 'klingon' });
  expect(answer.status).toBe(422);
  expect(await answer.text()).toContain('Choose a language from the list, or none.');
  expect((await amina.put('/introductions/mine', { meets: 'online', address: 'yes' })).status).toBe(303);
  expect(await optIns.mine(house.db, await house.actor('amina'))).toMatchObject({
    meets: 'online',
    showsAddress: true,
  });
});

test('nobody is introduced twice to the same person, nor to whom they wish to be left in peace by', async () => {
  const [amina, rhys, orla] = await join('amina', 'rhys', 'orla', 'tom');
  const apart = async () => [[amina?.id ?? '', orla?.id ?? ''] as const];
  const met = new Set<string>();
  for (let n = 0; n < 2; n += 1) {
    await runRound({ url: ORIGIN, apart });
    met.add((await companionsOf('amina')).join());
  }
  expect([...met].sort()).toEqual(['Rhys Pugh', 'Tom Okafor']);
  await runRound({ url: ORIGIN, apart });
  expect((await groups.mine(house.db, amina ?? visitor(NOW))).length).toBe(2);
  const again = house.db
    .insertInto('introduction_meetings')
    .columns(['one_id', 'other_id', 'group_id'])
    .expression((eb) => eb.selectFrom('introduction_meetings').select(['one_id', 'other_id', 'group_id']));
  await expect(again.execute()).rejects.toThrow('duplicate key');
  expect(rhys?.id).toBeDefined();
});

test('a block keeps two people apart, and the other’s page is where one writes to them', async () => {
  const [amina, rhys] = await join('amina', 'rhys');
  if (!amina) throw new Error('nobody joined');
  await blocks.block(house.db, await people.byId(house.db, rhys?.id ?? ''), amina);
  await (await house.as('sian')).post('/introductions/rounds');
  await house.work();
  expect(await companionsOf('amina')).toEqual([]);
  await blocks.unblock(house.db, await people.byId(house.db, rhys?.id ?? ''), amina);
  await (await house.as('sian')).post('/introductions/rounds');
  await house.work();
  expect(await companionsOf('amina')).toEqual(['Rhys Pugh']);
  const browser = await house.as('amina');
  const page = await (await browser.get('/introductions')).text();
  const write = /href="(\/people\/rhys-[^"]+\/messages\/new)"/.exec(page)?.[1];
  expect((await browser.get(write ?? '')).status).toBe(200);
});

test('what somebody can help with is not told where they keep it to themselves', async () => {
  const [amina, rhys] = await join('amina', 'rhys');
  await house.db
    .updateTable('people')
    .set({ can_help: 'Reading charts' })
    .where('id', '=', rhys?.id ?? '')
    .execute();
  const hide = { person_id: rhys?.id ?? '', field: 'canHelp', visibility: 'private' } as const;
  const { db } = house;
  await db.deleteFrom('profile_visibilities').where('field', '=', 'canHelp').execute();
  await runRound();
  expect((await groups.mine(db, amina ?? visitor(NOW)))[0]?.companions[0]?.canHelp).toBe('Reading charts');
  await db.insertInto('profile_visibilities').values(hide).execute();
  expect((await groups.mine(db, amina ?? visitor(NOW)))[0]?.companions[0]?.canHelp).toBe('');
});

test('an odd person may join a pair; all three get a letter', async () => {
  const actors = await join('amina', 'rhys', 'orla');
  await runRound();
  const third = await leftOver(actors);
  const browser = await house.asPerson(third.id ?? '');
  expect(await (await browser.get('/introductions')).text()).toContain('Would you make two people three?');
  expect((await house.lettersTo(third.email ?? ''))[0]?.subject).toBe('Would you join two others this round?');
  expect((await browser.put('/introductions/third')).status).toBe(303);
  for (const actor of actors) {
    const [introduction] = await groups.mine(house.db, actor);
    expect(introduction?.companions.length).toBe(2);
  }
  const [letter] = await house.lettersTo(third.email ?? '');
  expect(letter?.subject).toMatch(/^This round you meet .+ and .+$/);
  expect((await browser.put('/introductions/third')).status).toBe(404);
  await runRound(); // they have all met now
  expect((await rounds.latest(house.db))?.matchedAt).not.toBeNull();
  expect((await groups.mine(house.db, third)).length).toBe(1);
});

test('who would rather not be three comes first next time', async () => {
  const actors = await join('amina', 'rhys', 'orla');
  await runRound();
  const third = await leftOver(actors);
  await threes.refuse(house.db, third);
  expect(await threes.offered(house.db, third)).toBeNull();
  await runRound();
  expect((await groups.mine(house.db, third)).length).toBe(1);
  const others = actors.filter(({ id }) => id !== third.id);
  await expect(threes.accept(house.db, ORIGIN, others[0] ?? third)).rejects.toThrow();
});

async function leftOver(actors: Actor[]): Promise<Actor> {
  for (const actor of actors) if (await threes.offered(house.db, actor)) return actor;
  throw new Error('nobody is left over');
}

test('a round is matched once, however often its job is done, and one at a time', async () => {
  await join('amina', 'rhys');
  const id = await rounds.begin(house.db, await house.actor('sian'));
  await expect(rounds.begin(house.db, await house.actor('sian'))).rejects.toThrow('being matched already');
  await Promise.all([1, 2, 3].map(() => pair(house.db, id, { url: ORIGIN }, NOW)));
  await pair(house.db, id, { url: ORIGIN }, NOW);
  expect((await house.lettersTo('rhys@hill-and-harbour.example')).length).toBe(1);
  const { rows } = await sql`select 1 from introduction_seats`.execute(house.db);
  expect(rows.length).toBe(2);
});

test('a round whose process ended half-way has written nothing, and is taken up again', async () => {
  await join('amina', 'rhys');
  const id = await rounds.begin(house.db, await house.actor('sian'));
  await sql`create function cut_off() returns trigger language plpgsql as $$ begin raise 'cut off'; end $$`.execute(
    house.db,
  );
  await sql`create trigger cut_off before insert on letters for each row execute function cut_off()`.execute(house.db);
  await expect(pair(house.db, id, { url: ORIGIN }, NOW)).rejects.toThrow('cut off');
  await sql`drop trigger cut_off on letters`.execute(house.db);
  expect((await sql`select 1 from introduction_groups`.execute(house.db)).rows).toEqual([]);
  await sql`delete from graphile_worker._private_jobs`.execute(house.db); // it went with the process
  await rounds.resume(house.db, NOW);
  await house.work();
  expect((await rounds.find(house.db, id))?.matchedAt).toBeNull(); // it may still be at it
  await rounds.resume(house.db, new Date(NOW.getTime() + 11 * 60_000));
  await house.work();
  expect((await rounds.find(house.db, id))?.matchedAt).not.toBeNull();
  expect(await companionsOf('amina')).toEqual(['Rhys Pugh']);
});

test('somebody who leaves while the round is matched is introduced to nobody', async () => {
  const [amina] = await join('amina', 'rhys');
  const id = await rounds.begin(house.db, await house.actor('sian'));
  const apart = async () => {
    await optIns.leave(house.db, amina ?? visitor(NOW)); // after the people were read
    return [];
  };
  await pair(house.db, id, { url: ORIGIN, apart }, NOW);
  expect(await companionsOf('amina')).toEqual([]);
  const left = await house.db.selectFrom('introduction_leftovers').select('person_id').execute();
  expect(left).toEqual([{ person_id: await house.personId('rhys') }]);
});

test('only stewards begin rounds, and not for one person alone', async () => {
  await join('amina');
  await expect(rounds.begin(house.db, await house.actor('amina'))).rejects.toThrow('permission');
  expect((await (await house.as('sian')).post('/introductions/rounds')).status).toBe(409);
});

test('the rhythm begins a round once in its months, if enough people wait', async () => {
  const sian = await house.actor('sian');
  await rhythm.beginIfDue(house.db, NOW);
  expect(await rounds.latest(house.db)).toBeNull();
  await join('amina', 'rhys', 'orla', 'tom');
  await rhythm.choose(house.db, 'by-hand', sian);
  await rhythm.beginIfDue(house.db, NOW);
  expect([await rounds.latest(house.db), await rhythm.next(house.db, NOW)]).toEqual([null, null]);
  await rhythm.choose(house.db, 'monthly', sian);
  await rhythm.beginIfDue(house.db, NOW);
  await rhythm.beginIfDue(house.db, NOW);
  expect((await rounds.latest(house.db))?.number).toBe(1);
  expect(await rhythm.next(house.db, NOW)).toBe('2026-12-01');
  await rhythm.choose(house.db, 'quarterly', sian);
  expect(await rhythm.next(house.db, NOW)).toBe('2027-01-01');
  await expect(rhythm.choose(house.db, 'monthly', await house.actor('amina'))).rejects.toThrow('permission');
  const answer = await (await house.as('sian')).put('/introductions/rounds/rhythm', { rhythm: 'hourly' });
  expect(answer.status).toBe(422);
});

test('two weeks later each is asked by a link, answers without an account, and may change it', async () => {
  await join('amina', 'rhys');
  const id = await runRound();
  const later = new Date(NOW.getTime() + 15 * DAY);
  await answers.ask(house.db, id, ORIGIN, NOW); // too early
  expect((await house.lettersTo('amina@hill-and-harbour.example')).length).toBe(1);
  await answers.ask(house.db, id, ORIGIN, later);
  await answers.ask(house.db, id, ORIGIN, later);
  expect((await house.lettersTo('amina@hill-and-harbour.example')).length).toBe(2);
  const path = `/introductions/answers/${await tokenTo('amina@hill-and-harbour.example')}`;
  const stranger = await house.as();
  expect((await stranger.put(path, { words: 'Lovely.' })).status).toBe(422);
  expect((await stranger.put(path, { answer: 'met', words: 'x'.repeat(1001) })).status).toBe(422);
  expect((await stranger.put(path, { answer: 'met', words: 'Lovely.' })).status).toBe(303);
  expect(await (await stranger.get(path)).text()).toContain('Thank you');
  const { words } = await told(house.db, await house.actor('sian'));
  expect(words.map((one) => one.words)).toEqual(['Lovely.']);
  expect(await (await (await house.as('rhys')).get('/introductions')).text()).not.toContain('Lovely.');
  expect((await stranger.put(path, { answer: 'not-yet', words: '' })).status).toBe(303);
  expect((await told(house.db, await house.actor('sian'))).words).toEqual([]);
});

test('stewards may delete words, and nobody else', async () => {
  await join('amina', 'rhys');
  await answers.ask(house.db, await runRound(), ORIGIN, new Date(NOW.getTime() + 15 * DAY));
  await answers.give(
    house.db,
    await tokenTo('rhys@hill-and-harbour.example'),
    { answer: 'met', words: 'Bed 4.' },
    visitor(NOW),
  );
  const [said] = (await told(house.db, await house.actor('sian'))).words;
  await expect(answers.eraseWords(house.db, said?.id ?? '', await house.actor('morag'))).rejects.toThrow('permission');
  await answers.eraseWords(house.db, said?.id ?? '', await house.actor('sian'));
  expect((await told(house.db, await house.actor('sian'))).words).toEqual([]);
  await expect(told(house.db, await house.actor('rhys'))).rejects.toThrow('permission');
});

test('answers are told as rounded shares, and of few not at all', () => {
  expect(sharesOf({ met: 15, notYet: 5, unsuited: 2 })).toBeNull();
  expect(sharesOf({ met: 17, notYet: 5, unsuited: 2 })).toEqual({ answers: 25, met: 70, notYet: 20, unsuited: 10 });
});

test('a person takes away what is known, and an erased one stays as a former member', async () => {
  const [, rhys] = await join('amina', 'rhys');
  await answers.ask(house.db, await runRound(), ORIGIN, new Date(NOW.getTime() + 15 * DAY));
  const token = await tokenTo('rhys@hill-and-harbour.example');
  await answers.give(house.db, token, { answer: 'met', words: 'My own words.' }, visitor(NOW));
  const id = rhys?.id ?? '';
  expect(await personal.exportOf(house.db, id)).toMatchObject({
    takesPart: { meets: 'either' },
    met: [{ round: 1, with: ['Amina Yusuf'], answer: 'met', words: 'My own words.' }],
  });
  const person = await people.byId(house.db, id);
  await erase(house.db, person, [...RIGHTS.erasers, house.sessions.accounts.erase], await actorFor(house.db, id, NOW));
  const [met] = await groups.mine(house.db, await house.actor('amina'));
  expect(met?.companions).toMatchObject([{ name: 'A former member', address: null, email: null }]);
  const kept = await house.db.selectFrom('introduction_answers').select('words').execute();
  expect(kept).toEqual([{ words: '' }]);
  expect((await house.db.selectFrom('introduction_opt_ins').select('person_id').execute()).length).toBe(1);
});

test('the journal holds ids and no words', async () => {
  await join('amina', 'orla');
  const { rows } = await sql<{ verb: string; digest: string | null }>`
    select verb, digest from journal where verb like 'introduction%'`.execute(house.db);
  expect(rows.length).toBeGreaterThan(2);
  expect(rows.filter(({ digest }) => digest !== null)).toEqual([]);
});
