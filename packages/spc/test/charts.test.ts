import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Chart,
  type ChartInput,
  type ChartKind,
  type ControlChart,
  chart,
  facts,
  profiles,
  runs,
  xmr,
} from '../src/index.ts';
import { close } from './compare.ts';

const KINDS: ChartKind[] = ['run', 'i', 'mr', 'ip', 'c', 'u', 'up', 'p', 'pp', 'g', 't', 'xbar', 's'];
const NAMES = ['nhs-mdc', 'nhsr', 'anhoej', 'ihi', 'western-electric'] as const;
const kind = fc.constantFrom(...KINDS);
const profile = fc.constantFrom(...NAMES);
const row = fc.record({
  value: fc.option(fc.integer({ min: 1, max: 90 }), { freq: 12 }),
  size: fc.integer({ min: 90, max: 200 }),
});
const rows = fc.array(row, { minLength: 2, maxLength: 40 });

type Row = { value: number | null; size: number };

describe('whatever the readings, kind and profile', () => {
  test('their order in the input does not matter', () => {
    fc.assert(
      fc.property(kind, profile, rows, fc.infiniteStream(fc.nat()), (kind, profile, given, keys) => {
        const plain = draw(kind, given, { profile });
        const order = given
          .map((_, i) => ({ i, key: keys.next().value ?? 0 }))
          .sort((a, b) => a.key - b.key)
          .map(({ i }) => i);
        const input = inputOf(kind, given);
        const mixed = chart({
          ...input,
          profile,
          x: order.map((i) => input.x[i]!),
          values: order.map((i) => input.values[i]!),
          ...(input.denominators ? { denominators: order.map((i) => input.denominators![i]!) } : {}),
        });
        agree(mixed, plain, 1);
        expect(mixed.points.map(({ date }) => date)).toEqual(plain.points.map(({ date }) => date));
      }),
    );
  });

  test('a chart split at a rebase is two charts', () => {
    fc.assert(
      fc.property(kind, profile, rows, rows, (kind, profile, early, late) => {
        const cut = Math.floor((early.length - 1) / per(kind)) * per(kind) + per(kind);
        const whole = inputOf(kind, [...early.slice(0, cut), ...late]);
        const at = Math.min(cut, early.length);
        const split = chart({ ...whole, profile, rebases: [whole.x[at]!] });
        if (at % per(kind) !== 0) return;
        const [a, b] = [draw(kind, early, { profile }), draw(kind, late, { profile })];
        expect(split.points.map(({ rules }) => rules)).toEqual([...a.points, ...b.points].map(({ rules }) => rules));
        expect(split.phases.map(({ mean, upper, runs }) => ({ mean, upper, runs }))).toEqual(
          [a, b].flatMap(({ phases }) => phases.map(({ mean, upper, runs }) => ({ mean, upper, runs }))),
        );
      }),
    );
  });

  test('rates per so many are rates times so many', () => {
    fc.assert(
      fc.property(
        fc.constantFrom<ChartKind>('u', 'p', 'up', 'pp', 'ip', 'run', 'i'),
        profile,
        rows,
        (kind, profile, given) => {
          agree(draw(kind, given, { profile, per: 1024 }), draw(kind, given, { profile }), 1024);
        },
      ),
    );
  });

  test('no rule ever fires on constant data', () => {
    fc.assert(
      fc.property(
        kind,
        profile,
        fc.double({ min: 0.001, max: 1, noNaN: true }),
        fc.integer({ min: 2, max: 60 }),
        (kind, profile, value, n) => {
          const size = kind === 'u' || kind === 'p' || kind === 'up' || kind === 'pp' ? 7 : 1;
          const whole = size === 7 ? Math.ceil(value * 7) : value;
          const { points, signals } = draw(
            kind,
            Array.from({ length: n }, () => ({ value: whole, size })),
            { profile },
          );
          expect(signals).toEqual([]);
          expect(points.every(({ label }) => label === null)).toBe(true);
        },
      ),
    );
  });

  test('every flagged point lies in a signal of its rule, an excluded one by its limits alone', () => {
    fc.assert(
      fc.property(kind, profile, rows, fc.array(fc.nat(39)), (kind, profile, given, left) => {
        const exclude = [...new Set(left)].map((i) => day(i));
        const { points, signals } = draw(kind, given, { profile, exclude });
        points.forEach(({ rules, excluded }, i) => {
          for (const [rule, way] of Object.entries(rules)) {
            if (way === null) continue;
            if (excluded) expect(rule).toBe('astronomical');
            expect(signals.some((s) => s.rule === rule && s.first <= i && i <= s.last)).toBe(true);
          }
        });
      }),
    );
  });

  test('an i chart is an XmR chart', () => {
    fc.assert(
      fc.property(profile, rows, (profile, given) => {
        const { x, values } = inputOf('i', given);
        const drawn = chart({ kind: 'i', x, values, profile });
        const single = xmr({ dates: x, values, profile });
        expect(drawn.points.map(({ rules, label }) => ({ rules, label }))).toEqual(
          single.points.map(({ rules, label }) => ({ rules, label })),
        );
        expect(drawn.signals).toEqual(single.signals);
        const [ours, theirs] = [facts(drawn).phase, facts(single).phase];
        expect({ ...ours, lower: null, upper: null }).toEqual({ ...theirs, lower: null, upper: null });
        agree(drawn, single, 1);
      }),
    );
  });

  test('runs turned upside down are as long and cross as often', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -9, max: 9 })),
        fc.constantFrom('anhoej', 'bestbox', 'cutbox'),
        (values, method) => {
          expect(
            runs(
              values.map((value) => -value),
              0,
              method,
            ),
          ).toEqual(runs(values, 0, method));
        },
      ),
    );
  });
});

test('a profile goes with its result', () => {
  for (const name of NAMES) expect(draw('i', [{ value: 1, size: 1 }], { profile: name }).profile).toBe(profiles[name]);
});

function draw(kind: ChartKind, given: readonly Row[], options: Partial<ChartInput>): ControlChart {
  return chart({ ...inputOf(kind, given), ...options });
}

function inputOf(kind: ChartKind, given: readonly Row[]): ChartInput & { x: string[] } {
  const counted = ['u', 'up', 'p', 'pp', 'ip'].includes(kind);
  return {
    kind,
    x: given.map((_, i) => day(Math.floor(i / per(kind)))),
    values: given.map(({ value }) => value),
    ...(counted ? { denominators: given.map(({ size }) => size) } : {}),
  };
}

/** How many readings make one point. */
function per(kind: ChartKind): number {
  return kind === 'xbar' || kind === 's' ? 3 : 1;
}

function day(i: number): string {
  return new Date(Date.UTC(2020, 0, 1 + i)).toISOString().slice(0, 10);
}

/** To rounding: how far subgroups are summed in which order is not asked. */
function agree(actual: Chart, expected: Chart, factor: number): void {
  expect(actual.points.length).toBe(expected.points.length);
  actual.points.forEach((point, i) => {
    for (const line of ['value', 'mean', 'lower', 'upper', 'nearLower', 'nearUpper'] as const) {
      const [own, other] = [point[line], expected.points[i]![line]];
      if (own === null || other === null) expect(own).toBe(other);
      else expect(close(own, other * factor) || Math.abs(own - other * factor) < 1e-9).toBe(true);
    }
  });
}
