import { sql } from 'kysely';
import { audienceOf, index, indexMany, type people, visiblePeople } from '#features/people/index.ts';
import type { Actor } from '#kernel/actor.ts';
import type { Country } from '#kernel/countries.ts';
import { type Db, inTransaction } from '#kernel/database/index.ts';
import { Invalid, NotFound } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import * as journal from '#kernel/journal.ts';
import { t } from '#kernel/words.ts';
import * as organisations from './organisations.ts';
import { allow } from './policy.ts';

/** Where a person works or worked. `until` null: they are there still. */
export type Affiliation = {
  id: string;
  organisation: string;
  /** Of the organisation's page. */
  address: string;
  title: string;
  since: string | null;
  until: string | null;
};

/** What a person says of one. Years and months are enough; days are first days. */
export type Given = { title: string; since: string | null; until: string | null };

/** A person's affiliations: where they are now, then where they were, the latest first. */
export function of(db: Db, personId: string): Promise<Affiliation[]> {
  return db
    .selectFrom('affiliations')
    .innerJoin('organisations', 'organisations.id', 'affiliations.organisation_id')
    .select([
      'affiliations.id',
      'organisations.name as organisation',
      sql<string>`organisations.slug || '-' || organisations.short_id`.as('address'),
      'title',
      'since',
      'until',
    ])
    .where('person_id', '=', personId)
    .orderBy(sql`until is not null`)
    .orderBy(sql`until desc nulls first`)
    .orderBy(sql`since desc nulls last`)
    .orderBy('affiliations.id')
    .execute();
}

/** One of them. Throws NotFound. */
export async function find(db: Db, person: people.Person, id: string): Promise<Affiliation> {
  const one = (await of(db, person.id)).find((affiliation) => affiliation.id === id);
  if (!one) throw new NotFound();
  return one;
}

/** Says that a person works with an organisation, from a day on. */
export async function join(
  db: Db,
  {
    personId,
    organisationId,
    title = '',
    since = null,
    until = null,
  }: { personId: string; organisationId: string } & Partial<Given>,
  actor: Actor,
): Promise<void> {
  await inTransaction(db, async (trx) => {
    await trx
      .insertInto('affiliations')
      .values({ id: newId(), person_id: personId, organisation_id: organisationId, title, since, until })
      .execute();
    await index(trx, personId, actor.at);
    await journal.record(trx, actor, 'affiliation.added', { type: 'person', id: personId });
  });
}

/** Adds one by the organisation's name; an organisation that nobody has named yet is added. */
export async function add(
  db: Db,
  person: people.Person,
  { name, sector, country, ...given }: Given & { name: string; sector: string; country: Country },
  actor: Actor,
): Promise<void> {
  allow(actor, 'affiliate', person);
  inOrder(given);
  await inTransaction(db, async (trx) => {
    const organisationId = await organisations.meet(trx, { name, sector, country }, actor);
    await join(trx, { personId: person.id, organisationId, ...given }, actor);
  });
}

/** Changes what a person says of one: the day on which they left, above all. */
export async function change(db: Db, person: people.Person, id: string, given: Given, actor: Actor): Promise<void> {
  allow(actor, 'affiliate', person);
  inOrder(given);
  await inTransaction(db, async (trx) => {
    const { numUpdatedRows } = await trx
      .updateTable('affiliations')
      .set(given)
      .where('person_id', '=', person.id)
      .where(sql`id::text`, '=', id)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) throw new NotFound();
    await index(trx, person.id, actor.at);
    await journal.record(trx, actor, 'affiliation.changed', { type: 'person', id: person.id });
  });
}

/** Takes one away that should never have been there; whoever has left says until when instead. */
export async function remove(db: Db, person: people.Person, id: string, actor: Actor): Promise<void> {
  allow(actor, 'affiliate', person);
  await inTransaction(db, async (trx) => {
    const { numDeletedRows } = await trx
      .deleteFrom('affiliations')
      .where('person_id', '=', person.id)
      .where(sql`id::text`, '=', id)
      .executeTakeFirst();
    if (numDeletedRows === 0n) throw new NotFound();
    await index(trx, person.id, actor.at);
    await journal.record(trx, actor, 'affiliation.removed', { type: 'person', id: person.id });
  });
}

/** The people of an organisation are found by what it is called and does: after it changed, each of them anew. */
export async function indexPeopleOf(trx: Db, organisationId: string, at: Date): Promise<void> {
  const rows = await trx
    .selectFrom('affiliations')
    .select('person_id')
    .distinct()
    .where('organisation_id', '=', organisationId)
    .execute();
  await indexMany(
    trx,
    rows.map(({ person_id }) => person_id),
    at,
  );
}

export type Colleague = { name: string; address: string; headline: string; title: string; until: string | null };
export const PAGE_SIZE = 30;

/**
 * The people of an organisation whom the reader may see, and who let this circle see where they work: those who are there
 * now, then those who were. `day` is today (`YYYY-MM-DD`).
 */
export async function peopleOf(
  db: Db,
  organisationId: string,
  { page = 1, day }: { page?: number; day: string },
  actor: Actor,
): Promise<{ people: Colleague[]; total: number }> {
  const seen = visiblePeople(db.selectFrom('people'), actor)
    .innerJoin('affiliations', 'affiliations.person_id', 'people.id')
    .where('affiliations.organisation_id', '=', organisationId)
    .where((eb) =>
      eb.or([
        sql<boolean>`sees(people.id, ${audienceOf(actor)}, 'affiliations')`,
        ...(actor.id ? [eb('people.id', '=', actor.id)] : []),
      ]),
    );
  const [people, { total }] = await Promise.all([
    seen
      .select(['people.name', 'people.headline', 'affiliations.title', 'affiliations.until'])
      .select(sql<string>`people.slug || '-' || people.short_id`.as('address'))
      .orderBy(sql`coalesce(affiliations.until >= ${day}::date, true)`, 'desc')
      .orderBy(sql`people.name collate names`)
      .orderBy('affiliations.id')
      .limit(PAGE_SIZE)
      .offset((page - 1) * PAGE_SIZE)
      .execute(),
    seen.select(sql<number>`count(*)`.as('total')).executeTakeFirstOrThrow(),
  ]);
  return { people, total };
}

function inOrder({ since, until }: Given): void {
  if (since && until && until < since) throw new Invalid({ until: t('This is before you began. Look at both dates.') });
}
