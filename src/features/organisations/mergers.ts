import type { Actor } from '#kernel/actor.ts';
import { type Db, inTransaction } from '#kernel/database/index.ts';
import { Invalid } from '#kernel/errors.ts';
import * as journal from '#kernel/journal.ts';
import { t } from '#kernel/words.ts';
import { indexPeopleOf } from './affiliations.ts';
import type { Organisation } from './organisations.ts';
import { allow } from './policy.ts';

/** How another room moves what it has of one organisation to another, in the same transaction. */
export type Mover = (db: Db, fromId: string, intoId: string) => Promise<void>;

/**
 * Two were one: people, work and identifiers move to the one that is kept, and the other's address leads there. No link is
 * lost. Throws Invalid when both are the same already.
 */
export async function merge(
  db: Db,
  from: Organisation,
  into: Organisation,
  movers: readonly Mover[],
  actor: Actor,
): Promise<void> {
  allow(actor, 'keep-organisations', {});
  if (from.id === into.id) throw new Invalid({ into: t('Choose another organisation: this is the same one.') });
  await inTransaction(db, async (trx) => {
    await moveAffiliations(trx, from.id, into.id);
    await indexPeopleOf(trx, into.id, actor.at);
    for (const move of movers) await move(trx, from.id, into.id);
    await trx
      .updateTable('organisation_identifiers')
      .set({ organisation_id: into.id })
      .where('organisation_id', '=', from.id)
      .execute();
    await trx.updateTable('organisation_mergers').set({ into_id: into.id }).where('into_id', '=', from.id).execute();
    await trx
      .insertInto('organisation_mergers')
      .values({ merged_id: from.id, into_id: into.id, merged_by: actor.id, merged_at: actor.at })
      .execute();
    const change = { before: { name: from.name }, after: { name: into.name } };
    await journal.record(trx, actor, 'organisation.merged', { type: 'organisation', id: from.id }, change);
  });
}

/** Somebody who named both worked there once: the same title over the same days is not said twice. */
async function moveAffiliations(trx: Db, fromId: string, intoId: string): Promise<void> {
  await trx
    .deleteFrom('affiliations as a')
    .where('a.organisation_id', '=', fromId)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('affiliations as b')
          .select('b.id')
          .where('b.organisation_id', '=', intoId)
          .whereRef('b.person_id', '=', 'a.person_id')
          .whereRef('b.title', '=', 'a.title')
          .where((and) =>
            and.and([
              and('b.since', 'is not distinct from', and.ref('a.since')),
              and('b.until', 'is not distinct from', and.ref('a.until')),
            ]),
          ),
      ),
    )
    .execute();
  await trx
    .updateTable('affiliations')
    .set({ organisation_id: intoId })
    .where('organisation_id', '=', fromId)
    .execute();
}
