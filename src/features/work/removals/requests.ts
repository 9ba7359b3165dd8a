import { sql } from 'kysely';
import type { Actor } from '#kernel/actor.ts';
import { type Db, inTransaction } from '#kernel/database/index.ts';
import { Conflict, NotFound } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import * as journal from '#kernel/journal.ts';
import { limit } from '#kernel/limits.ts';
import * as roles from '#kernel/roles.ts';
import { t } from '#kernel/words.ts';
import { write } from '../carrying/letters.ts';
import type { Work } from '../finding.ts';
import { allow, type Side, sideOf } from './policy.ts';

export const OUTCOMES = ['stays', 'changed', 'removed'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** An organisation asks that work be taken down: who asks, what all sides said, and what came of it. */
export type Request = {
  id: string;
  organisation: string;
  askedBy: string;
  askedAt: Date;
  work: { id: string; title: string; address: string; team: string[] };
  hidden: boolean;
  words: Said[];
  outcome: { outcome: Outcome; reason: string; decidedAt: Date } | null;
};
export type Said = { side: Side; words: string; name: string | null; saidAt: string };

/** What is open first, then what was decided last. For editors. */
export async function list(db: Db, actor: Actor): Promise<Request[]> {
  allow(actor, 'see removals', {});
  return requestsOf(db).orderBy(sql`o.decided_at desc nulls first`).orderBy('r.asked_at').limit(200).execute();
}

/** One request, for those whom it is between: who asked, the team, and editors. Throws NotFound. */
export async function find(db: Db, id: string, actor: Actor): Promise<Request> {
  const request = await requestsOf(db).where('r.id', '=', id).executeTakeFirst();
  if (!request || sideOf(actor, request) === null) throw new NotFound();
  return request;
}

/** Asks in an organisation's name. The work stays as visible as it is; its team and the editors get a letter. */
export async function ask(
  db: Db,
  work: Work,
  { organisation, words, url }: { organisation: string; words: string; url: string },
  actor: Actor,
): Promise<string> {
  allow(actor, 'ask removal', work);
  return inTransaction(db, async (trx) => {
    await limit(trx, 'work.removal', actor.id ?? '', actor.at);
    const id = newId();
    const row = { work_id: work.id, organisation, asked_by: actor.id ?? '', asked_at: actor.at };
    await trx
      .insertInto('removal_requests')
      .values({ id, ...row })
      .execute();
    await insert(trx, id, { side: 'organisation', words }, actor);
    await journal.record(trx, actor, 'removal.asked', { type: 'removal', id });
    const to = [...work.team, ...(await roles.holders(trx, 'editor'))];
    await tell(
      trx,
      { id, title: work.title, url },
      to,
      t('{organisation} asks that this work be taken down. It stays as it is while you talk.', { organisation }),
      actor,
    );
    return id;
  });
}

/** Adds to the dialogue; the other sides get a letter. */
export async function say(
  db: Db,
  request: Request,
  { words, url }: { words: string; url: string },
  actor: Actor,
): Promise<void> {
  allow(actor, 'speak', request);
  open(request);
  const side = sideOf(actor, request);
  if (!side) throw new NotFound();
  await inTransaction(db, async (trx) => {
    await insert(trx, request.id, { side, words }, actor);
    await journal.record(trx, actor, 'removal.said', { type: 'removal', id: request.id });
    const to = [request.askedBy, ...request.work.team].filter((id) => id !== actor.id);
    await tell(trx, { id: request.id, title: request.work.title, url }, to, t('Somebody has answered.'), actor);
  });
}

/** Decides. Work that is removed stays hidden; otherwise it is as visible as its team made it. */
export async function decide(
  db: Db,
  request: Request,
  { outcome, reason, url }: { outcome: Outcome; reason: string; url: string },
  actor: Actor,
): Promise<void> {
  allow(actor, 'decide removal', request);
  open(request);
  await inTransaction(db, async (trx) => {
    await trx
      .insertInto('removal_outcomes')
      .values({ request_id: request.id, outcome, reason, decided_by: actor.id ?? '', decided_at: actor.at })
      .execute();
    if (outcome === 'removed') await cover(trx, request, actor);
    else await uncover(trx, request);
    await journal.record(
      trx,
      actor,
      'removal.decided',
      { type: 'removal', id: request.id },
      { after: { outcome, reason } },
    );
    const to = [request.askedBy, ...request.work.team];
    await tell(trx, { id: request.id, title: request.work.title, url }, to, reason, actor);
  });
}

/** Hides the work while it is talked over. */
export async function hide(db: Db, request: Request, actor: Actor): Promise<void> {
  allow(actor, 'decide removal', request);
  open(request);
  await inTransaction(db, async (trx) => {
    await cover(trx, request, actor);
    await journal.record(trx, actor, 'work.hidden', { type: 'work', id: request.work.id });
  });
}

/** Shows it again, as visible as its team made it. */
export async function unhide(db: Db, request: Request, actor: Actor): Promise<void> {
  allow(actor, 'decide removal', request);
  open(request);
  await inTransaction(db, async (trx) => {
    await uncover(trx, request);
    await journal.record(trx, actor, 'work.unhidden', { type: 'work', id: request.work.id });
  });
}

function open({ outcome }: Request): void {
  if (outcome) throw new Conflict(t('This has been decided already.'));
}

async function cover(db: Db, { id, work }: Request, actor: Actor): Promise<void> {
  await db
    .insertInto('work_hidings')
    .values({ work_id: work.id, request_id: id, hidden_by: actor.id ?? '', hidden_at: actor.at })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await db.updateTable('works').set({ visibility: 'private' }).where('id', '=', work.id).execute();
}

/** Only what this request has hidden; work that its team took back meanwhile, or that waits, stays private. */
async function uncover(db: Db, { id, work }: Request): Promise<void> {
  const gone = await db
    .deleteFrom('work_hidings')
    .where('work_id', '=', work.id)
    .where('request_id', '=', id)
    .executeTakeFirst();
  if (gone.numDeletedRows === 0n) return;
  const publication = await db
    .selectFrom('work_publications as p')
    .innerJoin('work_releases as r', 'r.work_id', 'p.work_id')
    .select('p.visibility')
    .where('p.work_id', '=', work.id)
    .executeTakeFirst();
  if (publication)
    await db.updateTable('works').set({ visibility: publication.visibility }).where('id', '=', work.id).execute();
}

async function insert(db: Db, requestId: string, said: { side: Side; words: string }, actor: Actor): Promise<void> {
  await db
    .insertInto('removal_words')
    .values({ id: newId(), request_id: requestId, ...said, said_by: actor.id ?? '', said_at: actor.at })
    .execute();
}

async function tell(
  db: Db,
  { id, title, url }: { id: string; title: string; url: string },
  to: string[],
  words: string,
  actor: Actor,
): Promise<void> {
  const letter = {
    subject: t('About “{title}”: a request to take it down', { title }),
    text: t('{words}\n\nRead it, and answer, here:\n{address}', { words, address: `${url}/work/removals/${id}` }),
  };
  await write(db, [...new Set(to)], letter, actor.at);
}

function requestsOf(db: Db) {
  return db
    .selectFrom('removal_requests as r')
    .innerJoin('works as w', 'w.id', 'r.work_id')
    .leftJoin('removal_outcomes as o', 'o.request_id', 'r.id')
    .select(['r.id', 'r.organisation', 'r.asked_by as askedBy', 'r.asked_at as askedAt'])
    .select([
      sql<Request['work']>`json_build_object('id', w.id, 'title', w.title, 'address', w.slug || '-' || w.short_id,
        'team', array(select m.person_id from work_team m where m.work_id = w.id and m.accepted_at is not null))`.as(
        'work',
      ),
      sql<boolean>`exists (select from work_hidings h where h.work_id = w.id)`.as('hidden'),
      sql<
        Said[]
      >`(select json_agg(json_build_object('side', s.side, 'words', s.words, 'saidAt', s.said_at, 'name', p.name)
        order by s.said_at, s.id) from removal_words s
        left join people p on p.id = s.said_by and p.erased_at is null where s.request_id = r.id)`.as('words'),
      sql<Request['outcome']>`case when o.request_id is not null then json_build_object('outcome', o.outcome,
        'reason', o.reason, 'decidedAt', o.decided_at) end`.as('outcome'),
    ]);
}
