import type { Actor } from '#kernel/actor.ts';
import type { Db } from '#kernel/database/index.ts';
import * as roles from '#kernel/roles.ts';
import * as emails from './emails.ts';
import type { Person } from './people.ts';
import { allow } from './policy.ts';

/** What another room knows about a person. */
export type Export = (db: Db, personId: string) => Promise<unknown>;

/** Everything that this house knows about a person, to take away; each room's part under the room's name. */
export async function takeAway(
  db: Db,
  person: Person,
  rooms: Readonly<Record<string, Export>>,
  actor: Actor,
): Promise<Record<string, unknown>> {
  allow(actor, 'takeAway', person);
  const parts: Record<string, unknown> = {};
  for (const [name, exportThere] of Object.entries(rooms)) parts[name] = await exportThere(db, person.id);
  return { takenAt: actor.at, ...(await profileOf(db, person.id)), ...parts };
}

async function profileOf(db: Db, personId: string): Promise<Record<string, unknown>> {
  const profile = await db.selectFrom('people').selectAll().where('id', '=', personId).executeTakeFirst();
  const visibilities = await db
    .selectFrom('profile_visibilities')
    .select(['field', 'visibility'])
    .where('person_id', '=', personId)
    .execute();
  const chosen = await db
    .selectFrom('profile_terms')
    .select(['kind', 'key'])
    .where('person_id', '=', personId)
    .execute();
  const offers = await db.selectFrom('offers').selectAll().where('person_id', '=', personId).execute();
  const listing = await db
    .selectFrom('profile_listings')
    .selectAll()
    .where('person_id', '=', personId)
    .executeTakeFirst();
  const acts = await db
    .selectFrom('journal')
    .select(['at', 'verb', 'subject_type as about', 'subject_id as id'])
    .where('actor_id', '=', personId)
    .orderBy('at')
    .execute();
  return {
    profile,
    addresses: await emails.list(db, personId),
    visibilities,
    chosen,
    offers,
    listedBySearchEnginesSince: listing?.listed_at ?? null,
    roles: await roles.of(db, personId),
    acts,
  };
}
