import { cases, type Draft, versions } from '#features/cases/index.ts';
import { type Claim, claims, grades } from '#features/evidence/index.ts';
import { measures, readings, type Work, works } from '#features/work/index.ts';
import { cairnItself } from '#kernel/actor.ts';
import type { Db } from '#kernel/database/index.ts';
import { actorFor } from '#kernel/session/index.ts';
import { workTitled } from './work.ts';
import { HOME_BEFORE_LUNCH } from './works.ts';

const DAY = 86_400_000;
const HOW_MANY = 11;

/** What the measures of the demo community are claimed to have brought, by the measure's name. */
const TOLD: Record<string, { statement: string; area: string }> = {
  'Falls per 1,000 bed-days': { statement: 'Fewer people fall on the ward', area: 'people' },
  'Seen within an hour': { statement: 'More people are seen within an hour', area: 'people' },
  'Days from referral to first contact': { statement: 'People wait fewer days to be heard', area: 'people' },
  'Staff who would recommend the team': { statement: 'More staff would recommend their team', area: 'workforce' },
  'Samples taken per patient-day': {
    statement: 'The laboratory works through fewer needless samples',
    area: 'organisations',
  },
  'Unplanned returns within a week': { statement: 'Fewer people have to come back within a week', area: 'system' },
  'Carers who felt listened to': { statement: 'More carers feel listened to', area: 'people' },
  'Hours of sleep': { statement: 'Patients sleep longer', area: 'people' },
};

/** A dozen claims, two published cases and a draft, made with the rooms' own verbs. */
export async function addEvidence(db: Db, personOf: (email: string) => Promise<string>, now: Date): Promise<void> {
  const home = await homeClaim(db, now);
  const others = await otherClaims(db, now);
  const amina = await actorFor(
    db,
    await personOf('amina@hill-and-harbour.example'),
    new Date(now.getTime() - 21 * DAY),
  );
  const priya = await actorFor(
    db,
    await personOf('priya@hill-and-harbour.example'),
    new Date(now.getTime() - 40 * DAY),
  );
  const board = await cases.start(db, { ...BOARD, claims: [home.id] }, amina);
  await versions.publish(db, board, 'public', amina);
  const listening = await cases.start(db, { ...LISTENING, claims: others.slice(0, 2).map(({ id }) => id) }, priya);
  await versions.publish(db, listening, 'public', priya);
  await cases.start(db, { ...DRAFT, claims: [] }, { ...amina, at: new Date(now.getTime() - 3 * DAY) });
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

async function otherClaims(db: Db, now: Date): Promise<Claim[]> {
  const rows = await db
    .selectFrom('measures')
    .select(['id', 'work_id'])
    .where('visibility', '=', 'public')
    .where('better', '<>', 'neither')
    .orderBy('defined_at')
    .orderBy('id')
    .execute();
  const made: Claim[] = [];
  for (const { id, work_id } of rows) {
    if (made.length === HOW_MANY) break;
    const measure = await measures.byId(db, id);
    const work = await works.byId(db, work_id);
    const told = TOLD[measure.name];
    const { dates } = await readings.series(db, id);
    const change = await changeOf(db, id);
    const before = dates.filter((date) => change !== null && date < change);
    if (!told || work.title === HOME_BEFORE_LUNCH.title || !change || before.length === 0) continue;
    const fixing = {
      measure: measure.short,
      better: measure.better === 'up' ? ('up' as const) : ('down' as const),
      baselineFrom: before[0] ?? '',
      baselineThrough: before.at(-1) ?? '',
      changedOn: change,
    };
    const actor = await actorFor(db, work.sharedBy, new Date(now.getTime() - (60 - made.length) * DAY));
    made.push(await claimed(db, work, { ...told, relation: 'contribution', fixing }, actor));
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

const LISTENING: Omit<Draft, 'claims'> = {
  title: 'Small changes that a whole place can feel',
  audience: 'policy',
  ask: 'Put measured improvement on the agenda of the place’s board, four times a year, with the teams who did it in the room.',
  context: 'Teams across the place have measured what they changed. Nobody above them has seen it in one piece.',
  narratives: [
    {
      heading: 'What we learned',
      body: 'What moved was under the team’s own control. What did not move needed somebody else to change as well.',
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
