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

/** Two counts of who, and one walk over the works that the reader's circle may see; never a private piece. */
export async function numbers(db: Db, actor: Actor): Promise<Numbers> {
  const circles =
    has(actor, 'member') || has(actor, 'steward') ? (['members', 'public'] as const) : (['public'] as const);
  const people = db
    .selectNoFrom([
      sql<number>`(select count(*) from role_grants where role = 'member')`.as('members'),
      sql<number>`(select count(distinct a.organisation_id) from affiliations a
        join role_grants r on r.person_id = a.person_id and r.role = 'member' where a.until is null)`.as(
        'organisations',
      ),
    ])
    .executeTakeFirstOrThrow();
  const work = visibleWorks(db.selectFrom('works'), actor)
    .where('works.visibility', 'in', [...circles])
    .select([
      sql<number>`count(*)`.as('works'),
      sql<number>`count(*) filter (where works.state = 'stopped')`.as('stopped'),
      sql<number>`count(*) filter (where works.state = 'stopped' and works.lesson <> '')`.as('lessons'),
      sql<number>`coalesce(sum((select count(*) from measures m where m.work_id = works.id
        and m.visibility = any(${[...circles]}))), 0)::int`.as('measures'),
    ])
    .executeTakeFirstOrThrow();
  return { ...(await people), ...(await work) };
}
