import { sql } from 'kysely';
import type { Db } from '#kernel/database/index.ts';
import * as links from '#kernel/links.ts';

/** From which list a person was brought in, what they said to it, and the sheets that they brought. */
export async function exportOf(db: Db, personId: string) {
  const broughtIn = await db
    .selectFrom('import_admissions as a')
    .innerJoin('member_imports as i', 'i.id', 'a.import_id')
    .leftJoin('import_confirmations as c', 'c.admission_id', 'a.id')
    .leftJoin('import_refusals as r', 'r.admission_id', 'a.id')
    .select(['i.file_name as fileName', 'a.admitted_at as admittedAt'])
    .select(['c.confirmed_at as confirmedAt', 'r.refused_at as refusedAt'])
    .where('a.person_id', '=', personId)
    .executeTakeFirst();
  const sheets = await db
    .selectFrom('member_imports')
    .select(['file_name as fileName', 'uploaded_at as uploadedAt'])
    .where('uploaded_by', '=', personId)
    .execute();
  return { broughtIn: broughtIn ?? null, sheets };
}

/** That somebody was brought in is counted; the link goes, and rows of sheets that wait with an address of theirs. */
export async function erase(db: Db, personId: string): Promise<void> {
  const admission = await db
    .selectFrom('import_admissions')
    .select('id')
    .where('person_id', '=', personId)
    .executeTakeFirst();
  if (admission) await links.forgetAbout(db, admission.id);
  await sql`delete from member_import_rows where exists (
    select from unnest(cells) as cell join person_emails e on e.email = cell::citext
    where e.person_id = ${personId})`.execute(db);
}
