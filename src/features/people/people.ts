import { sql } from 'kysely';
import type { Actor } from '#kernel/actor.ts';
import type { Country } from '#kernel/countries.ts';
import { type Db, inTransaction } from '#kernel/database/index.ts';
import { NotFound } from '#kernel/errors.ts';
import { newId, shortId, slug } from '#kernel/ids.ts';
import * as journal from '#kernel/journal.ts';
import { index } from './search.ts';
import { type Visibility, visiblePeople } from './visibility.ts';

export { describe, type Said } from './describing.ts';

/** A human being, as far as everybody who may see them knows them. What else they say of themselves is their profile. */
export type Person = {
  id: string;
  name: string;
  headline: string;
  country: Country | null;
  visibility: Visibility;
  addedAt: Date;
  address: string;
};

export const COLUMNS = [
  'people.id',
  'people.name',
  'people.headline',
  'people.country',
  'people.visibility',
  'people.added_at as addedAt',
  sql<string>`people.slug || '-' || people.short_id`.as('address'),
] as const;

/** The person at this address, if the actor may see them. Throws NotFound. */
export async function find(db: Db, short: string, actor: Actor): Promise<Person> {
  const person = await visiblePeople(db.selectFrom('people'), actor)
    .select(COLUMNS)
    .where('short_id', '=', short)
    .executeTakeFirst();
  if (!person) throw new NotFound();
  return person;
}

/** The person of an id, whoever asks: for rooms that have decided already that the name may be shown. */
export async function byId(db: Db, id: string): Promise<Person> {
  const person = await db.selectFrom('people').select(COLUMNS).where('id', '=', id).executeTakeFirst();
  if (!person) throw new NotFound();
  return person;
}

/** The e-mail addresses of people of exactly this name whom the actor may see: to write to them, never to be shown. */
export async function named(db: Db, name: string, actor: Actor): Promise<string[]> {
  const rows = await visiblePeople(db.selectFrom('people'), actor)
    .innerJoin('person_emails as e', 'e.person_id', 'people.id')
    .select('e.email')
    .where('e.is_primary', '=', true)
    .where(sql<boolean>`plain(people.name) = plain(${name})`)
    .limit(2)
    .execute();
  return rows.map(({ email }) => email);
}

/**
 * The person of a confirmed e-mail address; made now if nobody has it yet. How an account, an application or a
 * comment meets its human being.
 */
export async function meet(db: Db, { email, name }: { email: string; name: string }, actor: Actor): Promise<string> {
  return inTransaction(db, async (trx) => {
    const known = await trx
      .selectFrom('person_emails')
      .select('person_id')
      .where('email', '=', email)
      .executeTakeFirst();
    if (known) return known.person_id;
    const id = newId();
    await trx
      .insertInto('people')
      .values({ id, short_id: shortId(id), slug: slug(name), name, added_at: actor.at })
      .execute();
    await trx
      .insertInto('person_emails')
      .values({ id: newId(), person_id: id, email, is_primary: true, verified_at: actor.at })
      .execute();
    await index(trx, id, actor.at);
    await journal.record(trx, actor, 'person.met', { type: 'person', id });
    return id;
  });
}
