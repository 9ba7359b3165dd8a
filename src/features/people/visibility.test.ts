import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { affiliations } from '#features/organisations/index.ts';
import type { CastName } from '#test/cast.ts';
import { type Browser, openHouse, type TestHouse } from '#test/support/house.ts';
import { counting, FIELDS, type Field, offers, people, VISIBILITIES, type Visibility } from './index.ts';

const READERS = ['visitor', 'member', 'self', 'steward'] as const;
type Reader = (typeof READERS)[number];
const WHO: Record<Reader, CastName | undefined> = { visitor: undefined, member: 'rhys', self: 'joe', steward: 'sian' };

/** What is read on the page where a field is seen, and by which question its person is found. */
const MARKS: Record<Field, { shown: string; asked?: string }> = {
  photo: { shown: '/photo?of=' },
  about: { shown: 'zinnia', asked: 'words=zinnia' },
  background: { shown: 'Lighthouse keeper', asked: 'background=chaplain' },
  sectors: { shown: 'sector=justice-defence', asked: 'sector=justice-defence' },
  place: { shown: 'Lancaster', asked: 'near=Lancaster&within=25' },
  affiliations: { shown: 'Quillmoor Infirmary', asked: 'words=quillmoor' },
  canHelp: { shown: 'marigold', asked: 'words=marigold' },
  lookingFor: { shown: 'saxifrage', asked: 'words=saxifrage' },
  hours: { shown: '17 hours of', asked: 'hours=12&skill=governance' },
  topics: { shown: 'topic=violence-trauma', asked: 'topic=violence-trauma' },
  modes: { shown: 'mode=operating-model', asked: 'words=zinnia&mode=operating-model' },
  methods: { shown: 'method=world-cafe', asked: 'method=world-cafe' },
  languages: { shown: 'language=ti', asked: 'language=ti' },
  orcid: { shown: '0000-0002-1694-233X' },
};

let house: TestHouse;
let joe: people.Person;
const browsers = new Map<Reader, Browser>();

beforeAll(async () => {
  house = await openHouse();
  for (const reader of READERS) browsers.set(reader, await house.as(WHO[reader]));
  const actor = await house.actor('joe');
  joe = await people.byId(house.db, actor.id ?? '');
  await people.describe(
    house.db,
    joe,
    {
      visibility: 'public',
      about: 'Grows zinnia.',
      backgroundWords: 'Lighthouse keeper',
      canHelp: 'With marigold.',
      lookingFor: 'For saxifrage.',
      orcid: '0000-0002-1694-233X',
      place: { words: 'LA1 1YX', shown: 'town' },
      terms: {
        background: ['chaplain'],
        sector: ['justice-defence'],
        topic: ['violence-trauma'],
        skill: [],
        language: ['ti'],
        mode: ['operating-model'],
        method: ['world-cafe'],
      },
    },
    actor,
  );
  const offer = { kind: 'offer', skill: 'governance', hours: 17, note: '', until: null } as const;
  await offers.make(house.db, joe, offer, actor);
  const place = { name: 'Quillmoor Infirmary', sector: 'acute', country: 'england' } as const;
  await affiliations.add(house.db, joe, { ...place, title: '', since: null, until: null }, actor);
  const picture = await sharp({ create: { width: 9, height: 9, channels: 3, background: '#3c5a3a' } })
    .png()
    .toBuffer();
  const photo = new File([new Uint8Array(picture)], 'face.png', { type: 'image/png' });
  await browsers.get('self')?.put(`/people/${joe.address}/photo`, { photo });
});
afterAll(() => house.close());

/** Whom a field is for. */
function sees(reader: Reader, visibility: Visibility): boolean {
  return reader === 'self' || visibility === 'public' || (visibility === 'members' && reader !== 'visitor');
}

async function pageFor(reader: Reader, path: string): Promise<{ status: number; text: string }> {
  const answer = await browsers.get(reader)?.get(path);
  return { status: answer?.status ?? 0, text: (await answer?.text()) ?? '' };
}

async function open(visibility: Visibility, fields: Partial<Record<Field, Visibility>>) {
  await people.describe(house.db, joe, { visibility, visibilities: fields }, await house.actor('joe'));
}

const CASES = FIELDS.flatMap((field) => VISIBILITIES.map((visibility) => ({ field, visibility })));

test.each(CASES)('$field for $visibility is read and found by whom it is for', async ({ field, visibility }) => {
  // Everything else is open, so that only this field can hide its person; what they wrote about zinnia stays a way in.
  await open('public', { ...Object.fromEntries(FIELDS.map((one) => [one, 'public'])), [field]: visibility });
  const { shown, asked } = MARKS[field];
  for (const reader of READERS) {
    const page = await pageFor(reader, `/people/${joe.address}`);
    expect([reader, page.text.includes(shown)]).toEqual([reader, sees(reader, visibility)]);
    if (!asked) continue;
    // The directory is the same for its owner as for others like them: Joe is no member.
    const found = await pageFor(reader, `/people?${asked}`);
    const expected = reader === 'self' ? visibility === 'public' : sees(reader, visibility);
    expect([reader, found.text.includes(joe.address)]).toEqual([reader, expected]);
  }
});

test('a picture that somebody may not see is not there for them', async () => {
  for (const visibility of VISIBILITIES) {
    await open('public', { photo: visibility });
    for (const reader of READERS)
      expect((await pageFor(reader, `/people/${joe.address}/photo`)).status).toBe(sees(reader, visibility) ? 200 : 404);
  }
});

test('no field is wider than its profile', async () => {
  const all = Object.fromEntries(FIELDS.map((field) => [field, 'public' as const]));
  for (const profile of VISIBILITIES) {
    await open(profile, all);
    for (const reader of READERS) {
      const { status, text } = await pageFor(reader, `/people/${joe.address}`);
      expect([profile, reader, status]).toEqual([profile, reader, sees(reader, profile) ? 200 : 404]);
      expect(text.includes('zinnia')).toBe(sees(reader, profile));
      const found = (await pageFor(reader, '/people?topic=violence-trauma')).text.includes(joe.address);
      expect(found).toBe(profile === 'public' || (profile === 'members' && ['member', 'steward'].includes(reader)));
    }
  }
});

test('what a reader may not see is not counted for them either', async () => {
  const of = async (name?: CastName) => {
    const actor = name ? await house.actor(name) : { ...(await house.actor('joe')), id: null, roles: [] };
    return (await counting.counts(house.db, {}, actor)).topic.get('violence-trauma') ?? 0;
  };
  await open('public', { topics: 'public' });
  expect([await of(), await of('rhys')]).toEqual([1, 1]);
  await open('public', { topics: 'members' });
  expect([await of(), await of('rhys')]).toEqual([0, 1]);
  await open('public', { topics: 'private' });
  expect([await of(), await of('rhys'), await of('sian')]).toEqual([0, 0, 0]);
});

test('at first every field is for members', async () => {
  const priya = await people.byId(house.db, await house.personId('priya'));
  await house.db.deleteFrom('profile_visibilities').where('person_id', '=', priya.id).execute();
  const about = 'share the long appointments';
  expect((await pageFor('visitor', `/people/${priya.address}`)).text).not.toContain(about);
  expect((await pageFor('member', `/people/${priya.address}`)).text).toContain(about);
});
