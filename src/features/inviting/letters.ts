import type { Db } from '#kernel/database/index.ts';
import * as links from '#kernel/links.ts';
import * as mail from '#kernel/mail/index.ts';
import * as settings from '#kernel/settings.ts';
import { t } from '#kernel/words.ts';

/** The letters of inviting. Each is written in the transaction of the act that it tells of. */

/** What a link of an invitation may be used for. */
export const INVITATION_LINK = 'invitation';
/** For so long an invitation can be answered; then its address is forgotten. */
export const DAYS = 90;

type To = { id: string; email: string; name: string; note: string; invitedBy: string };

/** A member's note, with the house's words around it. */
export async function invitation(db: Db, to: To, url: string, at: Date): Promise<void> {
  const { 'community.name': community, 'community.strapline': strapline } = await settings.read(db);
  const token = await links.issue(db, { purpose: INVITATION_LINK, subject: to.id, email: to.email, days: DAYS }, at);
  const { name, invitedBy } = to;
  await post(db, to.email, at, t('{invitedBy} invites you to {community}', { invitedBy, community }), [
    t('Hello {name},', { name }),
    t('{invitedBy} is a member of {community} and thinks that it could be of use to you, and you to it. They write:', {
      invitedBy,
      community,
    }),
    to.note
      .split('\n')
      .map((line) => `> ${line}`)
      .join('\n'),
    strapline === ''
      ? t('{community} brings together people who make health and care better.', { community })
      : t('{community}, {strapline}, brings together people who make health and care better.', {
          community,
          strapline,
        }),
    t('Here you can say yes, not now, or never again:'),
    `${url}/join/invited/${token}`,
    t(
      '{invitedBy} hears only what you tell us to pass on. If you do nothing, we forget your address after {days} days.',
      { invitedBy, days: DAYS },
    ),
  ]);
}

/** Somebody invited who is here already: a greeting, and nothing to answer. */
export async function hereAlready(db: Db, { email, name, note, invitedBy }: To, at: Date): Promise<void> {
  const { 'community.name': community } = await settings.read(db);
  await post(db, email, at, t('{invitedBy} thought of you', { invitedBy }), [
    t('Hello {name},', { name }),
    t('{invitedBy} wanted to invite you to {community}, not knowing that you are a member already. They wrote:', {
      invitedBy,
      community,
    }),
    note,
    t('We have not told them that you are here. If you like, say hello.'),
  ]);
}

/** To the inviter: what the invited let us pass on. */
export async function told(
  db: Db,
  { email, name, about }: { email: string; name: string; about: string },
  url: string,
  at: Date,
): Promise<void> {
  const subject =
    about === 'joined' ? t('{name} has joined', { name }) : t('{name} has sent their application', { name });
  await post(db, email, at, subject, [
    t('Hello,'),
    about === 'joined'
      ? t('{name}, whom you invited, is a member now, and asked us to tell you. Perhaps say welcome?', { name })
      : t('{name}, whom you invited, has applied, and asked us to tell you. Thank you for thinking of them.', { name }),
    `${url}/invitations`,
  ]);
}

async function post(db: Db, to: string, at: Date, subject: string, paragraphs: string[]): Promise<void> {
  await mail.send(db, { to, subject, text: paragraphs.join('\n\n') }, at);
}
