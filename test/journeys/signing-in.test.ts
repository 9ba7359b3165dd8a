import AxeBuilder from '@axe-core/playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cast } from '../cast.ts';
import { letterTo } from '../support/jar.ts';
import { type Served, serveHouse } from '../support/served.ts';

let served: Served;
beforeAll(async () => {
  served = await serveHouse();
});
afterAll(() => served.close());

test('somebody new asks for a letter, opens its link, presses the button and says their name', async () => {
  const context = await served.browser.newContext({ baseURL: served.url, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('/sign-in?next=/people');
  await page.getByLabel('E-mail address').fill('newcomer@ward.example');
  await page.getByRole('button', { name: 'Send me a letter' }).click();
  await expect.poll(() => page.url()).toContain('/sign-in/code');
  await page.goto((await letterTo(served.house, 'newcomer@ward.example')).path);
  await page.getByRole('button', { name: 'Sign in now' }).click();
  await page.getByLabel('Your name').fill('Nia Newcomer');
  await page.getByRole('button', { name: 'Go on' }).click();
  await expect.poll(() => new URL(page.url()).pathname).toBe('/people');
  expect(await page.locator('.masthead-account').innerText()).toContain('Nia Newcomer');
  await context.close();
});

test('a passkey is added on the account page and signs in without a letter', async () => {
  const page = await served.page('amina');
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  await page.goto('/account');
  await page.getByLabel('A name for a new passkey').fill('My laptop');
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  await expect.poll(() => page.locator('#passkeys ~ ul').innerText()).toContain('My laptop');

  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.goto('/sign-in?next=/people');
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await expect.poll(() => new URL(page.url()).pathname).toBe('/people');
  expect(await page.locator('.masthead-account').innerText()).toContain(cast.amina.name);
  await page.context().close();
});

test.each(['/account', '/account/password', '/account/two-factor', '/account/deletion'])(
  '%s has no fault that axe can find, and fits a narrow screen',
  async (path) => {
    for (const options of [{ viewport: { width: 320, height: 640 } }, { colorScheme: 'dark' as const }]) {
      const page = await served.page('callum', options);
      await page.goto('/account/two-factor');
      if (path === '/account/two-factor') {
        const begin = page.getByRole('button', { name: 'Set it up' });
        if (await begin.isVisible()) await begin.click();
      } else await page.goto(path);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      if ('viewport' in options) expect(width).toBeLessThanOrEqual(320);
      await page.context().close();
    }
  },
);
