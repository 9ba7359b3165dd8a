import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openHouse, type TestHouse } from './support/house.ts';
import { MEASURED } from './world/measured.ts';
import { STORIES } from './world/stories-told.ts';
import { HOME_BEFORE_LUNCH, TOLD } from './world/works.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const text = async (answer: Response | Promise<Response>) => (await answer).text();

test('the demo community has 120 pieces of work in all four modes, most of them outside hospitals', async () => {
  const { rows } = await sql<{ works: number; hospital: number; modes: number; silent: number; since: Date }>`
    select count(*)::int as works, count(*) filter (where o.sector = 'acute')::int as hospital,
      min(w.started_on) as since, count(*) filter (where w.state = 'stopped' and w.lesson = '')::int as silent,
      (select count(*) from unnest(array['iterative', 'pathways', 'operating_model', 'community']) mode where exists
        (select from placements p where (to_jsonb(p) ->> mode)::float > 0.5))::int as modes
    from works w left join organisations o on o.id = w.organisation_id`.execute(house.db);
  const [all] = rows;
  expect(all).toMatchObject({ works: 120, modes: 4, silent: 0 });
  expect(all?.hospital).toBeLessThan(60);
  expect(all?.since && new Date(all.since).getUTCFullYear()).toBeLessThanOrEqual(2019);
});

test('each measure belongs to work that is told, and they move in every way that readings do', () => {
  const titles = TOLD.map(({ title }) => title);
  for (const { work } of MEASURED) expect(titles).toContain(work);
  expect(MEASURED.length).toBeGreaterThanOrEqual(30);
  expect(new Set(MEASURED.map(({ shape }) => shape))).toEqual(new Set(['better', 'same', 'worse', 'relapse']));
  for (const part of ['gaps', 'rebase', 'rate', 'kept', 'claim'] as const)
    expect(MEASURED.some((measure) => measure[part])).toBe(true);
});

test('a rate keeps what it was counted from', async () => {
  const { rows } = await sql<{ off: number; rates: number }>`
    select count(*)::int as rates, count(*) filter (where abs(r.value - 1000 * r.numerator / r.denominator) > 0.1)::int as off
    from readings r join measures m on m.id = r.measure_id
    where m.name = 'Falls per 1,000 bed-days' and r.denominator is not null`.execute(house.db);
  expect(rows[0]).toEqual({ rates: 30, off: 0 });
});

test('the home page features work with a measure of its own', async () => {
  const page = await text((await house.as()).get('/'));
  const [, featured = ''] = /home-featured.*?<h2><a[^>]*>([^<]*)</s.exec(page) ?? [];
  expect(featured).toBe(HOME_BEFORE_LUNCH.title);
  expect(page.includes('<h3>Average wait for discharge</h3>')).toBe(true);
});

test('there is a case for each audience, and one says what changed since', async () => {
  const visitor = await house.as();
  const shelf = await text(visitor.get('/cases'));
  for (const audience of ['Policy', 'Executive', 'Operational', 'Front line']) expect(shelf).toContain(`>${audience}<`);
  const [, sleep = ''] = /href="(\/cases\/let-people-sleep[^"]*)"/.exec(shelf) ?? [];
  const page = await text(visitor.get(sleep));
  expect(page).toContain('Changed since this was published');
  expect(page).toContain('there are 2 more readings.');
  expect(page).toContain('are under review');
});

test('every story leads to work that a visitor can read', async () => {
  const visitor = await house.as();
  expect(STORIES.length).toBeGreaterThanOrEqual(6);
  for (const { title, work } of STORIES) {
    expect(work).toBeTruthy();
    const row = await house.db
      .selectFrom('stories')
      .select(['slug', 'short_id'])
      .where('title', '=', title)
      .executeTakeFirstOrThrow();
    const page = await text(visitor.get(`/stories/${row.slug}-${row.short_id}`));
    const link = new RegExp(`<a href="(/work/[^"]+)">${work}`).exec(page)?.[1];
    expect([title, (await visitor.get(link ?? '/nowhere')).status]).toEqual([title, 200]);
  }
});
