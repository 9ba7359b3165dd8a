import type { Actor } from '#kernel/actor.ts';
import type { Db } from '#kernel/database/index.ts';
import { actorFor } from '#kernel/session/index.ts';
import type { Browser, TestHouse } from '../support/house.ts';
import { accountScenes } from './scenes-account.ts';
import { introductionScenes } from './scenes-introductions.ts';
import { invitingScenes } from './scenes-inviting.ts';
import { membershipScenes } from './scenes-membership.ts';
import { peopleScenes } from './scenes-people.ts';
import { caseScenes, deskScenes, storyScenes } from './scenes-telling.ts';
import { waitingWork, workScenes } from './scenes-work.ts';
import type { Reader } from './table.ts';

/** What the names in an address stand for: `{ address: 'chairs-4k2m…', measure: '7t…' }`. */
export type Scene = Record<string, string>;

export type Stage = { db: Db; scenes: Record<string, Scene>; browsers: Record<Reader, Browser> };

/** A thing of each kind in each state, and everybody who may or may not see it. */
export async function setStage(house: TestHouse): Promise<Stage> {
  const member = await plainMember(house);
  const team = await house.actor('amina');
  const scenes = {
    here: {},
    'a wrong link': { token: 'a-link-that-no-letter-has-carried', key: 'influence' },
    'work that waits': await waitingWork(house),
    ...(await workScenes(house, team, member)),
    ...(await storyScenes(house, team, member)),
    ...(await caseScenes(house, team, member)),
    ...(await deskScenes(house)),
    ...(await membershipScenes(house)),
    ...(await peopleScenes(house, team, member)),
    ...(await invitingScenes(house)),
    ...(await accountScenes(house, team)),
    ...(await introductionScenes(house)),
  };
  const browsers: Record<Reader, Browser> = {
    visitor: await house.as(),
    newcomer: await house.as('joe'),
    member: await house.asPerson(member.id ?? ''),
    team: await house.as('amina'),
    assessor: await house.as('priya'),
    elsewhere: await house.as('callum'),
    moderator: await house.as('morag'),
    editor: await house.as('niamh'),
    steward: await house.as('sian'),
  };
  return { db: house.db, scenes, browsers };
}

/** The address of a route in a scene. */
export function pathIn(route: string, scene: Scene): string {
  const [, pattern = ''] = route.split(' ');
  return pattern.replace(/:(\w+)(?:\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\})?/g, (_, name: string) => {
    const given = scene[name];
    if (given === undefined) throw new Error(`${route}: this scene has no ${name}`);
    return given;
  });
}

/** Sends what a browser would: other verbs than GET and POST travel in `_method`. */
export function send(browser: Browser, route: string, path: string, fields: Record<string, string> = {}) {
  const [method = ''] = route.split(' ');
  if (method === 'GET') return browser.get(path);
  return browser.post(path, method === 'POST' ? fields : { _method: method, ...fields });
}

/** Somebody of the world who is a member and nothing else. */
async function plainMember({ db, clock }: TestHouse): Promise<Actor> {
  const { id } = await db
    .selectFrom('people')
    .innerJoin('person_emails', 'person_emails.person_id', 'people.id')
    .select('people.id')
    .where('email', 'like', '%@members.example')
    .where('people.visibility', '=', 'public')
    .orderBy('people.name')
    .executeTakeFirstOrThrow();
  return actorFor(db, id, clock());
}
