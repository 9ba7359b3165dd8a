import { type Actor, has } from '#kernel/actor.ts';
import { policy } from '#kernel/permission.ts';
import type { Hearing } from './appeals/hearings.ts';
import type { Application } from './applications.ts';
import type { Reading } from './panel.ts';

export const { allow, may } = policy<{
  apply: Application;
  assess: Reading;
  'declare-conflict': Reading;
  decide: Reading;
  'see-assessments': Reading;
  'see-queue': object;
  'invite-founder': object;
  'edit-criteria': object;
  'note-call': Reading;
  hear: Hearing;
  speak: { email: string | null };
}>({
  // Whoever holds a link from our letter acts with the address to which it was sent.
  apply: (actor, application) => sameAddress(actor.email, application.email),
  assess: (actor, reading) =>
    isAssessor(actor, reading) &&
    !reading.isBarred &&
    !reading.mine.given &&
    ['submitted', 'assessing', 'third'].includes(reading.state) &&
    (reading.mine.assigned || reading.openSeats > 0),
  'declare-conflict': (actor, reading) => isAssessor(actor, reading) && !reading.mine.given && reading.isOpen,
  decide: (actor, reading) =>
    (isAssessor(actor, reading) || (has(actor, 'steward') && isApart(actor, reading))) &&
    !reading.isBarred &&
    reading.state === 'ready',
  // Nobody reads another's view before giving their own; when all are in, the panel reads them all.
  'see-assessments': (_actor, reading) =>
    reading.mine.given || !['submitted', 'assessing', 'third'].includes(reading.state),
  'see-queue': (actor) => has(actor, 'assessor') || has(actor, 'steward'),
  'invite-founder': (actor) => has(actor, 'steward'),
  'edit-criteria': (actor) => has(actor, 'steward'),
  // Whoever may see the number: while names are hidden that is nobody who will judge.
  'note-call': (actor, reading) =>
    reading.isOpen &&
    !reading.isHidden &&
    reading.wantsCall &&
    (isAssessor(actor, reading) || (has(actor, 'steward') && isApart(actor, reading))),
  // Who assessed or decided, or knows the applicant, does not find the appeal at all: see appeals/hearings.ts.
  hear: (actor) => has(actor, 'assessor') || has(actor, 'steward'),
  speak: (actor, referee) => sameAddress(actor.email, referee.email),
});

function isAssessor(actor: Actor, reading: Reading): boolean {
  return has(actor, 'assessor', reading.country) && isApart(actor, reading);
}

/** Not the applicant. Who declared that they know the applicant does not find the application at all. */
function isApart(actor: Actor, reading: Reading): boolean {
  return actor.id !== null && actor.id !== reading.applicantId;
}

function sameAddress(one: string | null, other: string | null): boolean {
  return one !== null && other !== null && one.toLowerCase() === other.toLowerCase();
}
