import type { Db } from '#kernel/database/index.ts';
import * as links from '#kernel/links.ts';
import * as mail from '#kernel/mail/index.ts';
import { quoted } from './letters.ts';

/** What a person wrote to others, and whom they would rather not hear from. */
export async function exportOf(db: Db, personId: string): Promise<unknown> {
  const written = await db
    .selectFrom('messages')
    .innerJoin('people', 'people.id', 'messages.to_id')
    .select(['people.name as to', 'body', 'sent_at as sentAt'])
    .where('from_id', '=', personId)
    .orderBy('sent_at')
    .execute();
  const blocked = await db
    .selectFrom('message_blocks')
    .innerJoin('people', 'people.id', 'message_blocks.blocked_id')
    .select(['people.name', 'blocked_at as since'])
    .where('person_id', '=', personId)
    .execute();
  const closed = await db
    .selectFrom('message_closures')
    .select('closed_at')
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return { written, blocked, takesNoneSince: closed?.closed_at ?? null };
}

/** Forgets what a person wrote, wherever it went, and whom they shut out. That they wrote to somebody stays. */
export async function erase(db: Db, personId: string): Promise<void> {
  const written = await db.selectFrom('messages').select(['id', 'body']).where('from_id', '=', personId).execute();
  for (const { id, body } of written) {
    if (body !== '') await mail.forgetWords(db, `\n\n${quoted(body)}\n\n`);
    await links.forgetAbout(db, id);
  }
  await db.updateTable('messages').set({ body: '' }).where('from_id', '=', personId).execute();
  await db
    .deleteFrom('message_blocks')
    .where((eb) => eb.or([eb('person_id', '=', personId), eb('blocked_id', '=', personId)]))
    .execute();
  await db.deleteFrom('message_closures').where('person_id', '=', personId).execute();
}
