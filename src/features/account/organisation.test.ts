import { afterAll, beforeAll, expect, test } from 'vitest';
import { cast } from '#test/cast.ts';
import { openHouse, type TestHouse } from '#test/support/house.ts';
import { type Claims, openProvider } from '#test/support/identity-provider.ts';
import { type Jar, openJar } from '#test/support/jar.ts';

const whoever: Claims = { sub: '7', email: cast.sian.email, email_verified: true, name: 'Siân P' };
let claims = whoever;
let house: TestHouse;
let provider: Awaited<ReturnType<typeof openProvider>>;
beforeAll(async () => {
  provider = await openProvider(() => claims);
  house = await openHouse({
    environment: {
      OIDC_ISSUER: provider.issuer,
      OIDC_CLIENT_ID: 'cairn',
      OIDC_CLIENT_SECRET: 'known-to-both',
      OIDC_NAME: 'Harbour Trust',
    },
  });
});
afterAll(async () => {
  await house.close();
  await provider.close();
});

async function goAndComeBack(jar: Jar, next = '/people'): Promise<Response> {
  const out = await jar.get(`/sign-in/organisation?next=${next}`);
  const back = await fetch(out.headers.get('location') ?? '', { redirect: 'manual' });
  const { pathname, search } = new URL(back.headers.get('location') ?? '');
  expect(pathname).toBe('/sign-in/organisation/return');
  return jar.get(`${pathname}${search}`);
}

test('the sign-in page names the organisation', async () => {
  expect(await (await (await openJar(house)).get('/sign-in')).text()).toContain('Sign in with Harbour Trust');
});

test('whoever the organisation knows by a confirmed address is in', async () => {
  const jar = await openJar(house);
  const arrived = await goAndComeBack(jar);
  expect([arrived.status, arrived.headers.get('location')]).toEqual([303, '/people']);
  expect(await (await jar.get('/account')).text()).toContain(cast.sian.name);
  expect((await goAndComeBack(await openJar(house))).headers.get('location')).toBe('/people');
});

test('a newcomer is asked for a name', async () => {
  claims = { sub: '8', email: 'new@harbour-trust.example', email_verified: true, name: 'New' };
  const jar = await openJar(house);
  expect((await goAndComeBack(jar)).headers.get('location')).toBe('/sign-in/name');
});

test('an address that the organisation has not confirmed opens nobody’s account', async () => {
  claims = { ...whoever, sub: '9', email_verified: false };
  const jar = await openJar(house);
  expect((await goAndComeBack(jar)).headers.get('location')).toBe('/sign-in?said=organisation');
  expect(await (await jar.get('/sign-in?said=organisation')).text()).toContain('has not confirmed your e-mail address');
  expect((await jar.get('/account')).status).toBe(303);
});

test('coming back without having left opens nothing', async () => {
  const jar = await openJar(house);
  const arrived = await jar.get('/sign-in/organisation/return?code=1&state=2');
  expect(arrived.headers.get('location')).toBe('/sign-in?said=organisation');
});

test('a provider that cannot be reached is said kindly, and a house without one has no such page', async () => {
  const lonely = await openHouse();
  expect((await (await lonely.as()).get('/sign-in/organisation')).status).toBe(404);
  await lonely.close();
  const lost = await openHouse({
    environment: { OIDC_ISSUER: 'http://127.0.0.1:9', OIDC_CLIENT_ID: 'cairn', OIDC_CLIENT_SECRET: 'x' },
  });
  const answer = await (await lost.as()).get('/sign-in/organisation');
  expect(answer.headers.get('location')).toBe('/sign-in?said=organisation');
  await lost.close();
});
