import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Work } from '#features/work/index.ts';
import { type Browser, openHouse, type TestHouse } from '#test/support/house.ts';
import { workTitled } from '#test/world/work.ts';
import { cycles, diagrams, drivers } from '../index.ts';
import { layoutOf, linesOf } from './layout.ts';

let house: TestHouse;
let tom: Browser;
let work: Work;
let base: string;
beforeAll(async () => {
  house = await openHouse();
  tom = await house.as('tom');
  const shared = await tom.post('/work', { title: 'A diagram to draw', state: 'testing', country: 'england' });
  base = shared.headers.get('location') ?? '';
  work = await workTitled(house.db, 'A diagram to draw');
});
afterAll(() => house.close());

async function diagram(): Promise<diagrams.Diagram> {
  const found = await diagrams.of(house.db, work);
  if (!found) throw new Error('no diagram');
  return found;
}

async function driver(words: string): Promise<diagrams.Driver> {
  const found = (await diagram()).drivers.find((one) => one.words === words);
  if (!found) throw new Error(`no ${words}`);
  return found;
}

async function add(under: string, ...lines: string[]): Promise<void> {
  const fields = { under: under && (await driver(under)).short, lines: lines.join('\n') };
  expect((await tom.post(`${base}/drivers`, fields)).status).toBe(303);
}

test('an outline makes a diagram: an aim, what it rests on, and ideas that serve several', async () => {
  expect((await tom.put(`${base}/drivers`, { aim: 'Home before lunch' })).status).toBe(303);
  await add('', 'Medicines are ready', 'The family knows');
  await add('Medicines are ready', 'Ordered the day before');
  await add('The family knows', 'Told the evening before');
  await add('Ordered the day before', '=A list at eight', 'A pharmacist on the ward');
  const idea = await driver('=A list at eight');
  const parents = [(await driver('Ordered the day before')).short, (await driver('Told the evening before')).short];
  expect((await tom.put(`${base}/drivers/${idea.short}`, { words: '=A list at eight', parents })).status).toBe(303);
  const page = await (await tom.get(`${base}/drivers`)).text();
  expect(page).toContain('Serves too: Told the evening before');
  expect(page).toContain('Secondary driver: Told the evening before, served by =A list at eight.');
  expect(page.match(/class="drivers-line"/g)).toHaveLength(2 + 2 + 3);
});

test('a driver moves up and down among those that hang under the same', async () => {
  const order = async () => diagrams.under(await diagram(), null).map(({ words }) => words);
  const { short } = await driver('The family knows');
  const position = `${base}/drivers/${short}/position`;
  await tom.put(position, { direction: 'up', under: '' });
  expect(await order()).toEqual(['The family knows', 'Medicines are ready']);
  await tom.put(position, { direction: 'up', under: '' });
  await tom.put(position, { direction: 'down', under: '' });
  expect(await order()).toEqual(['Medicines are ready', 'The family knows']);
});

test('a spreadsheet opens the outline and runs nothing of it; the picture is twice as fine as a screen', async () => {
  await tom.put(`${base}/publication`, { data: 'fine', counts: 'none', names: 'fine', visibility: 'public' });
  const visitor = await house.as();
  const csv = await (await visitor.get(`${base}/drivers.csv`)).text();
  expect(csv).toContain(`Home before lunch,Medicines are ready,Ordered the day before,A pharmacist on the ward`);
  expect(csv).toContain(`,'=A list at eight`);
  const svg = await visitor.get(`${base}/drivers.svg`);
  expect([svg.headers.get('content-type'), (await svg.text()).startsWith('<svg')]).toEqual(['image/svg+xml', true]);
  const png = await sharp(Buffer.from(await (await visitor.get(`${base}/drivers.png`)).arrayBuffer())).metadata();
  expect([png.format, png.width]).toEqual(['png', 2 * (layoutOf(await diagram()).width + 16)]);
});

test('removing says what goes with it, and takes that and no more', async () => {
  const actor = await house.actor('tom');
  const pharmacist = await driver('A pharmacist on the ward');
  const empty = { prediction: '', plan: '', happened: '', learning: '', startsOn: null, endsOn: null };
  const told = { ...empty, decision: null, ownerId: null, measureId: null, after: null };
  await cycles.begin(house.db, work, { ...told, question: 'Does she come?', changeId: pharmacist.id }, actor);
  const { short } = await driver('Medicines are ready');
  const asked = await (await tom.get(`${base}/drivers/${short}/removal`)).text();
  for (const words of ['Ordered the day before', 'A pharmacist on the ward', 'One cycle tried it'])
    expect(asked).toContain(words);
  expect(asked).not.toContain('=A list at eight');
  expect((await tom.delete(`${base}/drivers/${short}`)).status).toBe(303);
  const left = (await diagram()).drivers.map(({ words }) => words).sort();
  expect(left).toEqual(['=A list at eight', 'The family knows', 'Told the evening before']);
  expect(await cycles.find(house.db, work, 1)).toMatchObject({ question: 'Does she come?', changeId: null });
});

test('what cannot be is handed back with what was typed', async () => {
  const idea = await driver('=A list at eight');
  const orphan = await tom.put(`${base}/drivers/${idea.short}`, { words: 'An idea for nothing' });
  expect(orphan.status).toBe(422);
  const page = await orphan.text();
  expect(page).toContain('Choose at least one that it serves');
  expect(page).toContain('An idea for nothing');
  const below = await tom.post(`${base}/drivers`, { under: idea.short, lines: 'Nothing hangs under an idea' });
  expect(below.status).toBe(404);
  expect((await tom.post(`${base}/drivers`, { lines: 'x'.repeat(161) })).status).toBe(422);
  expect((await tom.post(`${base}/drivers`, { lines: ' \n ' })).status).toBe(422);
});

test('only the team draws', async () => {
  const amina = await house.actor('amina');
  const one = await driver('The family knows');
  const given = { words: 'Mine', parents: [] };
  await expect(drivers.aim(house.db, work, 'Mine', amina)).rejects.toThrow('permission');
  await expect(drivers.add(house.db, work, { parent: null, lines: ['Mine'] }, amina)).rejects.toThrow('permission');
  await expect(drivers.change(house.db, work, one, given, amina)).rejects.toThrow('permission');
  await expect(drivers.move(house.db, work, one, { direction: 'up', parent: null }, amina)).rejects.toThrow(
    'permission',
  );
  await expect(drivers.remove(house.db, work, one, amina)).rejects.toThrow('permission');
});

test('no box lies on another, however many there are, and a long word is cut where its box ends', () => {
  const made = (tier: 'primary' | 'secondary' | 'change', n: number, parents: string[]): diagrams.Driver => ({
    ...{ id: `${tier}${n}`, short: '', tier, parents, cycles: [] },
    words: 'Rhindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz, and more'.slice(0, 20 + 11 * n),
  });
  const all = [0, 1, 2, 3, 4, 5].flatMap((n) => [
    made('primary', n, []),
    made('secondary', n, [`primary${n % 3}`, `primary${(n + 2) % 6}`]),
    made('change', n, [`secondary${5 - n}`]),
  ]);
  const { boxes } = layoutOf({ aim: 'All of it', drivers: all });
  expect(boxes).toHaveLength(19);
  for (const a of boxes)
    for (const b of boxes)
      if (a !== b && a.x === b.x) expect(a.y + a.height <= b.y || b.y + b.height <= a.y).toBe(true);
  expect(linesOf('Rindfleischetikettierungsüberwachungsaufgabe', 200).length).toBeGreaterThan(1);
});
