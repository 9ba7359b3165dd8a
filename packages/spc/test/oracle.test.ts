import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Case, failures } from './ptd-xmr.ts';

const own = resolve(import.meta.dirname, '../fixtures/ptd-xmr.json');
const shared = resolve(import.meta.dirname, '../../../../shared/oracle/ptd-xmr.json');

describe('charts agree with the reference vectors', () => {
  test.each(casesOf(own))('$id: $title', (example) => expect(failures(example)).toEqual([]));
});

describe.runIf(existsSync(shared))('charts agree with the shared reference vectors, real data among them', () => {
  test.each(existsSync(shared) ? casesOf(shared) : [])('$id: $title', (example) =>
    expect(failures(example)).toEqual([]),
  );
});

describe('a wrong expectation is noticed', () => {
  const sound = casesOf(own).find(({ id }) => id === 'ptd-s-edge-052')!;

  test.each([
    ['a mean', /("mean":)/, '$11'],
    ['a flag', /("shift":\[)\d/, '$17'],
    ['an icon', /("variation_icon":")/, '$1x'],
    ['an order', /("order":\[)0/, '$19'],
  ])('in %s', (_what, from, to) => {
    const text = JSON.stringify(sound);
    expect(text.replace(from, to)).not.toBe(text);
    expect(failures(JSON.parse(text.replace(from, to)))).not.toEqual([]);
  });

  test('where an error was expected and no value is missing', () => {
    expect(failures({ ...sound, expected: { outcome: 'error' } })).toHaveLength(1);
  });
});

function casesOf(path: string): Case[] {
  return JSON.parse(readFileSync(path, 'utf8')).cases;
}
