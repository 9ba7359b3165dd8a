import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Record } from './first-recorded.ts';
import { type Basis, grade, type Inputs } from './grade.ts';

const basis: Basis = {
  better: 'down',
  baselineFrom: '2023-01-01',
  baselineThrough: '2024-06-30',
  changedOn: '2024-07-01',
  fixedOn: '2024-07-01',
};

/** Monthly readings from January 2023 on. */
function monthly(values: (number | null)[]): Record[] {
  return values.map((value, i) => {
    const date = new Date(Date.UTC(2023, i, 1)).toISOString().slice(0, 10);
    const recordedAt = `${date}T12:00:00.000Z`;
    return {
      id: String(i).padStart(4, '0'),
      date,
      position: 1,
      first: value,
      now: value,
      recordedAt,
      withdrawn: false,
    };
  });
}

const before = [56, 63, 60, 59, 64, 61, 63, 58, 62, 63, 62, 61, 62, 60, 59, 65, 64, 64];
const after = [60, 53, 49, 47, 44, 45, 47, 52, 52, 52];
const inputs = (values: (number | null)[], change: Partial<Basis> = {}): Inputs => ({
  basis: { ...basis, ...change },
  records: monthly(values),
  accepted: [],
  profile: 'nhs-mdc',
});
const codes = (given: Inputs) => grade(given).because.map(({ code }) => code);

test('a claim without a measure is described, and a measure would raise it', () => {
  expect(grade({ basis: null, records: [], accepted: [], profile: 'nhs-mdc' })).toEqual({
    grade: 'described',
    because: [{ code: 'no-measure' }],
    raise: [{ code: 'choose-a-measure' }],
  });
});

test('a change that holds against the frozen baseline is measured, and says from what to what', () => {
  const graded = grade(inputs([...before, ...after]));
  expect(graded.grade).toBe('measured');
  expect(graded.because).toContainEqual({ code: 'shift', readings: 10, from: '2024-07-01' });
  expect(graded.because).toContainEqual(
    expect.objectContaining({ code: 'since', readings: 10, to: '2025-04-01', mean: 50.1 }),
  );
  expect(graded.raise).toEqual([{ code: 'compare' }]);
});

test('eleven baseline readings are one too few, and it says so', () => {
  const given = inputs([...before, ...after], { baselineFrom: '2023-08-01' });
  expect(grade(given).grade).toBe('described');
  expect(grade(given).raise).toEqual([{ code: 'longer-baseline', more: 1 }]);
  expect(grade(inputs([...before, ...after], { baselineFrom: '2023-07-01' })).grade).toBe('measured');
});

test('a missing value in the baseline is not a reading', () => {
  const holed = before.map((value, i) => (i % 2 ? null : value));
  expect(codes(inputs([...holed, ...after]))).toContain('short-baseline');
});

test('a relapse takes the grade back, from the first reading on the wrong side', () => {
  expect(grade(inputs([...before, ...after, 66])).grade).toBe('described');
  expect(codes(inputs([...before, ...after, 66]))).toContain('shift-ended');
});

test('six readings are not a shift yet, seven are', () => {
  expect(grade(inputs([...before, ...after.slice(0, 6)])).raise).toEqual([{ code: 'more-readings', needed: 7 }]);
  expect(grade(inputs([...before, ...after.slice(0, 7)])).grade).toBe('measured');
});

test('a shift the wrong way is no evidence of benefit', () => {
  expect(grade(inputs([...before, ...after], { better: 'up' })).grade).toBe('described');
});

test('a claim that was fixed when later readings existed says that it was chosen afterwards', () => {
  expect(codes(inputs([...before, ...after], { fixedOn: '2024-06-30' }))).toContain('fixed-before');
  expect(codes(inputs([...before, ...after], { fixedOn: '2025-05-01' }))).toContain('chosen-afterwards');
});

test('a reading that was changed, withdrawn or recorded again counts as at first, and is under review', () => {
  const given = inputs([...before, ...after, 66]);
  const records = given.records.map((record) => (record.first === 66 ? { ...record, withdrawn: true } : record));
  const again: Record = {
    ...records.at(-1)!,
    id: '9999',
    first: 48,
    now: 48,
    recordedAt: '2026-01-01',
    withdrawn: false,
  };
  const graded = grade({ ...given, records: [...records, again] });
  expect(graded.grade).toBe('described');
  expect(graded.because).toContainEqual({ code: 'under-review', readings: 1 });
});

const reading = fc.option(fc.integer({ min: 30, max: 80 }), { nil: null, freq: 8 });
const series = fc.tuple(
  fc.array(reading, { minLength: 8, maxLength: 20 }),
  fc.array(fc.integer({ min: 30, max: 70 }), { maxLength: 16 }),
);
const act = fc.record({ kind: fc.constantFrom('withdraw', 'correct', 'again'), at: fc.nat(), value: reading });

test('no withdrawal, correction or new recording of the same day by one person raises a grade', () => {
  fc.assert(
    fc.property(series, fc.array(act, { maxLength: 30 }), ([earlier, later], acts) => {
      const given = inputs([...earlier, ...later], {
        changedOn: dateAt(earlier.length),
        baselineThrough: dayBefore(earlier.length),
      });
      let records = given.records;
      for (const { kind, at, value } of acts) records = done(records, kind, at % records.length, value);
      expect(grade({ ...given, records }).grade).toBe(grade(given).grade);
    }),
    { numRuns: 300 },
  );
});

test('the order in which rows come back changes nothing', () => {
  fc.assert(
    fc.property(series, fc.infiniteStream(fc.nat()), ([earlier, later], dice) => {
      const given = inputs([...earlier, ...later]);
      const keyed = given.records.map((record) => ({ record, key: dice.next().value }));
      const records = keyed.sort((a, b) => a.key - b.key).map(({ record }) => record);
      expect(grade({ ...given, records })).toEqual(grade(given));
    }),
  );
});

test('measured always rests on twelve baseline readings and a run of at least seven that reaches the latest', () => {
  fc.assert(
    fc.property(series, ([earlier, later]) => {
      const given = inputs([...earlier, ...later], {
        changedOn: dateAt(earlier.length),
        baselineThrough: dayBefore(earlier.length),
      });
      if (grade(given).grade !== 'measured') return;
      const told = earlier.filter((value) => value !== null);
      const mean = told.reduce((sum, value) => sum + value, 0) / told.length;
      expect(told.length).toBeGreaterThanOrEqual(12);
      expect(later.slice(-7).every((value) => value < mean) && later.length >= 7).toBe(true);
    }),
    { numRuns: 500 },
  );
});

function done(records: readonly Record[], kind: string, at: number, value: number | null): readonly Record[] {
  const target = records[at]!;
  if (kind === 'withdraw')
    return records.map((record) => (record === target ? { ...record, withdrawn: true } : record));
  if (kind === 'correct') return records.map((record) => (record === target ? { ...record, now: value } : record));
  const withdrawn = records.map((record) => (record.date === target.date ? { ...record, withdrawn: true } : record));
  const id = `again-${records.length}`;
  return [...withdrawn, { ...target, id, first: value, now: value, recordedAt: '2026-06-01', withdrawn: false }];
}

function dateAt(month: number): string {
  return new Date(Date.UTC(2023, month, 1)).toISOString().slice(0, 10);
}

function dayBefore(month: number): string {
  return new Date(Date.UTC(2023, month, 0)).toISOString().slice(0, 10);
}
