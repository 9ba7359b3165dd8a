import { expect, test } from 'vitest';
import { withoutToken } from './links.ts';

test('a log keeps the address without the token that opens it', () => {
  const token = 'pAQz9s_-3xYk0aLmNcVbE7RtUwI4oGhJ';
  expect(withoutToken(`/join/applications/${token}`)).toBe('/join/applications/:token');
  expect(withoutToken(`/join/applications/${token}/submission`)).toBe('/join/applications/:token/submission');
  expect(withoutToken('/work/home-before-lunch-0abcdefghj')).toBe('/work/home-before-lunch-0abcdefghj');
});
