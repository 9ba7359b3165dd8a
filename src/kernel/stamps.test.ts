import { expect, test } from 'vitest';
import { openedAt, stamp } from './stamps.ts';

const AT = new Date('2026-11-02T09:30:00Z');

test('a stamp says when a form was opened, and only the house that signed it believes it', () => {
  const given = stamp('our secret', AT);
  expect(openedAt('our secret', given)).toEqual(AT);
  expect(openedAt('another secret', given)).toBeNull();
  expect(openedAt('our secret', given.replace(/^\d/, '0'))).toBeNull();
  for (const nonsense of ['', '0', String(AT.getTime()), `${AT.getTime()}.`, 'x.y'])
    expect(openedAt('our secret', nonsense)).toBeNull();
});
