import { sql } from 'kysely';
import { cairnItself } from '#kernel/actor.ts';
import { type Db, inTransaction } from '#kernel/database/index.ts';
import type { House } from '#kernel/house.ts';
import type { Handlers } from '#kernel/jobs.ts';
import * as journal from '#kernel/journal.ts';
import * as toReferees from './letters-to-referees.ts';
import * as referees from './referees.ts';

const AFTER_DAYS = 7;

export function jobs({ db, config, clock }: House): Handlers {
  return {
    'membership.remind': async () => {
      await remind(db, config.url, clock());
    },
  };
}

/** Writes once more to those who were asked a week ago and have not answered, while it can still be of use. */
export async function remind(db: Db, url: string, at: Date): Promise<number> {
  const due = await referees
    .all(db)
    .innerJoin('applications', 'applications.id', 'referees.application_id')
    .innerJoin('application_states', 'application_states.application_id', 'applications.id')
    .select('applications.name as applicant')
    .where('asked.sent_at', '<=', sql<Date>`${at}::timestamptz - make_interval(days => ${AFTER_DAYS})`)
    .where('reminded.sent_at', 'is', null)
    .where('referee_answers.answer', 'is', null)
    .where(sql<boolean>`application_states.state in ('submitted', 'assessing', 'third', 'ready', 'more-needed')`)
    .execute();
  for (const { id, applicationId, email, name, applicant } of due) {
    if (email === null) continue;
    await inTransaction(db, async (trx) => {
      const first = await trx
        .insertInto('referee_letters')
        .values({ referee_id: id, kind: 'reminded', sent_at: at })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst();
      if (first.numInsertedOrUpdatedRows === 0n) return;
      await toReferees.reminded(trx, { id, name, email, applicant }, url, at);
      await journal.record(trx, cairnItself(at), 'referee.reminded', { type: 'application', id: applicationId });
    });
  }
  return due.length;
}
