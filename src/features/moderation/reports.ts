import { sql } from 'kysely';
import type { Actor } from '#kernel/actor.ts';
import { type Db, inTransaction } from '#kernel/database/index.ts';
import { Conflict, NotFound } from '#kernel/errors.ts';
import { newId, shortId } from '#kernel/ids.ts';
import * as journal from '#kernel/journal.ts';
import { limit } from '#kernel/limits.ts';
import { t } from '#kernel/words.ts';
import * as letters from './letters.ts';
import { allow } from './policy.ts';
import type { Outcome, Reason } from './words.ts';

/** Somebody saw something wrong. Who it was, moderators do not see: only whether an answer is wanted. */
export type Report = {
  id: string;
  short: string;
  address: string;
  reason: Reason;
  details: string;
  wantsAnswer: boolean;
  reportedAt: Date;
  resolution: { outcome: Outcome; explanation: string; by: string | null; at: Date } | null;
};

export type Filed = { address: string; reason: Reason; details: string; email: string };

/** Reports a page. Needs no account, and no address either. Moderators get a letter at once. */
export async function file(
  db: Db,
  { address, reason, details, email }: Filed,
  url: string,
  actor: Actor,
): Promise<Report> {
  const to = (actor.email ?? email).toLowerCase() || null;
  if (to) await limit(db, 'report', to, actor.at);
  await limit(db, 'report.all', '', actor.at);
  return inTransaction(db, async (trx) => {
    const id = newId();
    await trx
      .insertInto('reports')
      .values({
        id,
        short_id: shortId(id),
        address,
        reason,
        details,
        email: to,
        person_id: actor.id,
        reported_at: actor.at,
      })
      .execute();
    const report = await byShort(trx, shortId(id));
    await letters.tellModerators(trx, report, url, actor.at);
    await journal.record(trx, actor, 'report.filed', { type: 'report', id });
    return report;
  });
}

/** Open reports, those by which somebody could be recognised first, then the longest waiting. */
export async function open(db: Db, actor: Actor): Promise<Report[]> {
  allow(actor, 'moderate', {});
  const rows = await described(db)
    .where('report_resolutions.report_id', 'is', null)
    .orderBy(sql`reports.reason <> 'identifies'`)
    .orderBy('reported_at')
    .limit(200)
    .execute();
  return rows.map(reportOf);
}

/** What was resolved last. */
export async function resolved(db: Db, actor: Actor): Promise<Report[]> {
  allow(actor, 'moderate', {});
  const rows = await described(db)
    .where('report_resolutions.report_id', 'is not', null)
    .orderBy('resolved_at', 'desc')
    .limit(20)
    .execute();
  return rows.map(reportOf);
}

export async function find(db: Db, short: string, actor: Actor): Promise<Report> {
  allow(actor, 'moderate', {});
  return byShort(db, short);
}

/** Says what was done about it. Whoever reported it hears so, if they gave an address. */
export async function resolve(
  db: Db,
  report: Report,
  { outcome, explanation }: { outcome: Outcome; explanation: string },
  url: string,
  actor: Actor,
): Promise<void> {
  allow(actor, 'moderate', {});
  await inTransaction(db, async (trx) => {
    const row = { report_id: report.id, outcome, explanation, resolved_by: actor.id ?? '', resolved_at: actor.at };
    const added = await trx
      .insertInto('report_resolutions')
      .values(row)
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (added.numInsertedOrUpdatedRows === 0n)
      throw new Conflict(t('Another moderator has answered this report in the meantime.'));
    await letters.tellReporter(trx, report, { outcome, explanation }, url, actor.at);
    const change = { after: { outcome, explanation } };
    await journal.record(trx, actor, 'report.resolved', { type: 'report', id: report.id }, change);
  });
}

/** Opens a report again: the answer was wrong, or a second look was asked for. */
export async function reopen(db: Db, report: Report, actor: Actor): Promise<void> {
  allow(actor, 'moderate', {});
  await inTransaction(db, async (trx) => {
    const row = await trx.deleteFrom('report_resolutions').where('report_id', '=', report.id).executeTakeFirst();
    if (row.numDeletedRows === 0n) return;
    const change = { before: report.resolution };
    await journal.record(trx, actor, 'report.reopened', { type: 'report', id: report.id }, change);
  });
}

async function byShort(db: Db, short: string): Promise<Report> {
  const row = await described(db).where('reports.short_id', '=', short).executeTakeFirst();
  if (!row) throw new NotFound();
  return reportOf(row);
}

function described(db: Db) {
  return db
    .selectFrom('reports')
    .leftJoin('report_resolutions', 'report_resolutions.report_id', 'reports.id')
    .leftJoin('people', 'people.id', 'report_resolutions.resolved_by')
    .select([
      'reports.id',
      'reports.short_id as short',
      'reports.address',
      'reports.reason',
      'reports.details',
      sql<boolean>`reports.email is not null`.as('wantsAnswer'),
      'reports.reported_at as reportedAt',
      'outcome',
      'explanation',
      'people.name as by',
      'resolved_at as at',
    ]);
}

type Row = Omit<Report, 'resolution'> & {
  outcome: Outcome | null;
  explanation: string | null;
  by: string | null;
  at: Date | null;
};

function reportOf({ outcome, explanation, by, at, ...report }: Row): Report {
  return { ...report, resolution: outcome && at ? { outcome, explanation: explanation ?? '', by, at } : null };
}
