import type { Country } from '#kernel/countries.ts';
import { COUNTRIES } from '#kernel/countries.ts';
import { type Db, inTransaction } from '#kernel/database/index.ts';
import { rounded } from '#kernel/disclosure.ts';
import { lastEnded, type Quarter } from '#kernel/quarters.ts';
import { all } from './answers.ts';
import type { Counts } from './attack.ts';
import { decide } from './deciding.ts';
import { type Key, pseudonymOf } from './pseudonym.ts';
import { groupOf, PREFER_NOT, questionsFor, TOPICS } from './questions.ts';

/** The row of a table that says how many members there were in its country, to set the answers beside. */
const MEMBERS = 'members';

/**
 * Releases a table for each country and question, once for each quarter that has ended: new counts where the rules allow
 * it, the last ones where they do not. Pages read nothing else. Doing it again changes nothing.
 */
export async function take(db: Db, key: Key, at: Date): Promise<void> {
  const quarter = lastEnded(at);
  await inTransaction(db, async (trx) => {
    const there = await trx
      .selectFrom('monitoring_releases')
      .select('quarter')
      .where('quarter', '>=', quarter)
      .executeTakeFirst();
    if (there) return;
    const members = await membersByCountry(trx);
    const answers = await all(trx, key);
    for (const country of COUNTRIES) {
      const people = members.get(country) ?? [];
      const given = people.map((id) => answers.get(pseudonymOf(key, id)) ?? {});
      for (const question of questionsFor(country))
        await release(
          trx,
          { quarter, country, question: question.key },
          countsOf(
            question.key,
            given.map((one) => one[question.key]),
          ),
          people.length,
        );
    }
  });
}

type Table = { quarter: Quarter; country: Country; question: string };

async function release(trx: Db, table: Table, counts: Counts, members: number): Promise<void> {
  const before = await exactCounts(trx, table);
  const decision = decide(counts, [...before.values()]);
  const last = [...before.keys()].at(-1) ?? null;
  const counted = { new: table.quarter, stands: last, 'too-few': null }[decision];
  await trx
    .insertInto('monitoring_releases')
    .values({ ...table, counted_in: counted })
    .execute();
  if (decision !== 'new') return;
  const rows = Object.entries(counts).map(([category, people]) => ({ ...table, category, people }));
  await trx.insertInto('monitoring.exact_counts').values(rows).execute();
  await trx
    .insertInto('monitoring_release_counts')
    .values(
      [...rows, { ...table, category: MEMBERS, people: members }].map((row) => ({
        ...row,
        people: rounded(row.people),
      })),
    )
    .execute();
}

/** What each released table of a country and question stood on, oldest first. */
async function exactCounts(trx: Db, { country, question }: Table): Promise<Map<string, Counts>> {
  const rows = await trx
    .selectFrom('monitoring.exact_counts')
    .select(['quarter', 'category', 'people'])
    .where('country', '=', country)
    .where('question', '=', question)
    .orderBy('quarter')
    .execute();
  const tables = Map.groupBy(rows, ({ quarter }) => quarter);
  return new Map(
    [...tables].map(([quarter, cells]) => [
      quarter,
      Object.fromEntries(cells.map((cell) => [cell.category, cell.people])),
    ]),
  );
}

function countsOf(question: string, answers: (string | undefined)[]): Counts {
  const groups = TOPICS.find(({ key }) => key === question)?.groups ?? [];
  const counts = Object.fromEntries([...groups.map(({ key }) => key), PREFER_NOT].map((key) => [key, 0]));
  for (const answer of answers) {
    const group = answer === undefined ? null : groupOf(question, answer);
    if (group !== null && counts[group] !== undefined) counts[group] += 1;
  }
  return counts;
}

async function membersByCountry(trx: Db): Promise<Map<Country | null, string[]>> {
  const rows = await trx
    .selectFrom('role_grants')
    .innerJoin('people', 'people.id', 'role_grants.person_id')
    .select(['people.id', 'people.country'])
    .where('role', '=', 'member')
    .execute();
  const byCountry = Map.groupBy(rows, ({ country }) => country);
  return new Map([...byCountry].map(([country, people]) => [country, people.map(({ id }) => id)]));
}

/** A table as it stands in a quarter; `counts` is null where too few answered. All numbers are rounded. */
export type Released = {
  quarter: string;
  country: Country;
  question: string;
  countedIn: string | null;
  members: number;
  counts: Counts | null;
};

/** Every table of the last release. */
export async function latest(db: Db): Promise<Released[]> {
  const last = db.selectFrom('monitoring_releases').select((eb) => eb.fn.max('quarter').as('last'));
  return tablesOf(await cells(db).where('r.quarter', '=', last).execute());
}

/** Every table of every release, newest first. */
export async function every(db: Db): Promise<Released[]> {
  return tablesOf(await cells(db).orderBy('r.quarter', 'desc').execute());
}

function cells(db: Db) {
  return db
    .selectFrom('monitoring_releases as r')
    .leftJoin('monitoring_release_counts as c', (join) =>
      join
        .onRef('c.quarter', '=', 'r.counted_in')
        .onRef('c.country', '=', 'r.country')
        .onRef('c.question', '=', 'r.question'),
    )
    .select(['r.quarter', 'r.country', 'r.question', 'r.counted_in as countedIn', 'c.category', 'c.people']);
}

type Cell = Omit<Released, 'members' | 'counts'> & { category: string | null; people: number | null };

function tablesOf(rows: Cell[]): Released[] {
  const tables = Map.groupBy(rows, ({ quarter, country, question }) => `${quarter} ${country} ${question}`);
  return [...tables.values()].flatMap((cells) => {
    const [first] = cells;
    if (!first) return [];
    const { quarter, country, question, countedIn } = first;
    const { [MEMBERS]: members = 0, ...counts } = Object.fromEntries(
      cells.flatMap(({ category, people }) => (category === null || people === null ? [] : [[category, people]])),
    );
    return [{ quarter, country, question, countedIn, members, counts: countedIn === null ? null : counts }];
  });
}
