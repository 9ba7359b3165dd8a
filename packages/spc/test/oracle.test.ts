import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import * as ptd from './ptd-xmr.ts';
import * as qic from './qic.ts';
import { type Example, examplesOf } from './schemas.ts';

const own = resolve(import.meta.dirname, '../fixtures');
const shared = resolve(import.meta.dirname, '../../../../shared/oracle');

describe.each(filesIn(own))('charts agree with the reference vectors of %s', (name) => {
  test.each(examplesIn(own, name))('$id: $title', ({ failures }) => expect(failures()).toEqual([]));
});

describe.runIf(existsSync(shared))('charts agree with the shared reference vectors, real data among them', () => {
  test.each(filesIn(shared))('%s', (name) => {
    const wrong = examplesIn(shared, name).filter(({ failures }) => failures().length > 0);
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });
});

describe('a wrong expectation is noticed', () => {
  const sound: ptd.Case = find('ptd-xmr.json', 'ptd-s-edge-052');
  const drawn: qic.Case = find('qic.json', 'qic-s-u-001');

  test.each([
    ['a mean', /("mean":)/, '$11'],
    ['a flag', /("shift":\[)\d/, '$17'],
    ['an icon', /("variation_icon":")/, '$1x'],
    ['an order', /("order":\[)0/, '$19'],
  ])('in %s of an XmR chart', (_what, from, to) => {
    const text = JSON.stringify(sound);
    expect(text.replace(from, to)).not.toBe(text);
    expect(ptd.failures(JSON.parse(text.replace(from, to)))).not.toEqual([]);
  });

  test.each([
    ['a limit', /("lcl":\[)/, '$11'],
    ['a centre', /("cl":)(?=\d)/, '$11'],
    ['a run', /("longest_run":)/, '$11'],
  ])('in %s of another kind', (_what, from, to) => {
    const text = JSON.stringify(drawn);
    expect(text.replace(from, to)).not.toBe(text);
    expect(qic.failures(JSON.parse(text.replace(from, to)))).not.toEqual([]);
  });

  test('where an error was expected and nothing is wrong', () => {
    expect(ptd.failures({ ...sound, expected: { outcome: 'error' } })).toHaveLength(1);
    expect(qic.failures({ ...drawn, expected: { outcome: 'error' } })).toHaveLength(1);
  });

  test('and a file of no known schema is told from one', () => {
    expect(examplesOf({ schema: 'another/1', cases: [] })).toBeNull();
    expect(examplesOf([])).toBeNull();
  });
});

function filesIn(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.json')) : [];
}

function examplesIn(folder: string, name: string): Example[] {
  return examplesOf(JSON.parse(readFileSync(resolve(folder, name), 'utf8'))) ?? [];
}

function find<T extends { id: string }>(name: string, id: string): T {
  const { cases }: { cases: T[] } = JSON.parse(readFileSync(resolve(own, name), 'utf8'));
  return cases.find((example) => example.id === id)!;
}
