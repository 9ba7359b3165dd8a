import { sql } from 'kysely';
import { emails, people } from '#features/people/index.ts';
import type { Actor } from '#kernel/actor.ts';
import { newId } from '#kernel/ids.ts';
import { ORIGIN, type TestHouse } from '../support/house.ts';
import type { Scene } from './scenes.ts';
import { tokenTo } from './scenes-work.ts';

const PASSWORD = 'three words that do not belong together';

/** Profiles, and what belongs to the account of the one who is `team`: an address, a session, a passkey. */
export async function accountScenes(house: TestHouse, owner: Actor): Promise<Record<string, Scene>> {
  const { db } = house;
  const person = await people.byId(db, owner.id ?? '');
  const second = await addressOf(house, 'amina@home.example', owner);
  const confirmed = await emails.confirm(db, second, owner);
  const address = (await emails.list(db, person.id)).find(({ email }) => email === confirmed.email);
  const members = await db
    .selectFrom('people')
    .select(['slug', 'short_id'])
    .where('visibility', '=', 'members')
    .orderBy('added_at')
    .executeTakeFirstOrThrow();
  const organisation = await db
    .selectFrom('organisations')
    .select(['slug', 'short_id'])
    .orderBy('name')
    .executeTakeFirstOrThrow();
  const { accountId, sessionId } = await securedAccount(house, person.id);
  const passkey = newId();
  await sql`insert into auth.passkeys (id, user_id, name, public_key, credential_id, counter, device_type, backed_up)
    values (${passkey}, ${accountId}, 'The ward telephone', 'key', 'credential', 0, 'singleDevice', false)`.execute(db);
  return {
    'a profile': { address: person.address },
    'a profile for members': { address: `${members.slug}-${members.short_id}` },
    'an organisation': { address: `${organisation.slug}-${organisation.short_id}` },
    'an address of the account': { id: address?.id ?? '' },
    'a session of the account': { id: sessionId },
    'a passkey of the account': { id: passkey },
  };
}

/** With a password, and with two-step sign-in half set up. */
async function securedAccount({ sessions }: TestHouse, personId: string) {
  const headers = new Headers({ cookie: await sessions.begin(personId) });
  const current = await sessions.current(headers);
  if (!current) throw new Error('the session did not begin');
  await sessions.accounts.setPassword(current, PASSWORD);
  await sessions.accounts.beginTwoFactor(headers, PASSWORD);
  return current;
}

/** The token that confirms one more address of somebody. */
async function addressOf(house: TestHouse, email: string, owner: Actor): Promise<string> {
  const person = await people.byId(house.db, owner.id ?? '');
  await emails.propose(house.db, { person, email, url: ORIGIN, community: 'Cairn' }, owner);
  return tokenTo(house, email, 'account/emails/confirmation');
}
