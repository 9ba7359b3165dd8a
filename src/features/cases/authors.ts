import { sql } from 'kysely';
import { people } from '#features/people/index.ts';
import type { Actor } from '#kernel/actor.ts';
import { type Db, inTransaction } from '#kernel/database/index.ts';
import { Conflict, Invalid, NotFound } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import * as journal from '#kernel/journal.ts';
import { limit } from '#kernel/limits.ts';
import * as mail from '#kernel/mail/index.ts';
import { t } from '#kernel/words.ts';
import type { Case } from './cases.ts';
import { allow } from './policy.ts';

export type Author = { id: string; name: string };
/** Somebody who was asked and has not answered; `named` is what was typed, a name or an address. */
export type Invitee = { id: string; named: string };
/** An invitation as whoever was asked sees it. */
export type Invitation = { id: string; caseId: string; title: string; short: string; address: string; inviter: string };

/** Who writes this case, and who was asked to. */
export async function of(db: Db, given: Case): Promise<{ authors: Author[]; invitees: Invitee[] }> {
  const authors = await db
    .selectFrom('case_authors as a')
    .innerJoin('people as p', 'p.id', 'a.person_id')
    .select(['p.id', 'p.name'])
    .where('a.case_id', '=', given.id)
    .orderBy('a.added_at')
    .orderBy('p.id')
    .execute();
  const invitees = await db
    .selectFrom('case_author_invitations')
    .select(['id', 'named'])
    .where('case_id', '=', given.id)
    .orderBy('invited_at')
    .orderBy('id')
    .execute();
  return { authors, invitees };
}

/**
 * Asks somebody to write the case together: a member by name, or anybody by e-mail address. They get a letter, and see the
 * case once they have said yes. An address is answered the same whether or not somebody here has it.
 */
export async function invite(db: Db, given: Case, { named, url }: { named: string; url: string }, actor: Actor) {
  allow(actor, 'edit', given);
  const email = named.includes('@') ? named : await addressOf(db, named, actor);
  await inTransaction(db, async (trx) => {
    await limit(trx, 'case.invite', actor.id ?? '', actor.at);
    if (await isAuthor(trx, given, email)) throw new Invalid({ named: t('They are an author of this case already.') });
    const added = await trx
      .insertInto('case_author_invitations')
      .values({
        ...{ id: newId(), case_id: given.id, named, email },
        ...{ invited_by: actor.id ?? '', invited_at: actor.at },
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (added.numInsertedOrUpdatedRows === 0n) throw new Invalid({ named: t('They have been asked already.') });
    await journal.record(trx, actor, 'case.author-invited', { type: 'case', id: given.id });
    await sendLetter(trx, given, { email, url }, actor);
  });
}

/** The invitation of the actor to the case of this short id. Throws NotFound. */
export async function invitationOf(db: Db, short: string, actor: Actor): Promise<Invitation> {
  const found = (await invitationsOf(db, actor)).find((one) => one.short === short);
  if (!found) throw new NotFound();
  return found;
}

/** The cases that the actor was asked to write with others, by any address of theirs. */
export async function invitationsOf(db: Db, actor: Actor): Promise<Invitation[]> {
  if (actor.id === null) return [];
  return db
    .selectFrom('case_author_invitations as i')
    .innerJoin('person_emails as e', 'e.email', 'i.email')
    .innerJoin('cases as c', 'c.id', 'i.case_id')
    .innerJoin('people as p', 'p.id', 'i.invited_by')
    .select(['i.id', 'c.id as caseId', 'c.title', 'c.short_id as short', 'p.name as inviter'])
    .select(sql<string>`c.slug || '-' || c.short_id`.as('address'))
    .where('e.person_id', '=', actor.id)
    .where('e.verified_at', 'is not', null)
    .orderBy('i.invited_at')
    .execute();
}

/** Says yes: the actor is an author now, who may read and change the draft and publish it. */
export async function accept(db: Db, invitation: Invitation, actor: Actor): Promise<void> {
  await inTransaction(db, async (trx) => {
    await answered(trx, invitation);
    await trx
      .insertInto('case_authors')
      .values({ case_id: invitation.caseId, person_id: actor.id ?? '', added_at: actor.at })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    await journal.record(trx, actor, 'case.author-joined', { type: 'case', id: invitation.caseId });
  });
}

/** Says no. The invitation disappears; nobody is told more than that. */
export async function decline(db: Db, invitation: Invitation, actor: Actor): Promise<void> {
  await inTransaction(db, async (trx) => {
    await answered(trx, invitation);
    await journal.record(trx, actor, 'case.author-declined', { type: 'case', id: invitation.caseId });
  });
}

/** Takes back an invitation that nobody has answered. */
export async function uninvite(db: Db, given: Case, id: string, actor: Actor): Promise<void> {
  allow(actor, 'edit', given);
  await inTransaction(db, async (trx) => {
    await answered(trx, { id, caseId: given.id });
    await journal.record(trx, actor, 'case.author-uninvited', { type: 'case', id: given.id });
  });
}

/** Leaves the others with the case. The last author cannot: somebody has to answer for it. */
export async function leave(db: Db, given: Case, actor: Actor): Promise<void> {
  allow(actor, 'edit', given);
  await inTransaction(db, async (trx) => {
    const authors = await trx
      .selectFrom('case_authors')
      .select('person_id')
      .where('case_id', '=', given.id)
      .forUpdate()
      .execute();
    if (authors.length < 2)
      throw new Conflict(t('You are its only author. Ask somebody to write it with you, then leave.'));
    await trx.deleteFrom('case_authors').where('case_id', '=', given.id).where('person_id', '=', actor.id).execute();
    await journal.record(trx, actor, 'case.author-left', { type: 'case', id: given.id });
  });
}

/** The address of the one person of this name whom the actor can see. */
async function addressOf(db: Db, name: string, actor: Actor): Promise<string> {
  const found = await people.named(db, name, actor);
  if (found.length === 0)
    throw new Invalid({
      named: t('We find nobody of this name. Check how it is written, or use their e-mail address.'),
    });
  const [email, ...more] = found;
  if (!email || more.length > 0)
    throw new Invalid({ named: t('Several people have this name. Please use their e-mail address.') });
  return email;
}

async function isAuthor(db: Db, given: Case, email: string): Promise<boolean> {
  const row = await db
    .selectFrom('person_emails as e')
    .innerJoin('case_authors as a', 'a.person_id', 'e.person_id')
    .select('a.person_id')
    .where('a.case_id', '=', given.id)
    .where('e.email', '=', email)
    .executeTakeFirst();
  return row !== undefined;
}

async function answered(trx: Db, { id, caseId }: Pick<Invitation, 'id' | 'caseId'>): Promise<void> {
  const gone = await trx
    .deleteFrom('case_author_invitations')
    .where('id', '=', id)
    .where('case_id', '=', caseId)
    .executeTakeFirst();
  if (gone.numDeletedRows === 0n) throw new NotFound();
}

async function sendLetter(db: Db, given: Case, { email, url }: { email: string; url: string }, actor: Actor) {
  await mail.send(
    db,
    {
      to: email,
      subject: t('{name} asks you to write a case with them', { name: actor.name }),
      text: t(
        '{name} would like you to be an author of this case:\n\n{title}\n\nSign in with this e-mail address, then say yes or no here:\n{address}\n\nIf you do nothing, nobody will see your name.',
        { name: actor.name, title: given.title, address: `${url}/cases/${given.address}/authors/me` },
      ),
    },
    actor.at,
  );
}
