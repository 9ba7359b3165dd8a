import { type Actor, type Grant, ROLES } from '#kernel/actor.ts';
import { type Db, inTransaction } from '#kernel/database/index.ts';
import { Conflict, Invalid } from '#kernel/errors.ts';
import * as jobs from '#kernel/jobs.ts';
import * as roles from '#kernel/roles.ts';
import { isOpen } from '#kernel/rooms.ts';
import * as settings from '#kernel/settings.ts';
import { t } from '#kernel/words.ts';
import { allow } from './policy.ts';

export type Wanted = { name: string; strapline: string; assessments: number; promiseDays: number };

/** What a steward can set, all at once. */
export async function set(db: Db, { name, strapline, assessments, promiseDays }: Wanted, actor: Actor): Promise<void> {
  allow(actor, 'steward', {});
  await inTransaction(db, async (trx) => {
    await settings.write(trx, 'community.name', name, actor);
    await settings.write(trx, 'community.strapline', strapline, actor);
    await settings.write(trx, 'membership.assessments', assessments, actor);
    await settings.write(trx, 'membership.promise-days', promiseDays, actor);
  });
}

/** Gives a role to the person of a confirmed address. */
export async function appoint(
  db: Db,
  { email, role, country }: { email: string } & Grant,
  actor: Actor,
): Promise<void> {
  allow(actor, 'steward', {});
  if ((role === 'assessor') !== (country !== null))
    throw new Invalid({
      country:
        role === 'assessor'
          ? t('An assessor reads for one country: choose it.')
          : t('Only assessors hold a role for one country.'),
    });
  const person = await db.selectFrom('person_emails').select('person_id').where('email', '=', email).executeTakeFirst();
  if (!person) throw new Invalid({ email: t('Nobody here has confirmed that address yet. Ask them to sign in once.') });
  await roles.grant(db, person.person_id, { role, country }, actor);
}

/** Takes a role back. The last steward stays: somebody has to hold the keys. */
export async function dismiss(db: Db, personId: string, grant: Grant, actor: Actor): Promise<void> {
  allow(actor, 'steward', {});
  await inTransaction(db, async (trx) => {
    if (grant.role === 'steward' && (await roles.holders(trx, 'steward')).length < 2)
      throw new Conflict(t('This is the only steward. Appoint another first.'));
    await roles.revoke(trx, personId, grant, actor);
  });
}

export type Holder = Grant & { personId: string; name: string };

/** Who holds which role, members left out. */
export function holders(db: Db): Promise<Holder[]> {
  return db
    .selectFrom('role_grants')
    .innerJoin('people', 'people.id', 'role_grants.person_id')
    .select(['person_id as personId', 'people.name', 'role', 'role_grants.country'])
    .where(
      'role',
      'in',
      ROLES.filter((role) => role !== 'member'),
    )
    .orderBy('role')
    .orderBy('people.name')
    .execute();
}

export async function retry(db: Db, id: string, actor: Actor): Promise<void> {
  allow(actor, 'steward', {});
  await jobs.retry(db, id);
}

/** The five steps of a new community, and which of them are done. */
export async function steps(
  db: Db,
): Promise<Record<'compact' | 'assessors' | 'invited' | 'shared' | 'opened', boolean>> {
  const now = await settings.read(db);
  const one = async (query: { executeTakeFirst(): Promise<unknown> }) => (await query.executeTakeFirst()) !== undefined;
  return {
    compact: await one(
      db.selectFrom('page_versions').select('id').where('page', '=', 'compact').where('edition', 'is', null),
    ),
    assessors: (await roles.holders(db, 'assessor')).length >= 2,
    invited: await one(db.selectFrom('role_grants').select('id').where('role', '=', 'member').offset(1)),
    shared: await one(db.selectFrom('works').select('id').where('visibility', '<>', 'private')),
    opened: isOpen(now, 'landscape') || isOpen(now, 'cases'),
  };
}
