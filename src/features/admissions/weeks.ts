import { sql } from 'kysely';
import { type Seen, seenOf } from '#features/work/index.ts';
import type { Actor } from '#kernel/actor.ts';
import type { Db } from '#kernel/database/index.ts';
import { dayOf } from '#kernel/format.ts';
import * as settings from '#kernel/settings.ts';
import { t } from '#kernel/words.ts';
import { allow } from './policy.ts';

const MOST_WEEKS = 104;

type Week = { week: string; joined: number; days: number | null };

/** Joining over time: those admitted in each whole week, and the median of days to the decisions of that week. */
export async function overTime(db: Db, actor: Actor): Promise<{ joined: Seen; days: Seen }> {
  allow(actor, 'read-report', {});
  const [weeks, community] = await Promise.all([weeksBefore(db, dayOf(actor.at)), settings.current(db, actor.at)]);
  const joined = weeks.map(({ week, joined: value }) => ({ date: week, value }));
  const days = weeks.map(({ week, days: value }) => ({ date: week, value }));
  return {
    joined: seenOf(measure('joined', t('People admitted in a week'), t('people'), 'up', null), joined, NO_MARKS),
    days: seenOf(
      measure('days', t('Days from application to decision'), t('days'), 'down', community['membership.promise-days']),
      days,
      NO_MARKS,
    ),
  };
}

const NO_MARKS = { rebases: [], annotations: [] };

/** A measure of the house’s own, as the chart of any measure takes it. */
function measure(
  id: string,
  name: string,
  unit: string,
  better: 'up' | 'down',
  target: number | null,
): Seen['measure'] {
  return {
    id,
    short: id,
    workId: id,
    name,
    unit,
    better,
    target,
    definition: '',
    places: 1,
    numerator: '',
    denominator: '',
    chart: 'xmr',
    profile: 'nhs-mdc',
    visibility: 'private',
  };
}

/** Whole weeks, Monday by Monday, from the first application that was decided; this week is not over and left out. */
async function weeksBefore(db: Db, day: string): Promise<Week[]> {
  const { rows } = await sql<Week>`
    with decided as (
      select date_trunc('week', d.decided_at)::date as week, d.outcome,
        extract(epoch from d.decided_at - min(s.submitted_at))::float8 / 86400 as days
      from decisions d join application_submissions s on s.application_id = d.application_id
      where d.outcome in ('admitted', 'not-now')
      group by d.id)
    select w.week::date as week, count(*) filter (where outcome = 'admitted') as joined,
      percentile_cont(0.5) within group (order by days) as days
    from generate_series(
      greatest((select min(week) from decided), date_trunc('week', ${day}::date)::date - 7 * ${MOST_WEEKS}::int),
      date_trunc('week', ${day}::date)::date - 7, interval '7 days') as w (week)
    left join decided on decided.week = w.week::date
    group by w.week order by w.week`.execute(db);
  return rows;
}
