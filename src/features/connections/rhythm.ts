import { type Actor, cairnItself } from '#kernel/actor.ts';
import { type Db, inTransaction } from '#kernel/database/index.ts';
import { dayOf } from '#kernel/format.ts';
import * as journal from '#kernel/journal.ts';
import * as settings from '#kernel/settings.ts';
import { allow } from './policy.ts';
import { latest, open } from './rounds.ts';
import { waiting } from './waiting.ts';

/** How often there is a round. Each begins in the first days of its months. */
export const RHYTHMS = ['monthly', 'two-monthly', 'quarterly', 'by-hand'] as const;
export type Rhythm = (typeof RHYTHMS)[number];

const MONTHS: Record<Rhythm, number | null> = { monthly: 1, 'two-monthly': 2, quarterly: 3, 'by-hand': null };
/** With fewer the same people would be left with nobody to meet before long. */
export const FEWEST = 4;

export async function current(db: Db): Promise<Rhythm> {
  const { 'introductions.rhythm': set } = await settings.read(db);
  return RHYTHMS.find((rhythm) => rhythm === set) ?? 'monthly';
}

export async function choose(db: Db, rhythm: Rhythm, actor: Actor): Promise<void> {
  allow(actor, 'run rounds', {});
  await inTransaction(db, async (trx) => {
    await settings.write(trx, 'introductions.rhythm', rhythm, actor);
    await journal.record(trx, actor, 'introductions.rhythm-chosen', { type: 'person', id: actor.id ?? '' });
  });
}

/** The day on which the next round begins by itself; today, where it could have begun. Null: a steward begins it. */
export async function next(db: Db, at: Date): Promise<string | null> {
  const months = MONTHS[await current(db)];
  if (months === null) return null;
  const [today, last] = [dayOf(at), await latest(db)];
  const period = periodOf(today, months);
  return last && dayOf(last.begunAt) >= period ? periodOf(today, months, 1) : today;
}

/** Begins a round if it is time and there are enough people. By the clock, every morning. */
export async function beginIfDue(db: Db, at: Date): Promise<void> {
  if ((await next(db, at)) !== dayOf(at)) return;
  if ((await waiting(db, at)).length >= FEWEST) await open(db, cairnItself(at));
}

/** The first day of the stretch of so many months in which a day lies, or of a later one. */
export function periodOf(day: string, months: number, later = 0): string {
  const [year = 0, month = 1] = day.split('-').map(Number);
  const first = Math.floor((month - 1) / months) * months + later * months;
  return new Date(Date.UTC(year, first, 1)).toISOString().slice(0, 10);
}
