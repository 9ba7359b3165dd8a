import { sql } from 'kysely';
import { type Measure, measures, type Work } from '#features/work/index.ts';
import type { Actor } from '#kernel/actor.ts';
import { type Db, inTransaction } from '#kernel/database/index.ts';
import { Conflict } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import * as journal from '#kernel/journal.ts';
import { t } from '#kernel/words.ts';
import { type Slot, slots } from './first-recorded.ts';
import { acceptedAmong, recordsAmong } from './grades.ts';
import { allow, may } from './policy.ts';

/** What somebody did to a reading after it was first recorded. */
export type Act = {
  kind: 'changed' | 'withdrawn' | 'recorded-again';
  by: string;
  name: string;
  at: Date;
  reason: string;
};

/**
 * A reading that stands differently from what counts, until somebody who had no hand in it accepts; with what was done to it
 * since it was first recorded, or since a second person accepted what stood then.
 */
export type Waiting = Slot & { acts: Act[] };

/** A place in time with what its reader saw standing there: `2026-01-01 1 45`. Two readers can thus not talk past each other. */
export function keyOf({ date, position, stands }: Pick<Slot, 'date' | 'position' | 'stands'>): string {
  return `${date} ${position} ${stands ?? 'missing'}`;
}

/** The corrections of a measure that wait for a second person. */
export async function waiting(db: Db, measure: Measure): Promise<Waiting[]> {
  const [records, accepted] = await Promise.all([recordsAmong(db, [measure.id]), acceptedAmong(db, [measure.id])]);
  const recorded = records.get(measure.id) ?? [];
  const open = slots(recorded, accepted.get(measure.id) ?? []).filter(({ counts, stands }) => counts !== stands);
  if (open.length === 0) return [];
  const acts = await actsOn(
    db,
    measure.id,
    open.map(({ date }) => date),
  );
  return open.map((slot) => ({
    ...slot,
    acts: acts.filter(
      ({ date, position, at, acceptedAt }) =>
        date === slot.date && position === slot.position && (acceptedAt === null || at >= acceptedAt),
    ),
  }));
}

/** May this person accept it? Whoever had a hand in it may not, and one's own first recording is no hand in its correction. */
export function mayAccept(work: Pick<Work, 'team'>, { acts }: Pick<Waiting, 'acts'>, actor: Actor): boolean {
  return may(actor, 'accept', { team: work.team, hands: acts.map(({ by }) => by) });
}

/** Accepts corrections, by their keys: what stands counts from now on. All of them, or none. */
export async function accept(
  db: Db,
  work: Work,
  measure: Measure,
  { keys, reason }: { keys: string[]; reason: string },
  actor: Actor,
): Promise<void> {
  allow(actor, 'review', work);
  await inTransaction(db, async (trx) => {
    await trx.selectFrom('measures').select('id').where('id', '=', measure.id).forUpdate().execute();
    const open = await waiting(trx, measure);
    const rows = keys.map((key) => {
      const one = open.find((slot) => keyOf(slot) === key);
      if (!one) throw new Conflict(t('This has moved on since you opened the page. Please look again.'));
      allow(actor, 'accept', { team: work.team, hands: one.acts.map(({ by }) => by) });
      const { date, position, stands } = one;
      return {
        ...{ id: newId(), measure_id: measure.id, taken_on: date, position },
        ...(stands === 'none' ? { stands: false, value: null } : { stands: true, value: stands }),
        ...{ reason, accepted_by: actor.id ?? '', accepted_at: actor.at },
      };
    });
    await trx.insertInto('correction_acceptances').values(rows).execute();
    const change = { after: { readings: rows.length } };
    await journal.record(trx, actor, 'corrections.accepted', { type: 'measure', id: measure.id }, change);
    await measures.changed(trx, measure.id);
  });
}

type Placed = Act & { date: string; position: number; acceptedAt: Date | null };

/** Everything that was done to the readings of these days after the first of each, with who did it, in order. */
async function actsOn(db: Db, measureId: string, dates: string[]): Promise<Placed[]> {
  const readings = await db
    .selectFrom('readings as r')
    .innerJoin('people as p', 'p.id', 'r.recorded_by')
    .leftJoin('people as w', 'w.id', 'r.withdrawn_by')
    .select(['r.id', 'r.taken_on as date', 'r.position', 'r.recorded_by', 'r.recorded_at', 'p.name'])
    .select(['r.withdrawn_by', 'r.withdrawn_at', 'w.name as withdrawer'])
    .select(
      sql<Date | null>`(select max(a.accepted_at) from correction_acceptances a where a.measure_id = r.measure_id
        and a.taken_on = r.taken_on and a.position = r.position)`.as('acceptedAt'),
    )
    .where('r.measure_id', '=', measureId)
    .where('r.taken_on', 'in', dates)
    .orderBy('r.recorded_at')
    .orderBy('r.id')
    .execute();
  const changes = await db
    .selectFrom('reading_changes as c')
    .innerJoin('people as p', 'p.id', 'c.changed_by')
    .select(['c.reading_id', 'c.changed_by as by', 'p.name', 'c.changed_at as at', 'c.reason'])
    .where(
      'c.reading_id',
      'in',
      readings.map(({ id }) => id),
    )
    .execute();
  const acts = readings.flatMap((reading, i) => {
    const { id, date, position, recorded_by, recorded_at, name, withdrawn_by, withdrawn_at, withdrawer } = reading;
    const at = { date, position, acceptedAt: reading.acceptedAt };
    const again = readings.slice(0, i).some((one) => one.date === date && one.position === position);
    const own = changes.filter((change) => change.reading_id === id);
    const told = own.some(({ by, at: when }) => by === withdrawn_by && when.getTime() === withdrawn_at?.getTime());
    return [
      ...(again
        ? [{ ...at, kind: 'recorded-again' as const, by: recorded_by, name, at: recorded_at, reason: '' }]
        : []),
      ...own.map(({ by, name: who, at: when, reason }) => ({
        ...at,
        kind: when.getTime() === withdrawn_at?.getTime() ? ('withdrawn' as const) : ('changed' as const),
        ...{ by, name: who, at: when, reason },
      })),
      ...(withdrawn_by && withdrawn_at && !told
        ? [
            {
              ...at,
              kind: 'withdrawn' as const,
              by: withdrawn_by,
              name: withdrawer ?? '',
              at: withdrawn_at,
              reason: '',
            },
          ]
        : []),
    ];
  });
  return acts.sort((a, b) => a.at.getTime() - b.at.getTime());
}
