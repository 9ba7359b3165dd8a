import { sql } from 'kysely';
import { answers, optIns, pair, rhythm, rounds, threes } from '#features/connections/index.ts';
import { cairnItself, visitor } from '#kernel/actor.ts';
import type { Db } from '#kernel/database/index.ts';
import { dayOf } from '#kernel/format.ts';
import { actorFor } from '#kernel/session/index.ts';
import { cast } from '../cast.ts';
import { deliverLetters } from './post.ts';
import { random } from './random.ts';

const URL = 'http://localhost:3000';
const DAY = 86_400_000;
const CAST = [cast.amina.email, cast.rhys.email, cast.orla.email];
const OTHERS = 38;
const WORDS = [
  'We talked for an hour and forgot to ask the questions. More like this, please.',
  'She had solved what we are stuck with. I am visiting in the new year.',
  'Hard to find half an hour with night shifts: could there be two months to meet in?',
  'I did not know what a carers’ forum does. Now I do.',
  'Nice person, but our jobs are the same. I had hoped for somebody from outside hospital.',
  'Please ask for times of day when we sign up.',
  'The third question got us going.',
];

/** Some forty members who like to meet somebody, a round on the first of each of the last three months, and what came of it. */
export async function addIntroductions(db: Db, now: Date): Promise<void> {
  const dice = random(29);
  let said = 0;
  const people = await takers(db);
  const [late = '', resting = ''] = people.slice(-2);
  for (const id of people.filter((one) => one !== late)) await join(id, before(now, dice.whole(80, 200)));
  await optIns.pause(db, await actorFor(db, resting, before(now, 70)));
  for (const months of [2, 1, 0]) {
    const at = new Date(`${rhythm.periodOf(dayOf(now), 1, -months)}T07:37:00Z`);
    if (months === 1) await join(late, before(at, 3));
    const id = await rounds.open(db, cairnItself(at));
    await pair(db, id, { url: URL }, at);
    await makeThree(id, before(at, -2));
    const asked = before(at, -14);
    if (asked <= now) await hear(id, asked);
  }
  await sql`select graphile_worker.complete_jobs(array(
    select id from graphile_worker.jobs where task_identifier like 'introductions.%'))`.execute(db);
  await deliverLetters(db);

  async function join(id: string, at: Date): Promise<void> {
    const meets = dice.pick(['either', 'either', 'either', 'online', 'in-person'] as const);
    const wishes = { meets, language: null, showsAddress: dice.next() < 0.6 };
    await optIns.join(db, wishes, await actorFor(db, id, at));
  }

  /** For whom nobody was left joins two others. */
  async function makeThree(round: string, at: Date): Promise<void> {
    const left = await db
      .selectFrom('introduction_leftovers')
      .select('person_id')
      .where('round_id', '=', round)
      .where('group_id', 'is not', null)
      .execute();
    for (const { person_id } of left) await threes.accept(db, URL, await actorFor(db, person_id, at));
  }

  /** Most answer, by the link of their letter. */
  async function hear(round: string, at: Date): Promise<void> {
    await answers.ask(db, round, URL, at);
    const { rows } = await sql<{ token: string }>`
      select substring(body from '/introductions/answers/([A-Za-z0-9_-]+)') as token
      from letters where written_at = ${at} and body like '%/introductions/answers/%' order by id`.execute(db);
    for (const [n, { token }] of rows.entries()) {
      if (dice.next() < 0.2) continue;
      const answer = dice.pick(['met', 'met', 'met', 'met', 'met', 'not-yet', 'not-yet', 'unsuited'] as const);
      const words = n % 12 === 4 ? (WORDS[said++ % WORDS.length] ?? '') : '';
      await answers.give(db, token, { answer, words }, visitor(before(at, -dice.whole(0, 6))));
    }
  }
}

/** Three of the cast, then members by name. */
async function takers(db: Db): Promise<string[]> {
  const rows = await db
    .selectFrom('people')
    .innerJoin('person_emails', 'person_emails.person_id', 'people.id')
    .select(['people.id', 'email'])
    .where((eb) => eb.or([eb('email', 'in', CAST), eb('email', 'like', '%@members.example')]))
    .where('people.id', 'in', (eb) => eb.selectFrom('role_grants').select('person_id').where('role', '=', 'member'))
    .orderBy('email')
    .execute();
  const ofCast = rows.filter(({ email }) => CAST.some((one) => one === email));
  const others = rows.filter((row) => !ofCast.includes(row)).slice(0, OTHERS);
  return [...ofCast, ...others].map(({ id }) => id);
}

function before(at: Date, days: number): Date {
  return new Date(at.getTime() - days * DAY);
}
