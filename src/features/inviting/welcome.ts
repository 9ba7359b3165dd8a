import { sql } from 'kysely';
import { memberships } from '#features/membership/index.ts';
import { visiblePeople } from '#features/people/index.ts';
import { search } from '#features/work/index.ts';
import { type Actor, isSignedIn } from '#kernel/actor.ts';
import { COUNTRIES, type Country } from '#kernel/countries.ts';
import { type Db, inTransaction } from '#kernel/database/index.ts';
import { Refused } from '#kernel/errors.ts';
import { dayOf } from '#kernel/format.ts';
import * as journal from '#kernel/journal.ts';
import { t } from '#kernel/words.ts';
import { allow } from './policy.ts';
import { type Step, stepsOf, thingToday } from './steps.ts';

export const DAYS = 30;

export type Neighbour = {
  name: string;
  headline: string;
  address: string;
  country: Country | null;
  sameSector: boolean;
};
export type Path = {
  /** Days that are left of it; null when it is over, dismissed or was never theirs. */
  left: number | null;
  people: Neighbour[];
  works: search.Found[];
  today: Step | null;
  done: Step[];
};

/** How many days of the welcome path are left for this member; null when it is gone. */
export async function daysLeft(db: Db, actor: Actor): Promise<number | null> {
  if (!isSignedIn(actor)) return null;
  const membership = await memberships.of(db, actor.id);
  if (!membership) return null;
  const left = Math.ceil(DAYS - (actor.at.getTime() - membership.admittedAt.getTime()) / 86_400_000);
  if (left <= 0) return null;
  const dismissed = await db
    .selectFrom('welcome_dismissals')
    .select('person_id')
    .where('person_id', '=', actor.id)
    .executeTakeFirst();
  return dismissed ? null : left;
}

/** The first 30 days: three people, two pieces of work, one thing to do in five minutes. Another day shows others. */
export async function path(db: Db, actor: Actor): Promise<Path> {
  allow(actor, 'be-welcomed', {});
  const left = await daysLeft(db, actor);
  if (left === null) return { left, people: [], works: [], today: null, done: [] };
  const country = await countryOf(db, actor);
  const [people, works, steps] = await Promise.all([
    peopleLike(db, country, actor),
    worksFor(db, country, actor),
    stepsOf(db, actor),
  ]);
  return { left, people, works, today: thingToday(steps, dayOf(actor.at)), done: steps.filter(({ done }) => done) };
}

/** "I have found my way." */
export async function dismiss(db: Db, actor: Actor): Promise<void> {
  allow(actor, 'be-welcomed', {});
  if (!isSignedIn(actor)) throw new Refused(t('Please sign in first.'));
  await inTransaction(db, async (trx) => {
    await trx
      .insertInto('welcome_dismissals')
      .values({ person_id: actor.id, dismissed_at: actor.at })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    await journal.record(trx, actor, 'welcome.dismissed', { type: 'person', id: actor.id });
  });
}

async function countryOf(db: Db, { id }: Actor): Promise<Country | null> {
  const row = await db.selectFrom('people').select('country').where('id', '=', id).executeTakeFirst();
  return COUNTRIES.find((one) => one === row?.country) ?? null;
}

/** Members whom the reader may see, those of their own sector and country first; among equals, others every day. */
function peopleLike(db: Db, country: Country | null, actor: Actor): Promise<Neighbour[]> {
  const sameSector = sql<boolean>`coalesce(people.id in (
      select b.person_id from affiliations b
      join organisations theirs on theirs.id = b.organisation_id
      where b.until is null and theirs.sector in (
        select mine.sector from affiliations a join organisations mine on mine.id = a.organisation_id
        where a.person_id = ${actor.id} and a.until is null))
    and sees(people.id, 'members', 'affiliations'), false)`;
  return visiblePeople(db.selectFrom('people'), actor)
    .innerJoin('role_grants as r', (join) => join.onRef('r.person_id', '=', 'people.id').on('r.role', '=', 'member'))
    .select(['people.name', 'people.headline', 'people.country', sameSector.as('sameSector')])
    .select(sql<string>`people.slug || '-' || people.short_id`.as('address'))
    .where('people.id', '<>', actor.id)
    .orderBy(sql`${sameSector} and people.country is not distinct from ${country}`, 'desc')
    .orderBy(sql`people.country is not distinct from ${country}`, 'desc')
    .orderBy(sql`people.headline <> ''`, 'desc')
    .orderBy(sql`md5(people.id::text || ${dayOf(actor.at)})`)
    .limit(3)
    .execute();
}

/** The newest work of the reader's country; where there is too little, of all. Two of the first page, others every day. */
async function worksFor(db: Db, country: Country | null, actor: Actor) {
  const near = await search.list(db, { sort: 'recent', ...(country ? { country } : {}) }, actor);
  const { works } = near.total >= 2 ? near : await search.list(db, { sort: 'recent' }, actor);
  const first = Number(dayOf(actor.at).slice(-2)) % Math.max(1, works.length);
  return [...works.slice(first), ...works.slice(0, first)].slice(0, 2);
}
