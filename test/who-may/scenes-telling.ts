import { sql } from 'kysely';
import { authors, cases, versions } from '#features/cases/index.ts';
import { reports } from '#features/moderation/index.ts';
import { pages } from '#features/pages/index.ts';
import { closures, comments, decisions, publications, stories } from '#features/stories/index.ts';
import { type Actor, visitor } from '#kernel/actor.ts';
import * as files from '#kernel/files/index.ts';
import * as jobs from '#kernel/jobs.ts';
import { ORIGIN, type TestHouse } from '../support/house.ts';
import type { Scene } from './scenes.ts';
import { tokenTo } from './scenes-work.ts';

const PICTURE = { kinds: ['image'], maxBytes: 1024 * 1024, field: 'picture' } as const;
/** A picture of one point. */
const POINT = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** A story and a draft of the one who is `team`, and below the story a comment of the member in each state. */
export async function storyScenes(house: TestHouse, author: Actor, member: Actor): Promise<Record<string, Scene>> {
  const told = await write(house, 'The chair that nobody moved', author);
  await publications.publish(house.db, told, ORIGIN, await house.actor('niamh'));
  const story = await stories.find(house.db, told.short, author);
  const draft = await write(house, 'A draft about a corridor', author);
  const moderator = await house.actor('morag');
  const approved = await say(house, story, 'We moved ours.', member);
  await decisions.approve(house.db, story, approved, ORIGIN, moderator);
  const refused = await say(house, story, 'Buy our chairs.', member);
  await decisions.refuse(house.db, story, refused, { reason: 'It is an advertisement.', url: ORIGIN }, moderator);
  const waiting = await say(house, story, 'How many chairs?', member);
  const email = 'greta@strangers.example';
  const words = { name: 'Greta Holt', email, body: 'We have a bench.', replyTo: null };
  await comments.write(house.db, story, words, ORIGIN, visitor(house.clock()));
  const other = await write(house, 'A bench at the bus stop', author);
  await publications.publish(house.db, other, ORIGIN, await house.actor('niamh'));
  const closed = await write(house, 'Enough said of chairs', author);
  const editor = await house.actor('niamh');
  await publications.publish(house.db, closed, ORIGIN, editor);
  await closures.close(house.db, await stories.find(house.db, closed.short, editor), editor);
  const aside = await say(house, await stories.find(house.db, other.short, author), 'Ours is red.', member);
  const { address } = story;
  return {
    'a story': { address, id: story.picture?.id ?? '' },
    'a draft story': { address: draft.address, id: draft.picture?.id ?? '' },
    'a story that takes no comments': { address: closed.address },
    'an approved comment': { address, id: approved.short },
    'a refused comment': { address, id: refused.short },
    'a waiting comment': { address, id: waiting.short },
    'a waiting comment of another story': { address: other.address, id: aside.short },
    'the link to a comment': { token: await tokenTo(house, email, 'comments') },
  };
}

async function write({ db, storage }: TestHouse, title: string, author: Actor): Promise<stories.Story> {
  const sent = new File([new Uint8Array(POINT)], 'chair.png', { type: 'image/png' });
  const picture = await files.take(db, storage, sent, PICTURE, author);
  const words = { title, standfirst: 'It stood there.', body: 'For years.', alt: 'A chair', works: [] };
  return stories.write(db, { ...words, picture }, ORIGIN, author);
}

async function say({ db }: TestHouse, story: stories.Story, body: string, member: Actor): Promise<comments.Comment> {
  await comments.write(db, story, { name: '', email: '', body, replyTo: null }, ORIGIN, member);
  const { id } = await db.selectFrom('comments').select('id').orderBy('id', 'desc').executeTakeFirstOrThrow();
  return comments.byId(db, id, member);
}

/** Cases of the one who is `team`: published to everybody, to members, by link, and a draft. */
export async function caseScenes({ db }: TestHouse, author: Actor, member: Actor): Promise<Record<string, Scene>> {
  const claim = await db
    .selectFrom('claims')
    .select('id')
    .where('claimed_by', '=', author.id)
    .orderBy('id')
    .executeTakeFirstOrThrow();
  const draftOf = (title: string) => {
    const words = { ask: 'Buy chairs.', context: 'Nobody sits.', claims: [claim.id], narratives: [] };
    return cases.start(db, { title, audience: 'executive', ...words }, author);
  };
  const open = await draftOf('Chairs for everybody');
  const members = await draftOf('Chairs, among us');
  const link = await draftOf('Chairs, for your eyes');
  const draft = await draftOf('Chairs, one day');
  await versions.publish(db, open, 'public', author);
  await versions.publish(db, members, 'members', author);
  await versions.publish(db, link, 'link', author);
  await authors.invite(db, draft, { named: member.email ?? '', url: ORIGIN }, author);
  const [asked] = (await authors.of(db, draft)).invitees;
  const sceneOf = ({ address, short }: cases.Case) => ({ address, short, number: '1' });
  return {
    'a public case': sceneOf(open),
    'a case for members': sceneOf(members),
    'a case behind a link': sceneOf(link),
    'a draft case': { ...sceneOf(draft), invitation: asked?.id ?? '' },
  };
}

/** What waits on the desks of moderators and stewards. */
export async function deskScenes(house: TestHouse): Promise<Record<string, Scene>> {
  const { db } = house;
  const moderator = await house.actor('morag');
  const file = (details: string) =>
    reports.file(db, { address: '/people', reason: 'other', details, email: '' }, ORIGIN, visitor(house.clock()));
  const open = await file('The words are too small.');
  const resolved = await file('The words are too large.');
  const answer = { outcome: 'changed', explanation: 'They are right now.' } as const;
  await reports.resolve(db, resolved, answer, ORIGIN, moderator);
  await jobs.enqueue(db, 'mail.send', { letter: 'gone' });
  await sql`update graphile_worker._private_jobs set attempts = max_attempts, last_error = 'The post is closed.'`.execute(
    db,
  );
  const [job] = await jobs.deadLetters(db);
  return {
    'an open report': { id: open.short },
    'a resolved report': { id: resolved.short },
    'a job that failed': { job: String(job?.id ?? '') },
    'an editor': { person: await house.personId('niamh'), role: 'editor', country: 'all' },
    'a role that nobody holds': { person: await house.personId('joe'), role: 'editor', country: 'all' },
    'nobody at all': { person: 'not-a-person', role: 'editor', country: 'all' },
    'the cases’ room': { room: 'cases' },
    'a word': { kind: 'sector', key: 'hospice' },
    'no such words': { kind: 'colours', key: 'red' },
    'the compact': { page: 'compact', version: String((await pages.current(db, 'compact')).version) },
    'a page that is not there': { page: 'nothing', version: '1' },
    'a figure of the landscape': { file: 'modes.csv' },
    'no such figure': { file: 'dragons.csv' },
  };
}
