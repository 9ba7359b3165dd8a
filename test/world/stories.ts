import { reports } from '#features/moderation/index.ts';
import {
  closures,
  comments,
  confirmations,
  decisions,
  publications,
  stories,
  withdrawals,
} from '#features/stories/index.ts';
import { type Actor, visitor } from '#kernel/actor.ts';
import type { Db } from '#kernel/database/index.ts';
import { actorFor } from '#kernel/session/index.ts';
import { type CastName, cast } from '../cast.ts';
import { deliverLetters } from './post.ts';
import { DRAFT, STORIES, type ToldStory } from './stories-told.ts';
import { workTitled } from './work.ts';

const DAY = 86_400_000;
const HOUR = 3_600_000;
const URL = 'http://localhost:3000';

/** Eight stories and a draft, with comments and reports in each state. */
export async function addStories(db: Db, personOf: (email: string) => Promise<string>, now: Date): Promise<void> {
  const as = async (name: CastName, ago: number) =>
    actorFor(db, await personOf(cast[name].email), new Date(now.getTime() - ago));
  for (const told of STORIES) await tell(db, told, as);
  await write(db, DRAFT, await as(DRAFT.by, DRAFT.daysAgo * DAY));
  await addComments(db, as, now);
  await addReports(db, as, now);
  await deliverLetters(db);
}

/** The story of this title: tests and the other parts of the world find theirs by it. */
export async function storyTitled(db: Db, title: string, actor: Actor): Promise<stories.Story> {
  const row = await db.selectFrom('stories').select('short_id').where('title', '=', title).executeTakeFirstOrThrow();
  return stories.find(db, row.short_id, actor);
}

type As = (name: CastName, ago: number) => Promise<Actor>;

async function write(db: Db, { title, standfirst, body, work }: ToldStory, actor: Actor): Promise<stories.Story> {
  const works = work ? [(await workTitled(db, work)).id] : [];
  return stories.write(db, { title, standfirst, body, picture: null, alt: '', works }, URL, actor);
}

async function tell(db: Db, told: ToldStory, as: As): Promise<void> {
  const story = await write(db, told, await as(told.by, told.daysAgo * DAY + 40 * HOUR));
  await publications.publish(db, story, URL, await as('niamh', told.daysAgo * DAY));
  if (told.closed) await closures.close(db, story, await as('niamh', (told.daysAgo - 90) * DAY));
}

async function addComments(db: Db, as: As, now: Date): Promise<void> {
  const pharmacy = 'Ring the family before you ring the pharmacy';
  const jugs = 'The red jugs: why we stopped, and why I am glad that we said so';
  const first = await say(db, as, { on: pharmacy, by: 'tom', hoursAgo: 190, body: PHARMACIST });
  await approve(db, as, first, 188);
  const answer = await say(db, as, { on: pharmacy, by: 'amina', hoursAgo: 180, to: first, body: ANSWER });
  await approve(db, as, answer, 170);
  const joe = await say(db, as, { on: pharmacy, by: 'joe', hoursAgo: 160, body: CAR_PARK });
  await approve(db, as, joe, 150);
  await approve(db, as, await say(db, as, { on: jugs, by: 'priya', hoursAgo: 700, body: BRAVE }), 690);
  const shop = await say(db, as, {
    on: jugs,
    by: stranger('Bev Tate', 'bev@jugs-and-lids.example'),
    hoursAgo: 500,
    body: SHOP,
  });
  await refuse(
    db,
    as,
    shop,
    480,
    'Thank you for reading. This is an advertisement, and our comments policy leaves those out.',
  );
  const sorry = await say(db, as, { on: jugs, by: 'callum', hoursAgo: 420, body: 'Gentle? I was terrified.' });
  await approve(db, as, sorry, 415);
  const reply = await say(db, as, { on: jugs, by: 'orla', hoursAgo: 410, to: sorry, body: 'It did not show.' });
  await approve(db, as, reply, 400);
  await withdrawals.withdraw(db, await again(db, sorry), await as('callum', 300 * HOUR));
  await say(db, as, {
    on: pharmacy,
    by: 'orla',
    hoursAgo: 20,
    body: 'Who rings on a Sunday? Our volunteers do not come in then.',
  });
  await say(db, as, { on: jugs, by: stranger('Ned Farrow', 'ned@allotment.example'), hoursAgo: 6, body: NOON });
  const unproved = {
    on: pharmacy,
    by: stranger('Sam Idle', 'sam@nobody.example'),
    hoursAgo: 2,
    body: 'First!',
    confirm: false,
  };
  await say(db, as, unproved);

  async function again(_: Db, { comment }: Said): Promise<comments.Comment> {
    return comments.byId(db, comment.id, visitor(now));
  }
}

