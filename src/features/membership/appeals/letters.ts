import type { Db } from '#kernel/database/index.ts';
import * as settings from '#kernel/settings.ts';
import { t } from '#kernel/words.ts';
import type { Application } from '../applications.ts';
import { linkTo, nameOf, post } from '../letters.ts';
import { toAssessor } from '../letters-to-panel.ts';

/** The letters of an appeal. */

type To = Pick<Application, 'id' | 'name' | 'email'>;

export async function opened(db: Db, to: To, url: string, at: Date): Promise<void> {
  const { 'membership.promise-days': days } = await settings.read(db);
  await toApplicant(db, to, at, t('We have your appeal'), url, [
    t('Thank you for telling us. Somebody reads it who neither assessed your application nor decided about it.'),
    t(
      'We aim to answer within {days, plural, one {# day} other {# days}}. You can add to it, and read our answer, here:',
      {
        days,
      },
    ),
  ]);
}

/** To whoever sees to it. It names nobody, so that it can lie in any inbox. */
export async function toHear(db: Db, { shortId }: { shortId: string }, personId: string, url: string, at: Date) {
  await toAssessor(db, personId, at, t('An appeal to answer'), [
    t('Somebody appeals against an answer of ours. You had no part in it, so you can look with fresh eyes:'),
    `${url}/assessing/appeals/${shortId}`,
  ]);
}

export async function answered(db: Db, to: To, words: string, url: string, at: Date): Promise<void> {
  await toApplicant(db, to, at, t('An answer to your appeal'), url, [words, t('You can reply here:')]);
}

export async function ended(
  db: Db,
  to: To,
  letter: string,
  outcome: 'reopened' | 'not-upheld',
  url: string,
  at: Date,
): Promise<void> {
  const next =
    outcome === 'reopened'
      ? t('Your application is open again, and people read it who have not read it before. Here is where it stands:')
      : t('You are welcome to apply again at any time. What we said to each other stays here for you to read:');
  await toApplicant(db, to, at, t('How your appeal ended'), url, [letter, next]);
}

async function toApplicant(db: Db, { id, name, email }: To, at: Date, subject: string, url: string, words: string[]) {
  if (email === null) return;
  const { address } = await linkTo(db, { id, name, email }, url, at);
  const community = await nameOf(db);
  await post(db, email, at, subject, [t('Hello {name},', { name }), ...words, `${address}/appeal`, community]);
}
