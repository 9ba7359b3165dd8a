import { measures, type Seen, seenAmong, visibleWorks, type Work, works } from '#features/work/index.ts';
import type { Actor } from '#kernel/actor.ts';
import type { Db } from '#kernel/database/index.ts';

export type Featured = { work: Work; seen: Seen };

/** How many of the latest are looked at for one whose chart shows an improvement. */
const LOOKED_AT = 4;

/**
 * One real piece of work with its chart: of those that everybody may read and that changed last, the first whose
 * measure improved; otherwise the first that has enough readings to be drawn.
 */
export async function featured(db: Db, actor: Actor): Promise<Featured | null> {
  const latest = await visibleWorks(db.selectFrom('works'), actor)
    .where('works.visibility', '=', 'public')
    .where('works.id', 'in', (eb) =>
      eb.selectFrom('measures').select('measures.work_id').where('measures.visibility', '=', 'public'),
    )
    .select('works.id')
    .orderBy('works.changed_at', 'desc')
    .orderBy('works.id')
    .limit(LOOKED_AT)
    .execute();
  const ids = latest.map(({ id }) => id);
  const [found, measured] = await Promise.all([works.among(db, ids, actor), measures.publicOf(db, ids)]);
  const firsts = ids.flatMap((id) => measured.find(({ workId }) => workId === id) ?? []);
  const drawn = (await seenAmong(db, firsts)).filter(({ analysis }) => analysis);
  const shown = drawn.find(({ analysis }) => analysis?.facts.variation.startsWith('improvement')) ?? drawn[0];
  const work = found.find(({ id }) => id === shown?.measure.workId);
  return shown && work ? { work, seen: shown } : null;
}
