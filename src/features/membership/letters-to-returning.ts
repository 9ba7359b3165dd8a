import type { Db } from '#kernel/database/index.ts';
import { formatDate } from '#kernel/format.ts';
import * as settings from '#kernel/settings.ts';
import { t } from '#kernel/words.ts';
import type { Application } from './applications.ts';
import { linkTo, nameOf, post, type To } from './letters.ts';

/** The letters to those whom we know already. They say what the page must not: only the reader of an address may learn it. */

export type Earlier = Pick<Application, 'state' | 'since' | 'submittedAt'>;

/** For an address that has an application already: where it stands, what was asked for, and the way back to it. */
export async function resume(db: Db, to: To & { earlier: Earlier }, url: string, at: Date): Promise<string> {
  const { token, address } = await linkTo(db, to, url, at);
  const { 'community.name': community, 'membership.promise-days': days } = await settings.read(db);
  await post(db, to.email, at, t('Your application to {community}', { community }), [
    t('Hello {name},', { name: to.name }),
    standing(to.earlier, days),
    address,
    t('If you did not ask for this, please ignore it.'),
  ]);
  return token;
}

/** What became of an earlier application: the first sentence of a fresh start. */
export function before({ state, since, submittedAt }: Earlier): string {
  const dates = { sent: submittedAt && formatDate(submittedAt), since: formatDate(since) };
  if (state === 'not-now' && submittedAt)
    return t(
      'It is good to hear from you again. You applied on {sent}, and we wrote on {since} that it was not the time.',
      dates,
    );
  return t('It is good to hear from you again. Your earlier application was closed on {since}.', dates);
}

export async function alreadyMember(db: Db, to: { email: string; name: string }, url: string, at: Date): Promise<void> {
  const community = await nameOf(db);
  await post(db, to.email, at, t('You are a member of {community} already', { community }), [
    t('Hello,'),
    t(
      'Somebody, probably you, asked to join {community} with this address. You are a member already, so just sign in:',
      {
        community,
      },
    ),
    `${url}/sign-in`,
    t('If it was not you, please ignore this letter.'),
  ]);
}

function standing({ state, since, submittedAt }: Earlier, days: number): string {
  if (submittedAt === null)
    return t('You have begun an application already, and we have kept everything you wrote. Carry on here:');
  const sent = formatDate(submittedAt);
  if (state === 'more-needed')
    return t(
      'You applied on {sent}, and on {since} we asked to hear a little more. What we asked for, and everything you wrote, is here:',
      { sent, since: formatDate(since) },
    );
  return t(
    'You applied on {sent}, so there is no need for another. People are reading it, and we aim to write to you within {days, plural, one {# day} other {# days}} of that. Here is where it stands:',
    { sent, days },
  );
}
