import { sql } from 'kysely';
import { cairnItself } from '#kernel/actor.ts';
import { type Db, inTransaction } from '#kernel/database/index.ts';
import type { House } from '#kernel/house.ts';
import type { Handlers } from '#kernel/jobs.ts';
import * as journal from '#kernel/journal.ts';
import * as settings from '#kernel/settings.ts';
import { anonymise } from './anonymising.ts';
import { hold } from './applications.ts';
import * as letters from './letters.ts';

/** An applicant hears of it so long before a draft ends. */
export const WARNING_DAYS = 14;

export function jobs({ db, config, clock }: House): Handlers {
  return {
    'membership.retain': async () => {
      await warn(db, config.url, clock());
      await retain(db, clock());
    },
  };
}

/** Writes to those whose draft ends in two weeks, unless they go on with it. Once for each time that they stopped. */
export async function warn(db: Db, url: string, at: Date): Promise<number> {
  const { 'retention.draft-months': months } = await settings.read(db);
  const due = await kept(db)
    .where(sql<boolean>`application_states.state = 'started'`)
    .where(
      sql<boolean>`applications.changed_at + make_interval(months => ${months}) - make_interval(days => ${WARNING_DAYS}) <= ${at}`,
    )
    .where(sql<boolean>`coalesce(draft_warnings.warned_at < applications.changed_at, true)`)
    .execute();
  for (const { id } of due)
    await inTransaction(db, async (trx) => {
      const { name, email } = await hold(trx, id);
      const row = { application_id: id, warned_at: at };
      await trx
        .insertInto('draft_warnings')
        .values(row)
        .onConflict((conflict) => conflict.column('application_id').doUpdateSet(row))
        .execute();
      if (email !== null) await letters.draftEnds(trx, { id, email, name }, WARNING_DAYS, url, at);
      await journal.record(trx, cairnItself(at), 'application.warned', { type: 'application', id });
    });
  return due.length;
}

/**
 * Makes anonymous what has been kept long enough: drafts that were warned of two weeks ago and not touched since, and
 * applications that were decided or taken back, or that their applicant never answered; never while an appeal can be made
 * or is under way. Who was admitted is a member, and
 * their application stays with them. Doing it twice changes nothing. Answers how many.
 */
export async function retain(db: Db, at: Date): Promise<number> {
  const {
    'retention.draft-months': draftMonths,
    'retention.application-months': months,
    'membership.appeal-days': appealDays,
  } = await settings.read(db);
  const due = (over: Db) =>
    kept(over).where(
      sql<boolean>`case
        when application_states.state = 'started' then
          applications.changed_at + make_interval(months => ${draftMonths}) <= ${at}
          and draft_warnings.warned_at >= applications.changed_at
          and draft_warnings.warned_at + make_interval(days => ${WARNING_DAYS}) <= ${at}
        when application_states.state in ('not-now', 'withdrawn', 'more-needed') then
          greatest(
            greatest(application_states.since, applications.changed_at,
              (select max(o.decided_at) from appeals p join appeal_outcomes o on o.appeal_id = p.id
                where p.application_id = applications.id)) + make_interval(months => ${months}),
            application_states.since + make_interval(days => ${appealDays})) <= ${at}
          and not exists (select from appeals p where p.application_id = applications.id
            and not exists (select from appeal_outcomes o where o.appeal_id = p.id))
        else false end`,
    );
  const found = await due(db).execute();
  for (const { id } of found)
    await inTransaction(db, async (trx) => {
      await hold(trx, id);
      const [still] = await due(trx).where('applications.id', '=', id).execute();
      if (!still) return; // its applicant saved it at this very moment
      await anonymise(trx, id, at);
      await journal.record(trx, cairnItself(at), 'application.anonymised', { type: 'application', id });
    });
  return found.length;
}

/** What is not anonymous yet. */
function kept(db: Db) {
  return db
    .selectFrom('applications')
    .innerJoin('application_states', 'application_states.application_id', 'applications.id')
    .leftJoin('draft_warnings', 'draft_warnings.application_id', 'applications.id')
    .select('applications.id')
    .where('applications.anonymised_at', 'is', null)
    .orderBy('applications.id');
}
