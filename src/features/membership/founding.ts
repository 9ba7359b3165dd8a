import { people } from '#features/people/index.ts';
import { type Actor, isSignedIn, visitor } from '#kernel/actor.ts';
import type { Country } from '#kernel/countries.ts';
import { type Db, inTransaction } from '#kernel/database/index.ts';
import { Conflict, NotFound, Refused } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import * as journal from '#kernel/journal.ts';
import * as links from '#kernel/links.ts';
import { t } from '#kernel/words.ts';
import * as letters from './letters.ts';
import * as memberships from './memberships.ts';
import { allow } from './policy.ts';

export type Invitation = {
  id: string;
  email: string | null;
  name: string;
  reason: string;
  invitedBy: string;
  invitedAt: Date;
  acceptedAt: Date | null;
  withdrawnAt: Date | null;
};

/** Invites somebody to be a founding member. Their admission will be recorded as such, with this reason. */
export async function invite(
  db: Db,
  given: { name: string; email: string; reason: string },
  url: string,
  actor: Actor,
): Promise<string> {
  allow(actor, 'invite-founder', given);
  if (!isSignedIn(actor)) throw new Refused(t('Please sign in first.'));
  const id = newId();
  await inTransaction(db, async (trx) => {
    await trx
      .insertInto('founding_invitations')
      .values({ id, ...given, invited_by: actor.id, invited_at: actor.at })
      .execute();
    await letters.founding(trx, { id, ...given, invitedBy: actor.name ?? '' }, url, actor.at);
    await journal.record(trx, actor, 'founder.invited', { type: 'founding-invitation', id });
  });
  return id;
}

/** Takes an invitation back, as long as it was not accepted. */
export async function withdraw(db: Db, id: string, actor: Actor): Promise<void> {
  allow(actor, 'invite-founder', { id });
  await inTransaction(db, async (trx) => {
    const invitation = await hold(trx, id);
    if (!isSignedIn(actor)) return;
    if (invitation.acceptedAt) throw new Conflict(t('{name} has accepted already.', { name: invitation.name }));
    if (invitation.withdrawnAt) return;
    await trx
      .insertInto('founding_withdrawals')
      .values({ invitation_id: id, withdrawn_by: actor.id, withdrawn_at: actor.at })
      .execute();
    await journal.record(trx, actor, 'founder.uninvited', { type: 'founding-invitation', id });
  });
}

/** The invitation that a letter's link opens. Throws NotFound when the link is wrong, has run out or was taken back. */
export async function open(db: Db, token: string, { at }: Actor): Promise<Invitation & { email: string }> {
  const link = await links.find(db, letters.FOUNDING_LINK, token, at);
  const invitation = link && (await select(db).where('i.id', '=', link.subject).executeTakeFirst());
  if (!invitation || invitation.withdrawnAt) throw new NotFound();
  return { ...invitation, email: link.email };
}

/** Accepts: person, founding admission, membership and role, all or nothing. Accepting twice changes nothing. */
export async function accept(
  db: Db,
  { id, email }: { id: string; email: string },
  { name, country, compactVersion }: { name: string; country: Country; compactVersion: string },
  { at }: Actor,
): Promise<string> {
  return inTransaction(db, async (trx) => {
    const invitation = await hold(trx, id);
    if (invitation.withdrawnAt) throw new NotFound();
    const actor = { ...visitor(at), email };
    const personId = await people.meet(trx, { email, name }, actor);
    if (invitation.acceptedAt) return personId;
    const person = await people.byId(trx, personId);
    if (person.country === null) await people.describe(trx, person, { country }, { ...actor, id: personId });
    await admit(trx, { personId, invitationId: id, compactVersion }, { ...actor, id: personId });
    return personId;
  });
}

/** The steward who opens a community is its first member. Only for the act that founds it: others are invited or apply. */
export async function begin(
  db: Db,
  { personId, compactVersion }: { personId: string; compactVersion: string },
  actor: Actor,
): Promise<void> {
  await inTransaction(db, (trx) => admit(trx, { personId, invitationId: null, compactVersion }, actor));
}

/** All founding invitations, newest first. */
export async function list(db: Db, actor: Actor): Promise<Invitation[]> {
  allow(actor, 'invite-founder', {});
  return select(db).orderBy('i.invited_at', 'desc').orderBy('i.id', 'desc').execute();
}

async function admit(
  trx: Db,
  given: { personId: string; invitationId: string | null; compactVersion: string },
  actor: Actor,
): Promise<void> {
  if (await memberships.of(trx, given.personId)) throw new Conflict(t('This person is a member already.'));
  const id = newId();
  await trx
    .insertInto('founding_admissions')
    .values({
      id,
      person_id: given.personId,
      invitation_id: given.invitationId,
      compact_version: given.compactVersion,
      admitted_at: actor.at,
    })
    .execute();
  await memberships.record(trx, given.personId, { foundingAdmissionId: id }, actor);
  await journal.record(trx, actor, 'founder.admitted', { type: 'person', id: given.personId });
}

async function hold(trx: Db, id: string): Promise<Invitation> {
  await trx.selectFrom('founding_invitations').select('id').where('id', '=', id).forUpdate().execute();
  const invitation = await select(trx).where('i.id', '=', id).executeTakeFirst();
  if (!invitation) throw new NotFound();
  return invitation;
}

function select(db: Db) {
  return db
    .selectFrom('founding_invitations as i')
    .innerJoin('people as inviter', 'inviter.id', 'i.invited_by')
    .leftJoin('founding_admissions as a', 'a.invitation_id', 'i.id')
    .leftJoin('founding_withdrawals as w', 'w.invitation_id', 'i.id')
    .select([
      'i.id',
      'i.email',
      'i.name',
      'i.reason',
      'inviter.name as invitedBy',
      'i.invited_at as invitedAt',
      'a.admitted_at as acceptedAt',
      'w.withdrawn_at as withdrawnAt',
    ]);
}
