import {
  applications,
  assessments,
  criteria,
  decisions,
  drafts,
  founding,
  panel,
  referees,
  reference,
  submissions,
} from '#features/membership/index.ts';
import { people } from '#features/people/index.ts';
import { type Actor, visitor } from '#kernel/actor.ts';
import type { Country } from '#kernel/countries.ts';
import type { Db } from '#kernel/database/index.ts';
import * as roles from '#kernel/roles.ts';
import { actorFor } from '#kernel/session/index.ts';
import type { Storage } from '#kernel/storage.ts';
import { APPLICANTS, type Applicant, ASSESSORS } from './applicants.ts';
import { addAppeal, addRecording, confirm } from './joining.ts';
import { deliverLetters } from './post.ts';

const URL = 'http://localhost:3000';
const COMPACT = '1';
const DAY = 86_400_000;
const FOUNDED = 8 * 365; // days before the present

/** A founding membership for each member, a panel for each country, and an application in each state. */
export async function addMembership(db: Db, stewardId: string, now: Date, storage: Storage | null): Promise<void> {
  await reference.seed(db, before(now, FOUNDED));
  await found(db, stewardId, now);
  await addPanels(db, stewardId, before(now, FOUNDED - 30));
  for (const applicant of APPLICANTS) await addApplicant(db, applicant, now, storage);
  await addAppeal(db, now);
  await deliverLetters(db);
}

async function found(db: Db, stewardId: string, now: Date): Promise<void> {
  const at = before(now, FOUNDED);
  await founding.begin(db, { personId: stewardId, compactVersion: COMPACT }, await actorFor(db, stewardId, at));
  const reason = 'You have improved care where you are for years, and others ask you how.';
  for (const id of (await roles.holders(db, 'member')).sort()) {
    const { name, country, addedAt } = await people.byId(db, id);
    const { email } = await actorFor(db, id, at);
    if (id === stewardId || email === null || country === null) continue;
    const joined = addedAt < now ? addedAt : at; // the cast were there from the first day
    await inviteAndAccept(db, stewardId, { name, email, country, reason }, joined);
  }
}

async function addPanels(db: Db, stewardId: string, at: Date): Promise<void> {
  const reason = 'You read fairly, and you know improvement work in your country.';
  for (const { headline, ...assessor } of ASSESSORS) {
    const id = await inviteAndAccept(db, stewardId, { ...assessor, reason }, at);
    await people.describe(
      db,
      await people.byId(db, id),
      { headline, visibility: 'public' },
      await actorFor(db, id, at),
    );
    const steward = await actorFor(db, stewardId, at);
    await roles.grant(db, id, { role: 'assessor', country: assessor.country }, steward);
  }
}

async function inviteAndAccept(
  db: Db,
  stewardId: string,
  { name, email, country, reason }: { name: string; email: string; country: Country; reason: string },
  at: Date,
): Promise<string> {
  const id = await founding.invite(db, { name, email, reason }, URL, await actorFor(db, stewardId, at));
  return founding.accept(db, { id, email }, { name, country, compactVersion: COMPACT }, visitor(at));
}

/** An application, as far as it has come. */
export async function addApplicant(db: Db, applicant: Applicant, now: Date, storage: Storage | null): Promise<void> {
  const { name, email, country, pathway, standing, daysAgo } = applicant;
  const at = before(now, daysAgo);
  const actor: Actor = { ...visitor(at), email };
  const token = await applications.start(db, { name, email, country, pathway }, URL, actor);
  const { application } = await applications.open(db, token ?? '', actor);
  if (applicant.influence !== '') await write(db, application, applicant, actor);
  if (applicant.recorded && storage) await addRecording(db, storage, application, actor);
  if (applicant.speaker)
    await referees.choose(
      db,
      application,
      { name: applicant.speaker.name, email: applicant.speaker.email },
      URL,
      actor,
    );
  if (standing === 'started') return;
  await submissions.send(db, application, URL, actor);
  if (applicant.speaker?.words)
    await confirm(db, applicant.speaker.email, applicant.speaker.words, before(now, daysAgo - 2));
  if (standing === 'withdrawn')
    return applications.withdraw(db, application, { ...actor, at: before(now, daysAgo - 2) });
  if (standing === 'submitted') return;
  const short = application.shortId;
  const kind = standing === 'more-needed' ? 'thin' : standing === 'not-now' ? 'poor' : 'good';
  await assess(db, short, country, kind, before(now, daysAgo - 3));
  if (standing === 'assessing') return;
  await assess(db, short, country, standing === 'third' ? 'thin' : kind, before(now, daysAgo - 6));
  if (standing === 'third' || standing === 'ready') return;
  await decide(db, short, country, standing, before(now, daysAgo - 9));
}

