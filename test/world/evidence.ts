import { type Case, cases, type Draft, versions } from '#features/cases/index.ts';
import { type Claim, claims, grades } from '#features/evidence/index.ts';
import { corrections, measures, readings, type Work, works } from '#features/work/index.ts';
import { type Actor, cairnItself } from '#kernel/actor.ts';
import type { Db } from '#kernel/database/index.ts';
import { actorFor } from '#kernel/session/index.ts';
import { MEASURED } from './measured.ts';
import { workTitled } from './work.ts';
import { HOME_BEFORE_LUNCH } from './works.ts';

const DAY = 86_400_000;
/** Claims on measures of the demo community, four published cases, one for each audience, and a draft; by the rooms' own verbs. */
export async function addEvidence(db: Db, personOf: (email: string) => Promise<string>, now: Date): Promise<void> {
  const as = async (name: string, daysAgo: number) =>
    actorFor(db, await personOf(`${name}@hill-and-harbour.example`), new Date(now.getTime() - daysAgo * DAY));
  const home = await homeClaim(db, now);
  const others = await otherClaims(db, now);
  const of = (...titles: string[]) => titles.flatMap((title) => others.get(title)?.id ?? []);
  const publish = async (given: Case, actor: Actor) => versions.publish(db, given, 'public', actor);
  const [amina, priya, tom, orla] = await Promise.all([
    as('amina', 21),
    as('priya', 40),
    as('tom', 33),
    as('orla', 50),
  ]);
  await publish(await cases.start(db, { ...BOARD, claims: [home.id] }, amina), amina);
  await publish(await cases.start(db, { ...PLACE, claims: of(...PLACE_RESTS_ON) }, priya), priya);
  await publish(await cases.start(db, { ...DESK, claims: of(...DESK_RESTS_ON) }, tom), tom);
  await publish(await cases.start(db, { ...SLEEP, claims: of(QUIET) }, orla), orla);
  await changeSince(db, others.get(QUIET), now);
  await cases.start(db, { ...DRAFT, claims: [] }, { ...amina, at: new Date(now.getTime() - 3 * DAY) });
}

/** After the case was published the team adds two months and puts one right, which waits for a second person. */
async function changeSince(db: Db, claim: Claim | undefined, now: Date): Promise<void> {
  if (!claim?.measureId) throw new Error('nothing is claimed of the quiet nights');
  const [work, measure] = await Promise.all([works.byId(db, claim.workId), measures.byId(db, claim.measureId)]);
  const actor = await actorFor(db, work.sharedBy, new Date(now.getTime() - 35 * DAY));
  const there = await readings.list(db, measure.id);
  const last = there.at(-1);
  if (!last) throw new Error('nobody has slept');
  const [year = 0, month = 1] = last.date.split('-').map(Number);
  const next = [5.2, 5.4].map((value, i) => ({
    date: new Date(Date.UTC(year, month + i, 1)).toISOString().slice(0, 10),
    value,
  }));
  await readings.record(db, work, measure, next, actor);
  const correction = { value: 5.5, reason: 'One night was counted twice.' };
  await corrections.correct(db, work, measure, last.id, correction, actor);
  await grades.regrade(db, claim.id, cairnItself(actor.at));
}

async function homeClaim(db: Db, now: Date): Promise<Claim> {
  const work = await workTitled(db, HOME_BEFORE_LUNCH.title);
  const actor = await actorFor(db, work.sharedBy, new Date(now.getTime() - 28 * DAY));
  const [wait] = (await measures.list(db, work, actor)).filter(({ unit }) => unit === 'minutes');
  return claimed(
    db,
    work,
    {
      statement: 'People who are ready to go home wait less for the door',
      area: 'people',
      relation: 'contribution',
      fixing: {
        measure: wait?.short ?? '',
        better: 'down',
        baselineFrom: '2023-01-01',
        baselineThrough: '2024-06-30',
        changedOn: '2024-07-01',
      },
    },
    actor,
  );
}

/** What `MEASURED` says was brought, by the title of the work. */
async function otherClaims(db: Db, now: Date): Promise<Map<string, Claim>> {
  const made = new Map<string, Claim>();
  for (const { work: title, name, better, claim } of MEASURED) {
    if (!claim) continue;
    const work = await workTitled(db, title);
    const actor = await actorFor(db, work.sharedBy, new Date(now.getTime() - (58 - made.size / 4) * DAY));
    const measure = (await measures.list(db, work, actor)).find((one) => one.name === name);
    const { dates } = await readings.series(db, measure?.id ?? '');
    const change = (await changeOf(db, measure?.id ?? '')) ?? '';
    const before = dates.filter((date) => date < change);
    const fixing = {
      ...{ measure: measure?.short ?? '', better, changedOn: change },
      ...{ baselineFrom: before[0] ?? '', baselineThrough: before.at(-1) ?? '' },
    };
    made.set(title, await claimed(db, work, { ...claim, relation: 'contribution', fixing }, actor));
  }
  return made;
}

