import type { Db } from '#kernel/database/index.ts';
import * as mail from '#kernel/mail/index.ts';
import * as roles from '#kernel/roles.ts';
import { t } from '#kernel/words.ts';
import { type Outcome, outcomeName, type Reason, reasonName } from './words.ts';

type About = { id: string; short: string; address: string; reason: Reason };

export async function tellModerators(db: Db, report: About, url: string, at: Date): Promise<void> {
  const page = report.address;
  const subject =
    report.reason === 'identifies' ? t('Urgent: somebody could be recognised on a page') : t('A report about a page');
  const text = [
    t('Somebody has reported this page:'),
    `${url}${page}`,
    t('Why: {reason}', { reason: reasonName(report.reason) }),
    t('Read the report and answer it here:'),
    `${url}/moderation/reports/${report.short}`,
  ].join('\n\n');
  for (const to of await roles.addresses(db, 'moderator')) await mail.send(db, { to, subject, text }, at);
}

export async function tellReporter(
  db: Db,
  report: About,
  { outcome, explanation }: { outcome: Outcome; explanation: string },
  url: string,
  at: Date,
): Promise<void> {
  const row = await db.selectFrom('reports').select('email').where('id', '=', report.id).executeTakeFirst();
  if (!row?.email) return;
  const text = [
    t('Thank you for telling us about this page:'),
    `${url}${report.address}`,
    t('A moderator has looked at it. {outcome}.', { outcome: outcomeName(outcome) }),
    explanation,
    t('If you think that this is wrong, tell us again and say so. Where we can, another moderator looks:'),
    `${url}/report?${new URLSearchParams({ address: report.address })}`,
  ].join('\n\n');
  await mail.send(db, { to: row.email, subject: t('What came of your report'), text }, at);
}