type Stranger = { name: string; email: string };
type Saying = { on: string; by: CastName | Stranger; hoursAgo: number; body: string; to?: Said; confirm?: boolean };
type Said = { story: stories.Story; comment: comments.Comment };

async function say(db: Db, as: As, { on, by, hoursAgo, body, to, confirm = true }: Saying): Promise<Said> {
  const known = typeof by === 'string';
  const actor = known ? await as(by, hoursAgo * HOUR) : visitor((await as('amina', hoursAgo * HOUR)).at);
  const story = await storyTitled(db, on, actor);
  const { name, email } = known ? { name: '', email: '' } : by;
  await comments.write(db, story, { name, email, body, replyTo: to?.comment.short ?? null }, URL, actor);
  const { id } = await db.selectFrom('comments').select('id').orderBy('id', 'desc').executeTakeFirstOrThrow();
  if (!known && confirm) await confirmations.confirmed(db, id, URL, actor);
  return { story, comment: await comments.byId(db, id, actor) };
}

async function approve(db: Db, as: As, { story, comment }: Said, hoursAgo: number): Promise<void> {
  await decisions.approve(db, story, comment, URL, await as('morag', hoursAgo * HOUR));
}

async function refuse(db: Db, as: As, { story, comment }: Said, hoursAgo: number, reason: string): Promise<void> {
  await decisions.refuse(db, story, comment, { reason, url: URL }, await as('morag', hoursAgo * HOUR));
}

function stranger(name: string, email: string): Stranger {
  return { name, email };
}

const PHARMACIST = `Speaking for the second-placed delay: thank you for putting it second.

When I come to the ward instead of waiting for the ward to come to me, I see the family in the corridor too. Half of the questions about tablets were never about tablets.`;
const ANSWER = 'You are welcome back any morning. The kettle is yours.';
const CAR_PARK = `I have been that daughter, or the husband version. Three hours with the engine off so as not to miss the call.

Ring early, even if the answer is “not yet”. It is the not knowing that wears you out.`;
const BRAVE =
  'We had the jugs in the budget for April. They are out, and a noon tea round is in. Thank you for saying it plainly.';
const SHOP =
  'Great read! We sell lids in SEVEN colours, ten per cent off this month: https://jugs-and-lids.example/sale';
const NOON = `My wife was on a ward with the jugs. She liked them because people stopped to talk.

Perhaps what worked could not be seen in the drips. I would keep the talking, whatever colour it is.`;

async function addReports(db: Db, as: As, now: Date): Promise<void> {
  const jugs = await storyTitled(db, 'The red jugs: why we stopped, and why I am glad that we said so', visitor(now));
  const lunch = await storyTitled(db, 'The village hall has better parking', visitor(now));
  const at = (hours: number) => new Date(now.getTime() - hours * HOUR);
  await reports.file(
    db,
    {
      address: `/stories/${jugs.address}`,
      reason: 'wrong',
      email: 'reader@ward-nine.example',
      details: 'It says fourteen wards and later ten. Which?',
    },
    URL,
    visitor(at(30)),
  );
  await reports.file(
    db,
    { address: '/people', reason: 'other', email: '', details: 'I cannot read the small grey words on my telephone.' },
    URL,
    visitor(at(9)),
  );
  const map = await reports.file(
    db,
    {
      address: `/stories/${lunch.address}`,
      reason: 'identifies',
      email: '',
      details: 'One person on that list could be recognised by the bus and the job.',
    },
    URL,
    await as('joe', 4700 * HOUR),
  );
  await reports.resolve(
    db,
    map,
    {
      outcome: 'changed',
      explanation: 'You were right, and thank you. The author has taken the job out of the story.',
    },
    URL,
    await as('morag', 4690 * HOUR),
  );
}
