import type { Actor, Grant, Role } from './actor.ts';
import type { Country } from './countries.ts';
import type { Db } from './database/index.ts';
import { inTransaction } from './database/index.ts';
import { newId } from './ids.ts';
import * as journal from './journal.ts';

/** Gives a role; giving it twice changes nothing. */
export async function grant(db: Db, personId: string, { role, country }: Grant, actor: Actor): Promise<void> {
  await inTransaction(db, async (trx) => {
    const row = { id: newId(), person_id: personId, role, country, granted_at: actor.at, granted_by: actor.id };
    const given = await trx
      .insertInto('role_grants')
      .values(row)
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (given.numInsertedOrUpdatedRows === 0n) return;
    await journal.record(trx, actor, 'role.granted', { type: 'person', id: personId }, { after: { role, country } });
  });
}

export async function revoke(db: Db, personId: string, { role, country }: Grant, actor: Actor): Promise<void> {
  await inTransaction(db, async (trx) => {
    await trx
      .deleteFrom('role_grants')
      .where('person_id', '=', personId)
      .where('role', '=', role)
      .where('country', country === null ? 'is' : '=', country)
      .execute();
    await journal.record(trx, actor, 'role.revoked', { type: 'person', id: personId }, { before: { role, country } });
  });
}

export async function of(db: Db, personId: string): Promise<Grant[]> {
  const rows = await db
    .selectFrom('role_grants')
    .select(['role', 'country'])
    .where('person_id', '=', personId)
    .execute();
  return rows.map(({ role, country }) => ({ role: role as Role, country }));
}

/** Takes every role of somebody who is leaving. */
export async function forget(db: Db, personId: string): Promise<void> {
  await db.deleteFrom('role_grants').where('person_id', '=', personId).execute();
}

/** The people who hold a role (for a country, or for all). */
export async function holders(db: Db, role: Role, country?: Country): Promise<string[]> {
  const rows = await db
    .selectFrom('role_grants')
    .select('person_id')
    .distinct()
    .where('role', '=', role)
    .$if(country !== undefined, (query) =>
      query.where((eb) => eb.or([eb('country', 'is', null), eb('country', '=', country ?? null)])),
    )
    .execute();
  return rows.map((row) => row.person_id);
}

/** The primary e-mail addresses of those who hold a role: whom a letter about something that waits goes to. */
export async function addresses(db: Db, role: Role): Promise<string[]> {
  const rows = await db
    .selectFrom('role_grants')
    .innerJoin('person_emails', 'person_emails.person_id', 'role_grants.person_id')
    .select('person_emails.email')
    .distinct()
    .where('role', '=', role)
    .where('is_primary', '=', true)
    .orderBy('person_emails.email')
    .execute();
  return rows.map(({ email }) => email);
}
