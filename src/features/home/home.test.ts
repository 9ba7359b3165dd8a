import { afterAll, beforeAll, expect, test } from 'vitest';
import { library } from '#features/cases/index.ts';
import { picture } from '#features/landscape/index.ts';
import { publications, works } from '#features/work/index.ts';
import { visitor } from '#kernel/actor.ts';
import { openHouse, type TestHouse } from '#test/support/house.ts';
import { NOW } from '#test/world.ts';
import { featured } from './featured.ts';
import { numbers } from './numbers.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

async function home(): Promise<string> {
  const answer = await (await house.as()).get('/');
  expect(answer.status).toBe(200);
  return answer.text();
}

test('a visitor learns what Cairn is for, and finds three doors', async () => {
  const page = await home();
  expect(page).toContain('Everyone who improves care adds a stone.');
  expect(page).toContain('Find who has tried it, show what changed, make the case.');
  expect(page).toContain('Unpaid carers');
  expect(page).toMatch(/<form class="home-search" method="get" action="\/work">[\s\S]*name="words"/);
  expect(page).toContain('href="/work/new"');
  expect(page).toContain('href="/cases"');
  expect(page).toContain('class="landscape-map"');
});

test('the numbers are those of the database, as far as the reader may see it', async () => {
  const counted = await numbers(house.db, visitor(NOW));
  const members = await house.db
    .selectFrom('role_grants')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('role', '=', 'member')
    .executeTakeFirstOrThrow();
  const open = await house.db
    .selectFrom('works')
    .select(['state', 'lesson'])
    .where('visibility', '=', 'public')
    .execute();
  expect(counted.members).toBe(members.n);
  expect(counted.works).toBe(open.length);
  expect(counted.stopped).toBe(open.filter(({ state }) => state === 'stopped').length);
  expect(counted.lessons).toBe(open.filter(({ state, lesson }) => state === 'stopped' && lesson !== '').length);
  expect(await home()).toContain(`<strong>${open.length}</strong>`);
});

test('private work is not counted for its own team either, and work for members is for members only', async () => {
  const before = await numbers(house.db, visitor(NOW));
  const amina = await house.actor('amina');
  const work = await works.share(
    house.db,
    {
      title: 'Nobody counts this yet',
      problem: '',
      aim: '',
      tried: '',
      lesson: '',
      place: '',
      shownAs: '',
      methods: [],
      country: 'england',
      organisation: null,
      startedOn: null,
      state: 'stopped',
      shares: null,
    },
    amina,
  );
  const own = await numbers(house.db, amina);
  await publications.publish(
    house.db,
    work,
    { visibility: 'members', answers: { data: 'fine', counts: 'fine', names: 'fine' }, url: 'http://localhost' },
    amina,
  );
  expect(await numbers(house.db, amina)).toMatchObject({ works: own.works + 1, stopped: own.stopped + 1 });
  expect(await numbers(house.db, visitor(NOW))).toEqual(before);
});

test('cases are counted as far as the reader can find them', async () => {
  const found = await library.published(house.db, visitor(NOW));
  const page = await home();
  if (found.length > 0) expect(page).toContain(`<strong>${found.length}</strong> <span>case`);
  else expect(page).toContain('with readings that you can check');
});

test('the featured work is public, its measure too, and its chart comes with its sentence', async () => {
  const shown = await featured(house.db, visitor(NOW));
  if (!shown) throw new Error('the world has no public measure');
  expect([shown.work.visibility, shown.seen.measure.visibility]).toEqual(['public', 'public']);
  const page = await home();
  expect(page).toContain(`href="/work/${shown.work.address}"`);
  expect(page).toContain(shown.seen.measure.name);
  await house.db.updateTable('measures').set({ visibility: 'private' }).execute();
  expect(await featured(house.db, await house.actor('rhys'))).toBeNull();
  expect((await numbers(house.db, visitor(NOW))).measures).toBe(0);
});

test('an empty community still says what it is for, without a map or a chart', async () => {
  const empty = await openHouse();
  await empty.db.deleteFrom('placements').execute();
  await empty.db.updateTable('works').set({ visibility: 'private' }).execute();
  expect((await picture(empty.db, {}, visitor(NOW))).all).toBe(0);
  const page = await (await (await empty.as()).get('/')).text();
  expect(page).toContain('Find who has tried it');
  expect(page).not.toContain('landscape-map');
  expect(page).not.toContain('home-featured');
  expect(page).toContain('Be the first.');
  expect(page).not.toContain('<strong>0</strong>');
  await empty.close();
});
