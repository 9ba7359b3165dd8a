import type { Actor } from '#kernel/actor.ts';
import { type Db, inTransaction } from '#kernel/database/index.ts';
import { Conflict, NotFound } from '#kernel/errors.ts';
import { newId, shortId } from '#kernel/ids.ts';
import * as journal from '#kernel/journal.ts';
import { limit } from '#kernel/limits.ts';
import * as mail from '#kernel/mail/index.ts';
import { t } from '#kernel/words.ts';
import { allow } from './policy.ts';

export const REASONS = ['identifies', 'unkind', 'unsafe', 'wrong', 'rights', 'other'] as const;
export const OUTCOMES = ['changed', 'removed', 'kept', 'passed-on'] as const;
export type Reason = (typeof REASONS)[number];
export type Outcome = (typeof OUTCOMES)[number];

export type Report = {
  short: string;
  address: string;
  reason: Reason;
  details: string;
  reportedAt: Date;
  outcome: Outcome | null;
  explanation: string | null;
};

/** Says that something on a page of this house is wrong. Anybody may; an address is needed only for an answer. */
export async function file(
  db: Db,
  { address, reason, details, email }: { address: string; reason: Reason; details: string; email: string | null },
  actor: Actor,
): Promise<void> {
  await inTransaction(db, async (trx) => {
    await limit(
      trx,
      `report:${actor.id ?? email ?? 'visitors'}`,
      { most: actor.id || email ? 10 : 60, seconds: 3600 },
      actor.at,
    );
    const id = newId();
    await trx
      .insertInto('reports')
      .values({
        id,
        short_id: shortId(id),
        address,
        reason,
        details,
        person_id: actor.id,
        email: email ?? actor.email,
        reported_at: actor.at,
      })
      .execute();
    await journal.record(trx, actor, 'report.filed', { type: 'report', id });
  });
}

/** What waits, the oldest first; then what was settled lately. */
export async function list(db: Db, actor: Actor): Promise<{ open: Report[]; settled: Report[] }> {
  allow(actor, 'moderate', {});
  const all = reports(db);
  const [open, settled] = await Promise.all([
    all.where('s.report_id', 'is', null).orderBy('r.reported_at').limit(200).execute(),
    all.where('s.report_id', 'is not', null).orderBy('s.resolved_at', 'desc').limit(20).execute(),
  ]);
  return { open, settled };
}

/** Settles a report; whoever left an address hears what was decided and why. */
export async function resolve(
  db: Db,
  short: string,
  { outcome, explanation }: { outcome: Outcome; explanation: string },
  actor: Actor,
): Promise<void> {
  allow(actor, 'moderate', {});
  await inTransaction(db, async (trx) => {
    const report = await trx
      .selectFrom('reports')
      .select(['id', 'email', 'address'])
      .where('short_id', '=', short)
      .executeTakeFirst();
    if (!report) throw new NotFound();
    const settled = await trx
      .insertInto('report_resolutions')
      .values({ report_id: report.id, outcome, explanation, resolved_by: actor.id ?? '', resolved_at: actor.at })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (settled.numInsertedOrUpdatedRows === 0n)
      throw new Conflict(t('Another moderator has settled this report already.'));
    await journal.record(trx, actor, 'report.resolved', { type: 'report', id: report.id }, { after: { outcome } });
    if (report.email)
      await mail.send(
        trx,
        {
          to: report.email,
          subject: t('What became of your report'),
          text: t('Thank you for telling us about {address}. This is what we decided:\n\n{outcome}\n\n{explanation}', {
            address: report.address,
            outcome: outcomeName(outcome),
            explanation,
          }),
        },
        actor.at,
      );
  });
}

export function reasonName(reason: Reason): string {
  const names: Record<Reason, () => string> = {
    identifies: () => t('It could identify a patient or somebody who has not agreed'),
    unkind: () => t('It is unkind or harasses somebody'),
    unsafe: () => t('Following it could harm somebody'),
    wrong: () => t('It is wrong or misleading'),
    rights: () => t('It uses something that belongs to others'),
    other: () => t('Something else'),
  };
  return names[reason]();
}

export function outcomeName(outcome: Outcome): string {
  const names: Record<Outcome, () => string> = {
    changed: () => t('It was changed'),
    removed: () => t('It was removed'),
    kept: () => t('It stays as it is'),
    'passed-on': () => t('It was passed on to those who decide'),
  };
  return names[outcome]();
}

function reports(db: Db) {
  return db
    .selectFrom('reports as r')
    .leftJoin('report_resolutions as s', 's.report_id', 'r.id')
    .select([
      'r.short_id as short',
      'r.address',
      'r.reason',
      'r.details',
      'r.reported_at as reportedAt',
      's.outcome',
      's.explanation',
    ]);
}
