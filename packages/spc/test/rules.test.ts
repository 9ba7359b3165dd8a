import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { judge, limits, type Profile, profiles, type RuleName, type RulesProfile } from '../src/index.ts';

const shared = resolve(import.meta.dirname, '../../../../shared/oracle/rules.json');
const mdc = profiles['nhs-mdc'];

interface Case {
  readonly id: string;
  readonly title: string;
  readonly input: { readonly y: number[]; readonly baseline_points: number | null; readonly screened: boolean };
  readonly expected: { readonly flags: Record<string, string | null> };
}

const columns: [string, RuleName, Partial<RulesProfile>][] = [
  ['astronomical', 'astronomical', {}],
  ['two_in_three_points', 'twoInThree', { twoInThree: { counts: 'beyond', third: 'anywhere', marks: 'points' } }],
  ['two_in_three_series', 'twoInThree', { twoInThree: { counts: 'beyond', third: 'anywhere', marks: 'window' } }],
  ...[5, 6, 7, 8, 9].map((points) => column('shift', points)),
  ...[5, 6, 7].map((points) => column('trend', points)),
];

describe.runIf(existsSync(shared))('a profile can be set to the rules of other schools', () => {
  test.each(existsSync(shared) ? casesOf(shared) : [])('$id: $title', ({ input, expected }) => {
    for (const [flag, rule, rules] of columns) {
      if (expected.flags[flag] === null) continue; // withheld there: no limits, no answer
      const profile = school(rules);
      const { baseline_points: baselinePoints, screened: screen } = input;
      const { points } = judge(input.y, limits(input.y, { profile, baselinePoints, screen }), { profile });
      const letters = points.map((point) => (point.rules[rule] ? (point.rules[rule] === 'high' ? 'U' : 'L') : '.'));
      expect(`${flag} ${letters.join('')}`).toBe(`${flag} ${expected.flags[flag]}`);
    }
  });
});

function column(rule: 'shift' | 'trend', points: number): [string, RuleName, Partial<RulesProfile>] {
  return [`${rule}_${points}`, rule, { [rule]: { points, ties: 'break' } }];
}

function school(rules: Partial<RulesProfile>): Profile {
  const width = 3 / 1.128;
  return {
    ...mdc,
    name: 'school',
    limits: { ...mdc.limits, width, shortestBaseline: 2 },
    rules: { ...mdc.rules, ...rules },
  };
}

function casesOf(path: string): Case[] {
  return JSON.parse(readFileSync(path, 'utf8')).cases;
}
