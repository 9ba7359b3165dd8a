import { messages } from '#features/messages/index.ts';
import { affiliations } from '#features/organisations/index.ts';
import { offers, people } from '#features/people/index.ts';
import type { Actor } from '#kernel/actor.ts';
import { cast } from '../cast.ts';
import { ORIGIN, type TestHouse } from '../support/house.ts';
import type { Scene } from './scenes.ts';
import { tokenTo } from './scenes-work.ts';

/** What lies below the profile of the one who is `team`, and of the member; and messages from the member. */
export async function peopleScenes(house: TestHouse, owner: Actor, member: Actor): Promise<Record<string, Scene>> {
  const own = await partsOf(house, owner);
  const other = await partsOf(house, member);
  const { db } = house;
  const to = await people.byId(db, owner.id ?? '');
  await messages.write(db, to, { body: 'Have you a chair to spare?', share: false }, ORIGIN, member);
  const first = await newest(house);
  const { message } = await messages.opened(db, await tokenTo(house, cast.amina.email, 'messages/answers'), owner.at);
  await messages.report(db, message, async () => undefined, owner);
  await messages.write(db, to, { body: 'Or a bench?', share: false }, ORIGIN, member);
  return {
    'a part of a profile': { address: own.address, section: 'about' },
    'an offer': { address: own.address, id: own.offer },
    'an offer of another': { address: other.address, id: other.offer },
    'an affiliation': { address: own.address, id: own.affiliation },
    'an affiliation of another': { address: other.address, id: other.affiliation },
    'a reported message': { short: first },
    'a message that nobody reported': { short: await newest(house) },
    'the link to a message': { token: await tokenTo(house, cast.amina.email, 'messages/answers') },
  };
}

async function partsOf({ db }: TestHouse, actor: Actor) {
  const person = await people.byId(db, actor.id ?? '');
  const hours = { kind: 'offer', skill: 'hosting', hours: 1, note: '', until: null } as const;
  await offers.make(db, person, hours, actor);
  const place = { name: 'Chairs and Benches', sector: 'other', country: 'england' } as const;
  await affiliations.add(db, person, { ...place, title: '', since: null, until: null }, actor);
  const [affiliation] = await affiliations.of(db, person.id);
  const offer = await db
    .selectFrom('offers')
    .select('id')
    .where('person_id', '=', person.id)
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow();
  return { address: person.address, offer: offer.id, affiliation: affiliation?.id ?? '' };
}

async function newest({ db }: TestHouse): Promise<string> {
  const row = await db.selectFrom('messages').select('short_id').orderBy('id', 'desc').executeTakeFirstOrThrow();
  return row.short_id;
}
