import { people } from '#features/people/index.ts';
import type { Actor } from '#kernel/actor.ts';
import { isSignedIn } from '#kernel/actor.ts';
import { type Db, inTransaction } from '#kernel/database/index.ts';
import { Conflict, Invalid } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import * as journal from '#kernel/journal.ts';
import { t } from '#kernel/words.ts';
import { type Application, close } from './applications.ts';
import { of as assessmentsOf, disagree } from './assessments.ts';
import * as letters from './letters.ts';
import * as memberships from './memberships.ts';
import { type Reading, take } from './panel.ts';
import { allow } from './policy.ts';
import type { Outcome } from './words.ts';

export type Decision = {
  id: string;
  outcome: Outcome;
  letter: string;
  reasons: string;
  decidedAt: Date;
  decidedBy: string;
};

type Given = { letter: string; reasons: string };

/** Admits: decision, person, membership, role, letter and entries, all or nothing. Answers the person's id. */
export async function admit(db: Db, reading: Reading, given: Given, url: string, actor: Actor): Promise<string> {
  return inTransaction(db, async (trx) => {
    const { application, decisionId } = await decide(trx, reading, 'admitted', given, actor);
    return welcome(trx, application, decisionId, given.letter, url, actor);
  });
}

/** Makes an applicant a member by a decision. For the acts that decide so, within their transaction. */
export async function welcome(
  trx: Db,
  { id, email, name, country }: Pick<Application, 'id' | 'name' | 'country'> & { email: string },
  decisionId: string,
  letter: string,
  url: string,
  actor: Actor,
): Promise<string> {
  const personId = await people.meet(trx, { email, name }, actor);
  await placeInCountry(trx, personId, country, actor);
  await memberships.record(trx, personId, { decisionId }, actor);
  await close(trx, id);
  await letters.admitted(trx, { email, letter }, url, actor.at);
  await journal.record(trx, actor, 'application.admitted', { type: 'application', id });
  return personId;
}

/** The row of a decision; answers its id. */
export async function record(
  trx: Db,
  { id, submissionId }: { id: string; submissionId: string },
  given: Given & { outcome: Outcome },
  actor: Actor,
): Promise<string> {
  if (!isSignedIn(actor)) throw new Conflict(t('This application is closed.'));
  const decisionId = newId();
  await trx
    .insertInto('decisions')
    .values({
      id: decisionId,
      application_id: id,
      submission_id: submissionId,
      ...given,
      decided_by: actor.id,
      decided_at: actor.at,
    })
    .execute();
  return decisionId;
}

/** Asks for more: the application goes back to its applicant, with a link to continue. */
export async function askForMore(db: Db, reading: Reading, given: Given, url: string, actor: Actor): Promise<void> {
  await inTransaction(db, async (trx) => {
    const { application } = await decide(trx, reading, 'more-needed', given, actor);
    await letters.moreNeeded(trx, { ...application, letter: given.letter }, url, actor.at);
    await journal.record(trx, actor, 'application.more-needed', { type: 'application', id: application.id });
  });
}

/** Not now: closed, with why and how to return. */
export async function notNow(db: Db, reading: Reading, given: Given, url: string, actor: Actor): Promise<void> {
  await inTransaction(db, async (trx) => {
    const { application } = await decide(trx, reading, 'not-now', given, actor);
    await close(trx, application.id);
    await letters.notNow(trx, { ...application, letter: given.letter }, url, actor.at);
    await journal.record(trx, actor, 'application.not-now', { type: 'application', id: application.id });
  });
}

/** All decisions about an application, oldest first. */
export function of(db: Db, applicationId: string): Promise<Decision[]> {
  return db
    .selectFrom('decisions')
    .innerJoin('people', 'people.id', 'decisions.decided_by')
    .select(['decisions.id', 'outcome', 'letter', 'reasons', 'decided_at as decidedAt', 'people.name as decidedBy'])
    .where('application_id', '=', applicationId)
    .orderBy('decided_at')
    .orderBy('decisions.id')
    .execute();
}

/** Is it time to decide, and may this actor? */
export function requireReady(reading: Reading, actor: Actor): void {
  if (['admitted', 'not-now', 'more-needed'].includes(reading.state))
    throw new Conflict(t('Somebody has decided about this application already. Nothing was sent twice.'));
  if (reading.state !== 'ready') throw movedOn();
  allow(actor, 'decide', reading);
}

function movedOn(): Conflict {
  return new Conflict(t('This application has moved on since you opened it. Please look at it again.'));
}

async function decide(trx: Db, reading: Reading, outcome: Outcome, { letter, reasons }: Given, actor: Actor) {
  const application = await take(trx, reading, actor);
  requireReady(application, actor);
  if (application.submissionId !== reading.submissionId) throw movedOn();
  const { submissionId, email } = application;
  if (submissionId === null || email === null) throw new Conflict(t('This application is closed.'));
  if (reasons.trim() === '' && disagree(await assessmentsOf(trx, submissionId)))
    throw new Invalid({ reasons: t('The assessors saw this differently. Say in a sentence why you decide this way.') });
  const given = { outcome, letter, reasons: reasons.trim() };
  const decisionId = await record(trx, { id: application.id, submissionId }, given, actor);
  return { application: { ...application, email }, decisionId };
}

/** A new member's profile begins with the country that they gave; one that they wrote themselves stays. */
async function placeInCountry(trx: Db, personId: string, country: Reading['country'], actor: Actor): Promise<void> {
  const person = await people.byId(trx, personId);
  if (person.country === null) await people.describe(trx, person, { country }, { ...actor, id: personId });
}
