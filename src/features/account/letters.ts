import type { Actor } from '#kernel/actor.ts';
import { type Db, inTransaction } from '#kernel/database/index.ts';
import { limit } from '#kernel/limits.ts';
import * as mail from '#kernel/mail/index.ts';
import { LETTER_MINUTES, type Sessions } from '#kernel/session/index.ts';
import * as settings from '#kernel/settings.ts';
import { t } from '#kernel/words.ts';

/** Where the letter leads: the house's address, the page to go on to, and whether others use the computer. */
export type Errand = { url: string; next: string; shared: boolean };

/** Sends a letter with a link and a code that sign in. Known and unknown addresses get the same. */
export async function send(
  db: Db,
  sessions: Sessions,
  email: string,
  { url, next, shared }: Errand,
  actor: Actor,
): Promise<void> {
  await limit(db, 'sign-in.letter', email, actor.at);
  const { token, code } = await sessions.ways.forLetter(email);
  const { 'community.name': community } = await settings.read(db);
  const query = new URLSearchParams({ token, ...(next === '/' ? {} : { next }), ...(shared ? { shared: 'yes' } : {}) });
  const text = t(
    `Hello,

To sign in to {community}, open this page and press its button:

{link}

Or type this code on the page where you asked for this letter: {code}

Either works once, for {minutes} minutes. If you did not ask for this letter, leave it: without it nobody can sign in as you.`,
    { community, link: `${url}/sign-in/link?${query}`, code, minutes: LETTER_MINUTES },
  );
  await inTransaction(db, (trx) =>
    mail.send(trx, { to: email, subject: t('Sign in to {community}', { community }), text }, actor.at),
  );
}

/** Tells somebody that how they sign in has changed, in case it was not them. */
export async function warn(db: Db, email: string, what: string, url: string, actor: Actor): Promise<void> {
  const { 'community.name': community } = await settings.read(db);
  const text = t(
    `Hello,

{what}

If this was you, all is well. If it was not, sign in with a letter to this address, end all other sessions and change your password:

{link}`,
    { what, link: `${url}/account` },
  );
  const subject = t('How you sign in to {community} has changed', { community });
  await inTransaction(db, (trx) => mail.send(trx, { to: email, subject, text }, actor.at));
}
