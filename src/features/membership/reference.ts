import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { type Db, inTransaction } from '#kernel/database/index.ts';
import { newId } from '#kernel/ids.ts';
import { root } from '#kernel/paths.ts';
import { PATHWAYS } from './words.ts';

const Edition = z.object({
  edition: z.string(),
  lang: z.string(),
  criteria: z.array(
    z.object({
      key: z.string(),
      title: z.string(),
      looksFor: z.string(),
      countsEqually: z.array(z.string()),
      questions: z.record(z.enum(PATHWAYS), z.object({ question: z.string(), hint: z.string() })),
    }),
  ),
});
type Edition = z.infer<typeof Edition>;

/**
 * Brings the criteria of `reference/criteria.json` into a community that does not have this edition, unless it has
 * published its own: those stay. At each start; doing it twice changes nothing.
 */
export async function seed(db: Db, at: Date): Promise<void> {
  const edition = Edition.parse(JSON.parse(await readFile(join(root, 'reference/criteria.json'), 'utf8')));
  await inTransaction(db, async (trx) => {
    const versions = await trx
      .selectFrom('criteria_versions')
      .select(['number', 'edition', 'published_at', 'published_by'])
      .orderBy('number', 'desc')
      .execute();
    const latest = versions.find(({ published_at }) => published_at !== null); // a steward may be drafting the next
    if (latest?.published_by || versions.some((version) => version.edition === edition.edition)) return;
    await publish(trx, edition, (versions[0]?.number ?? 0) + 1, at);
  });
}

async function publish(trx: Db, { edition, lang, criteria }: Edition, number: number, at: Date): Promise<void> {
  const versionId = newId();
  const made = await trx
    .insertInto('criteria_versions')
    .values({ id: versionId, number, edition, lang, published_at: at })
    .onConflict((conflict) => conflict.doNothing()) // another Cairn started at the same moment
    .executeTakeFirst();
  if (made.numInsertedOrUpdatedRows === 0n) return;
  for (const [i, { key, title, looksFor, countsEqually, questions }] of criteria.entries()) {
    const id = newId();
    await trx
      .insertInto('criteria')
      .values({
        id,
        version_id: versionId,
        key,
        position: i + 1,
        title,
        looks_for: looksFor,
        counts_equally: countsEqually,
      })
      .execute();
    await trx
      .insertInto('criterion_questions')
      .values(PATHWAYS.map((pathway) => ({ criterion_id: id, pathway, ...questions[pathway] })))
      .execute();
  }
}
