import {
  invitations,
  placements,
  publications,
  type Shares,
  sharesOf,
  team,
  updates,
  type Work,
  works,
} from '#features/work/index.ts';
import type { Actor } from '#kernel/actor.ts';
import type { Country } from '#kernel/countries.ts';
import type { Db } from '#kernel/database/index.ts';
import { actorFor } from '#kernel/session/index.ts';
import { beganMonthsAgo } from './measured.ts';
import { ORGANISATIONS } from './people.ts';
import { type Random, random } from './random.ts';
import { topicsOf } from './topics.ts';
import { ADAPTED, ADAPTED_STATES, HOME_BEFORE_LUNCH, LESSONS, TOLD, type Told } from './works.ts';

const DAY = 86_400_000;
const HOW_MANY = 120;
const ANSWERS = { data: 'fine', counts: 'fine', names: 'fine' } as const;
const URL = 'http://localhost';

type Somebody = { id: string; country: Country };

/** 120 pieces of work over eight years, in all four modes; some stopped, some private, one that waits for a moderator. */
export async function addWork(db: Db, personOf: (email: string) => Promise<string>, now: Date): Promise<void> {
  const dice = random(23);
  const members = await db
    .selectFrom('people')
    .innerJoin('role_grants', 'role_grants.person_id', 'people.id')
    .select(['people.id', 'people.country'])
    .where('role', '=', 'member')
    .orderBy('people.added_at')
    .orderBy('people.name')
    .execute();
  const people = members.flatMap(({ id, country }) => (country ? [{ id, country }] : []));
  await homeBeforeLunch(db, personOf, now);
  for (let n = 0; n < HOW_MANY - 2; n += 1) await tell(db, toldAs(n, dice), people, n, dice, now);
  await firstPieceOfJoe(db, await personOf('joe@carers.example'), now);
}

/** The work of this title: the tests and the other parts of the world find theirs by it. */
export async function workTitled(db: Db, title: string): Promise<Work> {
  const { id } = await db.selectFrom('works').select('id').where('title', '=', title).executeTakeFirstOrThrow();
  return works.byId(db, id);
}

type Setting = Told & { organisation: string | null; place: string; country: Country; shownAs: string };

/** What each kind of place is called when it would rather not be named. */
const SHOWN_AS: Record<string, string> = {
  acute: 'a general hospital',
  community: 'a community service',
  'mental-health': 'a mental health service',
  'primary-care': 'a practice',
  'adult-social-care': 'a care provider',
  hospice: 'a hospice',
};

/** First what people tell in their own words, each where it suits; then the same tried at another place of its kind. */
function toldAs(n: number, dice: Random): Setting {
  const original = TOLD[n % TOLD.length];
  if (!original) throw new Error('nothing is told');
  const { at, ...told } = original;
  const fitting = ORGANISATIONS.filter(([sector, name]) => at.split('|').includes(sector) || name === at);
  if (n < TOLD.length) {
    const [sector, organisation, place, country] = placed(dice.pick(fitting), at);
    return { ...told, organisation, place, country, shownAs: n % 13 === 10 ? (SHOWN_AS[sector] ?? '') : '' };
  }
  return triedElsewhere(told, at, n);
}

/** The seventeen that others tried too: each at a place of a kind that could have. */
function triedElsewhere(told: Told, at: string, n: number): Setting {
  const kinds = at.includes('|') || ORGANISATIONS.some(([sector]) => sector === at) ? at.split('|') : ['community'];
  const others = ORGANISATIONS.filter(([sector]) => kinds.includes(sector));
  const [, organisation, place, country] = placed(others[(n * 5 + 1) % others.length], at);
  const state = ADAPTED_STATES[n % ADAPTED_STATES.length] ?? 'testing';
  return {
    ...told,
    ...{ organisation, place, country, shownAs: '', state },
    title: `${told.title.split(':')[0]}, tried at ${organisation}`,
    tried: `${ADAPTED[n % ADAPTED.length]}\n\n${told.tried}`,
    lesson: state === 'stopped' ? (LESSONS[n % LESSONS.length] ?? '') : '',
  };
}

function placed<Row>(row: Row | undefined, at: string): Row {
  if (!row) throw new Error(`no organisation is of the kind ${at}`);
  return row;
}

async function tell(db: Db, told: Setting, people: Somebody[], n: number, dice: Random, now: Date): Promise<void> {
  const local = people.filter(({ country }) => country === told.country);
  const sharer = dice.pick(local.length > 0 ? local : people);
  const months = beganMonthsAgo(told.title);
  const startedDaysAgo = Math.round((months === null ? 40 + (n % 96) * 30 : months * 30.4) + dice.next() * 20);
  const sharedAt = new Date(
    now.getTime() - Math.max(4, startedDaysAgo - dice.whole(20, months === null ? 300 : 60)) * DAY,
  );
  const actor = await actorFor(db, sharer.id, sharedAt);
  const { organisation, modes, ...words } = told;
  const started = new Date(now.getTime() - startedDaysAgo * DAY).toISOString().slice(0, 7);
  const ended = told.state === 'stopped' ? new Date(sharedAt.getTime()).toISOString().slice(0, 10) : null;
  const given = {
    ...words,
    organisation,
    methods: methodsOf(modes, n),
    topics: topicsOf(told.title),
    startedOn: `${started}-01`,
    endedOn: ended,
    shares: jittered(modes, dice),
  };
  const work = await works.share(db, given, actor);
  await addTeam(db, work, people, dice, actor);
  if (n % 11 === 3) await addDispute(db, work, people, dice, actor.at);
  if (n % 4 === 1)
    await updates.add(db, work, dice.pick(UPDATES), {
      ...actor,
      at: new Date(Math.min(now.getTime() - DAY, sharedAt.getTime() + 60 * DAY)),
    });
  const measured = months !== null; // what is measured is for everybody to see
  if (n % 17 === 9 && !measured) return;
  await publications.publish(
    db,
    await works.byId(db, work.id),
    { visibility: n % 19 === 7 && !measured ? 'members' : 'public', answers: ANSWERS, url: URL },
    actor,
  );
}

