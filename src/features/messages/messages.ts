import { people } from '#features/people/index.ts';
import { type Actor, has } from '#kernel/actor.ts';
import { type Db, inTransaction } from '#kernel/database/index.ts';
import { NotFound, Refused } from '#kernel/errors.ts';
import { newId, shortId } from '#kernel/ids.ts';
import * as journal from '#kernel/journal.ts';
import { limit } from '#kernel/limits.ts';
import * as links from '#kernel/links.ts';
import { t } from '#kernel/words.ts';
import { isOpen } from './blocks.ts';
import * as letters from './letters.ts';
import { allow } from './policy.ts';

/** Words from one person to another; `from` and `to` are people, whatever they show of themselves. */
export type Message = {
  id: string;
  short: string;
  from: people.Person;
  to: people.Person;
  body: string;
  sentAt: Date;
};

/** `share`: the writer ticked that the receiver may see their address. */
export type Written = { body: string; share: boolean };

/** Writes to somebody. It goes to them as a letter; neither learns the other's address by it. */
export async function write(db: Db, to: people.Person, written: Written, url: string, actor: Actor): Promise<void> {
  allow(actor, 'write', to);
  if (!(await isOpen(db, to, actor)))
    throw new Refused(t('{name} is not taking messages at the moment.', { name: to.name }));
  await limit(db, 'message', actor.id ?? '', actor.at);
  await limit(db, 'message.to', `${actor.id} ${to.id}`, actor.at);
  await inTransaction(db, (trx) => send(trx, to, { ...written, answers: null }, url, actor));
}

/** Answers a message, as the person to whom it was sent. */
export async function answer(db: Db, message: Message, written: Written, url: string, actor: Actor): Promise<void> {
  allow(actor, 'answer', message);
  const to = message.from;
  if (!(await isOpen(db, to, actor, { known: true })))
    throw new Refused(t('{name} is not taking messages at the moment.', { name: to.name }));
  await limit(db, 'message', actor.id ?? '', actor.at);
  await inTransaction(db, (trx) => send(trx, to, { ...written, answers: message.id }, url, actor));
}

async function send(
  trx: Db,
  to: people.Person,
  { body, share, answers }: Written & { answers: string | null },
  url: string,
  actor: Actor,
): Promise<void> {
  const from = await people.byId(trx, actor.id ?? '');
  const id = newId();
  const row = {
    id,
    short_id: shortId(id),
    from_id: from.id,
    to_id: to.id,
    answers_id: answers,
    body,
    sent_at: actor.at,
  };
  await trx.insertInto('messages').values(row).execute();
  await letters.deliver(trx, { id, from, to, body, share }, url, actor.at);
  await journal.record(trx, actor, 'message.sent', { type: 'message', id });
}

/** The message that a letter's link opens. Throws NotFound when the link is wrong or has run out. */
export async function opened(db: Db, token: string, at: Date): Promise<{ message: Message; email: string }> {
  const link = await links.find(db, letters.ANSWER_LINK, token, at);
  if (!link) throw new NotFound();
  const message = await described(db, await row(db).where('id', '=', link.subject).executeTakeFirst());
  return { message, email: link.email };
}

/** A message that its reader showed to the moderators, for a moderator. Nobody else finds it. */
export async function reported(db: Db, short: string, actor: Actor): Promise<Message> {
  if (!has(actor, 'moderator')) throw new NotFound();
  const found = row(db)
    .where('short_id', '=', short)
    .where('id', 'in', (eb) => eb.selectFrom('message_reports').select('message_id'));
  return described(db, await found.executeTakeFirst());
}

/** Shows a message to the moderators: from now on they can read it, and have a report of it by `file`. */
export async function report(
  db: Db,
  message: Message,
  file: (trx: Db) => Promise<unknown>,
  actor: Actor,
): Promise<void> {
  allow(actor, 'answer', message);
  allow(actor, 'answer', message);
  await inTransaction(db, async (trx) => {
    await trx
      .insertInto('message_reports')
      .values({ message_id: message.id, reported_at: actor.at })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    await file(trx);
    await journal.record(trx, actor, 'message.reported', { type: 'message', id: message.id });
  });
}

function row(db: Db) {
  return db.selectFrom('messages').select(['id', 'short_id', 'from_id', 'to_id', 'body', 'sent_at']);
}

type Row = Awaited<ReturnType<ReturnType<typeof row>['executeTakeFirst']>>;

async function described(db: Db, found: Row): Promise<Message> {
  if (!found) throw new NotFound();
  const [from, to] = await Promise.all([people.byId(db, found.from_id), people.byId(db, found.to_id)]);
  return { id: found.id, short: found.short_id, from, to, body: found.body, sentAt: found.sent_at };
}
