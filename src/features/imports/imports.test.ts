import { afterAll, beforeAll, expect, test } from 'vitest';
import { answers, invitations, refusals } from '#features/inviting/index.ts';
import { memberships } from '#features/membership/index.ts';
import { people } from '#features/people/index.ts';
import { visitor } from '#kernel/actor.ts';
import { ORIGIN, openHouse, type TestHouse } from '#test/support/house.ts';
import { linkTo } from '#test/support/joining.ts';
import { NOW } from '#test/world.ts';
import { bringInSome, sweep } from './bringing-in.ts';
import * as imports from './imports.ts';
import * as personal from './personal.ts';
import { readSheet } from './sheet.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const csv = (text: string) => new File([text], 'north-network.csv', { type: 'text/csv' });

async function send(text: string): Promise<string> {
  const answer = await (await house.as('sian')).post('/steward/members/imports', { file: csv(text) });
  expect(answer.status).toBe(303);
  return answer.headers.get('location') ?? '';
}

const personAt = (email: string) =>
  house.db.selectFrom('person_emails').select('person_id').where('email', '=', email).executeTakeFirst();

test('a steward brings in a list: dry run first, then people, letters and a record of who, when and from which file', async () => {
  const at = await send(
    'Full name;E-mail;Country;Role\nUna Übung;una@list.example;Cymru;Porter\nAmina;amina@hill-and-harbour.example;;',
  );
  const steward = await house.as('sian');
  const page = await (await steward.get(at)).text();
  expect(page).toContain('One person would be brought in');
  expect(page).toContain('One is a member already');
  expect(await personAt('una@list.example')).toBeUndefined();

  expect((await steward.put(`${at}/start`)).status).toBe(303);
  expect(await (await steward.get(at)).text()).toContain('Row 0 of 2');
  await house.work();
  expect(await (await steward.get(at)).text()).toContain('Done: one person brought in, 1 here already, 0 left out.');
  const id = (await personAt('una@list.example'))?.person_id ?? '';
  const person = await people.byId(house.db, id);
  expect(person).toMatchObject({ name: 'Una Übung', country: 'wales', headline: 'Porter', visibility: 'members' });
  expect(await memberships.of(house.db, id)).not.toBeNull();
  expect((await personal.exportOf(house.db, id)).broughtIn).toMatchObject({ fileName: 'north-network.csv' });
  expect(await house.db.selectFrom('member_import_rows').select('cells').execute()).toEqual([]); // what they said is forgotten
  const [letter] = await house.lettersTo('una@list.example');
  expect(letter?.body).toContain('Siân Prosser has brought you into Cairn from another list (“north-network.csv”).');
  expect((await steward.put(`${at}/start`)).status).toBe(409);
});

test('who was brought in confirms, with the compact, or has themselves taken out and forgotten', async () => {
  const at = await send('Name,Email\nYara Yes,yara@list.example\nNed No,ned@list.example');
  await (await house.as('sian')).put(`${at}/start`);
  await house.work();
  const browser = await house.as();
  const yara = await linkTo(house, 'yara@list.example');
  expect((await browser.put(`${yara}/confirmation`, { name: 'Yara Yes' })).status).toBe(422);
  const yes = { name: 'Yara Yes-Indeed', country: 'scotland', compact: 'yes' };
  expect((await browser.put(`${yara}/confirmation`, yes)).status).toBe(303);
  expect(await (await browser.get(yara)).text()).toContain('You said yes.');

  const ned = await linkTo(house, 'ned@list.example');
  expect((await browser.put(`${ned}/refusal`)).headers.get('location')).toBe('/join/brought-in/taken-out');
  expect(await personAt('ned@list.example')).toBeUndefined();
  expect(await house.lettersTo('ned@list.example')).toEqual([]);
  expect((await browser.get(ned)).status).toBe(404);
});

test('nothing is half imported: with a fault nobody comes in until each such row is left out by name', async () => {
  const at = await send('Name,Email\nFay Fine,fay@list.example\nBad,nonsense\nWorse,');
  const steward = await house.as('sian');
  const page = await (await steward.get(at)).text();
  expect(page).toContain('Row 3: “nonsense” is not an e-mail address.');
  for (const chosen of [[], ['3']]) {
    const refused = await steward.put(`${at}/start`, { 'leave-out': chosen });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('Tick each row that you want to leave out');
  }
  await house.work();
  expect(await personAt('fay@list.example')).toBeUndefined();
  expect((await steward.put(`${at}/start`, { 'leave-out': ['3', '4'] })).status).toBe(303);
  await house.work();
  expect(await personAt('fay@list.example')).toBeDefined();
  expect(await (await steward.get(at)).text()).toContain('2 left out');
});

