import { sql } from 'kysely';
import { memberships } from '#features/membership/index.ts';
import { type Actor, isSignedIn } from '#kernel/actor.ts';
import { type Db, inTransaction } from '#kernel/database/index.ts';
import { NotFound, Refused } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import * as journal from '#kernel/journal.ts';
import { limit } from '#kernel/limits.ts';
import * as links from '#kernel/links.ts';
import { t } from '#kernel/words.ts';
import * as letters from './letters.ts';
import { allow } from './policy.ts';
import * as refusals from './refusals.ts';

/** Where a room's letters lead, and what keeps refusals unreadable. */
export type Post = { url: string; secret: string };

export type Invitation = {
  id: string;
  email: string;
  name: string;
  note: string;
  invitedBy: string;
  postponed: boolean;
  accepted: boolean;
};

/** What the inviter sees: what they sent, and what the invited lets them know. */
export type Sent = {
  id: string;
  name: string;
  note: string;
  invitedAt: Date;
  appliedAt: Date | null;
  joinedAt: Date | null;
};

const QUIET_DAYS = 30; // two members who think of the same person make one letter
const LATER_DAYS = 180; // "not now" holds for half a year
export const PAGE_SIZE = 30;

/**
 * Invites somebody by letter. No letter goes to who has refused for ever, has said "not now" or was written to a short while
 * ago; the inviter is not told which, nor whether, since that answer belongs to the other.
 */
export async function invite(
  db: Db,
  given: { name: string; email: string; note: string },
  post: Post,
  actor: Actor,
): Promise<void> {
  allow(actor, 'invite', given);
  if (!isSignedIn(actor)) throw new Refused(t('Please sign in first.'));
  await limit(db, 'member.invite', actor.id, actor.at);
  const digest = refusals.digestOf(given.email, post.secret);
  await inTransaction(db, async (trx) => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${digest}, 1))`.execute(trx);
    const mayWrite = !(await refusals.has(trx, digest)) && !(await isQuiet(trx, given.email, actor.at));
    const id = newId();
    await trx
      .insertInto('invitations')
      .values({ id, ...given, email: mayWrite ? given.email : null, invited_by: actor.id, invited_at: actor.at })
      .execute();
    const letter = { id, ...given, invitedBy: actor.name ?? '' };
    if (mayWrite && (await memberships.hasAddress(trx, given.email))) await letters.hereAlready(trx, letter, actor.at);
    else if (mayWrite) await letters.invitation(trx, letter, post.url, actor.at);
    await journal.record(trx, actor, 'invitation.sent', { type: 'invitation', id });
  });
}

/** The invitation that a letter's link opens. Throws NotFound when the link is wrong, has run out or was refused. */
export async function open(db: Db, token: string, { at }: Actor): Promise<Invitation> {
  const link = await links.find(db, letters.INVITATION_LINK, token, at);
  const row =
    link &&
    (await db
      .selectFrom('invitations as i')
      .innerJoin('people', 'people.id', 'i.invited_by')
      .leftJoin('invitation_postponements as p', 'p.invitation_id', 'i.id')
      .leftJoin('invitation_applications as a', 'a.invitation_id', 'i.id')
      .select(['i.id', 'i.name', 'i.note', 'people.name as invitedBy', 'p.postponed_at', 'a.accepted_at'])
      .where('i.id', '=', link.subject)
      .executeTakeFirst());
  if (!row) throw new NotFound();
  const { postponed_at, accepted_at, ...invitation } = row;
  return { ...invitation, email: link.email, postponed: postponed_at !== null, accepted: accepted_at !== null };
}

/** A page of the actor's own invitations, newest first, with no more than each invited person allows. */
export async function sentBy(db: Db, page: number, actor: Actor): Promise<{ sent: Sent[]; total: number }> {
  allow(actor, 'invite', {});
  const own = db.selectFrom('invitations as i').where('i.invited_by', '=', actor.id);
  const [sent, { total }] = await Promise.all([
    own
      .leftJoin('invitation_applications as a', 'a.invitation_id', 'i.id')
      .leftJoin('application_states as s', 's.application_id', 'a.application_id')
      .select(['i.id', 'i.name', 'i.note', 'i.invited_at as invitedAt'])
      .select([
        sql<Date | null>`case when ${allowed('applied')} then s.submitted_at end`.as('appliedAt'),
        sql<Date | null>`case when ${allowed('joined')} and s.state = 'admitted' then s.since end`.as('joinedAt'),
      ])
      .orderBy('i.invited_at', 'desc')
      .orderBy('i.id', 'desc')
      .limit(PAGE_SIZE)
      .offset((page - 1) * PAGE_SIZE)
      .execute(),
    own.select(sql<number>`count(*)`.as('total')).executeTakeFirstOrThrow(),
  ]);
  return { sent, total };
}

function allowed(about: 'applied' | 'joined') {
  return sql<boolean>`exists (select from invitation_permissions m where m.invitation_id = i.id and m.about = ${about})`;
}

/** Written to of late, or asked to wait? */
async function isQuiet(trx: Db, email: string, at: Date): Promise<boolean> {
  const row = await trx
    .selectFrom('invitations as i')
    .leftJoin('invitation_postponements as p', 'p.invitation_id', 'i.id')
    .select('i.id')
    .where('i.email', '=', email)
    .where((eb) =>
      eb.or([
        eb('i.invited_at', '>', daysBefore(at, QUIET_DAYS)),
        eb('p.postponed_at', '>', daysBefore(at, LATER_DAYS)),
      ]),
    )
    .executeTakeFirst();
  return row !== undefined;
}

export function daysBefore(at: Date, days: number): Date {
  return new Date(at.getTime() - days * 86_400_000);
}
