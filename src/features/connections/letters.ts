import type { Db } from '#kernel/database/index.ts';
import * as links from '#kernel/links.ts';
import * as mail from '#kernel/mail/index.ts';
import { t } from '#kernel/words.ts';
import type { Member } from './groups.ts';
import { questionsOf } from './questions.ts';

/** What the link of a letter may be used for: to say how an introduction was. */
export const ANSWER_LINK = 'introduction-answer';
const ANSWER_DAYS = 60;

/** To everybody of a group: whom they meet, and how to begin. No address is in it, unless all of them show theirs. */
export async function introduce(
  db: Db,
  members: readonly Member[],
  { round, url }: { round: number; url: string },
  at: Date,
): Promise<void> {
  const open = members.every(({ showsAddress }) => showsAddress);
  for (const member of members) {
    const others = members.filter((other) => other !== member);
    await post(db, member.email, at, t('This round you meet {names}', { names: namesOf(others) }), [
      t('Hello {name},', { name: member.name }),
      t('You asked to be introduced to somebody new. This round you meet {names}.', { names: namesOf(others) }),
      ...others.map((other) => aboutOf(other, open)),
      t('Half an hour is plenty. You could begin with these:'),
      questionsOf(round)
        .map((question) => `- ${question}`)
        .join('\n'),
      t(
        'Do not wait for each other: whoever reads this first writes first, and offers two or three times. Here is how:',
      ),
      `${url}/introductions`,
      t('If you cannot after all, say so in a line. That happens, and nobody minds.'),
    ]);
  }
}

/** To those for whom nobody was left: two others would be glad of a third. */
export async function offerThree(db: Db, people: readonly string[], url: string, at: Date): Promise<void> {
  if (people.length === 0) return;
  const rows = await db
    .selectFrom('people')
    .innerJoin('person_emails as e', 'e.person_id', 'people.id')
    .select(['people.name', 'e.email'])
    .where('people.id', 'in', people)
    .where('e.is_primary', '=', true)
    .execute();
  for (const { name, email } of rows)
    await post(db, email, at, t('Would you join two others this round?'), [
      t('Hello {name},', { name }),
      t(
        'This round there was an odd number of us, and you were left without a partner. Would you make two people three?',
      ),
      `${url}/introductions`,
      t('If you would rather wait, say so there, or leave this letter: either way you come first in the next round.'),
    ]);
}

/** Two weeks later: one question, answered by a link without signing in. */
export async function ask(
  db: Db,
  to: { seatId: string; name: string; email: string; others: string[] },
  url: string,
  at: Date,
): Promise<void> {
  const { seatId, name, email } = to;
  const names = listOf(to.others);
  const link = { purpose: ANSWER_LINK, subject: seatId, email, days: ANSWER_DAYS };
  const token = await links.issue(db, link, at);
  await post(db, email, at, t('Did you meet {names}?', { names }), [
    t('Hello {name},', { name }),
    t('Two weeks ago we introduced you to {names}. Did you meet? One press is enough, and you need not sign in:', {
      names,
    }),
    `${url}/introductions/answers/${token}`,
    t('“Not yet” and “it did not suit” are good answers too: they help us do this better.'),
  ]);
}

export function namesOf(people: readonly { name: string }[]): string {
  return listOf(people.map(({ name }) => name));
}

function listOf([first = '', ...others]: readonly string[]): string {
  return others.reduce((names, name) => t('{names} and {name}', { names, name }), first);
}

function aboutOf({ name, headline, canHelp, email }: Member, open: boolean): string {
  return [
    headline === '' ? name : t('{name}: {headline}', { name, headline }),
    ...(canHelp === '' ? [] : [t('Can help with: {canHelp}', { canHelp })]),
    ...(open ? [email] : []),
  ].join('\n');
}

async function post(db: Db, to: string, at: Date, subject: string, paragraphs: string[]): Promise<void> {
  await mail.send(db, { to, subject, text: paragraphs.join('\n\n') }, at);
}
