import { type SelectQueryBuilder, sql } from 'kysely';
import { type Actor, has } from '#kernel/actor.ts';
import { COUNTRIES } from '#kernel/countries.ts';
import type { Db, Schema } from '#kernel/database/index.ts';
import { NotFound } from '#kernel/errors.ts';
import * as settings from '#kernel/settings.ts';
import { type Application, COLUMNS, hold, isOpen } from './applications.ts';

/** An application as somebody of the panel meets it. */
export type Reading = Application & {
  /** The person of the applicant's address, if we know one. */
  applicantId: string | null;
  given: number;
  needed: number;
  /** Seats that nobody holds yet. */
  openSeats: number;
  isOpen: boolean;
  /** The community reads without names, and this reader has yet to see who it is. */
  isHidden: boolean;
  /** It is read again after an appeal, by people who have not judged it; this reader has, so they only look on. */
  isBarred: boolean;
  isReadAgain: boolean;
  /** Asks to be phoned instead of writing. */
  wantsCall: boolean;
  /** Who was asked first: sees to it that it is decided. */
  ownerId: string | null;
  owner: string | null;
  mine: { assigned: boolean; given: boolean };
};

type Tables = 'applications' | 'application_states';

/**
 * The applications that this actor may read: sent ones of their countries (a steward: of all), never their own, never
 * one of somebody whom they know.
 */
export function visibleToPanel<O>(
  query: SelectQueryBuilder<Schema, Tables, O>,
  actor: Actor,
): SelectQueryBuilder<Schema, Tables, O> {
  const countries = COUNTRIES.filter((country) => has(actor, 'steward') || has(actor, 'assessor', country));
  return query
    .where('application_states.submission_id', 'is not', null)
    .where('application_states.state', 'not in', ['withdrawn', 'lapsed'])
    .where((eb) => (countries.length > 0 ? eb('applications.country', 'in', countries) : eb.val(false)))
    .where(
      sql<boolean>`not exists (select from conflicts c
        where c.application_id = applications.id and c.person_id = ${actor.id})`,
    )
    .where(
      sql<boolean>`not exists (select from person_emails e
        where e.email = applications.email and e.person_id = ${actor.id})`,
    );
}

/** The application of a short id, if the actor may read it. Throws NotFound. */
export async function find(db: Db, short: string, actor: Actor): Promise<Reading> {
  const [reading] = await list(db, (query) => query.where('applications.short_id', '=', short), actor);
  if (!reading) throw new NotFound();
  return reading;
}

/** Holds an application for a step of the panel, and reads it again: somebody else may have been faster. */
export async function take(trx: Db, { id }: Reading, actor: Actor): Promise<Reading> {
  await hold(trx, id);
  const [reading] = await list(trx, (query) => query.where('applications.id', '=', id), actor);
  if (!reading) throw new NotFound();
  return reading;
}

type Narrow = <O>(query: SelectQueryBuilder<Schema, Tables, O>) => SelectQueryBuilder<Schema, Tables, O>;

export async function list(db: Db, narrow: Narrow, actor: Actor): Promise<Reading[]> {
  const base = db
    .selectFrom('applications')
    .innerJoin('application_states', 'application_states.application_id', 'applications.id');
  const rows = await narrow(visibleToPanel(base, actor))
    .leftJoin('people as owner', (join) =>
      join.on(
        'owner.id',
        '=',
        sql`(select g.assessor_id from assessment_assignments g
          where g.submission_id = application_states.submission_id
            and not exists (select from conflicts c
              where c.application_id = applications.id and c.person_id = g.assessor_id)
          order by g.assigned_at, g.id limit 1)`,
      ),
    )
    .select(COLUMNS)
    .select([
      sql<number>`application_states.given`.as('given'),
      sql<number>`application_states.needed`.as('needed'),
      sql<string | null>`(select person_id from person_emails e where e.email = applications.email)`.as('applicantId'),
      sql<number>`application_states.taken`.as('taken'),
      sql<boolean>`exists (select from application_calls l where l.application_id = applications.id)`.as('wantsCall'),
      sql<boolean>`judged_before(application_states.submission_id, ${actor.id})`.as('isBarred'),
      sql<boolean>`exists (select from application_submissions u
        where u.id = application_states.submission_id and u.appeal_id is not null)`.as('isReadAgain'),
      'owner.id as ownerId',
      'owner.name as owner',
      sql<boolean>`exists (select from assessment_assignments g
        where g.submission_id = application_states.submission_id and g.assessor_id = ${actor.id})`.as('assigned'),
      sql<boolean>`exists (select from assessments s
        where s.submission_id = application_states.submission_id and s.assessor_id = ${actor.id})`.as('iGave'),
    ])
    .orderBy('application_states.submitted_at')
    .orderBy('applications.id')
    .execute();
  const hides = (await settings.read(db))['membership.hide-names'];
  return rows.map(({ taken, assigned, iGave, ...row }) => ({
    ...row,
    ...(hides && isBlind(row, actor) ? { name: '', email: null, isHidden: true } : { isHidden: false }),
    openSeats: Math.max(0, row.needed - taken),
    isOpen: isOpen(row),
    mine: { assigned, given: iGave },
  }));
}

/** Reads without the name until everybody who has to has read: whoever may still be asked to judge. */
function isBlind({ state, country }: Application, actor: Actor): boolean {
  return ['submitted', 'assessing', 'third'].includes(state) && has(actor, 'assessor', country);
}
