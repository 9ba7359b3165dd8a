import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CastName } from './cast.ts';
import { type Browser, openHouse, type TestHouse } from './support/house.ts';
import { workTitled } from './world/work.ts';
import { HOME_BEFORE_LUNCH } from './world/works.ts';

let house: TestHouse;
const browsers = new Map<Reader, Browser>();
let places: Record<string, string>;

const READERS = ['visitor', 'joe', 'priya', 'amina', 'orla', 'morag', 'sian'] as const;
/** visitor; a newcomer; another member, assessor of England; the work's team; an assessor of Ireland; a moderator; a steward. */
type Reader = (typeof READERS)[number];

beforeAll(async () => {
  house = await openHouse();
  for (const reader of READERS)
    browsers.set(reader, await house.as(reader === 'visitor' ? undefined : (reader as CastName)));
  places = await placesOf();
});
afterAll(() => house.close());

/** What each reader is answered at each place: 200 sees it, 403 sees that it is there and may not, 404 does not know of it. */
const TABLE: [place: string, answers: Record<Reader, number>][] = [
  ['/', everybody(200)],
  ['/people', everybody(200)],
  ['/work', everybody(200)],
  ['/join', everybody(200)],
  ['public work', everybody(200)],
  ['public work/edit', { ...everybody(403), amina: 200 }],
  ['public work/publication', { ...everybody(403), amina: 200 }],
  ['public work/measures/new', { ...everybody(403), amina: 200 }],
  ['private work', { ...everybody(404), amina: 200 }],
  ['private work/edit', { ...everybody(404), amina: 200 }],
  ['private measure', { ...everybody(404), amina: 200 }],
  ['private measure.csv', { ...everybody(404), amina: 200 }],
  ['private measure.svg', { ...everybody(404), amina: 200 }],
  ['private measure/readings', { ...everybody(404), amina: 200 }],
  ['members’ work', { ...everybody(200), visitor: 404, joe: 404 }],
  ['waiting work', { ...everybody(404), joe: 200, morag: 200 }],
  ['members’ profile', { ...everybody(200), visitor: 404, joe: 404 }],
  ['profile/edit', { ...everybody(404), amina: 200 }],
  ['/work/new', everybody(200)], // a visitor is told how to sign in
  ['/work/releases', { ...everybody(403), morag: 200 }],
  ['/insight/reflection', everybody(200)],
  ['/insight/reflection.csv', everybody(200)],
  ['/insight/range', everybody(200)],
  ['/insight/range.csv', everybody(200)],
  ['/insight/law', everybody(200)],
  ['/account/about-you', { ...everybody(200), visitor: 303, joe: 403 }],
  ['/membership/invitations', { ...everybody(403), sian: 200 }],
  ['English application', { ...everybody(404), priya: 200, sian: 200 }],
  ['Irish application', { ...everybody(404), orla: 200, sian: 200 }],
];

test.each(TABLE)('%s is answered as the table says, to everybody', async (place, answers) => {
  const [, name = '', rest = ''] = /^([^/]+)?(\/.*)?$/.exec(place) ?? [];
  const found = name ? places[name.replace(/\.(csv|svg)$/, '')] : '';
  const ending = /\.(csv|svg)$/.exec(name)?.[0] ?? '';
  const given: Partial<Record<Reader, number>> = {};
  for (const reader of READERS)
    given[reader] = (await browsers.get(reader)?.get(`${found}${ending}${rest}`))?.status ?? 0;
  expect(given).toEqual(answers);
});

function everybody(status: number): Record<Reader, number> {
  return { visitor: status, joe: status, priya: status, amina: status, orla: status, morag: status, sian: status };
}

/** Things of each kind: amina's private work with a private measure, and what the world has. */
async function placesOf(): Promise<Record<string, string>> {
  const amina = browsers.get('amina');
  const shared = await amina?.post('/work', {
    title: 'Nobody else may read this',
    country: 'wales',
    state: 'idea',
    'mode-iterative': '3',
  });
  const own = shared?.headers.get('location') ?? '';
  const added = await amina?.post(`${own}/measures`, { name: 'Secret minutes', better: 'down' });
  const home = await workTitled(house.db, HOME_BEFORE_LUNCH.title);
  const members = await house.db
    .selectFrom('works')
    .select(['slug', 'short_id'])
    .where('visibility', '=', 'members')
    .executeTakeFirstOrThrow();
  const folder = await workTitled(house.db, 'A folder for whoever cares next');
  const profile = await house.db
    .selectFrom('people')
    .select(['slug', 'short_id'])
    .where('visibility', '=', 'members')
    .orderBy('added_at')
    .executeTakeFirstOrThrow();
  const me = await house.db
    .selectFrom('people')
    .select(['slug', 'short_id'])
    .where('name', '=', 'Amina Yusuf')
    .executeTakeFirstOrThrow();
  return {
    'public work': `/work/${home.address}`,
    'private work': own,
    'private measure': (added?.headers.get('location') ?? '').replace(/\/readings$/, ''),
    'members’ work': `/work/${members.slug}-${members.short_id}`,
    'waiting work': `/work/${folder.address}`,
    'members’ profile': `/people/${profile.slug}-${profile.short_id}`,
    profile: `/people/${me.slug}-${me.short_id}`,
    'English application': await applicationIn('england', 'priya'),
    'Irish application': await applicationIn('ireland', 'orla'),
  };
}

/** An application on this assessor's queue. */
async function applicationIn(_country: string, assessor: Reader): Promise<string> {
  const page = await (await browsers.get(assessor)?.get('/assessing'))?.text();
  return /href="(\/assessing\/[0-9a-z]{10})"/.exec(page ?? '')?.[1] ?? '/no-application-on-the-queue';
}
