import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { RIGHTS } from '#app';
import { decisions, panel } from '#features/membership/index.ts';
import { people } from '#features/people/index.ts';
import type { CastName } from '#test/cast.ts';
import { ORIGIN, openHouse, type TestHouse } from '#test/support/house.ts';
import { askedFor, assessBy, good, linkTo, answers as written } from '#test/support/joining.ts';
import { NOW } from '#test/world.ts';
import { forget, tell } from './keeping.ts';
import * as personal from './personal.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const DAY = 86_400_000;
const note = 'You asked the question that nobody else did.';
const yes = { name: 'Ness Example', country: 'england', pathway: 'public' };

async function invite(email: string, who: CastName = 'amina', name = 'Ness Example') {
  const answer = await (await house.as(who)).post('/invitations', { name, email, note });
  expect(answer.status).toBe(303);
  return answer.headers.get('location');
}

const pageOf = async (who: CastName) => (await (await house.as(who)).get('/invitations')).text();

async function placesOf(words: string): Promise<string[]> {
  const { rows: columns } = await sql<{ table: string; column: string }>`
    select table_name as table, column_name as column from information_schema.columns
    join information_schema.tables using (table_schema, table_name)
    where table_type = 'BASE TABLE' and table_schema = 'public'`.execute(house.db);
  const found: string[] = [];
  for (const { table, column } of columns) {
    const { rows } = await sql`select from ${sql.table(table)}
      where position(lower(${words}) in lower(${sql.ref(column)}::text)) > 0 limit 1`.execute(house.db);
    if (rows.length > 0) found.push(`${table}.${column}`);
  }
  return found;
}

test('a member invites somebody, who says yes; their application remembers it', async () => {
  const email = 'yes@invited.example';
  await invite(email);
  const [letter] = await house.lettersTo(email);
  expect(letter?.subject).toBe('Amina Yusuf invites you to Cairn');
  expect(letter?.body).toContain(`> ${note}`);
  const link = await linkTo(house, email);
  const visitor = await house.as();
  expect(await (await visitor.get(link)).text()).toContain(note);
  const accepted = await visitor.put(`${link}/acceptance`, yes);
  const application = accepted.headers.get('location') ?? '';
  expect(application).toMatch(/^\/join\/applications\/[\w-]{32}$/);
  expect((await visitor.put(`${application}/submission`, written)).status).toBe(303);
  const kept = await house.db
    .selectFrom('invitation_applications')
    .innerJoin('applications', 'applications.id', 'application_id')
    .select('applications.email')
    .where('applications.email', '=', email)
    .execute();
  expect(kept).toHaveLength(1);
});

test('the inviter learns what the invited allows, and nothing before', async () => {
  const email = 'quiet@invited.example';
  await invite(email, 'rhys', 'Quentin Quiet');
  const link = await linkTo(house, email);
  const visitor = await house.as();
  const begun = await visitor.put(`${link}/acceptance`, yes);
  expect((await visitor.put(`${begun.headers.get('location')}/submission`, written)).status).toBe(303);
  expect(await pageOf('rhys')).toContain('Nothing so far');
  expect(await pageOf('rhys')).not.toContain('Applied on');
  expect(await tell(house.db, ORIGIN, house.clock())).toBe(1); // Shirin’s, of the world
  expect((await visitor.put(`${link}/permissions`, { tell: ['applied', 'joined'] })).status).toBe(303);
  expect(await pageOf('rhys')).toContain('Applied on 2 November 2026');
  expect(await tell(house.db, ORIGIN, house.clock())).toBe(1);
  expect(await tell(house.db, ORIGIN, house.clock())).toBe(0);
  expect((await house.lettersTo('rhys@hill-and-harbour.example'))[0]?.subject).toBe(
    'Quentin Quiet has sent their application',
  );

  const { short_id: short } = await house.db
    .selectFrom('applications')
    .select('short_id')
    .where('email', '=', email)
    .executeTakeFirstOrThrow();
  expect((await askedFor(house, short)).length).toBe(2);
  await assessBy(house, short, [good, good]);
  const priya = await house.actor('sian');
  const reading = await panel.find(house.db, short, priya);
  await decisions.admit(house.db, reading, { letter: 'Welcome.', reasons: '' }, ORIGIN, priya);
  expect(await pageOf('rhys')).toContain('Joined on 2 November 2026');
  await visitor.put(`${link}/permissions`, {});
  expect(await pageOf('rhys')).not.toContain('Joined on');
});

