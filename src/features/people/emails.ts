import type { Actor } from '#kernel/actor.ts';
import { type Db, inTransaction } from '#kernel/database/index.ts';
import { Conflict, Invalid, NotFound } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import * as journal from '#kernel/journal.ts';
import * as links from '#kernel/links.ts';
import * as mail from '#kernel/mail/index.ts';
import { t } from '#kernel/words.ts';
import { byId, type Person } from './people.ts';
import { allow } from './policy.ts';

/** A second address survives leaving an employer: each person may have several, one of them for letters. */
export type Email = { id: string; email: string; isPrimary: boolean };

export type Moved = (db: Db, personId: string, email: string) => Promise<void>;

const PURPOSE = 'email.confirm';
const MOST = 5;

export function list(db: Db, personId: string): Promise<Email[]> {
  return db
    .selectFrom('person_emails')
    .select(['id', 'email', 'is_primary as isPrimary'])
    .where('person_id', '=', personId)
    .orderBy('is_primary', 'desc')
    .orderBy('verified_at')
    .execute();
}

/** Sends a letter with a link to an address that a person says is theirs. Whether another person has it is not told. */
export async function propose(
  db: Db,
  { person, email, url, community }: { person: Person; email: string; url: string; community: string },
  actor: Actor,
): Promise<void> {
  allow(actor, 'keepEmails', person);
  const own = await list(db, person.id);
  if (own.some((one) => one.email.toLowerCase() === email.toLowerCase()))
    throw new Invalid({ email: t('You have confirmed this address already.') });
  if (own.length >= MOST)
    throw new Invalid({ email: t('You have five addresses. Remove one before you add another.') });
  await inTransaction(db, async (trx) => {
    const token = await links.issue(trx, { purpose: PURPOSE, subject: person.id, email, days: 2 }, actor.at);
    const text = t(
      `Hello,

{name} would like to use this address at {community}. If that is you, open this page and press its button:

{link}

The link works once, for two days. If you do not know why you got this letter, leave it: nothing will happen.`,
      { name: person.name, community, link: `${url}/account/emails/confirmation?token=${token}` },
    );
    await mail.send(
      trx,
      { to: email, subject: t('Confirm this address at {community}', { community }), text },
      actor.at,
    );
  });
}

/** What a confirmation link would add, and to whom; null when it has been used or has run out. */
export async function proposed(db: Db, token: string, at: Date): Promise<{ person: Person; email: string } | null> {
  const link = await links.find(db, PURPOSE, token, at);
  return link && !link.usedAt ? { person: await byId(db, link.subject), email: link.email } : null;
}

/** Adds the address of a confirmation link. The link itself says who may: it was sent to that address. */
export async function confirm(db: Db, token: string, actor: Actor): Promise<{ person: Person; email: string }> {
  return inTransaction(db, async (trx) => {
    const link = await links.find(trx, PURPOSE, token, actor.at);
    if (!link || !(await links.redeem(trx, link, actor.at)))
      throw new Conflict(t('This link has been used or has run out. You can ask for a new one on your account page.'));
    const person = await byId(trx, link.subject);
    const added = await trx
      .insertInto('person_emails')
      .values({ id: newId(), person_id: person.id, email: link.email, verified_at: actor.at })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (added.numInsertedOrUpdatedRows === 0n)
      throw new Conflict(
        t('Somebody has an account with this address. If it is yours, sign in with it and remove it there.'),
      );
    await journal.record(trx, { ...actor, id: person.id }, 'email.added', { type: 'person', id: person.id });
    return { person, email: link.email };
  });
}

/** From now on letters go to this address; `moved` tells the account. */
export async function makePrimary(db: Db, person: Person, id: string, moved: Moved, actor: Actor): Promise<void> {
  allow(actor, 'keepEmails', person);
  await inTransaction(db, async (trx) => {
    const chosen = await own(trx, person, id);
    await trx.updateTable('person_emails').set({ is_primary: false }).where('person_id', '=', person.id).execute();
    await trx.updateTable('person_emails').set({ is_primary: true }).where('id', '=', chosen.id).execute();
    await moved(trx, person.id, chosen.email);
    await journal.record(trx, actor, 'email.made-primary', { type: 'person', id: person.id });
  });
}

export async function remove(db: Db, person: Person, id: string, actor: Actor): Promise<void> {
  allow(actor, 'keepEmails', person);
  await inTransaction(db, async (trx) => {
    const chosen = await own(trx, person, id);
    if (chosen.isPrimary) throw new Conflict(t('Letters go to this address. Choose another for them first.'));
    await trx.deleteFrom('person_emails').where('id', '=', chosen.id).execute();
    await links.forget(trx, chosen.email);
    await journal.record(trx, actor, 'email.removed', { type: 'person', id: person.id });
  });
}

async function own(db: Db, person: Person, id: string): Promise<Email> {
  const found = (await list(db, person.id)).find((one) => one.id === id);
  if (!found) throw new NotFound();
  return found;
}
