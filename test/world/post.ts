import { sql } from 'kysely';
import type { Db } from '#kernel/database/index.ts';

/** The letters of the past have long been delivered: nobody sends them again when the demo starts. */
export async function deliverLetters(db: Db): Promise<void> {
  await db
    .updateTable('letters')
    .set((eb) => ({ sent_at: eb.ref('written_at') }))
    .where('sent_at', 'is', null)
    .execute();
  await sql`select graphile_worker.complete_jobs(array(
    select id from graphile_worker.jobs where task_identifier = 'mail.send'))`.execute(db);
}
