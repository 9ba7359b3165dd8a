import { sql } from 'kysely';
import type { Actor } from '#kernel/actor.ts';
import type { Country } from '#kernel/countries.ts';
import { type Db, inTransaction } from '#kernel/database/index.ts';
import { NotFound } from '#kernel/errors.ts';
import { newId, shortId, slug } from '#kernel/ids.ts';
import * as journal from '#kernel/journal.ts';
import { allow } from './policy.ts';
import { index } from './search.ts';
import { audienceOf, type Visibility, visiblePeople } from './visibility.ts';

/** What a person may say of themselves. */
export type Profile = {
  name: string;
  headline: string;
  about: string;
  country: Country | null;
  place: string | null;
  background: string | null;
  canHelp: string;
  lookingFor: string;
  visibility: Visibility;
};

export type Person = Profile & { id: string; address: string; addedAt: Date };

const COLUMNS = [
  'people.id',
  'people.name',
  'people.headline',
  'people.about',
  'people.country',
  'people.place',
  'people.background',
  'people.can_help as canHelp',
  'people.looking_for as lookingFor',
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

export type Query = { words?: string; country?: Country; page?: number };
export const PAGE_SIZE = 30;

/** A page of the directory: only what the reader may see is matched, counted and shown. */
export async function list(
  db: Db,
  { words, country, page = 1 }: Query,
  actor: Actor,
): Promise<{ people: Person[]; total: number }> {
  let query = visiblePeople(db.selectFrom('people'), actor);
  if (country) query = query.where('people.country', '=', country);
  if (words)
    query = query.where('people.id', 'in', (eb) =>
      eb
        .selectFrom('people_search')
        .select('person_id')
        .where('audience', '=', audienceOf(actor))
        .where(sql<boolean>`(words @@ websearch_to_tsquery('cairn', ${words}) or name_plain %> plain(${words}))`),
    );
  const [people, { total }] = await Promise.all([
    query
      .select(COLUMNS)
      .orderBy(sql`people.name collate names`)
      .orderBy('people.id')
      .limit(PAGE_SIZE)
      .offset((page - 1) * PAGE_SIZE)
      .execute(),
    query.select(sql<number>`count(*)`.as('total')).executeTakeFirstOrThrow(),
  ]);
  return { people, total };
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
    await index(trx, id);
    await journal.record(trx, actor, 'person.met', { type: 'person', id });
    return id;
  });
}

/** Changes what a person says of themselves. */
export async function describe(db: Db, person: Person, profile: Partial<Profile>, actor: Actor): Promise<void> {
  allow(actor, 'describe', person);
  await inTransaction(db, async (trx) => {
    const { canHelp, lookingFor, ...same } = profile;
    await trx
      .updateTable('people')
      .set({
        ...same,
        ...(canHelp === undefined ? {} : { can_help: canHelp }),
        ...(lookingFor === undefined ? {} : { looking_for: lookingFor }),
        ...(profile.name === undefined ? {} : { slug: slug(profile.name) }),
      })
      .where('id', '=', person.id)
      .execute();
    await index(trx, person.id);
    await journal.record(trx, actor, 'profile.changed', { type: 'person', id: person.id });
  });
}