async function claimed(
  db: Db,
  work: Work,
  given: Parameters<typeof claims.claim>[2],
  actor: Parameters<typeof claims.claim>[3],
) {
  const claim = await claims.claim(db, work, given, actor);
  await grades.regrade(db, claim.id, cairnItself(actor.at));
  return claim;
}

async function changeOf(db: Db, measureId: string): Promise<string | null> {
  const row = await db
    .selectFrom('annotations')
    .select('happened_on')
    .where('measure_id', '=', measureId)
    .orderBy('happened_on')
    .limit(1)
    .executeTakeFirst();
  return row?.happened_on ?? null;
}

const BOARD: Omit<Draft, 'claims'> = {
  title: 'Home before lunch: beds that are free when they are needed',
  audience: 'executive',
  ask: 'Give the three remaining medical wards two discharge coordinators for twelve months, and look at the same measure in a year.',
  context:
    'Each winter we open extra beds that cost money and goodwill, while people who are well enough to leave wait for the door.\n\nOne ward has shown for eighteen months that they can be home before lunch.',
  narratives: [
    {
      heading: 'What it takes',
      body: 'Two nurses meet for five minutes at eight and name who could go. Medicines are ordered the day before. A volunteer rings the family at nine.\n\nNo new system and no new form. It fell apart once, when both nurses were moved to another ward in the same week: the huddle needs two people who may decide.',
    },
    {
      heading: 'What we do not know',
      body: 'No other ward was measured in the same months, so we cannot say that the huddle alone did it. A bed that is free at noon saves money only if it is used or closed.',
    },
  ],
};

const PLACE_RESTS_ON = [
  'Home first, ask later',
  'A lift from the floor within the hour',
  'Same-day answers for GPs',
  'Reablement: one goal, six weeks',
];

const PLACE: Omit<Draft, 'claims'> = {
  title: 'Closer to home: what four teams have measured',
  audience: 'policy',
  ask: 'Let budgets follow the person: in three places, pay once for help at home, whoever gives it, for two years, and publish these four measures each quarter.',
  context:
    'Two hospital teams, an ambulance service and a council each changed one thing. Each saw its own measure move. Nobody has been shown the four together.\n\nWhat they share: somebody near the person was allowed to decide.',
  narratives: [
    {
      heading: 'What stands in the way',
      body: 'Each of the four teams saves money that somebody else would have spent. A lift from the floor costs the ambulance service a crew and spares the hospital a night. Under this year’s rules the crew is an overspend.\n\nThree of the four are paid from money that ends in March.',
    },
    {
      heading: 'What we do not know',
      body: 'The four worked in different countries, under different rules, in different years. We cannot say what happens when all are tried at once. None had a place beside it that was measured without the change.',
    },
  ],
};

const DESK_RESTS_ON = ['The 8 a.m. phone queue', 'Repeat prescriptions, all on one day'];

const DESK: Omit<Draft, 'claims'> = {
  title: 'A morning back for the front desk',
  audience: 'operational',
  ask: 'Move two hours of nurse time to the first hour of the day, in three practices, from April until the autumn.',
  context:
    'Reception loses its first hour to a queue that it did not make. Half of those who ring want something that could have been settled the day before.',
  narratives: [
    {
      heading: 'What it takes',
      body: 'One nurse who sorts questions from half past seven. A pharmacist who lines up dates at the counter. Nothing to buy: the form for questions came with the system that we have.\n\nThe first fortnight is worse. Tell the patients’ group before you begin, and put somebody on the door who can show how it works.',
    },
    {
      heading: 'Who might lose by it',
      body: 'People without a telephone that can show the form. In the practice that tried it, one in nine still rang, and they were answered sooner than before.',
    },
  ],
};

const QUIET = 'Quiet nights';

const SLEEP: Omit<Draft, 'claims'> = {
  title: 'Let people sleep: what one ward changed at ten in the evening',
  audience: 'front-line',
  ask: 'Try it on your ward for four weeks: lights down at ten, one round instead of three, and ask everybody in the morning how long they slept.',
  context:
    'A night on a ward is four hours of sleep in eleven pieces. Most of what wakes people is us: bins, shoes, doors, and observations that nobody would miss.',
  narratives: [
    {
      heading: 'How to begin on Monday',
      body: 'Lie in a bed for an hour and write down what you hear. Then change the three loudest things. Ours were a bin lid, a door closer and the ice machine.\n\nAsk who needs waking at two. On our ward it was four people of twenty-six.',
    },
  ],
};

const DRAFT: Omit<Draft, 'claims'> = {
  title: 'A pharmacist on the ward by ten',
  audience: 'operational',
  ask: '',
  context: 'Waiting for medicines is the longest part of the morning.',
  narratives: [],
};