const UPDATES = [
  'Three weeks in: those who come in the morning like it, those who come at night have not heard of it. Our fault; we meet them on Thursday.',
  'Somebody whom it is for told us that we had solved the wrong half of the problem. She was right, and has joined the team.',
  'We told those who decide. Two questions, both good: what does it cost, and who else does it?',
  'We stopped measuring for a month in winter. Started again today.',
  'A visitor from another place asked why we do the second step. Nobody knew. We have dropped it, and nothing happened.',
];

const METHODS = [
  ['pdsa', 'model-for-improvement'],
  ['co-production'],
  ['lean'],
  ['pdsa', 'run-chart'],
  ['ebcd'],
  ['social-movement'],
  ['process-mapping'],
];

function methodsOf(modes: string, n: number): string[] {
  return (modes.startsWith('3') ? METHODS[0] : METHODS[n % METHODS.length]) ?? [];
}

/** Digits → shares, each person's a little different. */
function jittered(modes: string, dice: Random): Shares | null {
  const [a = 0, b = 0, c = 0, d = 0] = [...modes].map((digit) =>
    Math.max(0, Number(digit) + (dice.next() - 0.4) * 0.9),
  );
  return sharesOf({ iterative: a, pathways: b, 'operating-model': c, community: d });
}

async function addTeam(db: Db, work: Work, people: Somebody[], dice: Random, actor: Actor): Promise<void> {
  for (let i = dice.whole(0, 3); i > 0; i -= 1) {
    const mate = dice.pick(people);
    const address = await db
      .selectFrom('person_emails')
      .select('email')
      .where('person_id', '=', mate.id)
      .executeTakeFirstOrThrow();
    await invitations.invite(
      db,
      await works.byId(db, work.id),
      { named: [{ name: '', email: address.email }], url: URL },
      actor,
    );
    const asked = await works.byId(db, work.id);
    if (asked.invited.includes(mate.id) && dice.next() < 0.8)
      await team.accept(db, asked, await actorFor(db, mate.id, actor.at));
  }
}

async function addDispute(db: Db, work: Work, people: Somebody[], dice: Random, at: Date): Promise<void> {
  for (const modes of ['0031', '1003', '0300']) {
    const shares = jittered(modes, dice);
    if (shares) await placements.place(db, work, shares, await actorFor(db, dice.pick(people).id, at));
  }
}

async function homeBeforeLunch(db: Db, personOf: (email: string) => Promise<string>, now: Date): Promise<void> {
  const rhys = await personOf('rhys@hill-and-harbour.example');
  const sharer = await actorFor(db, rhys, new Date('2023-03-14T10:00:00Z'));
  const { modes, ...words } = HOME_BEFORE_LUNCH;
  const given = {
    ...words,
    organisation: 'Pen-y-Cwm Community Hospital',
    place: 'Pen-y-Cwm',
    country: 'wales',
    shownAs: '',
    methods: ['pdsa'],
    topics: topicsOf(words.title),
    startedOn: '2023-01-01',
    shares: sharesOf({ iterative: 3, pathways: 1, 'operating-model': 0, community: 0 }),
  } as const;
  const work = await works.share(db, { ...given, methods: [...given.methods] }, sharer);
  await invitations.invite(
    db,
    work,
    { named: [{ name: 'Amina Yusuf', email: 'amina@hill-and-harbour.example' }], url: URL },
    sharer,
  );
  const amina = await actorFor(db, await personOf('amina@hill-and-harbour.example'), new Date('2023-03-15T10:00:00Z'));
  await team.accept(db, await works.byId(db, work.id), amina);
  await publications.publish(
    db,
    await works.byId(db, work.id),
    { visibility: 'public', answers: ANSWERS, url: URL },
    sharer,
  );
  await updates.add(
    db,
    await works.byId(db, work.id),
    'The two-nurse huddle begins on the first of July. Wish us luck.',
    { ...sharer, at: new Date('2024-06-28T15:00:00Z') },
  );
  await updates.add(db, await works.byId(db, work.id), 'Four months under fifty minutes. The huddle stays.', {
    ...amina,
    at: new Date(Math.min(now.getTime() - DAY, Date.parse('2024-11-20T12:00:00Z'))),
  });
}

/** A newcomer’s first piece: it waits for a moderator. */
async function firstPieceOfJoe(db: Db, joe: string, now: Date): Promise<void> {
  const actor = await actorFor(db, joe, new Date(now.getTime() - 2 * DAY));
  const work = await works.share(
    db,
    {
      title: 'A folder for whoever cares next',
      problem: 'When I was ill for a week, nobody knew what my mother takes, likes or fears.',
      aim: 'Every carer in our group has a folder that somebody else can use within ten minutes.',
      tried: 'Twelve of us wrote a page each month and swapped them to test.',
      lesson: '',
      country: 'england',
      place: 'Wendle',
      organisation: 'Carers of the Vale',
      shownAs: '',
      methods: ['co-production'],
      topics: ['unpaid-carers'],
      startedOn: '2026-04-01',
      state: 'testing',
      shares: sharesOf({ iterative: 1, pathways: 0, 'operating-model': 0, community: 3 }),
    },
    actor,
  );
  await publications.publish(db, work, { visibility: 'public', answers: ANSWERS, url: URL }, actor);
}
