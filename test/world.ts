import { range } from '#features/insight/index.ts';
import { reference as pages } from '#features/pages/index.ts';
import { people } from '#features/people/index.ts';
import * as reference from '#features/reference/index.ts';
import { type Actor, cairnItself } from '#kernel/actor.ts';
import type { Db } from '#kernel/database/index.ts';
import { inTransaction } from '#kernel/database/index.ts';
import * as roles from '#kernel/roles.ts';
import * as settings from '#kernel/settings.ts';
import type { Storage } from '#kernel/storage.ts';
import { type CastName, cast } from './cast.ts';
import { addEvidence } from './world/evidence.ts';
import { addIntroductions } from './world/introductions.ts';
import { addInviting } from './world/inviting.ts';
import { addMany } from './world/many.ts';
import { addMeasures } from './world/measures.ts';
import { addMembership } from './world/membership.ts';
import { addMonitoring } from './world/monitoring.ts';
import { addPeople } from './world/people.ts';
import { addPractice } from './world/practice.ts';
import { addProfiles } from './world/profiles.ts';
import { addStories } from './world/stories.ts';
import { addWork } from './world/work.ts';

/** The moment at which the demo community stands still. */
export const NOW = new Date('2026-11-02T09:30:00Z');

/** The secret under which tests keep what members said about themselves. */
export const SECRET = 'a-secret-that-only-tests-know-0123456789';

/**
 * Builds the invented community: the demo, and every test's fixtures. The same content each time. `many` adds so many more
 * members, to measure by; files are there only where there is a `storage` to keep them.
 */
export async function buildWorld(
  db: Db,
  now = NOW,
  { secret = SECRET, many = 0, storage = null }: { secret?: string; many?: number; storage?: Storage | null } = {},
): Promise<void> {
  await inTransaction(db, async (trx) => {
    const cairn = cairnItself(now);
    await settings.write(trx, 'community.name', 'Cairn', cairn);
    await settings.write(trx, 'community.strapline', 'Hill & Harbour improvement community', cairn);
    await settings.write(trx, 'community.founded', true, cairn);
    await settings.write(trx, 'community.demo', true, cairn);
    await reference.seed(trx, now);
    await pages.seed(trx, cairn);
    for (const name of Object.keys(cast) as CastName[]) await addCastMember(trx, name, cairn);
    await addPeople(trx, now);
    await addProfiles(trx, (email) => personOf(trx, email), now);
    await addMembership(trx, await personOf(trx, cast.sian.email), now, storage);
    await addInviting(trx, (email) => personOf(trx, email), now);
    await addWork(trx, (email) => personOf(trx, email), now);
    await addMeasures(trx, now);
    await addPractice(trx, now);
    await addEvidence(trx, (email) => personOf(trx, email), now);
    await addStories(trx, (email) => personOf(trx, email), now);
    await addIntroductions(trx, now);
    if (many > 0) await addMany(trx, many, now);
    await addMonitoring(trx, secret, now);
    await range.take(trx, now);
  });
}

async function addCastMember(db: Db, name: CastName, cairn: Actor): Promise<void> {
  const { email, country, headline, roles: grants, ...rest } = cast[name];
  const id = await people.meet(db, { email, name: rest.name }, cairn);
  const person = await people.byId(db, id);
  await people.describe(db, person, { country, headline, visibility: 'public' }, { ...cairn, id });
  for (const grant of grants) await roles.grant(db, id, grant, cairn);
}

async function personOf(db: Db, email: string): Promise<string> {
  return (await db.selectFrom('person_emails').select('person_id').where('email', '=', email).executeTakeFirstOrThrow())
    .person_id;
}
