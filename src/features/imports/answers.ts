import { people } from '#features/people/index.ts';
import type { Actor } from '#kernel/actor.ts';
import { visitor } from '#kernel/actor.ts';
import type { Country } from '#kernel/countries.ts';
import { type Db, inTransaction } from '#kernel/database/index.ts';
import { NotFound } from '#kernel/errors.ts';
import * as journal from '#kernel/journal.ts';
import * as links from '#kernel/links.ts';
import * as roles from '#kernel/roles.ts';
import * as letters from './letters.ts';

export type BroughtIn = {
  id: string;
  personId: string;
  name: string;
  country: Country | null;
  by: string;
  fileName: string;
  isNew: boolean;
  confirmed: boolean;
};

/** Forgets a person everywhere: app.tsx hands it in. */
export type Forget = (db: Db, personId: string, actor: Actor) => Promise<void>;

/** What a letter's link opens. Throws NotFound when it is wrong, has run out, or they were taken out. */
export async function open(db: Db, token: string, { at }: Actor): Promise<BroughtIn> {
  const link = await links.find(db, letters.BROUGHT_IN_LINK, token, at);
  const row =
    link &&
    (await db
      .selectFrom('import_admissions as a')
      .innerJoin('people', 'people.id', 'a.person_id')
      .innerJoin('member_imports as i', 'i.id', 'a.import_id')
      .innerJoin('people as steward', 'steward.id', 'i.uploaded_by')
      .leftJoin('import_confirmations as c', 'c.admission_id', 'a.id')
      .leftJoin('import_refusals as r', 'r.admission_id', 'a.id')
      .select(['a.id', 'a.person_id', 'people.name', 'people.country', 'steward.name as by', 'i.file_name', 'a.is_new'])
      .select(['c.confirmed_at'])
      .where('a.id', '=', link.subject)
      .where('r.refused_at', 'is', null)
      .executeTakeFirst());
  if (!row) throw new NotFound();
  const { person_id, file_name, is_new, confirmed_at, ...same } = row;
  return { ...same, personId: person_id, fileName: file_name, isNew: is_new, confirmed: confirmed_at !== null };
}

/** "Yes": their own name and country, and the compact. Twice changes nothing. */
export async function confirm(
  db: Db,
  one: BroughtIn,
  { name, country, compactVersion }: { name: string; country: Country; compactVersion: string },
  { at }: Actor,
): Promise<void> {
  const self = { ...visitor(at), id: one.personId };
  await inTransaction(db, async (trx) => {
    const { numInsertedOrUpdatedRows } = await trx
      .insertInto('import_confirmations')
      .values({ admission_id: one.id, compact_version: compactVersion, confirmed_at: at })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (numInsertedOrUpdatedRows === 0n) return;
    await people.describe(trx, await people.byId(trx, one.personId), { name, country }, self);
    await journal.record(trx, self, 'member.confirmed', { type: 'person', id: one.personId });
  });
}

/** "Take me out": whom only the list made known here is forgotten altogether; anybody else is a member no longer. */
export async function refuse(db: Db, one: BroughtIn, forget: Forget, { at }: Actor): Promise<void> {
  const self = { ...visitor(at), id: one.personId };
  await inTransaction(db, async (trx) => {
    await trx
      .insertInto('import_refusals')
      .values({ admission_id: one.id, refused_at: at })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    await links.forgetAbout(trx, one.id);
    await roles.revoke(trx, one.personId, { role: 'member', country: null }, self);
    if (one.isNew && !one.confirmed) await forget(trx, one.personId, self);
    await journal.record(trx, self, 'member.taken-out', { type: 'person', id: one.personId });
  });
}
