import type { Db } from '#kernel/database/index.ts';
import * as links from '#kernel/links.ts';
import { t } from '#kernel/words.ts';
import { nameOf, post } from './letters.ts';

/** What a link in these letters may be used for. */
export const REFEREE_LINK = 'referee';
const DAYS = 60;

type To = { id: string; name: string; email: string; applicant: string };

/** To somebody who was named: what is asked, how little it takes, and that they owe us nothing. */
export async function asked(db: Db, to: To, url: string, at: Date): Promise<void> {
  const community = await nameOf(db);
  await post(db, to.email, at, t('Can you speak to the work of {applicant}?', to), [
    t('Hello {name},', to),
    t(
      '{applicant} has applied to join {community}, an improvement community in health and care, and named you as somebody who knows their work.',
      {
        applicant: to.applicant,
        community,
      },
    ),
    t('Would you tell us, in two minutes, whether you can confirm it? You need no account:'),
    await addressFor(db, to, url, at),
    t('You need not answer, and nothing is decided by it either way. We use your address for this and nothing else.'),
  ]);
}

/** The one reminder. */
export async function reminded(db: Db, to: To, url: string, at: Date): Promise<void> {
  await post(db, to.email, at, t('A reminder about {applicant}', to), [
    t('Hello {name},', to),
    t(
      'A week ago we asked whether you can speak to the work of {applicant}. If you would like to, it takes two minutes:',
      to,
    ),
    await addressFor(db, to, url, at),
    t('If you would rather not, you need do nothing. We do not write again.'),
  ]);
}

async function addressFor(db: Db, { id, email }: To, url: string, at: Date): Promise<string> {
  const token = await links.issue(db, { purpose: REFEREE_LINK, subject: id, email, days: DAYS }, at);
  return `${url}/join/speaking/${token}`;
}
