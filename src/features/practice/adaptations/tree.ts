import { sql } from 'kysely';
import type { Work } from '#features/work/index.ts';
import type { Actor } from '#kernel/actor.ts';
import type { Db } from '#kernel/database/index.ts';
import { type Adaptation, rowsOf, seen } from './adaptations.ts';

/** Where something came from, and where it went: each with what was made of it in turn. */
export type Branch = { adaptation: Adaptation; branches: Branch[] };
export type Tree = { from: Branch[]; to: Branch[] };

/** As many as anybody reads on one page. */
const MOST = 200;

/**
 * Who tried it before this work and after it, as far as the actor may see. What lies behind work that they may not see
 * does not show either. Two queries, however far it has travelled.
 */
export async function treeOf(db: Db, work: Work, actor: Actor): Promise<Tree> {
  const rows = await rowsOf(db)
    .where(
      'a.id',
      'in',
      sql<string>`(
        with recursive
        up as (select id, of_id from adaptations where work_id = ${work.id}
          union select a.id, a.of_id from adaptations a join up on a.work_id = up.of_id),
        down as (select id, work_id from adaptations where of_id = ${work.id}
          union select a.id, a.work_id from adaptations a join down on a.of_id = down.work_id)
        select id from up union select id from down)`,
    )
    .limit(MOST)
    .execute();
  const all = rows.length === 0 ? [] : await seen(db, rows, actor);
  return { from: along(all, work.id, 'work', 'of'), to: along(all, work.id, 'of', 'work') };
}

/** From one end to the other. What is reached by two ways is followed the first time only. */
function along(
  all: Adaptation[],
  id: string,
  here: 'work' | 'of',
  there: 'work' | 'of',
  met = new Set<string>(),
): Branch[] {
  if (met.has(id)) return [];
  met.add(id);
  return all
    .filter((one) => one[here].id === id)
    .map((adaptation) => ({ adaptation, branches: along(all, adaptation[there].id, here, there, met) }));
}
