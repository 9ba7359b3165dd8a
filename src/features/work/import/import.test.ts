import { writeXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readSheet } from '#kernel/sheets/index.ts';
import { cast } from '#test/cast.ts';
import { type Browser, openHouse, type TestHouse } from '#test/support/house.ts';
import { BROKEN, fileOf } from '#test/support/sheets.ts';
import { imports, works } from '../index.ts';
import { guess } from './fields.ts';
import { trialOf } from './trial.ts';

let house: TestHouse;
let amina: Browser;
beforeAll(async () => {
  house = await openHouse();
  amina = await house.as('amina');
});
afterAll(() => house.close());

const SHEET = [
  'Project title;Background;Aim;Status;Nation;Trust;Start date',
  'Warm blankets;People are cold.;Nobody is cold;testing;Wales;Tolland Hospital;01/03/2025',
  'Quiet trolleys;They rattle.;;Sustained;Northern Ireland;;March 2024',
  ';No title here;;idea;Wales;;',
  'A door that stays open;;;finished;Wales;;',
  'Quiet trolleys;Once more;;idea;Wales;;',
].join('\n');
const asFile = (text: string, name = 'projects.csv') => new File([text], name);

async function uploaded(browser: Browser, text = SHEET, fields = {}): Promise<string> {
  const answer = await browser.post('/work/import', { file: asFile(text), ...fields });
  expect(answer.status).toBe(303);
  return answer.headers.get('location') ?? '';
}

