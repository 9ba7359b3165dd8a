import { countryName } from '#kernel/countries.ts';
import type { Settings } from '#kernel/settings.ts';
import { DataTable, Empty, PageHead, Pagination, Tag } from '#kernel/ui/index.ts';
import { t } from '#kernel/words.ts';
import type { Hearing } from '../../appeals/hearings.ts';
import { daysBetween } from '../../waiting.ts';
import { appealOutcomeName } from '../../words.ts';
import { Due, QueueTabs } from '../queue.tsx';

/** Appeals that this reader had no part in, those that wait for us first. */
export function AppealsPage({
  rows,
  page,
  pages,
  community,
  now,
}: {
  rows: Hearing[];
  page: number;
  pages: number;
  community: Settings;
  now: Date;
}) {
  return (
    <>
      <PageHead
        title={t('Appeals')}
        lede={t('Against an answer that you did not give. Whoever assessed or decided does not see these.')}
      />
      <QueueTabs show="appeals" />
      {rows.length === 0 ? (
        <Empty>
          <p>{t('Nobody appeals against an answer.')}</p>
        </Empty>
      ) : (
        <queue-keys>
          <DataTable
            stack
            caption={t('Appeals')}
            columns={[
              {
                head: t('Who'),
                cell: ({ shortId, application: { name } }: Hearing) => (
                  <a href={`/assessing/appeals/${shortId}`}>{name || t('Anonymous')}</a>
                ),
              },
              { head: t('Country'), cell: ({ application }) => countryName(application.country) },
              { head: t('Where it stands'), cell: (row) => standing(row) },
              {
                head: t('Waiting'),
                cell: (row) => <Clock row={row} promise={community['membership.promise-days']} now={now} />,
              },
              { head: t('Sees to it'), cell: ({ owner }) => owner ?? t('Nobody yet') },
            ]}
            rows={rows}
          />
        </queue-keys>
      )}
      <Pagination page={page} pages={pages} address={(to) => `/assessing/appeals?page=${to}`} />
    </>
  );
}

function standing({ outcome, isOurs }: Hearing) {
  if (outcome) return appealOutcomeName(outcome);
  return isOurs ? <Tag tone="water">{t('Waits for our answer')}</Tag> : t('With the applicant');
}

export function Clock({ row, promise, now }: { row: Hearing; promise: number; now: Date }) {
  const days = daysBetween(row.lastAt, now);
  if (row.outcome) return <>{t('Ended')}</>;
  if (!row.isOurs) return <>{t('{days, plural, =0 {since today} one {for # day} other {for # days}}', { days })}</>;
  return (
    <>
      {t('{days} of {promise} days', { days, promise })} <Due left={promise - days} />
    </>
  );
}
