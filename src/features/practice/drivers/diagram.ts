import { sql } from 'kysely';
import type { Work } from '#features/work/index.ts';
import type { Db } from '#kernel/database/index.ts';
import type { Tier } from './tiers.ts';

/** One box of the diagram. `parents`: the ids of what it serves; none for a primary driver, which serves the aim. */
export type Driver = {
  id: string;
  short: string;
  tier: Tier;
  words: string;
  parents: string[];
  /** The numbers of the cycles that try it. */
  cycles: number[];
};

/** `drivers` in the order in which their team put them. */
export type Diagram = { aim: string; drivers: Driver[] };

/** The driver diagram of a piece of work; null when it has none. */
export async function of(db: Db, work: Work): Promise<Diagram | null> {
  const rows = await db
    .selectFrom('driver_aims as a')
    .leftJoin('drivers as d', 'd.work_id', 'a.work_id')
    .select(['a.aim', 'd.id', 'd.short_id as short', 'd.words'])
    .select([
      sql<Tier | null>`d.tier`.as('tier'),
      sql<string[]>`array(select l.parent_id from driver_links l join drivers p on p.id = l.parent_id
        where l.child_id = d.id order by p.position)`.as('parents'),
      sql<number[]>`array(select c.number from cycles c where c.change_id = d.id order by c.number)`.as('cycles'),
    ])
    .where('a.work_id', '=', work.id)
    .orderBy('d.position')
    .orderBy('d.id')
    .execute();
  const [first] = rows;
  if (!first) return null;
  const drivers = rows.flatMap(({ id, short, tier, words, parents, cycles }) =>
    id && short && tier && words ? [{ id, short, tier, words, parents, cycles }] : [],
  );
  return { aim: first.aim, drivers };
}

/** What hangs directly under a driver, or under the aim. */
export function under({ drivers }: Diagram, parent: Driver | null): Driver[] {
  return drivers.filter(({ tier, parents }) => (parent ? parents.includes(parent.id) : tier === 'primary'));
}

/** What falls with a driver when it is removed: whatever then hangs under nothing. */
export function fallingWith({ drivers }: Diagram, removed: Driver): Driver[] {
  const gone = new Set([removed.id]);
  const falling: Driver[] = [];
  for (const tier of ['secondary', 'change'] as const)
    for (const driver of drivers.filter((one) => one.tier === tier && !gone.has(one.id)))
      if (driver.parents.every((parent) => gone.has(parent))) {
        gone.add(driver.id);
        falling.push(driver);
      }
  return falling;
}

/** Every way from the aim to its ends, for a table. */
export function paths(diagram: Diagram): Driver[][] {
  const from = (driver: Driver): Driver[][] => {
    const children = under(diagram, driver);
    return children.length === 0 ? [[driver]] : children.flatMap(from).map((path) => [driver, ...path]);
  };
  return under(diagram, null).flatMap(from);
}
