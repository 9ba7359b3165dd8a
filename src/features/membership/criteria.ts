import type { Db } from '#kernel/database/index.ts';
import { NotFound } from '#kernel/errors.ts';
import type { Pathway } from './words.ts';

export type Question = { question: string; hint: string };

/** One thing that the community asks, what assessors look for in the answer, and what counts equally. */
export type Criterion = {
  id: string;
  key: string;
  title: string;
  looksFor: string;
  countsEqually: string[];
  questions: Record<Pathway, Question>;
};

/** The edition that new applications answer. */
export async function currentVersion(db: Db): Promise<string> {
  const row = await db
    .selectFrom('criteria_versions')
    .select('id')
    .where('published_at', 'is not', null)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!row) throw new NotFound();
  return row.id;
}

/** The criteria of an edition, in their order. */
export async function of(db: Db, versionId: string): Promise<Criterion[]> {
  const rows = await db
    .selectFrom('criteria')
    .innerJoin('criterion_questions', 'criterion_questions.criterion_id', 'criteria.id')
    .select([
      'criteria.id',
      'key',
      'title',
      'looks_for as looksFor',
      'counts_equally as countsEqually',
      'pathway',
      'question',
      'hint',
    ])
    .where('version_id', '=', versionId)
    .orderBy('position')
    .execute();
  return [...Map.groupBy(rows, (row) => row.id).values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const { id, key, title, looksFor, countsEqually } = first;
    const asked = (pathway: Pathway): Question => {
      const { question = title, hint = '' } = group.find((row) => row.pathway === pathway) ?? {};
      return { question, hint };
    };
    const questions = {
      professional: asked('professional'),
      public: asked('public'),
      volunteer: asked('volunteer'),
    };
    return [{ id, key, title, looksFor, countsEqually, questions }];
  });
}
