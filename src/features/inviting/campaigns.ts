import { sql } from 'kysely';
import { applications, type Pathway } from '#features/membership/index.ts';
import { type Actor, has, isSignedIn } from '#kernel/actor.ts';
import type { Country } from '#kernel/countries.ts';
import { type Db, inTransaction } from '#kernel/database/index.ts';
import { Conflict, NotFound, Refused } from '#kernel/errors.ts';
import { dayOf } from '#kernel/format.ts';
import { newId, shortId, slug as slugOf } from '#kernel/ids.ts';
import * as journal from '#kernel/journal.ts';
import { t } from '#kernel/words.ts';
import { allow } from './policy.ts';

/** A drive to reach people who are missing: whom it looks for, from when to when, and how many it hopes for. */
export type Plan = {
  title: string;
  words: string;
  country: Country | null;
  sector: string | null;
  background: string | null;
  opensOn: string;
  closesOn: string;
  goal: number;
};
export type Campaign = Plan & { id: string; slug: string; closedAt: Date | null };
export type Progress = { arrivals: number; applied: number; admitted: number };

const COLUMNS = [
  'campaigns.id',
  'campaigns.slug',
  'campaigns.title',
  'campaigns.words',
  'campaigns.country',
  'campaigns.sector',
  'campaigns.background',
  'campaigns.opens_on as opensOn',
  'campaigns.closes_on as closesOn',
  'campaigns.goal',
  'closure.closed_at as closedAt',
] as const;

/** Makes a campaign with a page and a link of its own. Answers its place in the address. */
export async function make(db: Db, { opensOn, closesOn, ...plan }: Plan, actor: Actor): Promise<string> {
  allow(actor, 'keep-campaigns', {});
  if (!isSignedIn(actor)) throw new Refused(t('Please sign in first.'));
  const id = newId();
  return inTransaction(db, async (trx) => {
    const wanted = slugOf(plan.title).replace(/[^a-z0-9-]+/g, '');
    const taken = await trx.selectFrom('campaigns').select('id').where('slug', '=', wanted).executeTakeFirst();
    const slug = taken || wanted.length < 2 ? `${wanted.slice(0, 45)}-${shortId(id)}`.replace(/^-+/, '') : wanted;
    await trx
      .insertInto('campaigns')
      .values({ ...plan, id, slug, opens_on: opensOn, closes_on: closesOn, made_by: actor.id, made_at: actor.at })
      .execute();
    await journal.record(trx, actor, 'campaign.made', { type: 'campaign', id });
    return slug;
  });
}

/** The campaign at this address. Before its first day only stewards find it. */
export async function find(db: Db, slug: string, actor: Actor): Promise<Campaign> {
  const campaign = await select(db).where('campaigns.slug', '=', slug).executeTakeFirst();
  if (!campaign || (campaign.opensOn > dayOf(actor.at) && !has(actor, 'steward'))) throw new NotFound();
  return campaign;
}

/** Can one begin an application through it now? */
export function isRunning({ opensOn, closesOn, closedAt }: Campaign, at: Date): boolean {
  const day = dayOf(at);
  return closedAt === null && opensOn <= day && day <= closesOn;
}

/** All campaigns with what came of them, newest first. */
export async function list(db: Db, actor: Actor): Promise<(Campaign & Progress)[]> {
  allow(actor, 'keep-campaigns', {});
  return select(db)
    .select([ARRIVALS.as('arrivals'), APPLIED.as('applied'), ADMITTED.as('admitted')])
    .orderBy('campaigns.opens_on', 'desc')
    .orderBy('campaigns.id', 'desc')
    .limit(200)
    .execute();
}

/** How many came to the page, sent an application through it, and were admitted. */
export function progress(db: Db, { id }: Campaign): Promise<Progress> {
  return db
    .selectFrom('campaigns')
    .select([ARRIVALS.as('arrivals'), APPLIED.as('applied'), ADMITTED.as('admitted')])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
}

/** Somebody opened the page: a number goes up, and nothing else is kept. */
export async function arrive(db: Db, campaign: Campaign, { at }: Actor): Promise<void> {
  if (!isRunning(campaign, at)) return;
  await db
    .insertInto('campaign_arrivals')
    .values({ campaign_id: campaign.id, day: dayOf(at), arrivals: 1 })
    .onConflict((conflict) =>
      conflict.columns(['campaign_id', 'day']).doUpdateSet({ arrivals: sql`campaign_arrivals.arrivals + 1` }),
    )
    .execute();
}

/** Begins an application that remembers the campaign. As with every application, only the letter says what was found. */
export async function apply(
  db: Db,
  campaign: Campaign,
  given: { name: string; email: string; country: Country; pathway: Pathway },
  url: string,
  actor: Actor,
): Promise<void> {
  if (!isRunning(campaign, actor.at))
    throw new Conflict(t('This campaign has ended. You can still apply, on the page “Join”.'));
  await inTransaction(db, async (trx) => {
    await applications.start(trx, given, url, actor);
    const begun = await trx
      .selectFrom('application_openings')
      .innerJoin('applications', 'applications.id', 'application_openings.application_id')
      .select('applications.id')
      .where('application_openings.email', '=', given.email)
      .where('applications.started_at', '=', actor.at) // one that was begun before belongs to what it was begun by
      .executeTakeFirst();
    if (begun)
      await trx
        .insertInto('campaign_applications')
        .values({ application_id: begun.id, campaign_id: campaign.id, begun_at: actor.at })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
  });
}

/** Ends it. Its page stays and says so. */
export async function close(db: Db, { id }: Campaign, actor: Actor): Promise<void> {
  allow(actor, 'keep-campaigns', {});
  if (!isSignedIn(actor)) throw new Refused(t('Please sign in first.'));
  await inTransaction(db, async (trx) => {
    const closed = await trx
      .insertInto('campaign_closures')
      .values({ campaign_id: id, closed_by: actor.id, closed_at: actor.at })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (closed.numInsertedOrUpdatedRows === 0n) return;
    await journal.record(trx, actor, 'campaign.closed', { type: 'campaign', id });
  });
}

const ARRIVALS = sql<number>`(select coalesce(sum(a.arrivals), 0)::int from campaign_arrivals a
  where a.campaign_id = campaigns.id)`;
const APPLIED = sql<number>`(select count(*) from campaign_applications a
  join application_states s on s.application_id = a.application_id
  where a.campaign_id = campaigns.id and s.submission_id is not null)`;
const ADMITTED = sql<number>`(select count(*) from campaign_applications a
  join application_states s on s.application_id = a.application_id
  where a.campaign_id = campaigns.id and s.state = 'admitted')`;

function select(db: Db) {
  return db
    .selectFrom('campaigns')
    .leftJoin('campaign_closures as closure', 'closure.campaign_id', 'campaigns.id')
    .select(COLUMNS);
}