test('columns are mapped by hand where the headings say nothing', async () => {
  const at = await send('A,B\nMona Mapped,mona@list.example');
  const steward = await house.as('sian');
  expect(await (await steward.get(at)).text()).not.toContain('would be brought in');
  const bad = await steward.put(`${at}/fields`, { name: '0' });
  expect(bad.status).toBe(422);
  expect(await bad.text()).toContain('Say which column holds the e-mail address.');
  expect((await steward.put(`${at}/fields`, { name: '0', email: '1', otherwise: 'ireland' })).status).toBe(303);
  expect(await (await steward.get(at)).text()).toContain('One person would be brought in');
  expect((await steward.delete(at)).status).toBe(303);
  expect((await steward.get(at)).status).toBe(404);
});

test('who refused for ever is not brought in either', async () => {
  const post = { url: ORIGIN, secret: house.config.secret };
  const given = { name: 'Nell', email: 'nell@list.example', note: 'Come.' };
  await invitations.invite(house.db, given, post, await house.actor('amina'));
  const token = (await linkTo(house, given.email)).split('/').at(-1) ?? '';
  await answers.refuse(house.db, await invitations.open(house.db, token, visitor(NOW)), post, visitor(NOW));
  expect(await refusals.has(house.db, refusals.digestOf(given.email, post.secret))).toBe(true);
  const at = await send('Name,Email\nNell,nell@list.example');
  expect(await (await (await house.as('sian')).get(at)).text()).toContain('We may not write to this address.');
});

test('a long sheet comes in by hundreds, each row once, and shows how far it is', async () => {
  const rows = Array.from({ length: 250 }, (_, n) => `Person ${n},p${n}@many.example`).join('\n');
  const steward = await house.actor('sian');
  const sheet = readSheet(new TextEncoder().encode(`Name,Email\n${rows}`));
  const id = await imports.upload(house.db, sheet, 'many.csv', steward);
  await imports.start(house.db, await imports.find(house.db, id, steward), [], house.config.secret, steward);
  const step = () => bringInSome(house.db, id, house.config, NOW);
  expect(await step()).toBe(true);
  expect(await imports.find(house.db, id, steward)).toMatchObject({ brought: 100, waiting: 150 });
  while (await step()) {} // a second run goes on where the first was ended
  expect(await imports.find(house.db, id, steward)).toMatchObject({ brought: 250, waiting: 0 });
  expect(await step()).toBe(false);
});

test('a sheet that nobody starts is thrown away after a week', async () => {
  const at = await send('Name,Email\nWanda Wait,wanda@list.example');
  await sweep(house.db, new Date(NOW.getTime() + 6 * 86_400_000));
  expect((await (await house.as('sian')).get(at)).status).toBe(200);
  await sweep(house.db, new Date(NOW.getTime() + 8 * 86_400_000));
  expect((await (await house.as('sian')).get(at)).status).toBe(404);
});

test('the members as a sheet: for stewards, without addresses, and with nothing that a spreadsheet would run', async () => {
  const amina = await people.byId(house.db, await house.personId('amina'));
  await people.describe(house.db, amina, { headline: '=HYPERLINK("http://x.example")' }, await house.actor('amina'));
  const answer = await (await house.as('sian')).get('/steward/members/export');
  expect(answer.headers.get('content-type')).toContain('text/csv');
  const sheet = await answer.text();
  expect(sheet).toContain(`Amina Yusuf,"'=HYPERLINK`);
  expect(sheet).toContain('Founding member');
  expect(sheet).not.toContain('@');
  for (const who of ['amina', 'morag', 'callum'] as const)
    expect((await (await house.as(who)).get('/steward/members/export')).status).toBe(403);
  const empty = await (await house.as('sian')).post('/steward/members/imports', {});
  expect(empty.status).toBe(422);
  expect(await empty.text()).toContain('Choose a file first.');
});
