import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Served, serveHouse } from '../support/served.ts';

let served: Served;
beforeAll(async () => {
  served = await serveHouse();
});
afterAll(() => served.close());

const LIVE = 'cairn-landscape.landscape-live';

test('somebody plays the years with the keyboard, stops, and goes on year by year', async () => {
  const page = await served.page();
  await page.goto('/landscape');
  await page.locator(LIVE).waitFor();
  const said = page.locator('.landscape-said');
  await page.getByLabel('Year', { exact: true }).focus();
  await page.keyboard.press('Home');
  const first = await page.locator('[data-year]').first().getAttribute('data-says');
  await expect.poll(() => said.textContent()).toBe(first);

  await page.getByRole('button', { name: 'Play the years' }).focus();
  await page.keyboard.press('Space');
  await expect.poll(() => said.textContent(), { timeout: 10_000 }).not.toBe(first);
  await page.getByRole('button', { name: 'Pause' }).waitFor();
  await page.keyboard.press('Space');
  const stopped = await said.textContent();
  await page.waitForTimeout(1500);
  expect(await said.textContent()).toBe(stopped);

  await page.getByLabel('Year', { exact: true }).focus();
  await page.keyboard.press('End');
  const last = page.locator('[data-year]').last();
  await expect.poll(() => said.textContent()).toBe(await last.getAttribute('data-says'));
  expect(await last.getAttribute('aria-current')).toBe('true');
  const year = await last.getAttribute('data-year');
  await expect.poll(() => new URL(page.url()).searchParams.get('from')).toBe(year);
  await page.reload();
  expect(await page.locator(`[data-year="${year}"]`).getAttribute('aria-current')).toBe('true');
});

test('the map is one stop for the tab key; arrow keys, + and − go from point to point and closer', async () => {
  const page = await served.page(undefined, { reducedMotion: 'reduce' });
  await page.goto('/landscape');
  await page.locator(LIVE).waitFor();
  expect(await page.locator('.spots a[tabindex="0"]').count()).toBe(1);
  expect(await page.getByRole('button', { name: 'Play the years' }).isVisible()).toBe(false);
  const name = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
  await page.locator('.spots a[tabindex="0"]').focus();
  const first = await name();
  for (const key of ['ArrowRight', 'ArrowDown', 'ArrowRight']) await page.keyboard.press(key);
  await expect.poll(name).not.toBe(first);
  const here = await name();
  expect(await page.locator('.landscape-card').textContent()).toBe(here);
  await page.keyboard.press('+');
  await page.keyboard.press('+');
  await expect.poll(() => new URL(page.url()).searchParams.get('view')).toMatch(/^4-/);
  expect(await name()).toBe(here);
  expect(await page.locator('.spots a[tabindex="0"]').count()).toBe(1);
  for (let i = 0; i < 6; i += 1) await page.keyboard.press('ArrowLeft');
  await expect.poll(name).not.toBe(here);
  await page.keyboard.press('0');
  await expect.poll(() => new URL(page.url()).searchParams.get('view')).toBe(null);
  const there = await name();
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/work\//);
  expect(there).toContain(await page.locator('h1').textContent());
});

test('without JavaScript the years, the zoom and every point are links', async () => {
  const page = await served.page(undefined, { javaScriptEnabled: false });
  await page.goto('/landscape?topic=falls');
  await page.getByRole('link', { name: /^2023/ }).click();
  await page.waitForURL(/topic=falls&from=2023&to=2023/);
  await page.getByRole('link', { name: 'Closer' }).click();
  await page.waitForURL(/view=2-500-500/);
  await page.getByRole('link', { name: 'Left' }).click();
  await page.waitForURL(/view=2-250-500/);
  await page.getByRole('link', { name: 'The whole map' }).click();
  await page.locator('.spots a').first().focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/work\//);
});
