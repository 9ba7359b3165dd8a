import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cast } from '#test/cast.ts';
import { openHouse, type TestHouse } from '#test/support/house.ts';
import { letterTo, openJar, signInByLink } from '#test/support/jar.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const SESSION = 'cairn.session_token';

describe('the letter', () => {
  test('its link opens a page, and only the button of that page signs in, once', async () => {
    const jar = await openJar(house);
    const asked = await jar.post('/sign-in', { email: cast.rhys.email, next: '/people' });
    expect([asked.status, asked.headers.get('location')]).toEqual([303, '/sign-in/code']);
    const { path, token } = await letterTo(house, cast.rhys.email);

    expect(await (await jar.get(path)).text()).toContain('Sign in now');
    expect(await (await jar.get(path)).text()).toContain('Sign in now');
    expect(jar.cookies.has(SESSION)).toBe(false);

    const entered = await jar.post('/sign-in/link', { token, next: '/people' });
    expect([entered.status, entered.headers.get('location')]).toEqual([303, '/people']);
    expect(await (await jar.get('/people')).text()).toContain(cast.rhys.name);

    const other = await openJar(house);
    expect((await other.get(path)).status).toBe(410);
    const again = await other.post('/sign-in/link', { token });
    expect(again.status).toBe(410);
    expect(await again.text()).toContain('Send me a new letter');
    expect(other.cookies.has(SESSION)).toBe(false);
  });

  test('its code signs in instead, and then its link no longer does', async () => {
    const jar = await openJar(house);
    await jar.post('/sign-in', { email: cast.orla.email });
    const { code, token } = await letterTo(house, cast.orla.email);
    expect(code).toMatch(/^\d{6}$/);
    expect(await (await jar.get('/sign-in/code')).text()).toContain(cast.orla.email);
    const entered = await jar.post('/sign-in/code', {
      email: cast.orla.email,
      code: `${code.slice(0, 3)} ${code.slice(3)}`,
    });
    expect(entered.headers.get('location')).toBe('/');
    expect(await (await jar.get('/')).text()).toContain(cast.orla.name);
    expect((await (await openJar(house)).post('/sign-in/link', { token })).status).toBe(410);
  });

  test('three wrong codes end it, right as the fourth may be', async () => {
    const jar = await openJar(house);
    const email = cast.callum.email;
    await jar.post('/sign-in', { email });
    const { code } = await letterTo(house, email);
    const wrong = code === '000000' ? '111111' : '000000';
    for (const _ of [1, 2, 3]) expect((await jar.post('/sign-in/code', { email, code: wrong })).status).toBe(422);
    const late = await jar.post('/sign-in/code', { email, code });
    expect(late.status).toBe(422);
    expect(await late.text()).toContain('This code does not fit');
    expect(jar.cookies.has(SESSION)).toBe(false);
  });

  test('a new letter ends the link and the code of the one before', async () => {
    const jar = await openJar(house);
    const email = cast.priya.email;
    await jar.post('/sign-in', { email });
    const first = await letterTo(house, email);
    await jar.post('/sign-in', { email });
    expect((await jar.post('/sign-in/link', { token: first.token })).status).toBe(410);
    expect((await jar.post('/sign-in/link', { token: (await letterTo(house, email)).token })).status).toBe(303);
  });

  test('says the same to a known and an unknown address', async () => {
    const [known, unknown] = await Promise.all(
      [cast.niamh.email, 'nobody@elsewhere.example'].map(async (email) => {
        const jar = await openJar(house);
        const answer = await jar.post('/sign-in', { email });
        return [
          answer.status,
          answer.headers.get('location'),
          (await (await jar.get('/sign-in/code')).text()).replaceAll(email, ''),
        ];
      }),
    );
    expect(known).toEqual(unknown);
  });

  test('is not sent without end', async () => {
    const jar = await openJar(house);
    const answers = [];
    for (let i = 0; i < 6; i++) answers.push((await jar.post('/sign-in', { email: cast.tom.email })).status);
    expect(answers).toEqual([303, 303, 303, 303, 303, 429]);
  });

  test('an address that cannot be one comes back with what was typed', async () => {
    const answer = await (await openJar(house)).post('/sign-in', { email: 'amina at harbour' });
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain('Type an e-mail address such as name@example.org.');
    expect(page).toContain('amina at harbour');
  });

  test('a code that cannot be one is told so', async () => {
    const jar = await openJar(house);
    const answer = await jar.post('/sign-in/code', { email: cast.amina.email, code: '12' });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('The code is six digits, such as 123 456.');
  });
});

