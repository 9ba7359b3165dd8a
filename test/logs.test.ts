import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { factsOf, jsonLog } from '#kernel/log.ts';
import { type CastName, cast } from './cast.ts';
import { openHouse, type TestHouse } from './support/house.ts';
import { letterTo, signInByLink } from './support/jar.ts';
import { answers, apply, begin } from './support/joining.ts';
import { storyTitled } from './world/stories.ts';
import { workTitled } from './world/work.ts';
import { HOME_BEFORE_LUNCH } from './world/works.ts';

const lines: string[] = [];
let house: TestHouse;
beforeAll(async () => {
  house = await openHouse({ log: jsonLog((line) => lines.push(line)) });
});
afterAll(() => house.close());

const TYPED = ['Wanda Newby', 'wanda@typed.example', 'Hetty Unlucky', 'hetty', 'Nobody Atall', 'my cat is called Fig'];

test('a day of the cast leaves no name, address, token or word of theirs in the log', async () => {
  const secrets: string[] = [];
  const visitor = await house.as();
  for (const name of ['amina', 'rhys', 'morag', 'sian', 'joe'] as const) {
    const jar = await signInByLink(house, cast[name].email);
    const { token, code } = await letterTo(house, cast[name].email);
    secrets.push(token, code, ...jar.cookies.values());
    for (const path of [
      '/',
      '/people?words=Nobody+Atall',
      '/account',
      '/work',
      '/landscape',
      '/moderation',
      '/steward',
    ])
      await jar.get(path);
    await jar.get(await profileOf(name));
    await jar.post('/account/emails', { email: `${name}.second@typed.example` });
    await jar.delete('/session');
  }
  const link = await begin(house, 'wanda@typed.example');
  secrets.push(link.split('/').at(-1) ?? '');
  await visitor.get(link);
  await visitor.put(link, { ...answers, name: 'Wanda Newby', 'answer-influence': 'my cat is called Fig' });
  const { address } = await apply(house, 'hetty@typed.example');
  await (await house.as('priya')).get(address);

  const story = await storyTitled(house.db, 'The village hall has better parking', await house.actor('niamh'));
  const said = { name: 'Hetty Unlucky', email: 'hetty@typed.example', body: 'my cat is called Fig' };
  await visitor.post(`/stories/${story.address}/comments`, said);
  secrets.push((await letterTo(house, said.email)).path.split('/').at(-1) ?? '');
  await visitor.get((await letterTo(house, said.email)).path);
  await visitor.post('/report', {
    address: '/people',
    reason: 'other',
    details: 'my cat is called Fig',
    email: said.email,
  });

  const work = await workTitled(house.db, HOME_BEFORE_LUNCH.title);
  await visitor.get(`/work/${work.address}`);
  for (const typed of ['/people/amina-yusuf', '/hetty@typed.example', '/Nobody%20Atall', '/work/hetty-unlucky/team'])
    await visitor.get(typed);
  await visitor.post('/sign-in/password', { email: 'hetty@typed.example', password: 'my cat is called Fig' });
  await visitor.post('/sign-in/code', { email: 'hetty@typed.example', code: '123456' });
  await house.work();

  expect(lines.length).toBeGreaterThan(60);
  const log = lines.join('').toLowerCase();
  const names = Object.values(cast).flatMap(({ name, email }) => [
    name,
    email,
    name.toLowerCase().replaceAll(' ', '-'),
  ]);
  for (const words of [...names, ...TYPED, ...secrets]) {
    if (words.length < 4) continue;
    expect(log).not.toContain(words.toLowerCase());
    expect(log).not.toContain(encodeURIComponent(words).toLowerCase());
  }
  expect(log).toMatch(new RegExp(`"path":"/work/${work.address.split('-').at(-1)}"`));
  expect(log).toContain('"path":"(no such page)"');
});

test('a form is one line of the log, under the method that it asked for', async () => {
  lines.length = 0;
  const answer = await (await house.as('sian')).put('/steward/rooms/cases/opening');
  expect(lines.map((line) => JSON.parse(line)).map(({ method, path }) => `${method} ${path}`)).toEqual([
    'PUT /steward/rooms/:room/opening',
  ]);
  expect(answer.headers.get('x-request-id')).toBe(JSON.parse(lines[0] ?? '{}').id);
});

test('an error says what went wrong without what was typed', async () => {
  const caught = await sql`select ${'Hetty Unlucky'}::uuid`.execute(house.db).catch((error: unknown) => error);
  const facts = JSON.stringify(factsOf(caught));
  expect(facts).toContain('invalid input syntax for type uuid');
  expect(facts).not.toContain('Hetty');
  const spoilt = (() => {
    try {
      return JSON.parse('Hetty Unlucky');
    } catch (error) {
      return error;
    }
  })();
  expect(JSON.stringify(factsOf(spoilt))).not.toContain('Hetty');
  lines.length = 0;
  jsonLog((line) => lines.push(line))('error', 'Failed task', { reason: '550 <hetty@typed.example>: no such user' });
  expect(lines[0]).toContain('550 <(an address)>: no such user');
});

async function profileOf(name: CastName): Promise<string> {
  const { slug, short_id } = await house.db
    .selectFrom('people')
    .select(['slug', 'short_id'])
    .where('id', '=', await house.personId(name))
    .executeTakeFirstOrThrow();
  return `/people/${slug}-${short_id}`;
}
