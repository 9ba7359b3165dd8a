import type { Db } from '#kernel/database/index.ts';
import * as settings from '#kernel/settings.ts';
import { t } from '#kernel/words.ts';
import { post } from './letters.ts';

/** The letters to those who read applications. */

/** To an assessor: something to read. It names nobody, so that it can lie in any inbox. */
export async function toRead(
  db: Db,
  { shortId }: { shortId: string },
  assessorId: string,
  url: string,
  at: Date,
): Promise<void> {
  const { 'membership.promise-days': days } = await settings.read(db);
  await toAssessor(db, assessorId, at, t('An application to read'), [
    t(
      'An application from your country has come to you. It takes about ten minutes to read and to say what you think:',
    ),
    `${url}/assessing/${shortId}`,
    t(
      'We promised an answer within {days, plural, one {# day} other {# days}}. If you know the applicant, say so on the page and somebody else will read it.',
      {
        days,
      },
    ),
  ]);
}

/** To whoever was asked first: everything is in. */
export async function toDecide(
  db: Db,
  { shortId }: { shortId: string },
  assessorId: string,
  url: string,
  at: Date,
): Promise<void> {
  await toAssessor(db, assessorId, at, t('An application is ready to decide'), [
    t(
      'Everybody has read it. You were asked first, so please see to it that it is decided; anyone on the panel may do it:',
    ),
    `${url}/assessing/${shortId}`,
  ]);
}

export async function toAssessor(
  db: Db,
  personId: string,
  at: Date,
  subject: string,
  paragraphs: string[],
): Promise<void> {
  const person = await db
    .selectFrom('people')
    .innerJoin('person_emails', 'person_emails.person_id', 'people.id')
    .select(['name', 'email'])
    .where('people.id', '=', personId)
    .where('is_primary', '=', true)
    .executeTakeFirst();
  if (person) await post(db, person.email, at, subject, [t('Hello {name},', { name: person.name }), ...paragraphs]);
}
