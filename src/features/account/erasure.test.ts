import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { RIGHTS } from '#app';
import { erase, people } from '#features/people/index.ts';
import { cast } from '#test/cast.ts';
import { openHouse, type TestHouse } from '#test/support/house.ts';
import { openJar, signInByLink } from '#test/support/jar.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

/** Every place in the database, whatever its type, where these words can be read. */
async function placesOf(words: string): Promise<string[]> {
  const { rows: columns } = await sql<{ place: string; schema: string; table: string; column: string }>`
    select format('%s.%s.%s', table_schema, table_name, column_name) as place,
      table_schema as schema, table_name as table, column_name as column
    from information_schema.columns join information_schema.tables using (table_schema, table_name)
    where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`.execute(house.db);
  const found: string[] = [];
  for (const { place, schema, table, column } of columns) {
    const { rows } = await sql`select 1 from ${sql.table(`${schema}.${table}`)}
      where position(lower(${words}) in lower(${sql.ref(column)}::text)) > 0 limit 1`.execute(house.db);
    if (rows.length > 0) found.push(place);
  }
  return found;
}

test('deleting an account asks to type DELETE', async () => {
  const tom = await house.as('tom');
  const answer = await tom.delete('/account', { word: 'delete please' });
  expect(answer.status).toBe(422);
  const page = await answer.text();
  expect(page).toContain('Type DELETE, in capitals');
  expect(page).toContain('delete please');
  expect((await tom.get('/account')).status).toBe(200);
});

test('a deleted account leaves a former member, and its address nowhere in the database', async () => {
  const { email, name } = cast.priya;
  const id = await house.personId('priya');
  const jar = await signInByLink(house, email);
  await jar.post('/account/emails', { email: 'priya.private@home.example' });
  await jar.put('/account/password', { password: 'heron bracken tide' });
  await (await openJar(house)).post('/sign-in', { email });
  await house.work();
  expect((await placesOf(email)).length).toBeGreaterThan(3);

  const left = await jar.delete('/account', { word: 'DELETE' });
  expect([left.status, left.headers.get('location')]).toEqual([303, '/farewell']);
  expect((await jar.get('/farewell')).status).toBe(200);

  expect(await placesOf(email)).toEqual([]);
  expect(await placesOf('priya.private@home.example')).toEqual([]);
  // A letter of decision belongs to whom it was written to, with the names of those who signed it.
  expect((await placesOf(name)).filter((place) => place !== 'public.decisions.letter')).toEqual([]);
  const person = await people.byId(house.db, id);
  expect([person.name, person.headline, person.visibility]).toEqual(['A former member', '', 'private']);
  expect((await house.actor('rhys')).id).not.toBeNull();
  const { rows } = await sql`select 1 from auth.users where person_id = ${id}
    union all select 1 from role_grants where person_id = ${id}`.execute(house.db);
  expect(rows).toEqual([]);
  const entries = await house.db.selectFrom('journal').select('verb').where('subject_id', '=', id).execute();
  expect(entries.map(({ verb }) => verb)).toContain('person.erased');
  expect((await jar.get('/account')).status).toBe(303);
  expect(await (await (await house.as('rhys')).get('/people?words=priya')).text()).not.toContain(name);
});

test('whoever has left may come back as somebody new', async () => {
  const jar = await signInByLink(house, cast.priya.email);
  expect((await jar.get('/sign-in/name')).status).toBe(200);
});

test('nobody but the person and a steward may erase a person', async () => {
  const tom = await people.byId(house.db, await house.personId('tom'));
  await expect(erase(house.db, tom, [], await house.actor('rhys'))).rejects.toThrow('You do not have permission');
  await erase(house.db, tom, [...RIGHTS.erasers, house.sessions.accounts.erase], await house.actor('sian'));
  expect(await placesOf(cast.tom.email)).toEqual([]);
});
