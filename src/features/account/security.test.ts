import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cast } from '#test/cast.ts';
import { openHouse, type TestHouse } from '#test/support/house.ts';
import { type Jar, letterTo, openJar, signInByLink } from '#test/support/jar.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const SESSION = 'cairn.session_token';

/** An hour and more goes by for every session that is open. */
async function letTimePass(): Promise<void> {
  await house.db
    .updateTable('auth.sessions')
    .set({ created_at: new Date(Date.now() - 2 * 3_600_000) })
    .execute();
}

describe('a password', () => {
  const email = cast.rhys.email;

  test('can be chosen by one who has signed in, and then signs in', async () => {
    const jar = await signInByLink(house, email);
    expect((await jar.put('/account/password', { password: 'short' })).status).toBe(422);
    expect((await jar.put('/account/password', { password: 'heron bracken tide' })).status).toBe(303);
    expect((await house.lettersTo(email))[0]?.body).toContain('The password of your account was changed');

    const other = await openJar(house);
    const wrong = await other.post('/sign-in/password', { email, password: 'heron bracken tidal' });
    expect(wrong.status).toBe(422);
    const page = await wrong.text();
    expect(page).toContain('do not fit together');
    expect(page).toContain(email);
    const entered = await other.post('/sign-in/password', { email, password: 'heron bracken tide', next: '/people' });
    expect(entered.headers.get('location')).toBe('/people');
    expect(await (await other.get('/account')).text()).toContain(cast.rhys.name);
  });

  test('is asked for before it is changed, and a change ends the other sessions', async () => {
    const jar = await openJar(house);
    await jar.post('/sign-in/password', { email, password: 'heron bracken tide' });
    const other = await signInByLink(house, email);
    expect(await (await jar.get('/account/password')).text()).toContain('The password that you have now');
    expect((await jar.put('/account/password', { password: 'plover cairn moss' })).status).toBe(422);
    expect((await jar.put('/account/password', { current: 'wrong', password: 'plover cairn moss' })).status).toBe(422);
    const changed = await jar.put('/account/password', {
      current: 'heron bracken tide',
      password: 'plover cairn moss',
    });
    expect(changed.status).toBe(303);
    expect((await jar.get('/account')).status).toBe(200);
    expect((await other.get('/account')).status).toBe(303);
  });

  test('that was forgotten is replaced after signing in by a letter, while that is recent', async () => {
    const jar = await signInByLink(house, email);
    await letTimePass();
    expect((await jar.put('/account/password', { password: 'a new one for me' })).status).toBe(422);
    const fresh = await signInByLink(house, email);
    expect((await fresh.put('/account/password', { password: 'a new one for me' })).status).toBe(303);
    const other = await openJar(house);
    expect((await other.post('/sign-in/password', { email, password: 'a new one for me' })).status).toBe(303);
  });

  test('says the same to an address that nobody has, and is not tried without end', async () => {
    const jar = await openJar(house);
    const words = { email: 'nobody@elsewhere.example', password: 'anything at all' };
    expect(await (await jar.post('/sign-in/password', words)).text()).toContain('do not fit together');
    for (let i = 1; i < 10; i++) await jar.post('/sign-in/password', words);
    expect((await jar.post('/sign-in/password', words)).status).toBe(429);
  });

  test('makes no account', async () => {
    const rows = await house.db
      .selectFrom('auth.users')
      .select('id')
      .where('email', '=', 'nobody@elsewhere.example')
      .execute();
    expect(rows).toEqual([]);
  });
});