test('who refuses for ever is never written to again, by nobody, and their address is forgotten', async () => {
  const email = 'never@refused.example';
  await invite(email, 'amina', 'Nora Never');
  const link = await linkTo(house, email);
  const before = await pageOf('amina');
  const refused = await (await house.as()).put(`${link}/refusal`);
  expect(refused.headers.get('location')).toBe('/join/invited/refused');
  expect(await placesOf(email)).toEqual([]);
  expect((await (await house.as()).get(link)).status).toBe(404);
  expect(await pageOf('amina')).toBe(before); // the inviter sees no difference

  house.setClock(new Date(NOW.getTime() + 400 * DAY));
  for (const [address, who] of [
    [email, 'amina'],
    ['Never@Refused.example', 'rhys'],
    ['never+again@refused.example', 'sian'],
  ] as const) {
    expect(await invite(address, who)).toBe('/invitations?sent=1'); // and hears nothing of it
    expect(await house.lettersTo(address)).toEqual([]);
    expect(await placesOf(address)).toEqual([]);
  }
  house.setClock(NOW);
});

test('“not now” holds for half a year, and two members who think of one person make one letter', async () => {
  const email = 'later@invited.example';
  await invite(email);
  await invite(email, 'rhys');
  expect(await house.lettersTo(email)).toHaveLength(1);
  const link = await linkTo(house, email);
  await (await house.as()).put(`${link}/postponement`);
  expect(await (await house.as()).get(link).then((page) => page.text())).toContain('You said: not now.');
  house.setClock(new Date(NOW.getTime() + 100 * DAY));
  await invite(email, 'sian');
  expect(await house.lettersTo(email)).toHaveLength(1);
  house.setClock(new Date(NOW.getTime() + 200 * DAY));
  await invite(email, 'sian');
  expect(await house.lettersTo(email)).toHaveLength(2);
  house.setClock(NOW);
});

test('somebody who is a member already gets a greeting, and the inviter is not told', async () => {
  const where = await invite('tom@hill-and-harbour.example');
  expect(where).toBe('/invitations?sent=1');
  const [letter] = await house.lettersTo('tom@hill-and-harbour.example');
  expect(letter?.subject).toBe('Amina Yusuf thought of you');
  expect(letter?.body).not.toContain('/join/');
});

test('only members invite, within a limit, and what they typed comes back with a sentence', async () => {
  expect((await (await house.as('joe')).post('/invitations', { name: 'A', email: 'a@b.example', note })).status).toBe(
    403,
  );
  expect((await (await house.as()).post('/invitations', {})).status).toBe(403);
  const bad = await (await house.as('orla')).post('/invitations', { name: 'Ada', email: 'nonsense', note: '' });
  expect(bad.status).toBe(422);
  const page = await bad.text();
  expect(page).toContain('nonsense');
  expect(page).toContain('Write a line or two of your own.');
  for (let n = 0; n < 20; n++) await invite(`many${n}@invited.example`, 'orla');
  const last = await (await house.as('orla')).post('/invitations', { name: 'X', email: 'x@invited.example', note });
  expect(last.status).toBe(429);
});

test('an address that did not answer is forgotten after 90 days, the row after a year', async () => {
  const email = 'silent@invited.example';
  await invite(email, 'callum', 'Simon Silent');
  await forget(house.db, new Date(NOW.getTime() + 89 * DAY));
  expect(await placesOf(email)).toContain('invitations.email');
  await forget(house.db, new Date(NOW.getTime() + 91 * DAY));
  expect(await placesOf(email)).not.toContain('invitations.email');
  expect(await pageOf('callum')).toContain('Simon Silent');
  await forget(house.db, new Date(NOW.getTime() + 366 * DAY));
  expect(await pageOf('callum')).not.toContain('Simon Silent');
});

describe('what a person wrote and received', () => {
  test('is theirs to take away', async () => {
    await invite('export@invited.example', 'niamh', 'Edith Export');
    const { written: own } = await personal.exportOf(house.db, await house.personId('niamh'));
    expect(own).toMatchObject([{ name: 'Edith Export', note }]);
    const file = await (await house.as('niamh')).get('/account/data');
    expect(await file.text()).toContain('Edith Export');
  });

  test('is forgotten with them: the words go, the count stays', async () => {
    const id = await house.personId('niamh');
    const count = () => house.db.selectFrom('invitations').select('id').where('invited_by', '=', id).execute();
    const before = (await count()).length;
    await people.byId(house.db, id);
    await RIGHTS.erasers[0]?.(house.db, id, await house.actor('niamh'));
    await personal.erase(house.db, id);
    expect((await count()).length).toBe(before);
    expect(await placesOf('Edith Export')).toEqual(['letters.body']); // to Edith; a name in a letter goes with the account
    expect((await (await house.as()).get(await linkTo(house, 'export@invited.example'))).status).toBe(404);
  });
});
