import { sql } from 'kysely';
import type { Db } from '#kernel/database/index.ts';
import type { Work } from '../finding.ts';

/** Who carries a piece of work on, and whether it seeks somebody. Names are those of people who have an account. */
export type Carrying = {
  team: string[];
  owner: Carrier | null;
  deputy: Carrier | null;
  handover: (Carrier & { words: string }) | null;
  /** What the owner says somebody would take on; empty where nobody is left to say it. Null: it seeks nobody. */
  seeking: string | null;
  /** Nobody is left on the team who could be asked. */
  orphaned: boolean;
  offers: (Carrier & { offerId: string; words: string })[];
};
export type Carrier = { id: string; name: string };

export async function of(db: Db, work: Pick<Work, 'id' | 'team'>): Promise<Carrying> {
  const { rows } = await sql<Omit<Carrying, 'team' | 'orphaned'>>`
    select
      (select json_build_object('id', p.id, 'name', p.name)
        from work_team m join people p on p.id = m.person_id and p.erased_at is null
        left join work_owners o on o.work_id = m.work_id
        left join work_deputies d on d.work_id = m.work_id and d.person_id = m.person_id
        where m.work_id = w.id and m.accepted_at is not null
        order by coalesce(o.person_id, w.shared_by) = m.person_id desc, d.person_id is not null desc, m.accepted_at, m.id
        limit 1) as owner,
      (select json_build_object('id', p.id, 'name', p.name)
        from work_deputies d join people p on p.id = d.person_id and p.erased_at is null
        join work_team m on m.work_id = d.work_id and m.person_id = d.person_id and m.accepted_at is not null
        where d.work_id = w.id) as deputy,
      (select json_build_object('id', p.id, 'name', p.name, 'words', h.words)
        from work_handovers h join people p on p.id = h.to_id and p.erased_at is null
        join work_team m on m.work_id = h.work_id and m.person_id = h.to_id and m.accepted_at is not null
        where h.work_id = w.id) as handover,
      (select words from work_seekings s where s.work_id = w.id) as seeking,
      coalesce((select json_agg(json_build_object('id', p.id, 'name', p.name, 'offerId', f.id, 'words', f.words)
        order by f.offered_at)
        from work_offers f join people p on p.id = f.person_id and p.erased_at is null
        where f.work_id = w.id), '[]') as offers
    from works w where w.id = ${work.id}`.execute(db);
  const found = rows[0] ?? { owner: null, deputy: null, handover: null, seeking: null, offers: [] };
  const orphaned = found.owner === null;
  return { ...found, team: work.team, orphaned, seeking: found.seeking ?? (orphaned ? '' : null) };
}