describe('two-step sign-in', () => {
  const email = cast.callum.email;
  let secret = '';
  let backupCodes: string[] = [];

  test('is set up with an app and its first code', async () => {
    const jar = await signInByLink(house, email, { shared: 'yes' });
    expect((await jar.post('/account/two-factor')).headers.get('location')).toBe('/account/two-factor');
    const page = await (await jar.get('/account/two-factor')).text();
    secret = (/<code class="secret">([A-Z2-7 ]+)</.exec(page)?.[1] ?? '').replaceAll(' ', '');
    backupCodes = [...page.matchAll(/<code>([0-9A-Za-z]{5}-[0-9A-Za-z]{5})</g)].map(([, code]) => code ?? '');
    expect(page).toContain('<svg class="qr-code"');
    expect(backupCodes).toHaveLength(10);

    const wrong = await jar.put('/account/two-factor', { code: '000000' });
    expect(wrong.status).toBe(422);
    expect(await wrong.text()).toContain(secret.slice(0, 4));
    expect((await jar.put('/account/two-factor', { code: totp(secret) })).status).toBe(303);
    expect(jar.lines().join()).not.toMatch(/session_token[^,]*Max-Age=[1-9]/);
    expect(await (await jar.get('/account')).text()).toContain('Two-step sign-in: on');
    const [session] = await house.db
      .selectFrom('auth.sessions')
      .select('shared')
      .orderBy('created_at', 'desc')
      .execute();
    expect(session?.shared).toBe(true);
  });

  test('asks for the app’s code after a letter', async () => {
    const jar = await firstStep();
    expect(jar.cookies.has(SESSION)).toBe(false);
    expect((await jar.get('/account')).status).toBe(303);
    expect((await jar.post('/sign-in/second-factor', { code: '000000' })).status).toBe(422);
    const entered = await jar.post('/sign-in/second-factor', { code: totp(secret) });
    expect([entered.status, entered.headers.get('location')]).toEqual([303, '/people']);
    expect((await jar.get('/account')).status).toBe(200);
  });

  test('takes a backup code, once', async () => {
    const code = backupCodes[0] ?? '';
    const jar = await firstStep();
    expect((await jar.post('/sign-in/second-factor', { code })).status).toBe(303);
    expect((await jar.get('/account')).status).toBe(200);
    expect((await (await firstStep()).post('/sign-in/second-factor', { code })).status).toBe(422);
  });

  test('cannot be guessed without end, nor without the first step', async () => {
    expect((await (await openJar(house)).post('/sign-in/second-factor', { code: totp(secret) })).status).toBe(422);
    const jar = await firstStep();
    for (let i = 0; i < 5; i++) await jar.post('/sign-in/second-factor', { code: '000000' });
    expect((await jar.post('/sign-in/second-factor', { code: totp(secret) })).status).not.toBe(303);
    expect(jar.cookies.has(SESSION)).toBe(false);
  });

  test('new backup codes, and switching it off, want a recent sign-in', async () => {
    const jar = await openJar(house);
    const cookie = await house.sessions.begin(await house.personId('callum'));
    jar.cookies.set(SESSION, cookie.slice(cookie.indexOf('=') + 1));
    const renewed = await (await jar.patch('/account/two-factor')).text();
    expect([...renewed.matchAll(/<code>/g)]).toHaveLength(10);
    expect(renewed).not.toContain(backupCodes[1]);
    await letTimePass();
    expect((await jar.delete('/account/two-factor')).status).toBe(403);
    const fresh = await openJar(house);
    const again = await house.sessions.begin(await house.personId('callum'));
    fresh.cookies.set(SESSION, again.slice(again.indexOf('=') + 1));
    expect((await fresh.delete('/account/two-factor')).status).toBe(303);
    expect(await (await fresh.get('/account')).text()).toContain('Two-step sign-in: off');
    expect((await (await signInByLink(house, email)).get('/account')).status).toBe(200);
  });

  async function firstStep(): Promise<Jar> {
    await house.db.deleteFrom('rate_limits').execute();
    const jar = await openJar(house);
    await jar.post('/sign-in', { email, next: '/people' });
    const { token } = await letterTo(house, email);
    const answer = await jar.post('/sign-in/link', { token, next: '/people' });
    expect(answer.headers.get('location')).toBe('/sign-in/second-factor');
    return jar;
  }
});

/** The code that an authenticator app shows now (RFC 6238). */
function totp(secret: string): string {
  const bits = [...secret].map((letter) =>
    'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'),
  );
  const bytes = bits.join('').match(/.{8}/g) ?? [];
  const key = Buffer.from(bytes.map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const hash = createHmac('sha1', key).update(counter).digest();
  const offset = (hash.at(-1) ?? 0) & 15;
  return String((hash.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

test('what is no answer of a passkey is refused, not broken', async () => {
  const jar = await signInByLink(house, cast.orla.email);
  for (const body of [null, {}, { response: 'no' }, { response: {} }]) {
    expect((await jar.json('/sign-in/passkey', body)).status).toBe(422);
    expect((await jar.json('/account/passkeys', body)).status).toBe(422);
  }
});
