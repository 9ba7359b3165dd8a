import { sql } from 'kysely';
import { visibleWorks } from '#features/work/index.ts';
import { type Actor, has } from '#kernel/actor.ts';
import type { Db } from '#kernel/database/index.ts';

/** The community in a few numbers: who is in it, and what the reader can see of its work. */
export type Numbers = {
  members: number;
  /** Organisations that a member works with now. */
  organisations: number;
  works: number;
  stopped: number;
  /** Stopped work that tells the next person something. */
  lessons: number;
  /** Measures that the reader can check for themselves. */
  measures: number;
};

/** Counts of who, and of the works and measures that the reader's circle may see; never a private piece. */
export async function numbers(db: Db, actor: Actor): Promise<Numbers> {
  const circles =
    has(actor, 'member') || has(actor, 'steward') ? (['members', 'public'] as const) : (['public'] as const);
  const seen = visibleWorks(db.selectFrom('works'), actor).where('works.visibility', 'in', circles);
  const count = sql<number>`count(*)`.as('n');
  const stopped = seen.where('works.state', '=', 'stopped');
  return db
    .selectNoFrom([
      sql<number>`(select count(*) from role_grants where role = 'member')`.as('members'),
      sql<number>`(select count(distinct a.organisation_id) from affiliations a
        join role_grants r on r.person_id = a.person_id and r.role = 'member' where a.until is null)`.as(
        'organisations',
      ),
      seen.select(count).$asScalar().as('works'),
      stopped.select(count).$asScalar().as('stopped'),
      stopped.where('works.lesson', '<>', '').select(count).$asScalar().as('lessons'),
      db
        .selectFrom('measures')
        .where('measures.visibility', 'in', circles)
        .where('measures.work_id', 'in', seen.select('works.id'))
        .select(count)
        .$asScalar()
        .as('measures'),
    ])
    .executeTakeFirstOrThrow();
}
