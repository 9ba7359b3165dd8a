import type { Db } from '#kernel/database/index.ts';
import { inTransaction } from '#kernel/database/index.ts';
import { FEWEST_FOR_PERCENTAGE, percentage, rounded } from '#kernel/disclosure.ts';
import { lastEnded } from '#kernel/quarters.ts';
import { among, hill } from './hill.ts';
import { byOrganisation, byProfile, type Cohort, countMembers, path, type Tally } from './members.ts';

export type Kind = 'organisation' | 'place' | 'sector' | 'background';
export const STEPS = ['invited', 'applied', 'admitted', 'took-part', 'shared-work'] as const;
export type Step = (typeof STEPS)[number];
/** Years are compared by what to expect among so many people, whoever is picked. */
export const PICKED = 25;

/** Takes the range of the quarter that has ended, once. Doing it again changes nothing. */
export async function take(db: Db, at: Date): Promise<void> {
  const quarter = lastEnded(at);
  await inTransaction(db, async (trx) => {
    const there = await trx
      .selectFrom('range_snapshots')
      .select('quarter')
      .where('quarter', '>=', quarter)
      .executeTakeFirst();
    if (there) return;
    await trx
      .insertInto('range_snapshots')
      .values({ quarter, members: rounded(await countMembers(trx)) })
      .execute();
    const tallies = {
      sector: await byOrganisation(trx, 'sector'),
      background: await byProfile(trx, 'background'),
      country: await byProfile(trx, 'country'),
    };
    const counts = Object.entries(tallies).flatMap(([kind, tally]) =>
      roundedRows(quarter, kind as keyof typeof tallies, tally),
    );
    if (counts.length > 0) await trx.insertInto('range_counts').values(counts).execute();
    const varieties = [
      varietyOf('organisation', await byOrganisation(trx, 'id')),
      varietyOf('place', await byProfile(trx, 'place')),
      varietyOf('sector', shownOf(tallies.sector)),
      varietyOf('background', shownOf(tallies.background)),
    ];
    await trx
      .insertInto('range_variety')
      .values(varieties.map((one) => ({ quarter, ...one })))
      .execute();
    const steps = cohortsOf((await path(trx)).filter((cohort) => cohort.quarter <= quarter));
    await trx
      .insertInto('path_counts')
      .values(steps.map((one) => ({ quarter, ...one })))
      .execute();
  });
}

/** Where fewer than 23 people have one, no variety is shown: all noughts. */
function varietyOf(kind: Kind, tally: Tally) {
  const counts = tally.map(({ people }) => people);
  const people = counts.reduce((sum, count) => sum + count, 0);
  const shown = people < FEWEST_FOR_PERCENTAGE ? [] : counts;
  const expected = among(shown, PICKED);
  return {
    kind,
    people: rounded(shown.length > 0 ? people : 0),
    richness: shown.length,
    common: Math.round(hill(shown, 1)),
    dominant: Math.round(hill(shown, 2)),
    among_25: expected === null ? null : Math.round(expected * 10) / 10,
  };
}

/** What people say of themselves, as everybody may see it: rounded, without what rounding made nothing of. */
function shownOf(tally: Tally): Tally {
  return tally.map(({ key, people }) => ({ key, people: rounded(people) })).filter(({ people }) => people > 0);
}

function roundedRows(quarter: string, kind: 'sector' | 'background' | 'country', tally: Tally) {
  return shownOf(tally).map((row) => ({ quarter, kind, ...row }));
}

function cohortsOf(path: Cohort[]) {
  const sum = (pick: (cohort: Cohort) => number) => path.reduce((total, cohort) => total + pick(cohort), 0);
  const all = {
    quarter: 'all',
    invited: sum(({ invited }) => invited),
    applied: sum(({ applied }) => applied),
    admitted: sum(({ admitted }) => admitted),
    took: sum(({ took }) => took),
    shared: sum(({ shared }) => shared),
  };
  return [...path, all].flatMap(({ quarter: cohort, invited, applied, admitted, took, shared }) => {
    const people = [invited, applied, admitted, took, shared];
    return STEPS.map((step, i) => ({ cohort, step, people: rounded(people[i] ?? 0) }));
  });
}

export type Variety = {
  kind: Kind;
  people: number;
  richness: number;
  common: number;
  dominant: number;
  among25: number | null;
};

export type Range = {
  quarter: string;
  members: number;
  counts: { kind: 'sector' | 'background' | 'country'; key: string; people: number }[];
  varieties: Variety[];
  /** Of those whose sector is known, the percentage outside acute hospitals. */
  beyondAcute: number | null;
  path: { cohort: string; steps: Record<Step, number> }[];
};

/** Every snapshot, newest first. */
export async function all(db: Db): Promise<Range[]> {
  const snapshots = await db.selectFrom('range_snapshots').selectAll().orderBy('quarter', 'desc').execute();
  const [counts, varieties, steps] = await Promise.all([
    db.selectFrom('range_counts').selectAll().orderBy('people', 'desc').orderBy('key').execute(),
    db.selectFrom('range_variety').selectAll().execute(),
    db.selectFrom('path_counts').selectAll().orderBy('cohort', 'desc').execute(),
  ]);
  return snapshots.map(({ quarter, members }) => {
    const own = counts.filter((row) => row.quarter === quarter);
    const cohorts = Map.groupBy(
      steps.filter((row) => row.quarter === quarter),
      ({ cohort }) => cohort,
    );
    return {
      quarter,
      members,
      counts: own,
      varieties: varieties
        .filter((row) => row.quarter === quarter)
        .map(({ among_25, quarter: _, ...one }) => ({ ...one, among25: among_25 })),
      beyondAcute: beyondAcute(own.filter(({ kind }) => kind === 'sector')),
      path: [...cohorts].map(([cohort, rows]) => ({ cohort, steps: stepsOf(rows) })),
    };
  });
}

function stepsOf(rows: { step: Step; people: number }[]): Record<Step, number> {
  const people = (step: Step) => rows.find((row) => row.step === step)?.people ?? 0;
  return {
    invited: people('invited'),
    applied: people('applied'),
    admitted: people('admitted'),
    'took-part': people('took-part'),
    'shared-work': people('shared-work'),
  };
}

function beyondAcute(sectors: Tally): number | null {
  const whole = sectors.reduce((sum, { people }) => sum + people, 0);
  return percentage(whole - (sectors.find(({ key }) => key === 'acute')?.people ?? 0), whole);
}
