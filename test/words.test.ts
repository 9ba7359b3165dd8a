import { afterAll, beforeAll, expect, test } from 'vitest';
import { inLocale, t } from '#kernel/words.ts';
import { openHouse, type TestHouse } from './support/house.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openHouse({ locale: 'en-XA' });
});
afterAll(() => house.close());

test('the pseudo-locale changes every literal word of a message and none of its values', () => {
  const say = () =>
    t('{count, plural, one {# piece by {name}} other {# pieces by {name}}}', { count: 2, name: 'Amina' });
  expect(say()).toBe('2 pieces by Amina');
  expect(inLocale('en-XA', say)).toBe('2 píéçés·· bý· Amina');
});

/** Pages whose every word is the interface's: nothing on them was written by a member. */
const PAGES: [who: 'amina' | 'morag' | 'joe' | undefined, path: string][] = [
  [undefined, '/people?words=nobodyhasthisname'],
  [undefined, '/work?words=nothinghasthisword'],
  [undefined, '/no-such-page'],
  [undefined, '/insight/law'],
  ['joe', '/account/about-you'],
  ['amina', '/work/new'],
];

test.each(PAGES)('every sentence that %s reads at %s went through t', async (who, path) => {
  const page = await (await (await house.as(who)).get(path)).text();
  const main = /<main[^>]*>(.*)<\/main>/s.exec(page)?.[1] ?? '';
  const own = main.replace(/<select[^>]*name="method".*?<\/select>/s, ''); // the names of methods are reference data
  const texts = own.replace(/<(script|style|svg|textarea)\b.*?<\/\1>/gs, '').split(/<[^>]+>/);
  const plain = texts.map((text) => text.trim()).filter((text) => /[a-z]{3}/i.test(text) && !/[áéíóúýçñ·]/.test(text));
  expect(plain.filter((text) => !/^(nobodyhasthisname|nothinghasthisword)$/.test(text))).toEqual([]);
});
