import { marks, measures, readings, type Work, works } from '#features/work/index.ts';
import type { Actor } from '#kernel/actor.ts';
import type { Db } from '#kernel/database/index.ts';
import { actorFor } from '#kernel/session/index.ts';
import { type Random, random } from './random.ts';
import { workTitled } from './work.ts';
import { HOME_BEFORE_LUNCH } from './works.ts';

const DAY = 86_400_000;
const HOW_MANY = 30;
const ANSWERS = { data: 'fine', counts: 'fine', names: 'fine' } as const;

type Told = {
  name: string;
  unit: string;
  better: 'up' | 'down' | 'neither';
  definition: string;
  level: number;
  noise: number;
  places: number;
};

const KINDS: Told[] = [
  {
    name: 'Falls per 1,000 bed-days',
    unit: '',
    better: 'down',
    definition: 'Falls in the incident system, divided by occupied bed-days.',
    level: 6.4,
    noise: 0.7,
    places: 1,
  },
  {
    name: 'Seen within an hour',
    unit: '%',
    better: 'up',
    definition: 'Share of people seen within 60 minutes of arriving.',
    level: 61,
    noise: 5,
    places: 0,
  },
  {
    name: 'Days from referral to first contact',
    unit: 'days',
    better: 'down',
    definition: 'Median of all referrals that month.',
    level: 38,
    noise: 4,
    places: 0,
  },
  {
    name: 'Staff who would recommend the team',
    unit: '%',
    better: 'up',
    definition: 'Monthly pulse survey, all staff asked.',
    level: 58,
    noise: 4,
    places: 0,
  },
  {
    name: 'Samples taken per patient-day',
    unit: '',
    better: 'down',
    definition: 'Blood samples booked in, divided by patient-days.',
    level: 1.42,
    noise: 0.09,
    places: 2,
  },
  {
    name: 'Unplanned returns within a week',
    unit: '%',
    better: 'down',
    definition: 'People who come back unplanned within seven days.',
    level: 11.5,
    noise: 1.1,
    places: 1,
  },
  {
    name: 'Carers who felt listened to',
    unit: '%',
    better: 'up',
    definition: 'A card with one question, handed out on the day.',
    level: 64,
    noise: 6,
    places: 0,
  },
  {
    name: 'Hours of sleep',
    unit: 'hours',
    better: 'up',
    definition: 'As patients say in the morning, average of the ward.',
    level: 4.6,
    noise: 0.4,
    places: 1,
  },
];

/** Thirty measures with synthetic readings: better, worse, unchanged, with gaps, with few points; most of them published. */
export async function addMeasures(db: Db, now: Date): Promise<void> {
  const dice = random(37);
  await homeBeforeLunch(db, dice, now);
  const rows = await db
    .selectFrom('works')
    .select('id')
    .where('visibility', '=', 'public')
    .where('state', 'in', ['testing', 'sustained', 'spreading', 'stopped'])
    .where('title', '<>', HOME_BEFORE_LUNCH.title)
    .orderBy('shared_at', 'desc')
    .orderBy('title')
    .limit(HOW_MANY - 2)
    .execute();
  for (const [n, { id }] of rows.entries()) await measureOne(db, await works.byId(db, id), n, dice, now);
}

async function measureOne(db: Db, work: Work, n: number, dice: Random, now: Date): Promise<void> {
  const kind = KINDS[n % KINDS.length] as Told;
  const actor = await actorFor(db, work.sharedBy, new Date(now.getTime() - 20 * DAY));
  const { level, noise, ...definition } = kind;
  const measure = await measures.define(
    db,
    work,
    { ...definition, target: n % 5 === 2 ? level * (kind.better === 'up' ? 1.15 : 0.85) : null },
    actor,
  );
  const months = n % 10 === 8 ? 7 : 24 + (n % 5) * 3;
  const changeAt = Math.floor(months * 0.55);
  const size = n % 3 === 0 ? 0 : n % 7 === 5 ? -2.2 : 2.6; // unchanged, worse, better
  const step = size * noise * (kind.better === 'up' ? 1 : -1);
  const dates = monthsBefore(now, months);
  const series = dates.map((date, i) => ({
    date,
    value:
      n % 6 === 4 && i % 11 === 7
        ? null
        : Number(Math.max(0, level + dice.normal() * noise + (i >= changeAt ? step : 0)).toFixed(kind.places + 1)),
  }));
  await readings.record(db, work, measure, series, actor);
  if (size !== 0)
    await marks.annotate(db, work, measure, { date: dates[changeAt] ?? '', label: 'The change begins' }, actor);
  if (n % 9 !== 7) await measures.publish(db, work, measure, { visibility: 'public', answers: ANSWERS }, actor);
}

/** The wait for discharge: 62 minutes, and 49 after the huddle; and a balancing measure that did not move. */
async function homeBeforeLunch(db: Db, dice: Random, now: Date): Promise<void> {
  const work = await workTitled(db, HOME_BEFORE_LUNCH.title);
  const actor = await actorFor(
    db,
    work.sharedBy,
    new Date(Math.min(now.getTime() - 30 * DAY, Date.parse('2026-09-10T09:00:00Z'))),
  );
  const months = monthsFrom('2023-01-01', 36);
  const wait = await define(
    db,
    work,
    {
      name: 'Average wait for discharge',
      unit: 'minutes',
      better: 'down',
      definition: 'Minutes from “ready to go” on the board to leaving the ward; the average of a month.',
      target: 50,
      places: 0,
    },
    actor,
  );
  await readings.record(
    db,
    work,
    wait,
    months.map((date, i) => ({ date, value: Number(((i < 18 ? 61.6 : 48.3) + dice.normal() * 2.3).toFixed(1)) })),
    actor,
  );
  await marks.annotate(db, work, wait, { date: '2024-07-01', label: 'Two-nurse huddle begins' }, actor);
  await marks.rebase(db, work, wait, { date: '2024-07-01', reason: 'New way of working' }, actor);
  const back = await define(
    db,
    work,
    {
      name: 'Unplanned returns within a week',
      unit: '%',
      better: 'down',
      definition: 'Share of people who come back unplanned within seven days.',
      target: null,
      places: 1,
    },
    actor,
  );
  await readings.record(
    db,
    work,
    back,
    months.map((date) => ({ date, value: Number((9.4 + dice.normal() * 0.8).toFixed(1)) })),
    actor,
  );
}

async function define(db: Db, work: Work, definition: Parameters<typeof measures.define>[2], actor: Actor) {
  const measure = await measures.define(db, work, definition, actor);
  await measures.publish(db, work, measure, { visibility: 'public', answers: ANSWERS }, actor);
  return measure;
}

function monthsFrom(first: string, count: number): string[] {
  const [year = 2023, month = 1] = first.split('-').map(Number);
  return Array.from({ length: count }, (_, i) => new Date(Date.UTC(year, month - 1 + i, 1)).toISOString().slice(0, 10));
}

function monthsBefore(now: Date, count: number): string[] {
  return monthsFrom(
    new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - count, 1)).toISOString().slice(0, 10),
    count,
  );
}
