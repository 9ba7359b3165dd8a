import { sql } from 'kysely';
import { visiblePeople } from '#features/people/index.ts';
import type { Actor } from '#kernel/actor.ts';
import { countryName } from '#kernel/countries.ts';
import type { Db } from '#kernel/database/index.ts';
import { dayOf } from '#kernel/format.ts';
import { newId } from '#kernel/ids.ts';
import * as journal from '#kernel/journal.ts';
import { csv } from '#kernel/sheets/index.ts';
import { t } from '#kernel/words.ts';
import { allow } from './policy.ts';

/**
 * The members as a sheet: what a steward sees in the directory, and how each came to be one. No addresses, which nobody is
 * shown. A cell that a spreadsheet would take for a formula is made text.
 */
export async function csvOf(db: Db, actor: Actor): Promise<string> {
  allow(actor, 'keep-members', {});
  const members = await visiblePeople(db.selectFrom('people'), actor)
    .innerJoin('memberships as m', 'm.person_id', 'people.id')
    .innerJoin('role_grants as r', (join) => join.onRef('r.person_id', '=', 'people.id').on('r.role', '=', 'member'))
    .select(['people.name', 'people.headline', 'people.country', 'm.admitted_at as admittedAt'])
    .select(
      sql<'founding' | 'import' | 'decision'>`case when m.founding_admission_id is not null then 'founding'
        when m.import_admission_id is not null then 'import' else 'decision' end`.as('way'),
    )
    .orderBy(sql`people.name collate names`)
    .orderBy('people.id')
    .execute();
  await journal.record(db, actor, 'members.exported', { type: 'export', id: newId() });
  const fields = [t('Name'), t('Headline'), t('Country'), t('Member since'), t('How they came')];
  const data = members.map(({ name, headline, country, admittedAt, way }) => [
    name,
    headline,
    country === null ? '' : countryName(country),
    dayOf(admittedAt),
    wayName(way),
  ]);
  return csv(fields, data);
}

function wayName(way: 'founding' | 'import' | 'decision'): string {
  if (way === 'founding') return t('Founding member');
  return way === 'import' ? t('Brought in from another list') : t('Applied');
}
