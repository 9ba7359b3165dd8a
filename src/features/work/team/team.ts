import type { Actor } from '#kernel/actor.ts';
import { has } from '#kernel/actor.ts';
import { type Db, inTransaction } from '#kernel/database/index.ts';
import { Conflict, NotFound } from '#kernel/errors.ts';
import * as journal from '#kernel/journal.ts';
import { t } from '#kernel/words.ts';
import type { Work } from '../finding.ts';
import { allow, may } from '../policy.ts';

/** A person on the team; `address` when the reader may see their profile. */
export type Teammate = { id: string; name: string | null; address: string | null; role: string };
/** Somebody who has not accepted: a line of text that only the team reads. */
export type Invitee = { id: string; name: string; email: string | null };

export type Team = { people: Teammate[]; invitees: Invitee[]; invited: number };

/** Who does this work. Names that nobody has accepted are counted for others, and listed for the team only. */
export async function of(db: Db, work: Work, actor: Actor): Promise<Team> {
  const rows = await db
    .selectFrom('work_team as m')
    .leftJoin('people as p', 'p.id', 'm.person_id')
    .select(['m.id', 'm.name', 'm.email', 'm.role', 'm.accepted_at', 'p.slug', 'p.short_id', 'p.visibility'])
    .select(['p.name as person', 'p.erased_at'])
    .where('m.work_id', '=', work.id)
    .orderBy('m.accepted_at')
    .orderBy('m.id')
    .execute();
  const invitees = rows.filter((row) => row.accepted_at === null);
  return {
    people: rows
      .filter((row) => row.accepted_at !== null)
      .map((row) => ({
        id: row.id,
        role: row.role,
        name: row.erased_at ? null : row.person,
        address:
          !row.erased_at && (row.visibility === 'public' || (row.visibility === 'members' && has(actor, 'member')))
            ? `${row.slug}-${row.short_id}`
            : null,
      })),
    invitees: may(actor, 'edit', work) ? invitees.map(({ id, name, email }) => ({ id, name, email })) : [],
    invited: invitees.length,
  };
}

/** The people on the team by their ids, for a form that asks which of them. */
export async function choices(db: Db, work: Work): Promise<{ value: string; label: string }[]> {
  return db
    .selectFrom('work_team as m')
    .innerJoin('people as p', 'p.id', 'm.person_id')
    .select(['p.id as value', 'p.name as label'])
    .where('m.work_id', '=', work.id)
    .where('m.accepted_at', 'is not', null)
    .where('p.erased_at', 'is', null)
    .orderBy('m.accepted_at')
    .orderBy('m.id')
    .execute();
}

/** The actor, who was invited, is now named on the team. */
export async function accept(db: Db, work: Work, actor: Actor): Promise<void> {
  allow(actor, 'join', work);
  await inTransaction(db, async (trx) => {
    await trx
      .updateTable('work_team')
      .set({ accepted_at: actor.at, name: actor.name ?? '' })
      .where('work_id', '=', work.id)
      .where('person_id', '=', actor.id)
      .execute();
    await journal.record(trx, actor, 'team.joined', { type: 'work', id: work.id });
  });
}

/** Says no to an invitation. The line disappears; nobody is told more than that. */
export async function decline(db: Db, work: Work, actor: Actor): Promise<void> {
  allow(actor, 'join', work);
  await inTransaction(db, async (trx) => {
    await trx.deleteFrom('work_team').where('work_id', '=', work.id).where('person_id', '=', actor.id).execute();
    await journal.record(trx, actor, 'team.declined', { type: 'work', id: work.id });
  });
}

/** Leaves the team. The last one out would leave the work without anybody to answer for it, so they cannot. */
export async function leave(db: Db, work: Work, actor: Actor): Promise<void> {
  allow(actor, 'leave', work);
  await inTransaction(db, async (trx) => {
    const team = await trx
      .selectFrom('work_team')
      .select('person_id')
      .where('work_id', '=', work.id)
      .where('accepted_at', 'is not', null)
      .forUpdate()
      .execute();
    if (team.length < 2)
      throw new Conflict(
        t('You are the only one on this team. Invite somebody who can look after the work, then leave.'),
      );
    await trx.deleteFrom('work_team').where('work_id', '=', work.id).where('person_id', '=', actor.id).execute();
    await journal.record(trx, actor, 'team.left', { type: 'work', id: work.id });
  });
}

/** Takes back an invitation that nobody has accepted. */
export async function uninvite(db: Db, work: Work, id: string, actor: Actor): Promise<void> {
  allow(actor, 'edit', work);
  await inTransaction(db, async (trx) => {
    const gone = await trx
      .deleteFrom('work_team')
      .where('work_id', '=', work.id)
      .where('id', '=', id)
      .where('accepted_at', 'is', null)
      .executeTakeFirst();
    if (gone.numDeletedRows === 0n) throw new NotFound();
    await journal.record(trx, actor, 'team.uninvited', { type: 'work', id: work.id });
  });
}
