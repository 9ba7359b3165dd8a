import type { SelectQueryBuilder } from 'kysely';
import { visibleWorks } from '#features/work/index.ts';
import { type Actor, has } from '#kernel/actor.ts';
import type { Db, Schema } from '#kernel/database/index.ts';

/**
 * Claims that the actor may see: those of work that they see, on a measure that they see. Every read that lists claims
 * starts here.
 */
export function visibleClaims<O>(
  query: SelectQueryBuilder<Schema, 'claims', O>,
  db: Db,
  actor: Actor,
): SelectQueryBuilder<Schema, 'claims', O> {
  const open = has(actor, 'member') || has(actor, 'steward') ? (['members', 'public'] as const) : (['public'] as const);
  const shown = db.selectFrom('measures').select('id').where('visibility', 'in', open);
  const own = db
    .selectFrom('work_team')
    .select('work_id')
    .where('person_id', '=', actor.id)
    .where('accepted_at', 'is not', null);
  return query
    .where('claims.work_id', 'in', visibleWorks(db.selectFrom('works'), actor).select('works.id'))
    .where((eb) =>
      eb.or([
        eb('claims.measure_id', 'is', null),
        eb('claims.measure_id', 'in', shown),
        ...(actor.id === null ? [] : [eb('claims.work_id', 'in', own)]),
      ]),
    );
}
