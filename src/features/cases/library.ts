import { sql } from 'kysely';
import { type Actor, has } from '#kernel/actor.ts';
import type { Db } from '#kernel/database/index.ts';
import type { Audience } from './audiences.ts';

export type Shelved = {
  address: string;
  title: string;
  ask: string;
  audience: Audience;

  publishedAt: Date;
};

/** The latest version of each case that the reader may find without a link, the newest first. */
export async function published(db: Db, actor: Actor, workId: string | null = null): Promise<Shelved[]> {
  const open = has(actor, 'member') || has(actor, 'steward') ? (['members', 'public'] as const) : (['public'] as const);
  const rows = await db
    .selectFrom('case_versions as v')
    .innerJoin('cases as c', 'c.id', 'v.case_id')
    .select(['v.head', 'v.published_at as publishedAt', sql<string>`c.slug || '-' || c.short_id`.as('address')])
    .distinctOn('v.case_id')
    .where('v.visibility', 'in', open)
    .$if(workId !== null, (query) =>
      query.where('v.case_id', 'in', (eb) =>
        eb
          .selectFrom('case_claims')
          .innerJoin('claims', 'claims.id', 'case_claims.claim_id')
          .select('case_claims.case_id')
          .where('claims.work_id', '=', workId ?? ''),
      ),
    )
    .orderBy('v.case_id')
    .orderBy('v.number', 'desc')
    .execute();
  return rows
    .map(({ head, publishedAt, address }) => {
      const { title, ask, audience } = head as Omit<Shelved, 'address' | 'publishedAt'>;
      return { title, ask, audience, publishedAt, address };
    })
    .sort((a, b) => b.publishedAt.getTime() - a.publishedAt.getTime());
}
