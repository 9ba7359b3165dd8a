import { type Db, inTransaction } from '#kernel/database/index.ts';
import { blank } from './keeping.ts';

/** The invitations that a person wrote, and those that were sent to them; campaigns that they made; their welcome. */
export async function exportOf(db: Db, personId: string) {
  const written = await db
    .selectFrom('invitations')
    .select(['name', 'note', 'invited_at as invitedAt'])
    .where('invited_by', '=', personId)
    .orderBy('invited_at')
    .execute();
  const received = await to(db, personId)
    .leftJoin('invitation_applications as a', 'a.invitation_id', 'invitations.id')
    .leftJoin('invitation_postponements as p', 'p.invitation_id', 'invitations.id')
    .select(['name', 'note', 'invited_at as invitedAt', 'a.accepted_at as acceptedAt', 'p.postponed_at as postponedAt'])
    .orderBy('invited_at')
    .execute();
  const campaigns = await db
    .selectFrom('campaigns')
    .select(['title', 'words', 'made_at as madeAt'])
    .where('made_by', '=', personId)
    .execute();
  const dismissed = await db
    .selectFrom('welcome_dismissals')
    .select('dismissed_at as at')
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return { written, received, campaigns, welcomeDismissedAt: dismissed?.at ?? null };
}

/** Forgets what was written by and to a person. A campaign belongs to the community and stays. */
export async function erase(db: Db, personId: string): Promise<void> {
  await inTransaction(db, async (trx) => {
    const own = await trx.selectFrom('invitations').select('id').where('invited_by', '=', personId).execute();
    const received = await to(trx, personId).select('invitations.id').execute();
    await blank(
      trx,
      [...own, ...received].map(({ id }) => id),
    );
    await trx.deleteFrom('welcome_dismissals').where('person_id', '=', personId).execute();
  });
}

/** What was sent to a person: to an address of theirs, or what led to their application. */
function to(db: Db, personId: string) {
  return db
    .selectFrom('invitations')
    .where((eb) =>
      eb.or([
        eb('invitations.email', 'in', eb.selectFrom('person_emails').select('email').where('person_id', '=', personId)),
        eb('invitations.id', 'in', (inner) =>
          inner
            .selectFrom('invitation_applications as a')
            .innerJoin('decisions as d', 'd.application_id', 'a.application_id')
            .innerJoin('memberships as m', 'm.decision_id', 'd.id')
            .select('a.invitation_id')
            .where('m.person_id', '=', personId),
        ),
      ]),
    );
}
