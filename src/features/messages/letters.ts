import type { people } from '#features/people/index.ts';
import type { Db } from '#kernel/database/index.ts';
import * as links from '#kernel/links.ts';
import * as mail from '#kernel/mail/index.ts';
import * as settings from '#kernel/settings.ts';
import { t } from '#kernel/words.ts';

/** What the link in a message's letter may be used for: to answer, to block, to report. */
export const ANSWER_LINK = 'message.answer';
const DAYS = 90;

type Sent = { id: string; from: people.Person; to: people.Person; body: string; share: boolean };

/** Takes a message to whom it is for. What the writer wrote is marked line by line: nobody can write as Cairn. */
export async function deliver(db: Db, { id, from, to, body, share }: Sent, url: string, at: Date): Promise<void> {
  const email = await addressOf(db, to.id);
  const token = await links.issue(db, { purpose: ANSWER_LINK, subject: id, email, days: DAYS }, at);
  const community = (await settings.current(db, at))['community.name'];
  const replyTo = share ? await addressOf(db, from.id) : undefined;
  const text = [
    t('Hello {name},', { name: to.name }),
    t('{name} has written to you through {community}:', { name: from.name, community }),
    quoted(body),
    t('To answer, open this page. You need not sign in, and your address is not shown:'),
    `${url}/messages/answers/${token}`,
    replyTo
      ? t('{name} shows you their address, {replyTo}: you may also answer this letter, and then they see yours.', {
          name: from.name,
          replyTo,
        })
      : t('Please do not answer this letter by e-mail: it would not reach {name}.', { name: from.name }),
    t('On the same page you can say that you would rather not hear from {name}, or show the message to a moderator.', {
      name: from.name,
    }),
    t('Who {name} is:', { name: from.name }),
    `${url}/people/${from.address}`,
  ].join('\n\n');
  await mail.send(db, { to: email, subject: t('{name} has written to you', { name: from.name }), text, replyTo }, at);
}

/** Each line of somebody's words behind a sign. */
export function quoted(body: string): string {
  return body
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n');
}

async function addressOf(db: Db, personId: string): Promise<string> {
  const { email } = await db
    .selectFrom('person_emails')
    .select('email')
    .where('person_id', '=', personId)
    .where('is_primary', '=', true)
    .executeTakeFirstOrThrow();
  return email;
}
