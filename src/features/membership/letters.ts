import type { Db } from '#kernel/database/index.ts';
import * as links from '#kernel/links.ts';
import * as mail from '#kernel/mail/index.ts';
import * as settings from '#kernel/settings.ts';
import { t } from '#kernel/words.ts';

/** The letters of joining. Each is written in the transaction of the act that it tells of. */

/** What a link to an application may be used for. */
export const APPLICATION_LINK = 'application';
/** What a link of an invitation may be used for. */
export const FOUNDING_LINK = 'founding-invitation';
const DAYS = 90;

export type To = { id: string; email: string; name: string };

/** The first letter, with the link that opens the application. Answers its token. */
export async function begun(db: Db, to: To & { earlier: string | null }, url: string, at: Date): Promise<string> {
  const { token, address } = await linkTo(db, to, url, at);
  const community = await nameOf(db);
  await post(db, to.email, at, t('Your application to {community}', { community }), [
    t('Hello {name},', { name: to.name }),
    ...(to.earlier === null
      ? [t('Thank you for wanting to join us. Your application is waiting for you here:')]
      : [to.earlier, t('This is a fresh start: whoever reads it begins with what you tell us now.')]),
    address,
    t(
      'It takes about ten minutes. You can save it and come back by this link as often as you like, for the next {days} days. Opening it also tells us that this address is yours.',
      { days: DAYS },
    ),
    t('If you did not ask for this, please ignore it. Nothing has been sent to anybody.'),
  ]);
  return token;
}

/** A draft that nobody sent is kept for a time that stewards set; then it goes. Its writer hears of that before. */
export async function draftEnds(db: Db, to: To, days: number, url: string, at: Date): Promise<void> {
  const { address } = await linkTo(db, to, url, at);
  const community = await nameOf(db);
  await post(db, to.email, at, t('Your unfinished application to {community}', { community }), [
    t('Hello {name},', { name: to.name }),
    t(
      'You began an application to {community} some time ago and have not sent it. We do not keep what nobody needs: in {days} days we delete what you wrote, and your name and address with it.',
      { community, days },
    ),
    t('If you would like to go on with it, open it and save it. That is enough, and there is no hurry after that:'),
    address,
    t('If you would rather not, you need do nothing. You are welcome to begin again at any time.'),
  ]);
}

/** Nobody can begin just now; whoever had begun gets the way back instead. */
export async function notTaking(db: Db, to: { email: string; name: string }, url: string, at: Date): Promise<void> {
  const { 'community.name': community, 'rooms.joining-sentence': sentence } = await settings.read(db);
  await post(db, to.email, at, t('{community} takes no applications just now', { community }), [
    t('Hello {name},', { name: to.name }),
    t('Thank you for wanting to join us. We cannot read new applications just now, so we have not begun one for you.'),
    ...(sentence === '' ? [] : [sentence]),
    t('You are welcome in the meantime: everything here is open to read, and you can share work of your own.'),
    url,
  ]);
}

/** Received: what happens next. */
export async function received(
  db: Db,
  { id, email, name }: { id: string; email: string | null; name: string },
  url: string,
  at: Date,
): Promise<void> {
  if (email === null) return;
  const { address } = await linkTo(db, { id, email, name }, url, at);
  const { 'community.name': community, 'membership.promise-days': days } = await settings.read(db);
  await post(db, email, at, t('We have your application'), [
    t('Hello {name},', { name }),
    t(
      'Thank you: your application to {community} has arrived. People from your country who know improvement work will read it.',
      {
        community,
      },
    ),
    t(
      'We aim to write to you within {days, plural, one {# day} other {# days}}. Until then you can see how it is getting on, or take it back, here:',
      {
        days,
      },
    ),
    address,
  ]);
}

export async function admitted(
  db: Db,
  { email, letter }: { email: string; letter: string },
  url: string,
  at: Date,
): Promise<void> {
  await post(db, email, at, t('Welcome to {community}', { community: await nameOf(db) }), [
    letter,
    t('Sign in with this address, whenever you like:'),
    `${url}/sign-in`,
    t('For your first 30 days there is a page with a way in: three people, two pieces of work, one small thing to do:'),
    `${url}/welcome`,
    t(
      'If you like, answer a few voluntary questions about yourself, now or later. They are kept apart from your name and help us see whom we are missing:',
    ),
    `${url}/account/about-you`,
  ]);
}

export async function moreNeeded(
  db: Db,
  { letter, ...to }: To & { letter: string },
  url: string,
  at: Date,
): Promise<void> {
  const { address } = await linkTo(db, to, url, at);
  await post(db, to.email, at, t('We would like to hear a little more'), [
    letter,
    t('Everything you wrote is still there. Add to it and send it again here:'),
    address,
  ]);
}

export async function notNow(db: Db, { letter, ...to }: To & { letter: string }, url: string, at: Date): Promise<void> {
  const { 'community.name': community, 'membership.appeal-days': days } = await settings.read(db);
  const { address } = await linkTo(db, to, url, at, days);
  await post(db, to.email, at, t('Your application to {community}', { community }), [
    letter,
    t('You are welcome to apply again at any time:'),
    `${url}/join`,
    t(
      'If you think we missed something or were unfair, tell us within {days, plural, one {# day} other {# days}}. Somebody who did not decide looks at it again:',
      { days },
    ),
    `${address}/appeal`,
  ]);
}

/** To a founder: who invites them, why, and where to accept. */
export async function founding(
  db: Db,
  to: To & { reason: string; invitedBy: string },
  url: string,
  at: Date,
): Promise<void> {
  const community = await nameOf(db);
  const token = await links.issue(db, { purpose: FOUNDING_LINK, subject: to.id, email: to.email, days: DAYS }, at);
  await post(db, to.email, at, t('{invitedBy} invites you to {community}', { invitedBy: to.invitedBy, community }), [
    t('Hello {name},', { name: to.name }),
    t('{invitedBy} invites you to become one of the founding members of {community}, because:', {
      invitedBy: to.invitedBy,
      community,
    }),
    to.reason,
    t('Read what we ask of each other, and accept, here:'),
    `${url}/join/invitations/${token}`,
    t('If you would rather not, you need do nothing.'),
  ]);
}

export async function linkTo(db: Db, { id, email }: To, url: string, at: Date, atLeast = 0) {
  const days = Math.max(DAYS, atLeast);
  const token = await links.issue(db, { purpose: APPLICATION_LINK, subject: id, email, days }, at);
  return { token, address: `${url}/join/applications/${token}` };
}

export async function nameOf(db: Db): Promise<string> {
  return (await settings.read(db))['community.name'];
}

export async function post(db: Db, to: string, at: Date, subject: string, paragraphs: string[]): Promise<void> {
  await mail.send(db, { to, subject, text: paragraphs.join('\n\n') }, at);
}
