import { sql } from 'kysely';
import type { Pathway } from '#features/membership/index.ts';
import type { Actor } from '#kernel/actor.ts';
import type { Country } from '#kernel/countries.ts';
import type { Db } from '#kernel/database/index.ts';
import { cohensKappa, type Estimate, gwetsAC1, rawAgreement } from './agreement.ts';
import { type Part, relativeLikelihood } from './likelihood.ts';
import { allow } from './policy.ts';
import { type Quartiles, quartilesOf } from './quartiles.ts';

/** Of how many pairs of views an agreement is told; below, it could be anything. */
export const FEWEST_PAIRS = 20;

/** How the first two to assess saw one criterion. Null where there are too few pairs to tell. */
export type Agreement = {
  title: string;
  version: number;
  pairs: number;
  /** Pairs in which one of the two said that they could not tell: they are no agreement and no disagreement. */
  untold: number;
  raw: number | null;
  kappa: Estimate | null;
  ac1: Estimate | null;
};

/** How those of one group came out, beside all the others. */
export type Outcome = Part & { key: string; likelihood: Estimate | null; days: Quartiles | null };
export type Dimension = 'country' | 'pathway' | 'version';
export type Report = {
  decided: number;
  admitted: number;
  days: Quartiles | null;
  agreements: Agreement[];
  outcomes: Record<Dimension, Outcome[]>;
};

/** How applications were read and decided. Nothing monitored is read here. */
export async function report(db: Db, actor: Actor): Promise<Report> {
  allow(actor, 'read-report', {});
  const [agreements, decided] = await Promise.all([agreementsIn(db), decidedIn(db)]);
  const by = (keyOf: (row: Decided) => string) => outcomesBy(decided, keyOf);
  return {
    decided: decided.length,
    admitted: decided.filter(({ admitted }) => admitted).length,
    days: quartilesOf(decided.map(({ days }) => days)),
    agreements,
    outcomes: {
      country: by(({ country }) => country),
      pathway: by(({ pathway }) => pathway),
      version: by(({ version }) => String(version)),
    },
  };
}

type Decided = { country: Country; pathway: Pathway; version: number; admitted: boolean; days: number };

/** Applications that were decided for good, with the days from the first time that they were sent. "More needed" is not an end. */
function decidedIn(db: Db): Promise<Decided[]> {
  return db
    .selectFrom('applications')
    .innerJoin('decisions', 'decisions.application_id', 'applications.id')
    .innerJoin('criteria_versions', 'criteria_versions.id', 'applications.criteria_version_id')
    .innerJoin(
      (eb) =>
        eb
          .selectFrom('application_submissions')
          .select(['application_id', sql<Date>`min(submitted_at)`.as('sent_at')])
          .groupBy('application_id')
          .as('first'),
      (join) => join.onRef('first.application_id', '=', 'applications.id'),
    )
    .select([
      sql<Country>`applications.country`.as('country'),
      sql<Pathway>`applications.pathway`.as('pathway'),
      'criteria_versions.number as version',
      sql<boolean>`decisions.outcome = 'admitted'`.as('admitted'),
      sql<number>`extract(epoch from decisions.decided_at - first.sent_at)::float8 / 86400`.as('days'),
    ])
    .where('decisions.outcome', 'in', ['admitted', 'not-now'])
    .orderBy('decisions.decided_at')
    .execute();
}

/** Each group beside everybody who is not in it, so that no group is the measure of the others. */
function outcomesBy(decided: Decided[], keyOf: (row: Decided) => string): Outcome[] {
  const all = partOf(decided);
  return [...Map.groupBy(decided, keyOf)]
    .map(([key, rows]) => {
      const group = partOf(rows);
      const others = { yes: all.yes - group.yes, all: all.all - group.all };
      const days = quartilesOf(rows.map((row) => row.days));
      return { key, ...group, likelihood: relativeLikelihood(group, others), days };
    })
    .sort((a, b) => a.key.localeCompare(b.key, 'en', { numeric: true }));
}

function partOf(rows: Decided[]): Part {
  return { yes: rows.filter(({ admitted }) => admitted).length, all: rows.length };
}

/**
 * The first two views of each criterion in each submission, the first to come in as the first rater. Met and met another way
 * are one: the community treats them alike.
 */
async function agreementsIn(db: Db): Promise<Agreement[]> {
  const { rows } = await sql<{ title: string; version: number; one: string; other: string; pairs: number }>`
    with given as (
      select id, submission_id, row_number() over (partition by submission_id order by given_at, id) as place
      from assessments)
    select c.title, v.number as version, case a.view when 'met-another-way' then 'met' else a.view end as one, case b.view when 'met-another-way' then 'met' else b.view end as other, count(*) as pairs
    from given first
    join given second on second.submission_id = first.submission_id and second.place = 2
    join assessment_views a on a.assessment_id = first.id
    join assessment_views b on b.assessment_id = second.id and b.criterion_id = a.criterion_id
    join criteria c on c.id = a.criterion_id
    join criteria_versions v on v.id = c.version_id
    where first.place = 1
    group by v.number, c.position, c.title, 3, 4
    order by v.number desc, c.position`.execute(db);
  return [...Map.groupBy(rows, ({ title, version }) => `${version} ${title}`).values()].map(agreementOf);
}

function agreementOf(rows: { title: string; version: number; one: string; other: string; pairs: number }[]): Agreement {
  const count = (one: string, other: string) =>
    rows.filter((row) => row.one === one && row.other === other).reduce((sum, row) => sum + row.pairs, 0);
  const table = [
    [count('met', 'met'), count('met', 'more-needed')],
    [count('more-needed', 'met'), count('more-needed', 'more-needed')],
  ];
  const pairs = table.flat().reduce((sum, n) => sum + n, 0);
  const untold = rows.reduce((sum, row) => sum + row.pairs, 0) - pairs;
  const [{ title = '', version = 0 } = {}] = rows;
  const enough = pairs >= FEWEST_PAIRS;
  return {
    title,
    version,
    pairs,
    untold,
    raw: enough ? rawAgreement(table) : null,
    kappa: enough ? cohensKappa(table) : null,
    ac1: enough ? gwetsAC1(table) : null,
  };
}
