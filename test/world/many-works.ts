import { sharesOf } from '#features/work/index.ts';
import { COUNTRIES } from '#kernel/countries.ts';
import type { Db } from '#kernel/database/index.ts';
import { newId, shortId, slug } from '#kernel/ids.ts';
import { random } from './random.ts';
import { topicsOf } from './topics.ts';
import { TOLD } from './works.ts';

const BATCH = 1000;
const METHODS = ['pdsa', 'lean', 'co-production', 'ebcd', 'process-mapping', 'social-movement'];

/** Public work, placed by one or several people, straight into the database: to measure the landscape by. */
export async function addManyWorks(db: Db, howMany: number, now: Date): Promise<void> {
  const dice = random(202);
  const people = (await db.selectFrom('people').select('id').limit(20).execute()).map(({ id }) => id);
  const organisations = await db.selectFrom('organisations').select(['id', 'country']).execute();
  for (let from = 0; from < howMany; from += BATCH) {
    const batch = Array.from({ length: Math.min(BATCH, howMany - from) }, (_, i) => one(from + i));
    await db
      .insertInto('works')
      .values(batch.map(({ work }) => work))
      .execute();
    await db
      .insertInto('placements')
      .values(batch.flatMap(({ placements }) => placements))
      .execute();
  }

  function one(n: number) {
    const id = newId();
    const told = dice.pick(TOLD);
    const title = `${told.title} (${n})`;
    const at = new Date(now.getTime() - dice.whole(1, 3000) * 86_400_000);
    const country = dice.pick(COUNTRIES);
    const began = dice.whole(2012, 2026);
    const work = {
      ...{ id, title, country, short_id: shortId(id), slug: slug(title), state: told.state },
      organisation_id: dice.pick(organisations.filter((organisation) => organisation.country === country)).id,
      topics: topicsOf(told.title),
      methods: [dice.pick(METHODS)],
      started_on: `${began}-01-01`,
      ended_on: told.state === 'stopped' ? `${Math.min(2026, began + dice.whole(0, 4))}-12-01` : null,
      visibility: 'public' as const,
      ...{ shared_by: people[0] ?? '', shared_at: at, changed_at: at },
    };
    const placements = people.slice(0, n % 10 === 0 ? 3 : 1).map((person) => {
      const [a = 0, b = 0, c = 0, d = 0] = [...told.modes].map((digit) => Number(digit) + dice.next() * 1.5);
      const shares = sharesOf({ iterative: a, pathways: b, 'operating-model': c, community: d });
      return {
        ...{ work_id: id, person_id: person, placed_at: at },
        ...{ iterative: shares?.iterative ?? 1, pathways: shares?.pathways ?? 0 },
        ...{ operating_model: shares?.['operating-model'] ?? 0, community: shares?.community ?? 0 },
      };
    });
    return { work, placements };
  }
}
