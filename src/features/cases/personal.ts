import { sql } from 'kysely';
import type { Actor } from '#kernel/actor.ts';
import { type Db, inTransaction } from '#kernel/database/index.ts';
import * as journal from '#kernel/journal.ts';
import { takeOut } from './withdrawals.ts';

/** What a person wrote here, to take away. */
export async function exportOf(db: Db, personId: string): Promise<unknown> {
  const cases = await db
    .selectFrom('cases')
    .select(['title', 'audience', 'ask', 'context', 'started_at'])
    .where('id', 'in', (eb) => eb.selectFrom('case_authors').select('case_id').where('person_id', '=', personId))
    .orderBy('started_at')
    .execute();
  const withdrawals = await db
    .selectFrom('case_block_withdrawals')
    .select(['reason', 'withdrawn_at'])
    .where('withdrawn_by', '=', personId)
    .execute();
  const invitations = await db
    .selectFrom('case_author_invitations')
    .select(['named', 'invited_at'])
    .where('invited_by', '=', personId)
    .execute();
  return { cases, withdrawals, invitations };
}

/**
 * Forgets a person: their name leaves every published version, which keeps the date and a digest; drafts that were theirs
 * alone go with them. Arguments that were published stay.
 */
export async function erase(db: Db, personId: string, actor: Actor): Promise<void> {
  await inTransaction(db, async (trx) => {
    const named = await trx
      .selectFrom('case_block_contents as c')
      .innerJoin('case_version_blocks as b', (join) =>
        join.onRef('b.version_id', '=', 'c.version_id').onRef('b.position', '=', 'c.position'),
      )
      .select(['c.version_id', 'c.position'])
      .where('b.kind', '=', 'person')
      .where(sql<boolean>`c.content ->> 'person' = ${personId}`)
      .execute();
    for (const at of named) await takeOut(trx, { ...at, reason: null }, actor);
    await trx.updateTable('case_block_withdrawals').set({ reason: '' }).where('withdrawn_by', '=', personId).execute();
    await trx
      .deleteFrom('case_author_invitations')
      .where((eb) =>
        eb.or([
          eb('invited_by', '=', personId),
          eb('email', 'in', eb.selectFrom('person_emails').select('email').where('person_id', '=', personId)),
        ]),
      )
      .execute();
    await trx
      .deleteFrom('cases')
      .where('id', 'in', (eb) => eb.selectFrom('case_authors').select('case_id').where('person_id', '=', personId))
      .where('id', 'not in', (eb) => eb.selectFrom('case_authors').select('case_id').where('person_id', '<>', personId))
      .where('id', 'not in', (eb) => eb.selectFrom('case_versions').select('case_id'))
      .execute();
    await journal.record(trx, actor, 'case.person-erased', { type: 'person', id: personId });
  });
}
