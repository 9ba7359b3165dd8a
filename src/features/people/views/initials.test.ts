import { expect, test } from 'vitest';
import { initialsOf } from './initials.tsx';

test('a name is stood for by its first and last letters, whatever the alphabet', () => {
  expect(initialsOf('Amina Yusuf')).toBe('AY');
  expect(initialsOf('Órla Ní Bhriain')).toBe('ÓB');
  expect(initialsOf('bronwen ap Gwilym')).toBe('BG');
  expect(initialsOf('Prince')).toBe('P');
  expect(initialsOf('美 王')).toBe('美王');
  expect(initialsOf(' — ')).toBe('·');
});
