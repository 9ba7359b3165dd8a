import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Chart, judge, limits, type Point, xmr } from '../src/index.ts';
import { close } from './compare.ts';

const reading = fc.option(fc.integer({ min: -500, max: 500 }), { freq: 12 });
const series = fc.array(reading, { minLength: 1, maxLength: 60 });

describe('whatever the readings', () => {
  test('doubling them doubles the limits and changes no sign', () => {
    fc.assert(
      fc.property(series, fc.integer({ min: -8, max: 8 }), (values, power) => {
        const factor = 2 ** power;
        const plain = chart(values);
        const scaled = chart(values.map((value) => value && value * factor));
        expect(scaled.points.map(sign)).toEqual(plain.points.map(sign));
        agree(scaled, plain, (limit) => limit * factor);
      }),
    );
  });

  test('raising them raises the limits and changes no sign', () => {
    fc.assert(
      fc.property(series, fc.integer({ min: -1000, max: 1000 }), (values, lift) => {
        const plain = chart(values);
        fc.pre(!plain.points.some(onALine));
        const lifted = chart(values.map((value) => (value === null ? null : value + lift)));
        expect(lifted.points.map(sign)).toEqual(plain.points.map(sign));
        agree(lifted, plain, (limit) => limit + lift);
      }),
    );
  });

  test('turning them upside down turns every sign round', () => {
    fc.assert(
      fc.property(series, (values) => {
        const plain = chart(values);
        const turned = chart(values.map((value) => value && -value));
        const round = { high: 'low', low: 'high' } as const;
        expect(turned.points.map(({ way }) => way)).toEqual(plain.points.map(({ way }) => way && round[way]));
      }),
    );
  });

  test('their order in the input does not matter', () => {
    fc.assert(
      fc.property(shuffled(), ({ values, rows }) => {
        const dates = days(values.length);
        const mixed = xmr({ dates: rows.map((row) => dates[row]!), values: rows.map((row) => values[row]!) });
        const plain = chart(values);
        expect(mixed.order.map((row) => rows[row])).toEqual(plain.order);
        expect(mixed.points.map(({ index: _, ...point }) => point)).toEqual(
          plain.points.map(({ index: _, ...point }) => point),
        );
        expect(mixed.phases).toEqual(plain.phases);
        expect(mixed.signals).toEqual(plain.signals);
      }),
    );
  });

  test('a chart split at a rebase is two charts', () => {
    fc.assert(
      fc.property(series, series, (early, late) => {
        const dates = days(early.length + late.length);
        const whole = xmr({ dates, values: [...early, ...late], rebases: [dates[early.length]!] });
        const signs = [...chart(early).points, ...chart(late).points].map(sign);
        expect(whole.points.map(sign)).toEqual(signs);
        agree(whole, { phases: [...chart(early).phases, ...chart(late).phases] }, (limit) => limit);
      }),
    );
  });

  test('a chart reads as its own readings judged by its own limits', () => {
    fc.assert(
      fc.property(series, (values) => {
        const judged = judge(values, limits(values));
        expect(judged.points.map(sign)).toEqual(chart(values).points.map(sign));
        expect(judged.signals).toEqual(chart(values).signals);
      }),
    );
  });

  test('every flagged point lies in a signal of its rule, and every label has fired', () => {
    fc.assert(
      fc.property(series, (values) => {
        const { points, signals } = chart(values);
        points.forEach((point, i) => {
          if (point.label !== null) expect(point.rules[point.label]).toBe(point.way);
          for (const [rule, way] of Object.entries(point.rules)) {
            if (way === null) continue;
            expect(signals.some((s) => s.rule === rule && s.way === way && s.first <= i && i <= s.last)).toBe(true);
          }
        });
      }),
    );
  });

  test('one constant reading lies on its own mean', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, min: -1e6, max: 1e6 }), fc.integer({ min: 1, max: 200 }), (value, n) => {
        expect(new Set(chart(Array(n).fill(value)).points.map(({ side }) => side))).toEqual(new Set(['on']));
      }),
    );
  });
});

function chart(values: readonly (number | null)[]): Chart {
  return xmr({ dates: days(values.length), values, direction: 'neutral' });
}

function days(count: number): string[] {
  return Array.from({ length: count }, (_, i) => new Date(Date.UTC(2020, 0, 1 + i)).toISOString().slice(0, 10));
}

function shuffled(): fc.Arbitrary<{ values: (number | null)[]; rows: number[] }> {
  return series.chain((values) => {
    const rows = values.map((_, row) => row);
    return fc.record({
      values: fc.constant(values),
      rows: fc.shuffledSubarray(rows, { minLength: rows.length, maxLength: rows.length }),
    });
  });
}

function sign({ side, zone, rules, label, way, meaning }: Point | ReturnType<typeof judge>['points'][number]): unknown {
  return { side, zone, rules, label, way, meaning };
}

/** Whether rounding could decide: a reading so near a limit that another origin may put it on the other side. */
function onALine({ value, lower, upper, nearLower, nearUpper }: Point): boolean {
  return [lower, upper, nearLower, nearUpper].some(
    (line) => value !== null && line !== null && Math.abs(value - line) < 1e-9,
  );
}

function agree(actual: Pick<Chart, 'phases'>, expected: Pick<Chart, 'phases'>, map: (limit: number) => number): void {
  expect(actual.phases.length).toBe(expected.phases.length);
  actual.phases.forEach((phase, i) => {
    for (const line of ['mean', 'lower', 'upper', 'nearLower', 'nearUpper'] as const) {
      const other = expected.phases[i]![line];
      const own = phase[line];
      if (own === null || other === null) expect(own).toBe(other);
      else expect(close(own, map(other)) || Math.abs(own - map(other)) < 1e-9).toBe(true);
    }
  });
}
