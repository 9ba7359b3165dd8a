import type { Db } from '#kernel/database/index.ts';
import * as mail from '#kernel/mail/index.ts';

/** The same letter to several people, at the address that they read. */
export async function write(
  db: Db,
  personIds: readonly string[],
  letter: { subject: string; text: string },
  at: Date,
): Promise<void> {
  if (personIds.length === 0) return;
  const addresses = await db
    .selectFrom('person_emails')
    .select('email')
    .where('person_id', 'in', personIds)
    .where('is_primary', '=', true)
    .execute();
  for (const { email } of addresses) await mail.send(db, { to: email, ...letter }, at);
}
