import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { measures, publications, readings, updates, type Work, works } from '#features/work/index.ts';
import type { Actor } from '#kernel/actor.ts';
import { openHouse, type TestHouse } from './support/house.ts';
import { workTitled } from './world/work.ts';
import { HOME_BEFORE_LUNCH } from './world/works.ts';

/** The most statements that a visitor's page takes, however much there is to show on it. */
const MOST = {
  home: 9,
  directory: 7, // a page of documents and their number, whose they are, and what each choice would leave
  'directory searched': 7,
  works: 1,
  'works searched': 1,
  work: 16,
  landscape: 2,
  changes: 1,
  stories: 2,
  story: 4,
  case: 12,
};

const ANSWERS = { data: 'fine', counts: 'fine', names: 'fine' } as const;
const SEVERAL = 6;

let house: TestHouse;
let statements = 0;
let paths: Record<keyof typeof MOST, string>;
let work: Work;
beforeAll(async () => {
  house = await openHouse({ onQuery: () => (statements += 1) });
  work = await workTitled(house.db, HOME_BEFORE_LUNCH.title);
  paths = {
    home: '/',
    directory: '/people',
    'directory searched': '/people?words=coaching',
    works: '/work',
    'works searched': '/work?words=dischrage',
    work: `/work/${work.address}`,
    landscape: '/landscape',
    changes: '/landscape/changes',
    stories: '/stories',
    story: await addressOf('stories', sql`select story_id from comments`),
    case: await addressOf('cases', sql`select case_id from case_versions where visibility = 'public'`),
  };
});
afterAll(() => house.close());

test('a page takes a few statements, and no more of them when there is more to show', async () => {
  const before = await counted();
  for (const [name, most] of Object.entries(MOST)) expect.soft(before.get(name), name).toBeLessThanOrEqual(most);
  await addSeveral(await house.actor('amina'));
  expect(await counted()).toEqual(before);
});

async function counted(): Promise<Map<string, number>> {
  const visitor = await house.as();
  for (const path of ['/', '/people', '/landscape']) await visitor.get(path); // what is read once in a while has been read
  const counts = new Map<string, number>();
  for (const [name, path] of Object.entries(paths)) {
    statements = 0;
    expect((await visitor.get(path)).status, path).toBe(200);
    counts.set(name, statements);
  }
  return counts;
}

/** More of all that these pages show: works, measures with readings, updates, comments, claims in a case. */
async function addSeveral(actor: Actor): Promise<void> {
  const { db } = house;
  for (let n = 0; n < SEVERAL; n += 1) {
    await addMeasured(work, actor);
    await updates.add(db, work, `Update ${n}`, actor);
    const one = await works.share(
      db,
      { ...work, title: `Coaching ${n}`, organisation: null, shares: null, team: [] },
      actor,
    );
    await publications.publish(db, one, { visibility: 'public', answers: ANSWERS, url: 'http://localhost' }, actor);
    await addMeasured(await works.byId(db, one.id), actor);
  }
  await sql`
    with more as (
      insert into comments (id, short_id, story_id, name, body, written_at)
      select gen_random_uuid(), 'more' || n, story_id, name, body, written_at
      from (select * from comments limit 1) c, generate_series(1, ${SEVERAL}::int) n returning id),
    confirmed as (insert into comment_confirmations select id, now() from more returning comment_id)
    select * from confirmed`.execute(db);
  await sql`insert into comment_approvals select c.id, ${actor.id}, now() from comments c where short_id like 'more%'`.execute(
    db,
  );
  await sql`
    with claims as (select * from case_version_blocks, generate_series(1, ${SEVERAL}::int) n where kind = 'claim'),
    more as (insert into case_version_blocks select version_id, position + 100 * n, kind, digest from claims)
    select 1`.execute(db);
  await sql`
    insert into case_block_contents
    select c.version_id, c.position + 100 * n, c.salt, c.content from case_block_contents c
    join case_version_blocks b on b.version_id = c.version_id and b.position = c.position and b.kind = 'claim',
    generate_series(1, ${SEVERAL}::int) n where c.position < 100`.execute(db);
}

async function addMeasured(to: Work, actor: Actor): Promise<void> {
  const definition = { name: 'Minutes', definition: '', unit: '', target: null, places: null, better: 'down' } as const;
  const measure = await measures.define(house.db, to, definition, actor);
  const rows = Array.from({ length: 20 }, (_, i) => ({ date: `2026-01-${String(i + 1).padStart(2, '0')}`, value: i }));
  await readings.record(house.db, to, measure, rows, actor);
  await measures.publish(house.db, to, measure, { visibility: 'public', answers: ANSWERS }, actor);
}

async function addressOf(table: 'stories' | 'cases', ids: ReturnType<typeof sql>): Promise<string> {
  const { rows } = await sql<{ address: string }>`
    select ${`/${table}/`}::text || slug || '-' || short_id as address from ${sql.table(table)}
    where id in (${ids}) order by id limit 1`.execute(house.db);
  return rows[0]?.address ?? '';
}
