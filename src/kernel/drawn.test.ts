import { expect, test } from 'vitest';
import { keyOf, shelf } from './drawn.ts';

test('a key changes when any of its inputs does, and only then', () => {
  const reading = { date: '2026-01-01', value: 4 };
  expect(keyOf([reading], 'wide')).toBe(keyOf([{ ...reading }], 'wide'));
  expect(keyOf([reading], 'narrow')).not.toBe(keyOf([reading], 'wide'));
  expect(keyOf([{ ...reading, value: null }], 'wide')).not.toBe(keyOf([reading], 'wide'));
  expect(keyOf('a', 'b')).not.toBe(keyOf('ab', ''));
});

test('what is on the shelf is made once; what was asked for longest ago makes room', () => {
  const made: string[] = [];
  const of = shelf<string>(2);
  const ask = (key: string) =>
    of(key, () => {
      made.push(key);
      return key.toUpperCase();
    });
  expect([ask('a'), ask('b'), ask('a'), ask('c'), ask('a'), ask('b')]).toEqual(['A', 'B', 'A', 'C', 'A', 'B']);
  expect(made).toEqual(['a', 'b', 'c', 'b']);
});

test('room is counted in what things take, and what is larger than the shelf is not kept', () => {
  let made = 0;
  const of = shelf<string>(10, (text) => text.length);
  const ask = (key: string, text: string) =>
    of(key, () => {
      made += 1;
      return text;
    });
  for (const key of ['a', 'b', 'a', 'b']) ask(key, '12345');
  expect(made).toBe(2);
  ask('c', '12345678901');
  ask('c', '12345678901');
  expect(made).toBe(4);
  ask('a', '12345');
  expect(made).toBe(4);
});

test('two who ask at once share one answer, and a failure is asked for again', async () => {
  let asked = 0;
  const of = shelf<Promise<number>>(2);
  const fail = () =>
    of('a', async () => {
      asked += 1;
      throw new Error(`failure ${asked}`);
    });
  await Promise.all([expect(fail()).rejects.toThrow('failure 1'), expect(fail()).rejects.toThrow('failure 1')]);
  await expect(fail()).rejects.toThrow('failure 2');
  expect(await of('a', async () => 3)).toBe(3);
  expect(await of('a', async () => 4)).toBe(3);
});