async function write(db: Db, application: applications.Application, applicant: Applicant, actor: Actor) {
  const [influence, reflection] = await criteria.of(db, application.criteriaVersionId);
  const answers = { [influence?.id ?? '']: applicant.influence, [reflection?.id ?? '']: applicant.reflection };
  const { name, country, pathway } = applicant;
  const draft = { name, country, pathway, answers, works: [], needs: applicant.needs ?? '', compactVersion: COMPACT };
  await drafts.save(db, application, draft, actor);
}

/** What the first and the second reader say, each in their own words. */
const VIEWS = {
  good: [
    {
      influence: { view: 'met', reason: 'You moved people who did not have to follow you, and others took it up.' },
      reflection: { view: 'met-another-way', reason: 'You say plainly what went wrong and what you made of it.' },
    },
    {
      influence: { view: 'met', reason: 'More than one place works differently because of what you began.' },
      reflection: { view: 'met', reason: 'We could see you change your mind, and why. That is rare and useful.' },
    },
  ],
  thin: [
    {
      influence: {
        view: 'more-needed',
        reason: 'Who outside your department did something differently because of you?',
      },
      reflection: {
        view: 'more-needed',
        reason: 'Tell us of one thing that surprised you, and what you did about it.',
      },
    },
    {
      influence: { view: 'more-needed', reason: 'You name what you did; we would like to hear what others then did.' },
      reflection: { view: 'cannot-tell', reason: 'It is too short for me to say. An example would help.' },
    },
  ],
  poor: [
    {
      influence: {
        view: 'more-needed',
        reason: 'We read about a product and missed who worked on the change with you.',
      },
      reflection: {
        view: 'more-needed',
        reason: 'We would have liked to read what did not work, and what you learnt.',
      },
    },
    {
      influence: { view: 'more-needed', reason: 'Talks are a beginning; we could not see what changed after them.' },
      reflection: {
        view: 'more-needed',
        reason: 'There is a belief here, and no experience of a change that we can follow.',
      },
    },
  ],
} as const satisfies Record<string, [assessments.Views, assessments.Views]>;

/** The next assessor whose turn it is gives their view. */
async function assess(db: Db, short: string, country: Country, kind: keyof typeof VIEWS, at: Date): Promise<void> {
  for (const id of (await roles.holders(db, 'assessor', country)).sort()) {
    const assessor = await actorFor(db, id, at);
    const reading = await panel.find(db, short, assessor);
    if (!reading.mine.assigned || reading.mine.given) continue;
    return assessments.give(db, reading, VIEWS[kind][reading.given === 0 ? 0 : 1], URL, assessor);
  }
}

async function decide(
  db: Db,
  short: string,
  country: Country,
  outcome: 'admitted' | 'more-needed' | 'not-now',
  at: Date,
): Promise<void> {
  const [id = ''] = (await roles.holders(db, 'assessor', country)).sort();
  const assessor = await actorFor(db, id, at);
  const reading = await panel.find(db, short, assessor);
  const given = { letter: LETTERS[outcome](reading.name, assessor.name ?? ''), reasons: '' };
  if (outcome === 'admitted') await decisions.admit(db, reading, given, URL, assessor);
  else if (outcome === 'more-needed') await decisions.askForMore(db, reading, given, URL, assessor);
  else await decisions.notNow(db, reading, given, URL, assessor);
}

const LETTERS = {
  admitted: (to: string, from: string) =>
    `Dear ${to},\n\nWe are delighted to welcome you. You moved people who did not have to follow you, and you say plainly what you learnt from it.\n\nWith good wishes,\n${from}`,
  'more-needed': (to: string, from: string) =>
    `Dear ${to},\n\nThank you for writing to us. Before we decide we would like to know who outside your department did something differently because of you, and one thing that surprised you.\n\nWith good wishes,\n${from}`,
  'not-now': (to: string, from: string) =>
    `Dear ${to},\n\nThank you for your application. We cannot admit you now: we read about a product and missed the people who worked on the change with you. If you do that work, please tell us about it.\n\nWith good wishes,\n${from}`,
};

function before(now: Date, days: number): Date {
  return new Date(now.getTime() - days * DAY);
}
