import { sql } from 'kysely';
import type { TestHouse } from '../support/house.ts';
import type { Scene } from './scenes.ts';

/** What the world's rounds of introductions have left: a question that a letter asks, and words that somebody added. */
export async function introductionScenes({ db }: TestHouse): Promise<Record<string, Scene>> {
  const { rows } = await sql<{ token: string }>`
    select substring(body from '/introductions/answers/([A-Za-z0-9_-]+)') as token
    from letters where body like '%/introductions/answers/%' order by written_at desc, id desc limit 1`.execute(db);
  const { seat_id } = await db
    .selectFrom('introduction_answers')
    .select('seat_id')
    .where('words', '!=', '')
    .orderBy('seat_id')
    .executeTakeFirstOrThrow();
  return {
    'the link to a question': { token: rows[0]?.token ?? '' },
    'words about an introduction': { seat: seat_id },
  };
}
