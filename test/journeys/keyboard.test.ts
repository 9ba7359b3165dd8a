import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Served, serveHouse } from '../support/served.ts';

let served: Served;
beforeAll(async () => {
  served = await serveHouse();
});
afterAll(() => served.close());

const MOST_STOPS = 80;

test('somebody who uses only the keyboard finds work like theirs and reads its chart', async () => {
  const page = await served.page(undefined, { reducedMotion: 'reduce' });
  await page.goto('/');
  await tabTo(page, 'Skip to content');
  expect(await page.locator('.skip-link').evaluate((link) => link.getBoundingClientRect().top)).toBeGreaterThan(0);
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
  await tabTo(page, 'What are you trying to improve?');
  await page.keyboard.type('home before lunch');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/work\?words=home/);

  await tabTo(page, 'Home before lunch: ready for discharge by 11');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/work\/home-before-lunch/);
  await tabTo(page, 'Average wait for discharge');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/measures\//);
  expect(await page.getByRole('img', { name: 'Average wait for discharge' }).first().isVisible()).toBe(true);
  await tabTo(page, 'Data as CSV');
});

test('whoever asked for less motion sees none', async () => {
  const page = await served.page(undefined, { reducedMotion: 'reduce' });
  for (const path of ['/', '/landscape', '/gallery']) {
    await page.goto(path);
    const moving = await page.evaluate(
      () =>
        [...document.querySelectorAll('*')].filter((element) => {
          const { transitionDuration, animationName } = getComputedStyle(element);
          return animationName !== 'none' || /[1-9]/.test(transitionDuration);
        }).length,
    );
    expect([path, moving]).toEqual([path, 0]);
  }
});

/** Tabs on until this has the focus. Each stop on the way can be seen: an outline around it, inside the window. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let stop = 0; stop < MOST_STOPS; stop++) {
    await page.keyboard.press('Tab');
    const { label, seen } = await page.evaluate(() => {
      const element = document.activeElement ?? document.body;
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      const { top, bottom, width, height } = element.getBoundingClientRect();
      const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : [element];
      return {
        label: labels.map(({ textContent }) => textContent?.trim()).join(' '),
        seen: {
          outline: outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2,
          inWindow: bottom > 0 && top < innerHeight && width > 0 && height > 0,
        },
      };
    });
    expect([label, seen]).toEqual([label, { outline: true, inWindow: true }]);
    if (label === name) return;
  }
  throw new Error(`${MOST_STOPS} stops and no “${name}”`);
}
