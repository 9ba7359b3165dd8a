import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApp } from '#app';
import { root } from '#kernel/paths.ts';
import { openHouse, type TestHouse } from '#test/support/house.ts';
import { contrast, measure } from './contrast.ts';

const TOKENS = readFileSync(join(root, 'src/kernel/ui/css/_tokens.scss'), 'utf8');

describe.each(['light', 'dark'] as const)('in the %s, every pair can be read', (scheme) => {
  test.each(measure(TOKENS)[scheme])('$front on $back', ({ ratio, least }) => {
    expect(ratio).toBeGreaterThanOrEqual(least);
  });
});

test('the contrast of black and white is 21, and of a colour with itself 1', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 6);
  expect(contrast('#3c5a3a', '#3c5a3a')).toBe(1);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2); // the grey that just fails AA
});

describe('the gallery', () => {
  let house: TestHouse;
  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(() => house.close());

  test('shows each component in its states, and the palette as measured', async () => {
    const answer = await (await house.as()).get('/gallery');
    expect(answer.status).toBe(200);
    const page = await answer.text();
    for (const part of ['nhsuk-error-summary', 'class="search"', 'notice-bracken', 'class="empty"', 'nhsuk-pagination'])
      expect(page).toContain(part);
    expect(page).toContain('ink on paper');
  });

  test('does not exist in a real community', async () => {
    const app = createApp({ ...house, config: { ...house.config, mode: 'production' } });
    expect((await app.request('http://localhost:3000/gallery')).status).toBe(404);
  });
});
