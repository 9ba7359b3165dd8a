import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cast } from '#test/cast.ts';
import { openHouse, type TestHouse } from '#test/support/house.ts';
import { letterTo, openJar, signInByLink } from '#test/support/jar.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

async function idOf(email: string): Promise<string> {
  return (await house.db.selectFrom('person_emails').select('id').where('email', '=', email).executeTakeFirstOrThrow())
    .id;
}

test('a visitor who opens the account page signs in first and comes back', async () => {
  const visitor = await house.as();
  expect((await visitor.get('/account')).headers.get('location')).toBe('/sign-in?next=%2Faccount');
  expect((await visitor.delete('/account', { word: 'DELETE' })).status).toBe(403);
  expect((await visitor.post('/account/emails', { email: 'x@y.example' })).status).toBe(403);
});

test('nothing of an account is kept on its way', async () => {
  const answer = await (await house.as('amina')).get('/account');
  expect(answer.headers.get('cache-control')).toBe('private, no-store');
  const visitor = await house.as();
  expect((await visitor.get('/sign-in/code')).headers.get('cache-control')).toBe('private, no-store');
});

describe('addresses', () => {
  const second = 'amina.private@home.example';

  test('a second address is added by a letter to it, and the first is told', async () => {
    const amina = await house.as('amina');
    expect((await amina.post('/account/emails', { email: second })).status).toBe(303);
    const { path, token } = await letterTo(house, second);
    const elsewhere = await house.as();
    expect(await (await elsewhere.get(path)).text()).toContain('Yes, add it');
    expect(await (await amina.get('/account')).text()).not.toContain(second);
    expect((await elsewhere.post('/account/emails/confirmation', { token })).status).toBe(200);
    expect(await (await amina.get('/account')).text()).toContain(second);
    expect((await house.lettersTo(cast.amina.email))[0]?.body).toContain(second);
    expect((await elsewhere.get(path)).status).toBe(410);
    expect((await elsewhere.post('/account/emails/confirmation', { token })).status).toBe(409);
  });

  test('each address leads to the same account', async () => {
    for (const email of [second, cast.amina.email]) {
      const jar = await signInByLink(house, email);
      expect(await (await jar.get('/account')).text()).toContain(cast.amina.name);
    }
    const accounts = await house.db.selectFrom('auth.users').select('id').where('email', 'like', 'amina%').execute();
    expect(accounts).toHaveLength(1);
  });

  test('letters go to the address that was chosen; the old one can then be removed and no longer signs in', async () => {
    const amina = await house.as('amina');
    expect((await amina.delete(`/account/emails/${await idOf(cast.amina.email)}`)).status).toBe(409);
    expect((await amina.put(`/account/emails/${await idOf(second)}/primary`)).status).toBe(303);
    expect((await house.actor('amina')).email).toBe(second);
    expect((await amina.delete(`/account/emails/${await idOf(cast.amina.email)}`)).status).toBe(303);
    const jar = await signInByLink(house, cast.amina.email);
    expect((await jar.get('/sign-in/name')).status).toBe(200);
    expect(await (await (await signInByLink(house, second)).get('/account')).text()).toContain(cast.amina.name);
  });

  test('of another person cannot be taken, and whose they are is not told before the letter is opened', async () => {
    const rhys = await house.as('rhys');
    expect((await rhys.post('/account/emails', { email: cast.sian.email })).status).toBe(303);
    const { token } = await letterTo(house, cast.sian.email);
    expect((await rhys.post('/account/emails/confirmation', { token })).status).toBe(409);
    expect((await rhys.put(`/account/emails/${await idOf(cast.sian.email)}/primary`)).status).toBe(404);
    expect((await rhys.delete(`/account/emails/${await idOf(cast.sian.email)}`)).status).toBe(404);
  });

  test('that cannot be one, or is theirs already, comes back with what was typed', async () => {
    const rhys = await house.as('rhys');
    const answer = await rhys.post('/account/emails', { email: 'rhys at home' });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('rhys at home');
    const own = await rhys.post('/account/emails', { email: cast.rhys.email });
    expect(own.status).toBe(422);
    expect(await own.text()).toContain('You have confirmed this address already.');
  });
});

describe('sessions', () => {
  test('are listed, and one or all others can be ended', async () => {
    const here = await signInByLink(house, cast.orla.email);
    const there = await signInByLink(house, cast.orla.email, { shared: 'yes' });
    const third = await signInByLink(house, cast.orla.email);
    const page = await (await here.get('/account')).text();
    expect(page.match(/End this session/g)).toHaveLength(3);
    expect(page.match(/This browser/g)).toHaveLength(1);
    expect(page.match(/Shared computer/g)).toHaveLength(1);

    const [shared] = await house.db.selectFrom('auth.sessions').select('id').where('shared', '=', true).execute();
    const path = `/account/sessions/${shared?.id}`;
    expect((await (await house.as('rhys')).delete(path)).status).toBe(404);
    expect((await here.delete(path)).status).toBe(303);
    expect((await there.get('/account')).status).toBe(303);
    expect((await third.get('/account')).status).toBe(200);

    await here.delete('/account/sessions');
    expect((await third.get('/account')).status).toBe(303);
    expect((await here.get('/account')).status).toBe(200);
  });
});

test('everything about a person comes as one file, for them alone', async () => {
  const answer = await (await house.as('callum')).get('/account/data');
  expect(answer.headers.get('content-disposition')).toBe('attachment; filename="about-me.json"');
  const data = await answer.json();
  expect(data.profile.name).toBe(cast.callum.name);
  expect(data.addresses[0].email).toBe(cast.callum.email);
  expect(data.roles).toContainEqual({ role: 'data-lead', country: null });
  expect(data.account.sessions).toHaveLength(1);
  expect(JSON.stringify(data)).not.toContain(cast.rhys.email);
  expect((await (await openJar(house)).get('/account/data')).status).toBe(303);
});
