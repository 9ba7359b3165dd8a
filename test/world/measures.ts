import { marks, measures, readings, type Work } from '#features/work/index.ts';
import type { Actor } from '#kernel/actor.ts';
import type { Db } from '#kernel/database/index.ts';
import { actorFor } from '#kernel/session/index.ts';
import { MEASURED, type Measured } from './measured.ts';
import { type Random, random } from './random.ts';
import { workTitled } from './work.ts';
import { HOME_BEFORE_LUNCH } from './works.ts';

const DAY = 86_400_000;
const ANSWERS = { data: 'fine', counts: 'fine', names: 'fine' } as const;
const BEFORE = 14;
const AFTER = 16;

/**
 * A measure for each piece of work that `MEASURED` names, with synthetic readings that suit it: better, worse, unchanged, with
 * gaps, with few points, with new limits, as a rate; most of them published.
 */
export async function addMeasures(db: Db, now: Date): Promise<void> {
  const dice = random(37);
  for (const [n, told] of MEASURED.entries()) await measureOne(db, told, n, dice, now);
  await homeBeforeLunch(db, dice, now);
}

async function measureOne(db: Db, told: Measured, n: number, dice: Random, now: Date): Promise<void> {
  const { name, unit, better, definition, places, target = null } = told;
  const work = await workTitled(db, told.work);
  const actor = await actorFor(db, work.sharedBy, new Date(now.getTime() - (60 + n) * DAY));
  const measure = await measures.define(db, work, { name, unit, better, definition, places, target }, actor);
  const { before = BEFORE, after = AFTER, began } = told;
  const last = monthsBefore(now, 1)[0] ?? '';
  const all = monthsFrom(monthsBefore(now, began + before - 1)[0] ?? '', before + after);
  const dates = all.filter((date, i) => date <= last && !told.gaps?.includes(i));
  const changedOn = all[before] ?? '';
  const noises = dates.map((date) => ({ date, noise: dice.normal() * told.noise }));
  const series = noises.map(({ date, noise }) => ({ date, ...counted(told, levelAt(told, all, date) + noise, dice) }));
  await readings.record(
    db,
    work,
    measure,
    series.map(({ date, value }) => ({ date, value })),
    actor,
  );
  if (told.rate) await keepCounts(db, measure.id, series);
  await marks.annotate(db, work, measure, { date: changedOn, label: told.change }, actor);
  const rebased = told.rebase ?? (told.claim && told.shape === 'better' ? told.change : null);
  if (rebased) await marks.rebase(db, work, measure, { date: changedOn, reason: rebased }, actor);
  if (!told.kept && work.visibility !== 'private')
    await measures.publish(
      db,
      work,
      measure,
      { visibility: work.visibility === 'public' ? 'public' : 'members', answers: ANSWERS },
      actor,
    );
}

/** Where the measure stands in this month, without chance. */
function levelAt({ from, to = from, shape, before = BEFORE }: Measured, all: string[], date: string): number {
  const since = all.indexOf(date) - before;
  if (since < 0 || shape === 'same') return from;
  if (shape === 'relapse' && since >= 9) return from;
  return since === 0 ? (from + to) / 2 : to;
}

type Counted = { value: number; numerator: number | null; denominator: number | null };

/** A value; of a rate, so many in so many, and the value that they make. */
function counted({ rate, places, unit }: Measured, raw: number, dice: Random): Counted {
  const most = unit === '%' ? 100 : Number.POSITIVE_INFINITY;
  const value = Math.min(most, Math.max(0, raw));
  if (!rate) return { value: Number(value.toFixed(places === 0 && unit !== '%' ? 0 : places + 1)), ...NO_COUNTS };
  const denominator = Math.round(rate.of * (0.94 + dice.next() * 0.12));
  const numerator = Math.round((value * denominator) / rate.per);
  return { value: Number(((numerator * rate.per) / denominator).toFixed(places + 1)), numerator, denominator };
}

const NO_COUNTS = { numerator: null, denominator: null };

async function keepCounts(db: Db, measureId: string, series: ({ date: string } & Counted)[]): Promise<void> {
  for (const { date, numerator, denominator } of series)
    await db
      .updateTable('readings')
      .set({ numerator, denominator })
      .where('measure_id', '=', measureId)
      .where('taken_on', '=', date)
      .execute();
}

/** The wait for discharge: 62 minutes, and 49 after the huddle; and a balancing measure that did not move. */
async function homeBeforeLunch(db: Db, dice: Random, now: Date): Promise<void> {
  const work = await workTitled(db, HOME_BEFORE_LUNCH.title);
  const actor = await actorFor(db, work.sharedBy, new Date(now.getTime() - 30 * DAY));
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