describe('a first sign-in', () => {
  test('asks a newcomer for a name and goes on to where they were going', async () => {
    const jar = await openJar(house);
    await jar.post('/sign-in', { email: 'Newcomer@ward.example', next: '/work/new' });
    const { token } = await letterTo(house, 'newcomer@ward.example');
    const entered = await jar.post('/sign-in/link', { token, next: '/work/new' });
    expect(entered.headers.get('location')).toBe('/sign-in/name');
    expect(await (await jar.get('/people')).text()).toContain('href="/sign-in"');
    expect(await (await jar.get('/sign-in/name')).text()).toContain('newcomer@ward.example is confirmed');
    expect((await jar.post('/sign-in/name', { name: ' ' })).status).toBe(422);
    const named = await jar.post('/sign-in/name', { name: 'Nia Newcomer' });
    expect([named.status, named.headers.get('location')]).toEqual([303, '/work/new']);
    expect(await (await jar.get('/people')).text()).toContain('Nia Newcomer');
  });

  test('meets the person who has this address already', async () => {
    const jar = await signInByLink(house, cast.joe.email);
    expect(await (await jar.get('/people')).text()).toContain(cast.joe.name);
    const people = await house.db.selectFrom('people').select('id').where('name', '=', cast.joe.name).execute();
    expect(people).toHaveLength(1);
  });

  test('nobody is asked for a name without a confirmed address', async () => {
    const jar = await openJar(house);
    expect((await jar.get('/sign-in/name')).headers.get('location')).toBe('/sign-in');
    expect((await jar.post('/sign-in/name', { name: 'Mallory' })).headers.get('location')).toBe('/sign-in');
  });

  test('of somebody who has left is refused', async () => {
    const id = await house.personId('morag');
    await signInByLink(house, cast.morag.email);
    await house.db.updateTable('people').set({ erased_at: house.clock() }).where('id', '=', id).execute();
    const jar = await signInByLink(house, cast.morag.email);
    expect(jar.cookies.has(SESSION)).toBe(false);
    await house.db.updateTable('people').set({ erased_at: null }).where('id', '=', id).execute();
  });
});

describe('the cookie', () => {
  test('is HttpOnly and SameSite=Lax, and lasts', async () => {
    const jar = await signInByLink(house, cast.sian.email);
    const line = jar.lines().find((one) => one.startsWith(SESSION)) ?? '';
    expect(line).toMatch(/HttpOnly/i);
    expect(line).toMatch(/SameSite=Lax/i);
    expect(line).toMatch(/Max-Age=\d{6,}/i);
    expect(line).not.toMatch(/Secure/i);
  });

  test('on a shared computer has no age, and its session ends after half an hour without use', async () => {
    const jar = await signInByLink(house, cast.sian.email, { shared: 'yes' });
    const line = jar.lines().find((one) => one.startsWith(SESSION)) ?? '';
    expect(line).not.toMatch(/Max-Age|Expires/i);
    const [session] = await house.db
      .selectFrom('auth.sessions')
      .select(['id', 'expires_at', 'created_at'])
      .where('shared', '=', true)
      .execute();
    const minutes = (Number(session?.expires_at) - Number(session?.created_at)) / 60_000;
    expect(Math.round(minutes)).toBe(30);
    await house.db
      .updateTable('auth.sessions')
      .set({ expires_at: new Date(0) })
      .where('id', '=', session?.id ?? '')
      .execute();
    expect((await jar.get('/account')).headers.get('location')).toBe('/sign-in?next=%2Faccount');
  });

  test('with a forged signature signs nobody in', async () => {
    const jar = await signInByLink(house, cast.sian.email);
    jar.cookies.set(SESSION, `${jar.cookies.get(SESSION)?.slice(0, -6)}AAAA%3D`);
    expect((await jar.get('/account')).status).toBe(303);
  });
});

test('the way back is a path of this house', async () => {
  const traps = [
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    'javascript:alert(1)',
  ];
  for (const [i, next] of traps.entries()) {
    const jar = await openJar(house);
    await jar.post('/sign-in', { email: `trapped-${i}@ward.example`, next });
    const { token } = await letterTo(house, `trapped-${i}@ward.example`);
    await jar.post('/sign-in/link', { token, next });
    const named = await jar.post('/sign-in/name', { name: 'Somebody' });
    expect(named.headers.get('location')).toBe('/');
    expect((await jar.get(`/sign-in?next=${encodeURIComponent(next)}`)).headers.get('location')).toBe('/');
  }
});

test('another site cannot sign anybody in or out', async () => {
  const crossSite = { headers: { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' } };
  for (const path of ['/sign-in', '/sign-in/link', '/sign-in/password', '/session']) {
    const answer = await house.app.request(`http://localhost:3000${path}`, {
      method: 'POST',
      body: new URLSearchParams({ email: cast.amina.email, _method: 'DELETE' }),
      ...crossSite,
    });
    expect([path, answer.status]).toEqual([path, 403]);
  }
});

test('signing out ends the session in the database, not only in the browser', async () => {
  const jar = await signInByLink(house, cast.amina.email);
  const kept = jar.cookies.get(SESSION) ?? '';
  expect((await jar.delete('/session')).headers.get('location')).toBe('/');
  expect(jar.cookies.has(SESSION)).toBe(false);
  jar.cookies.set(SESSION, kept);
  expect((await jar.get('/account')).status).toBe(303);
});
