import type { measures, readings } from '#features/work/index.ts';
import { random } from './world/random.ts';

type Series = readings.Series;
type Told = Pick<measures.Definition, 'name' | 'unit' | 'better' | 'target' | 'places'>;
export type Case = {
  measure: Told;
  series: Series;
  rebases: { date: string; reason: string }[];
  annotations: { date: string; label: string }[];
};

/** Every realistic chart, by name: what the committed pictures show. All numbers are invented. */
export const CASES: Readonly<Record<string, Case>> = {
  'common-cause': told('Average wait for discharge', 'minutes', 'down', monthly('2023-01', 24, level(1, 62, 4))),
  'improvement-with-rebase': told(
    'Average wait for discharge',
    'minutes',
    'down',
    monthly('2023-01', 36, (n) => (n < 18 ? level(2, 62, 3)(n) : level(3, 49, 2.6)(n))),
    {
      rebases: [{ date: '2024-07-01', reason: 'New limits: the huddle is now routine' }],
      annotations: [{ date: '2024-07-01', label: 'Two-nurse huddle begins' }],
    },
  ),
  concern: told(
    'Falls with harm per 1,000 bed days',
    '',
    'down',
    monthly('2024-01', 30, (n) => level(4, 2.1, 0.35)(n) + (n > 19 ? 1.1 : 0)),
    { places: 2 },
  ),
  'few-points': told('People seen within a week', '%', 'up', monthly('2026-04', 5, level(5, 71, 5)), { target: 80 }),
  'one-point': told('People seen within a week', '%', 'up', monthly('2026-04', 1, level(5, 71, 5))),
  gaps: told(
    'Antibiotics within the hour',
    '%',
    'up',
    monthly('2023-06', 28, (n) => ([6, 7, 15, 27].includes(n) ? null : level(6, 83, 4)(n))),
    { annotations: [{ date: '2023-12-01', label: 'No audit in winter' }] },
  ),
  'target-met': told('Calls answered within a minute', '%', 'up', weekly('2025-09-01', 40, level(7, 94, 1.2)), {
    target: 85,
  }),
  'target-beside-mean': told('Beds open', 'beds', 'neither', monthly('2024-01', 26, level(8, 148, 6)), {
    target: 148,
    places: 0,
  }),
  'no-variation': told(
    'Wrong-patient events',
    '',
    'down',
    monthly('2024-01', 20, () => 0),
  ),
  'three-hundred-points': told(
    'Emergency attendances',
    'people',
    'neither',
    daily('2025-01-01', 300, level(9, 412, 30)),
    {
      places: 0,
      rebases: [{ date: '2025-07-01', reason: 'Urgent treatment centre opens' }],
    },
  ),
  'long-labels': told(
    'Time from decision to admit to arrival on a ward, for people over seventy-five',
    'hours',
    'down',
    monthly('2022-01', 44, (n) => level(10, n < 20 ? 9.4 : n < 32 ? 7.1 : 5.9, 0.7)(n)),
    {
      rebases: [
        { date: '2023-09-01', reason: 'New limits after the frailty team moved to the front door and stayed there' },
        { date: '2024-09-01', reason: 'New limits: community beds are now booked through one telephone number' },
      ],
      annotations: [
        { date: '2023-07-01', label: 'Frailty team at the front door, seven days a week' },
        { date: '2023-10-01', label: 'Winter plan' },
        { date: '2024-08-01', label: 'One number for every community bed in the county' },
        { date: '2025-07-01', label: 'Ward moves' },
      ],
    },
  ),
  negative: told('Surplus or deficit against plan', '£', 'up', monthly('2024-04', 26, level(11, -40, 160)), {
    target: 0,
    places: 0,
  }),
  large: told(
    'Prescriptions reviewed',
    '',
    'up',
    monthly('2023-01', 30, (n) => 1_204_000 + level(12, 0, 60_000)(n) + n * 9000),
  ),
  'far-limits': told(
    'Days from referral to first visit',
    'days',
    'down',
    monthly('2022-06', 40, (n) => (n < 20 ? level(13, 31, 7)(n) : level(14, 27, 1.5)(n))),
    { target: 28, rebases: [{ date: '2024-02-01', reason: 'New booking system' }] },
  ),
};

type Extra = Partial<Pick<Told, 'target' | 'places'> & Pick<Case, 'rebases' | 'annotations'>>;

function told(name: string, unit: string, better: measures.Better, series: Series, extra: Extra = {}): Case {
  const { target = null, places = null, rebases = [], annotations = [] } = extra;
  return { measure: { name, unit, better, target, places }, series, rebases, annotations };
}

type ValueAt = (n: number) => number | null;

/** Ordinary variation about a level, the same each time. */
function level(seed: number, mean: number, spread: number): (n: number) => number {
  const noise = Array.from({ length: 400 }, random(seed).normal);
  return (n) => Math.round((mean + spread * (noise[n] ?? 0)) * 100) / 100;
}

function monthly(from: string, count: number, valueAt: ValueAt): Series {
  const [year = 0, month = 0] = from.split('-').map(Number);
  return along(count, valueAt, (n) => Date.UTC(year, month - 1 + n, 1));
}

function weekly(from: string, count: number, valueAt: ValueAt): Series {
  return along(count, valueAt, (n) => Date.parse(from) + n * 7 * 86_400_000);
}

function daily(from: string, count: number, valueAt: ValueAt): Series {
  return along(count, valueAt, (n) => Date.parse(from) + n * 86_400_000);
}

function along(count: number, valueAt: ValueAt, instantAt: (n: number) => number): Series {
  const places = Array.from({ length: count }, (_, n) => n);
  return { dates: places.map((n) => new Date(instantAt(n)).toISOString().slice(0, 10)), values: places.map(valueAt) };
}
