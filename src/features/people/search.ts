import { sql } from 'kysely';
import type { Db } from '#kernel/database/index.ts';

/** Writes what may be searched for in a profile, for each audience from the fields that this audience may see. */
export async function index(db: Db, personId: string): Promise<void> {
  await db.deleteFrom('people_search').where('person_id', '=', personId).execute();
  await sql`
    insert into people_search (person_id, audience, words, name_plain)
    select p.id, a.audience,
      setweight(to_tsvector('cairn', p.name), 'A')
        || setweight(to_tsvector('cairn', p.headline), 'B')
        || to_tsvector('cairn', concat_ws(' ',
          case when sees(p.id, a.audience, 'about') then p.about end,
          case when sees(p.id, a.audience, 'place') then p.place end,
          case when sees(p.id, a.audience, 'canHelp') then p.can_help end,
          case when sees(p.id, a.audience, 'lookingFor') then p.looking_for end)),
      plain(p.name)
    from people p, (values ('members'), ('public')) as a (audience)
    where p.id = ${personId} and p.erased_at is null
      and (p.visibility = 'public' or (p.visibility = 'members' and a.audience = 'members'))`.execute(db);
}
