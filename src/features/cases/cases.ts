import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { claims } from '#features/evidence/index.ts';
import { type Actor, has } from '#kernel/actor.ts';
import { type Db, inTransaction } from '#kernel/database/index.ts';
import { Invalid, NotFound } from '#kernel/errors.ts';
import { newId, shortId, slug } from '#kernel/ids.ts';
import * as journal from '#kernel/journal.ts';
import { limit } from '#kernel/limits.ts';
import { t } from '#kernel/words.ts';
import type { Audience } from './audiences.ts';
import { allow } from './policy.ts';

/** What authors write of a case. */
export type Draft = {
  title: string;
  audience: Audience;
  ask: string;
  context: string;
  /** Ids of claims, in their order. */
  claims: string[];
  narratives: { heading: string; body: string }[];
};

export type Case = Draft & {
  id: string;
  short: string;
  address: string;
  linkKey: string;
  authors: string[];
  startedAt: Date;
  changedAt: Date;
  /** The number of the latest version; null while nothing was published. */
  latest: number | null;
};

const COLUMNS = [
  'cases.id',
  'cases.short_id as short',
  sql<string>`cases.slug || '-' || cases.short_id`.as('address'),
  'cases.title',
  'cases.audience',
  'cases.ask',
  'cases.context',
  'cases.link_key as linkKey',
  'cases.started_at as startedAt',
  'cases.changed_at as changedAt',
  sql<string[]>`array(select a.person_id from case_authors a where a.case_id = cases.id
    order by a.added_at, a.person_id)`.as('authors'),
  sql<string[]>`array(select k.claim_id from case_claims k where k.case_id = cases.id order by k.position)`.as(
    'claims',
  ),
  sql<Draft['narratives']>`coalesce((select json_agg(json_build_object('heading', n.heading, 'body', n.body)
    order by n.position) from case_narratives n where n.case_id = cases.id), '[]')`.as('narratives'),
  sql<number | null>`(select max(v.number) from case_versions v where v.case_id = cases.id)`.as('latest'),
] as const;

/** The case of this short id, if the actor is an author or may read a version of it. Throws NotFound. */
export async function find(db: Db, short: string, actor: Actor, key: string | null = null): Promise<Case> {
  const found = await db.selectFrom('cases').select(COLUMNS).where('short_id', '=', short).executeTakeFirst();
  if (!found) throw new NotFound();
  if (actor.id !== null && found.authors.includes(actor.id)) return found;
  const version = await db
    .selectFrom('case_versions')
    .select('id')
    .where('case_id', '=', found.id)
    .where('visibility', 'in', openTo(actor, found, key))
    .limit(1)
    .executeTakeFirst();
  if (!version) throw new NotFound();
  return found;
}

/** The circles that the reader of a case belongs to; its key opens what was published by private link. */
export function openTo(
  actor: Actor,
  { linkKey, authors }: Pick<Case, 'linkKey' | 'authors'>,
  key: string | null,
): ('link' | 'members' | 'public')[] {
  if (actor.id !== null && authors.includes(actor.id)) return ['link', 'members', 'public'];
  return [
    'public',
    ...(has(actor, 'member') || has(actor, 'steward') ? (['members'] as const) : []),
    ...(key !== null && key === linkKey ? (['link'] as const) : []),
  ];
}

/** The cases that the actor writes, the latest change first. */
export async function own(db: Db, actor: Actor): Promise<Case[]> {
  if (actor.id === null) return [];
  return db
    .selectFrom('cases')
    .select(COLUMNS)
    .where('id', 'in', (eb) => eb.selectFrom('case_authors').select('case_id').where('person_id', '=', actor.id))
    .orderBy('changed_at', 'desc')
    .execute();
}

/** Begins a case: a draft that nobody but its author sees. */
export async function start(db: Db, draft: Draft, actor: Actor): Promise<Case> {
  allow(actor, 'start', {});
  const author = actor.id ?? '';
  return inTransaction(db, async (trx) => {
    await limit(trx, 'case.start', author, actor.at);
    const id = newId();
    await trx
      .insertInto('cases')
      .values({
        ...{ id, short_id: shortId(id), ...columnsOf(draft) },
        link_key: randomBytes(18).toString('base64url'),
        ...{ started_by: author, started_at: actor.at, changed_at: actor.at },
      })
      .execute();
    await trx.insertInto('case_authors').values({ case_id: id, person_id: author, added_at: actor.at }).execute();
    await writeParts(trx, id, draft, actor);
    await journal.record(trx, actor, 'case.started', { type: 'case', id });
    return byId(trx, id);
  });
}

/** Changes the draft. Published versions stay as they are. */
export async function write(db: Db, given: Case, draft: Draft, actor: Actor): Promise<Case> {
  allow(actor, 'edit', given);
  return inTransaction(db, async (trx) => {
    const row = { ...columnsOf(draft), changed_at: actor.at };
    await trx.updateTable('cases').set(row).where('id', '=', given.id).execute();
    await trx.deleteFrom('case_claims').where('case_id', '=', given.id).execute();
    await trx.deleteFrom('case_narratives').where('case_id', '=', given.id).execute();
    await writeParts(trx, given.id, draft, actor);
    await journal.record(trx, actor, 'case.changed', { type: 'case', id: given.id });
    return byId(trx, given.id);
  });
}

async function writeParts(trx: Db, id: string, draft: Draft, actor: Actor): Promise<void> {
  const seen = new Set((await claims.among(trx, draft.claims, actor)).map((claim) => claim.id));
  if (draft.claims.some((claim) => !seen.has(claim)))
    throw new Invalid({ claims: t('One of these claims is not there any more. Please choose again.') });
  const chosen = draft.claims.map((claim, position) => ({ case_id: id, claim_id: claim, position }));
  if (chosen.length > 0) await trx.insertInto('case_claims').values(chosen).execute();
  const told = draft.narratives.map((narrative, position) => ({ case_id: id, position, ...narrative }));
  if (told.length > 0) await trx.insertInto('case_narratives').values(told).execute();
}

function columnsOf({ title, audience, ask, context }: Draft) {
  return { slug: slug(title), title, audience, ask, context };
}

async function byId(db: Db, id: string): Promise<Case> {
  return db.selectFrom('cases').select(COLUMNS).where('id', '=', id).executeTakeFirstOrThrow();
}
