import { sql } from 'kysely';
import { methodName } from '#features/reference/index.ts';
import type { Actor } from '#kernel/actor.ts';
import type { Db } from '#kernel/database/index.ts';
import { csv } from '#kernel/sheets/index.ts';
import { COLUMNS, type Work } from '../finding.ts';
import { CC_BY } from '../licences.ts';
import { allow } from '../policy.ts';

const MOST = 5000;

/** All work that the actor is on the team of, whoever may see it. */
export async function own(db: Db, actor: Actor): Promise<Work[]> {
  allow(actor, 'share', {});
  return works(db)
    .where('works.id', 'in', (eb) =>
      eb
        .selectFrom('work_team')
        .select('work_id')
        .where('person_id', '=', actor.id)
        .where('accepted_at', 'is not', null),
    )
    .execute();
}

/** The public work of an organisation, but what its team shows under another name. */
export function ofOrganisation(db: Db, organisationId: string): Promise<Work[]> {
  return works(db)
    .where('works.organisation_id', '=', organisationId)
    .where('works.visibility', '=', 'public')
    .where('works.shown_as', '=', '')
    .execute();
}

function works(db: Db) {
  return db.selectFrom('works').select(COLUMNS).orderBy('works.shared_at').orderBy(sql`works.id`).limit(MOST);
}

/** With the headings that an import knows. */
export function asCsv(all: readonly Work[]): string {
  const fields = Object.keys(rowOf());
  return csv(
    fields,
    all.map((work) => Object.values(rowOf(work))),
  );
}

export function asJson(all: readonly Work[]): string {
  return JSON.stringify(
    all.map((work) => ({
      ...rowOf(work),
      methods: work.methods.map(methodName),
      licenceUrl: work.licence === 'cc-by-4.0' ? CC_BY : null,
    })),
    null,
    2,
  );
}

function rowOf(work?: Work) {
  return {
    id: work?.short,
    title: work?.title,
    problem: work?.problem,
    aim: work?.aim,
    tried: work?.tried,
    lesson: work?.lesson,
    state: work?.state,
    country: work?.country,
    place: work?.place,
    organisation: work?.organisation?.name,
    methods: work?.methods.map(methodName).join('; '),
    started: work?.startedOn?.slice(0, 7),
    ended: work?.endedOn?.slice(0, 7),
    visibility: work?.visibility,
    licence: work?.licence,
  };
}
