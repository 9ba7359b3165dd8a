import { sql } from 'kysely';
import { type Db, inTransaction } from '#kernel/database/index.ts';
import type { House } from '#kernel/house.ts';
import type { Handlers } from '#kernel/jobs.ts';
import * as links from '#kernel/links.ts';
import { daysBefore } from './invitations.ts';
import * as letters from './letters.ts';

const YEAR = 365;

/** Every night: tells inviters what they may know, and forgets what has had its time. */
export function jobs({ db, config, clock }: House): Handlers {
  return {
    'inviting.nightly': async () => {
      await tell(db, config.url, clock());
      await forget(db, clock());
    },
  };
}

/** Writes to each inviter what has happened and what the invited allows, once. Answers how many letters. */
export async function tell(db: Db, url: string, at: Date): Promise<number> {
  return inTransaction(db, async (trx) => {
    const due = await trx
      .selectFrom('invitation_permissions as m')
      .innerJoin('invitations as i', 'i.id', 'm.invitation_id')
      .innerJoin('invitation_applications as a', 'a.invitation_id', 'i.id')
      .innerJoin('application_states as s', 's.application_id', 'a.application_id')
      .innerJoin('person_emails as e', 'e.person_id', 'i.invited_by')
      .select(['i.id', 'm.about', 'i.name', 'e.email'])
      .where('m.told_at', 'is', null)
      .where('e.is_primary', '=', true)
      .where(sql<boolean>`case m.about when 'joined' then s.state = 'admitted' else s.submitted_at is not null end`)
      .orderBy('m.allowed_at')
      .limit(500)
      .execute();
    for (const { id, about, name, email } of due) {
      const { numUpdatedRows } = await trx
        .updateTable('invitation_permissions')
        .set({ told_at: at })
        .where('invitation_id', '=', id)
        .where('about', '=', about)
        .where('told_at', 'is', null)
        .executeTakeFirst();
      if (numUpdatedRows > 0n) await letters.told(trx, { email, name, about }, url, at);
    }
    return due.length;
  });
}

/**
 * The address goes when its link has run out; the row after a year if nothing came of it, or with the application that came
 * of it when that is made anonymous.
 */
export async function forget(db: Db, at: Date): Promise<void> {
  await inTransaction(db, async (trx) => {
    await trx
      .updateTable('invitations')
      .set({ email: null })
      .where('email', 'is not', null)
      .where('invited_at', '<=', daysBefore(at, letters.DAYS))
      .execute();
    await trx
      .deleteFrom('invitations')
      .where('invited_at', '<=', daysBefore(at, YEAR))
      .where('id', 'not in', (eb) => eb.selectFrom('invitation_applications').select('invitation_id'))
      .execute();
    await trx
      .updateTable('invitations')
      .set({ name: '', note: '', email: null })
      .where('name', '<>', '')
      .where('id', 'in', (eb) =>
        eb
          .selectFrom('invitation_applications as a')
          .innerJoin('applications', 'applications.id', 'a.application_id')
          .select('a.invitation_id')
          .where('applications.anonymised_at', 'is not', null),
      )
      .execute();
  });
}

/** Takes every word out of these invitations; that somebody was invited, and what came of it, can still be counted. */
export async function blank(trx: Db, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await trx.updateTable('invitations').set({ email: null, name: '', note: '' }).where('id', 'in', ids).execute();
  await trx.deleteFrom('invitation_permissions').where('invitation_id', 'in', ids).execute();
  for (const id of ids) await links.forgetAbout(trx, id);
}