function hidden(page: string): Record<string, string> {
  const form = /<form[^>]*><input type="hidden" name="_method" value="PUT"\/>.*?<\/form>/s.exec(page)?.[0] ?? '';
  return Object.fromEntries(
    [...form.matchAll(/name="(\w+)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]),
  );
}

async function countOf(table: 'works' | 'work_imports'): Promise<number> {
  const { n } = await house.db
    .selectFrom(table)
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return n;
}

test('a sheet is looked at, made into private work, and taken back whole', async () => {
  const before = await countOf('works');
  const path = await uploaded(amina);
  const look = await (await amina.get(path)).text();
  expect(look).toContain('2 rows would become work, private to Amina Yusuf. 3 are left out');
  expect(look).toContain('Give the work a title.');
  expect(look).toContain('“finished” is none of Idea, Testing, Sustained, Spreading, Stopped.');
  expect(look).toContain('The same title stands in line 3.');
  expect(await countOf('works')).toBe(before);

  expect((await amina.put(path, hidden(look))).status).toBe(303);
  expect(await (await amina.get(path)).text()).toContain('0 of 5 rows are done');
  await house.work();
  const done = await (await amina.get(path)).text();
  expect(done).toContain('2 pieces of work are on the shelf of Amina Yusuf');
  expect(done).toContain('3 lines are left out');
  const made = await house.db
    .selectFrom('works')
    .selectAll()
    .where('title', '=', 'Quiet trolleys')
    .executeTakeFirstOrThrow();
  expect(made).toMatchObject({
    visibility: 'private',
    country: 'northern-ireland',
    state: 'sustained',
    started_on: '2024-03-01',
  });
  const { address } = await works.byId(house.db, made.id);
  expect((await (await house.as('rhys')).get(`/work/${address}`)).status).toBe(404);
  expect((await amina.get(`/work/${address}`)).status).toBe(200);
  const kept = await house.db.selectFrom('work_imports').select('sheet').executeTakeFirstOrThrow();
  expect(kept.sheet).toBeNull();

  const again = await uploaded(amina);
  expect(await (await amina.get(again)).text()).toContain('Work of this title is on the shelf already.');

  await amina.post(`/work/${address}/updates`, { body: 'They have wheels of rubber now.' });
  expect((await amina.delete(path)).status).toBe(303);
  expect(await (await amina.get(path)).text()).toContain('One piece of work stays');
  expect(await countOf('works')).toBe(before + 1);
  expect((await amina.delete(path)).status).toBe(409);
});

test('columns are chosen where the guess is wrong, and a sheet without titles is not begun', async () => {
  const path = await uploaded(amina, 'What;Where\nA bench at the stop;Wales\n');
  const look = await (await amina.get(path)).text();
  expect(look).toContain('No row would become work');
  const refused = await amina.put(path, hidden(look));
  expect(refused.status).toBe(422);
  expect(await refused.text()).toContain('Say which column holds the title of each piece of work.');
  const chosen = await (await amina.get(`${path}?title=0&country=1&otherState=testing`)).text();
  expect(chosen).toContain('One row would become work');
  expect((await amina.put(path, hidden(chosen))).status).toBe(303);
  expect((await amina.put(path, hidden(chosen))).status).toBe(409);
  await house.work();
  expect(await (await amina.get(path)).text()).toContain('One piece of work is on the shelf');
});

test('a workbook of 1,200 rows is made in steps, and a job that is done twice makes nothing twice', async () => {
  const rows = Array.from({ length: 1200 }, (_, i) => [
    `Register number ${i + 1}`,
    'Scotland',
    new Date(Date.UTC(2020, i % 60, 1)),
  ]);
  const bytes = await writeXlsx({ sheets: [{ name: 'Register', rows: [['Title', 'Country', 'Started'], ...rows] }] });
  const answer = await amina.post('/work/import', { file: new File([new Uint8Array(bytes)], 'register.xlsx') });
  const path = answer.headers.get('location') ?? '';
  const before = await countOf('works');
  await amina.put(path, hidden(await (await amina.get(path)).text()));
  await house.work();
  await house.work();
  expect(await countOf('works')).toBe(before + 1200);
  expect(await (await amina.get(path)).text()).toContain('1,200 pieces of work are on the shelf');
  await amina.delete(path);
  expect(await countOf('works')).toBe(before);
});

test('a steward imports for somebody else, who is told, and who may take it back', async () => {
  const sian = await house.as('sian');
  const path = await uploaded(sian, 'Title;Country\nWho opens the window;Wales\n', { owner: cast.joe.email });
  await sian.put(path, hidden(await (await sian.get(path)).text()));
  await house.work();
  expect((await house.lettersTo(cast.joe.email))[0]?.body).toContain(path);
  const joe = await house.as('joe');
  expect(await (await joe.get(path)).text()).toContain('One piece of work is on the shelf of Joe');
  expect((await amina.get(path)).status).toBe(404);
  expect((await amina.delete(path)).status).toBe(404);
  expect((await joe.delete(path)).status).toBe(303);
  const nobody = await sian.post('/work/import', { file: asFile(SHEET), owner: 'nobody@nowhere.example' });
  expect(nobody.status).toBe(422);
  expect(await nobody.text()).toContain('Nobody here has this e-mail address.');
  expect((await amina.post('/work/import', { file: asFile(SHEET), owner: cast.joe.email })).status).toBe(403);
});

test('newcomers and visitors send no sheets', async () => {
  for (const browser of [await house.as(), await house.as('joe')]) {
    expect((await browser.get('/work/import')).status).toBe(403);
    expect((await browser.post('/work/import', { file: asFile(SHEET) })).status).toBe(403);
  }
});

const NO_TABLE = BROKEN.filter(([, , , sentence]) =>
  /^(?:This (?:file|is a|workbook)|opens in|not a table|of the old|locked|contains|binary|cannot be opened|unpacks|more than|larger|OpenDocument)/.test(
    sentence,
  ),
);

test.each(NO_TABLE)('%s (%s) gets a sentence here too, and makes nothing', async (what, name, made, sentence) => {
  const before = await countOf('work_imports');
  const answer = await amina.post('/work/import', { file: await fileOf(name, made()) });
  expect(answer.status).toBe(422);
  expect(await answer.text()).toContain(
    what.startsWith('a million') || what.includes('last row') ? 'more than 2,000 rows' : sentence,
  );
  expect(await countOf('work_imports')).toBe(before);
});

test('a sheet is forgotten when nothing came of it within a week', async () => {
  const path = await uploaded(amina);
  house.setClock(new Date(house.clock().getTime() + 8 * 86_400_000));
  await imports.sweep(house.db, house.clock());
  expect((await amina.get(path)).status).toBe(404);
});

test('headings are guessed as people write them', () => {
  expect(guess(['Project title', 'Aim statement', 'Organisation', 'Start date', 'End date', 'PI', 'Name'])).toEqual({
    title: 0,
    aim: 1,
    organisation: 2,
    startedOn: 3,
    endedOn: 4,
  });
});

test('what is exported can be imported, and runs nothing in a spreadsheet', async () => {
  const visitor = await house.as();
  expect((await visitor.get('/work/export/csv')).status).toBe(403);
  const own = await amina.get('/work/export/csv');
  const text = await own.text();
  expect(own.headers.get('content-disposition')).toContain('work.csv');
  expect(text).toContain('id,title,problem,aim');
  expect(text).toContain('Home before lunch');
  const { rows } = await readSheet(asFile(text));
  const columns = guess(rows[0]?.cells ?? []);
  expect(Object.keys(columns)).toEqual(
    expect.arrayContaining(['title', 'state', 'country', 'methods', 'startedOn', 'endedOn']),
  );
  expect(trialOf(rows, { columns, country: null, state: 'idea' }, []).leftOut).toEqual([]);
  const data: { title: string; licence: string }[] = JSON.parse(await (await amina.get('/work/export/json')).text());
  expect(data.map(({ title }) => title)).toContain('Home before lunch: ready for discharge by 11');
});

test('the public work of an organisation is exported for everybody; private work and work under another name is not', async () => {
  const { slug, short_id, id } = await house.db
    .selectFrom('organisations')
    .innerJoin('works', 'works.organisation_id', 'organisations.id')
    .select(['organisations.slug', 'organisations.short_id', 'organisations.id'])
    .where('works.visibility', '=', 'public')
    .where('works.shown_as', '=', '')
    .executeTakeFirstOrThrow();
  const { works: many } = await house.db
    .selectFrom('works')
    .select(({ fn }) => fn.countAll<number>().as('works'))
    .where('organisation_id', '=', id)
    .where('visibility', '=', 'public')
    .where('shown_as', '=', '')
    .executeTakeFirstOrThrow();
  const visitor = await house.as();
  const data: unknown[] = JSON.parse(
    await (await visitor.get(`/work/export/json?organisation=${slug}-${short_id}`)).text(),
  );
  expect(data).toHaveLength(many);
  expect((await visitor.get('/work/export/json?organisation=no-such-thing')).status).toBe(404);
});
