import { sql } from 'kysely';
import nodemailer from 'nodemailer';
import type { Config } from '../config.ts';
import type { Db } from '../database/index.ts';
import { newId } from '../ids.ts';
import * as jobs from '../jobs.ts';

/**
 * A letter in plain text: paragraphs between blank lines, addresses on lines of their own. `replyTo` is the address of
 * somebody who said that it may be shown.
 */
export type Letter = { to: string; subject: string; text: string; replyTo?: string };

/** Hands a sealed letter to the post. */
export type Post = (letter: Letter & { id: string }) => Promise<void>;

/** Writes a letter and asks for it to be sent, in the caller's transaction. */
export async function send(db: Db, letter: Letter, at: Date): Promise<void> {
  const id = newId();
  await db
    .insertInto('letters')
    .values({
      id,
      to_email: letter.to,
      subject: letter.subject,
      body: letter.text,
      reply_to: letter.replyTo ?? null,
      written_at: at,
    })
    .execute();
  await jobs.enqueue(db, 'mail.send', { letter: id });
}

/** The newest letters, as /outbox shows them. */
export function list(db: Db, limit: number) {
  return db
    .selectFrom('letters')
    .select(['id', 'to_email as to', 'subject', 'body as text', 'written_at as writtenAt'])
    .orderBy('written_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}

/** Forgets the letters to an address, and those that mention it. */
export async function forget(db: Db, email: string): Promise<void> {
  await db
    .deleteFrom('letters')
    .where((eb) =>
      eb.or([
        eb('to_email', '=', email),
        eb('reply_to', '=', email),
        eb(sql`position(lower(${email}) in lower(subject || ' ' || body))`, '>', 0),
      ]),
    )
    .execute();
}

/** Forgets the letters that carry these words. */
export async function forgetWords(db: Db, words: string): Promise<void> {
  await db.deleteFrom('letters').where(sql`position(${words} in body)`, '>', 0).execute();
}

/** Letters to others that name a person name nobody from now on. */
export async function forgetName(db: Db, name: string, instead: string): Promise<void> {
  const without = (column: 'subject' | 'body') => sql<string>`replace(${sql.ref(column)}, ${name}, ${instead})`;
  await db
    .updateTable('letters')
    .set({ subject: without('subject'), body: without('body') })
    .where(sql`position(${name} in subject || ' ' || body)`, '>', 0)
    .execute();
}

/** Forgets letters older than so many days, sent or not: what a letter said so long ago helps nobody. */
export async function sweep(db: Db, days: number, at: Date): Promise<void> {
  const before = new Date(at.getTime() - days * 86_400_000);
  await db.deleteFrom('letters').where('written_at', '<=', before).execute();
}

/** The jobs of the post: sends one letter; where mail leaves the house its text is then forgotten. */
export function handlers(db: Db, post: Post | null, now: () => Date): jobs.Handlers {
  return {
    'mail.send': async ({ letter: id }) => {
      if (!id) return;
      const letter = await db
        .selectFrom('letters')
        .selectAll()
        .where('id', '=', id)
        .where('sent_at', 'is', null)
        .executeTakeFirst();
      if (!letter) return;
      if (post)
        await post({
          id,
          to: letter.to_email,
          subject: letter.subject,
          text: letter.body,
          ...(letter.reply_to ? { replyTo: letter.reply_to } : {}),
        });
      await db
        .updateTable('letters')
        .set({ sent_at: now(), ...(post ? { body: '' } : {}) })
        .where('id', '=', id)
        .execute();
    },
  };
}

/** The post of this configuration; null means that letters stay in the house, to be read at /outbox. */
export function postOf(config: Config): Post | null {
  if (!config.mail.smtpUrl) return null;
  const transport = nodemailer.createTransport(config.mail.smtpUrl);
  return async ({ id, to, subject, text, replyTo }) => {
    await transport.sendMail({
      from: config.mail.from,
      to,
      replyTo,
      subject,
      text,
      messageId: `<${id}@${new URL(config.url).hostname}>`,
    });
  };
}
