import { applications } from '#features/membership/index.ts';
import { type Actor, visitor } from '#kernel/actor.ts';
import type { Country } from '#kernel/countries.ts';
import { type Db, inTransaction } from '#kernel/database/index.ts';
import { NotFound } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import * as journal from '#kernel/journal.ts';
import * as links from '#kernel/links.ts';
import * as mail from '#kernel/mail/index.ts';
import type { Invitation, Post } from './invitations.ts';
import * as refusals from './refusals.ts';

/** What the invited may let the inviter know. */
export const ABOUT = ['applied', 'joined'] as const;
export type About = (typeof ABOUT)[number];

type Pathway = Parameters<typeof applications.start>[1]['pathway'];

/**
 * "Yes": begins an application that remembers its invitation, and answers the token that opens it; null where none begins
 * because they are a member already or none are taken: a letter tells them. The link says who acts: it was sent to that
 * address.
 */
export async function accept(
  db: Db,
  invitation: Invitation,
  { tell, ...given }: { name: string; country: Country; pathway: Pathway; tell: About[] },
  { url }: Post,
  actor: Actor,
): Promise<string | null> {
  const { id, email } = invitation;
  const invited = { ...visitor(actor.at), email };
  return inTransaction(db, async (trx) => {
    await hold(trx, id);
    const token = await applications.start(trx, { ...given, email }, url, invited);
    if (token === null) return null;
    const { application } = await applications.open(trx, token, invited);
    await trx
      .insertInto('invitation_applications')
      .values({ invitation_id: id, application_id: application.id, accepted_at: actor.at })
      .onConflict((conflict) =>
        conflict.column('invitation_id').doUpdateSet({ application_id: application.id, accepted_at: actor.at }),
      )
      .execute();
    await trx.deleteFrom('invitation_postponements').where('invitation_id', '=', id).execute();
    await letKnow(trx, id, tell, actor.at);
    await journal.record(trx, invited, 'invitation.accepted', { type: 'invitation', id });
    return token;
  });
}

/** What the inviter may know, from now on. What was told already cannot be untold. */
export async function permit(db: Db, { id, email }: Invitation, tell: About[], { at }: Actor): Promise<void> {
  await inTransaction(db, async (trx) => {
    await hold(trx, id);
    await letKnow(trx, id, tell, at);
    await journal.record(trx, { ...visitor(at), email }, 'invitation.permitted', { type: 'invitation', id });
  });
}

/** What the inviter may know now. */
export async function permitted(db: Db, { id }: Invitation): Promise<string[]> {
  const rows = await db
    .selectFrom('invitation_permissions')
    .select('about')
    .where('invitation_id', '=', id)
    .orderBy('about')
    .execute();
  return rows.map(({ about }) => about);
}

/** "Not now." The link stays open for a change of mind. */
export async function postpone(db: Db, { id, email }: Invitation, { at }: Actor): Promise<void> {
  await inTransaction(db, async (trx) => {
    await hold(trx, id);
    await trx
      .insertInto('invitation_postponements')
      .values({ invitation_id: id, postponed_at: at })
      .onConflict((conflict) => conflict.column('invitation_id').doUpdateSet({ postponed_at: at }))
      .execute();
    await journal.record(trx, { ...visitor(at), email }, 'invitation.postponed', { type: 'invitation', id });
  });
}

/**
 * "Never again": the digest stays, the address goes from every invitation, with its links, and from the letters too unless
 * it is known here for another reason. The entry names no invitation: not even the journal says who refused.
 */
export async function refuse(db: Db, { id, email }: Invitation, { secret }: Post, { at }: Actor): Promise<void> {
  await inTransaction(db, async (trx) => {
    await hold(trx, id);
    await refusals.record(trx, refusals.digestOf(email, secret), at);
    const all = await trx
      .updateTable('invitations')
      .set({ email: null })
      .where('email', '=', email)
      .returning('id')
      .execute();
    for (const one of all) await links.forgetAbout(trx, one.id);
    await trx
      .deleteFrom('invitation_permissions')
      .where(
        'invitation_id',
        'in',
        all.map((one) => one.id),
      )
      .execute();
    if (!(await isKnown(trx, email))) await mail.forget(trx, email);
    await journal.record(trx, visitor(at), 'invitation.refused', { type: 'refusal', id: newId() });
  });
}

/** Is there a person or an application of this address? */
async function isKnown(trx: Db, email: string): Promise<boolean> {
  const person = await trx.selectFrom('person_emails').select('id').where('email', '=', email).executeTakeFirst();
  if (person) return true;
  return (
    (await trx.selectFrom('applications').select('id').where('email', '=', email).executeTakeFirst()) !== undefined
  );
}

async function letKnow(trx: Db, id: string, tell: About[], at: Date): Promise<void> {
  await trx
    .deleteFrom('invitation_permissions')
    .where('invitation_id', '=', id)
    .$if(tell.length > 0, (query) => query.where('about', 'not in', tell))
    .execute();
  for (const about of tell)
    await trx
      .insertInto('invitation_permissions')
      .values({ invitation_id: id, about, allowed_at: at })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
}

/** Holds the invitation until the transaction ends, unless its address has been forgotten meanwhile. */
async function hold(trx: Db, id: string): Promise<void> {
  const row = await trx
    .selectFrom('invitations')
    .select('id')
    .where('id', '=', id)
    .where('email', 'is not', null)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw new NotFound();
}
