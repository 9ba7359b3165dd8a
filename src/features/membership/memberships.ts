import type { Actor } from '#kernel/actor.ts';
import type { Db } from '#kernel/database/index.ts';
import { Conflict } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import * as journal from '#kernel/journal.ts';
import * as roles from '#kernel/roles.ts';
import { t } from '#kernel/words.ts';

export type Membership = { id: string; admittedAt: Date; founding: boolean };

/** The membership of a person; null for somebody who has not been admitted. */
export async function of(db: Db, personId: string): Promise<Membership | null> {
  const row = await db
    .selectFrom('memberships')
    .select(['id', 'admitted_at as admittedAt', 'founding_admission_id as founding'])
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return row ? { ...row, founding: row.founding !== null } : null;
}

/** Is this the address of a member? */
export async function hasAddress(db: Db, email: string): Promise<boolean> {
  const row = await db
    .selectFrom('memberships')
    .innerJoin('person_emails', 'person_emails.person_id', 'memberships.person_id')
    .select('memberships.id')
    .where('email', '=', email)
    .executeTakeFirst();
  return row !== undefined;
}

/** How many have been admitted. */
export async function count(db: Db): Promise<number> {
  const { members } = await db
    .selectFrom('memberships')
    .select((eb) => eb.fn.countAll<number>().as('members'))
    .executeTakeFirstOrThrow();
  return members;
}

/**
 * Makes a person a member, once: the row, the role and the entry. For the acts that admit, within their
 * transaction: a decision, a founding admission, and bringing in from another list.
 */
export async function record(
  trx: Db,
  personId: string,
  by: { decisionId: string } | { foundingAdmissionId: string } | { importAdmissionId: string },
  actor: Actor,
): Promise<void> {
  const id = newId();
  const made = await trx
    .insertInto('memberships')
    .values({
      id,
      person_id: personId,
      decision_id: 'decisionId' in by ? by.decisionId : null,
      founding_admission_id: 'foundingAdmissionId' in by ? by.foundingAdmissionId : null,
      import_admission_id: 'importAdmissionId' in by ? by.importAdmissionId : null,
      admitted_at: actor.at,
    })
    .onConflict((conflict) => conflict.column('person_id').doNothing())
    .executeTakeFirst();
  if (made.numInsertedOrUpdatedRows === 0n) throw new Conflict(t('This person is a member already.'));
  await roles.grant(trx, personId, { role: 'member', country: null }, actor);
  await journal.record(trx, actor, 'member.admitted', { type: 'person', id: personId });
}
