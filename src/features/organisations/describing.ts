import { sql } from 'kysely';
import { places } from '#features/reference/index.ts';
import type { Actor } from '#kernel/actor.ts';
import type { Country } from '#kernel/countries.ts';
import { type Db, inTransaction } from '#kernel/database/index.ts';
import { Invalid } from '#kernel/errors.ts';
import { slug } from '#kernel/ids.ts';
import * as journal from '#kernel/journal.ts';
import { t } from '#kernel/words.ts';
import { indexPeopleOf } from './affiliations.ts';
import { type Identifier, normal, of } from './identifiers.ts';
import type { Organisation } from './organisations.ts';
import { allow } from './policy.ts';

export type Description = {
  name: string;
  sector: string;
  country: Country;
  place: string | null;
  /** At most one of each register. */
  identifiers: Identifier[];
};

/** Sets an organisation's facts right. Throws Invalid for an identifier that cannot be, or is another organisation's. */
export async function describe(
  db: Db,
  organisation: Organisation,
  { identifiers, ...facts }: Description,
  actor: Actor,
): Promise<void> {
  allow(actor, 'keep-organisations', {});
  const { id } = organisation;
  const written = identifiers.map((identifier) => {
    const correct = normal(identifier);
    if (!correct) throw new Invalid({ [identifier.scheme]: t('That is not what this register’s numbers look like.') });
    return correct;
  });
  await inTransaction(db, async (trx) => {
    for (const { scheme, value } of written) {
      const holder = await trx
        .selectFrom('organisation_identifiers')
        .innerJoin('organisations', 'organisations.id', 'organisation_id')
        .select('name')
        .where('scheme', '=', scheme)
        .where('value', '=', value)
        .where('organisation_id', '<>', id)
        .executeTakeFirst();
      if (holder)
        throw new Invalid({
          [scheme]: t('{name} has this number. If the two are one, merge them instead.', { name: holder.name }),
        });
    }
    const before = { ...organisation, identifiers: await of(trx, id) };
    const located = facts.place ? await places.locate(trx, facts.place) : null;
    await trx
      .updateTable('organisations')
      .set({ ...facts, slug: slug(facts.name), place_key: located?.country === facts.country ? located.key : null })
      .where('id', '=', id)
      .execute();
    await indexPeopleOf(trx, id, actor.at);
    await trx.deleteFrom('organisation_identifiers').where('organisation_id', '=', id).execute();
    if (written.length > 0)
      await trx
        .insertInto('organisation_identifiers')
        .values(written.map((identifier) => ({ ...identifier, organisation_id: id })))
        .execute();
    const change = { before, after: { ...facts, identifiers: written } };
    await journal.record(trx, actor, 'organisation.described', { type: 'organisation', id }, change);
  });
}

/** Organisations nearby in name: pairs that may be one. For editors, those most alike first. */
export async function alike(db: Db, actor: Actor, most = 50) {
  allow(actor, 'keep-organisations', {});
  const { rows } = await sql<{ one: Named; other: Named }>`
    select json_build_object('name', a.name, 'place', a.place, 'address', a.slug || '-' || a.short_id) as one,
      json_build_object('name', b.name, 'place', b.place, 'address', b.slug || '-' || b.short_id) as other
    from organisations_alike() pair
    join organisations a on a.id = pair.one_id
    join organisations b on b.id = pair.other_id
    where not exists (select from organisation_mergers m where m.merged_id in (a.id, b.id))
      and not exists (select from organisation_distinctions d where d.one_id = a.id and d.other_id = b.id)
    order by pair.likeness desc, a.name, b.name
    limit ${most}`.execute(db);
  return rows;
}
export type Named = { name: string; place: string | null; address: string };

/** Says that two organisations whose names are alike are two. */
export async function distinguish(db: Db, one: Organisation, other: Organisation, actor: Actor): Promise<void> {
  allow(actor, 'keep-organisations', {});
  const [first, second] = [one.id, other.id].sort();
  if (first === undefined || second === undefined || first === second) return;
  await inTransaction(db, async (trx) => {
    await trx
      .insertInto('organisation_distinctions')
      .values({ one_id: first, other_id: second, said_by: actor.id, said_at: actor.at })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    await journal.record(trx, actor, 'organisation.distinguished', { type: 'organisation', id: one.id });
  });
}
