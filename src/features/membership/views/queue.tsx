import { countryName } from '#kernel/countries.ts';
import { formatDate } from '#kernel/format.ts';
import type { Settings } from '#kernel/settings.ts';
import { DataTable, Empty, PageHead, Tag } from '#kernel/ui/index.ts';
import { t } from '#kernel/words.ts';
import { type Asked, type Row, SHOWS, type Show } from '../queue.ts';
import { daysBetween } from '../waiting.ts';
import { pathwayName, stateName } from '../words.ts';
import { titleOf } from './reading.tsx';

/** Everything that waits for this panel, longest first, and what is asked of the reader. */
export function QueuePage({ rows, show, community, now }: { rows: Row[]; show: Show; community: Settings; now: Date }) {
  const promise = community['membership.promise-days'];
  const mine = rows.filter(({ asked }) => asked === 'assess' || asked === 'decide').length;
  const columns = [
    { head: t('Who'), cell: (row: Row) => <a href={`/assessing/${row.shortId}`}>{titleOf(row)}</a> },
    { head: t('Country'), cell: (row: Row) => countryName(row.country) },
    { head: t('Comes as'), cell: (row: Row) => pathwayName(row.pathway) },
    { head: t('Where it stands'), cell: (row: Row) => <Standing row={row} now={now} /> },
    {
      head: show === 'open' ? t('Waiting') : t('Sent'),
      cell: (row: Row) =>
        show === 'open' ? (
          <Clock row={row} promise={promise} now={now} />
        ) : (
          row.submittedAt && formatDate(row.submittedAt)
        ),
    },
    ...(show === 'open'
      ? [
          { head: t('Sees to it'), cell: (row: Row) => row.owner ?? t('Nobody yet') },
          { head: t('Asked of you'), cell: (row: Row) => <AskedOf asked={row.asked} /> },
        ]
      : []),
  ];
  return (
    <>
      <PageHead
        title={t('Applications to read')}
        lede={
          show === 'open'
            ? t(
                '{mine, plural, =0 {Nothing is asked of you now.} one {# application waits for you.} other {# applications wait for you.}}',
                {
                  mine,
                },
              )
            : undefined
        }
      />
      <nav class="queue-shows" aria-label={t('Which applications')}>
        <ul>
          {SHOWS.map((one) => (
            <li>
              <a href={`/assessing?show=${one}`} aria-current={one === show ? 'page' : undefined}>
                {showName(one)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {rows.length === 0 ? (
        <Empty>
          <p>{emptySentence(show)}</p>
        </Empty>
      ) : (
        <DataTable stack caption={showName(show)} columns={columns} rows={rows} />
      )}
    </>
  );
}

function Standing({ row, now }: { row: Row; now: Date }) {
  return (
    <>
      {stateName(row.state)}
      <span class="small second-line">
        {t('{days, plural, =0 {since today} one {for # day} other {for # days}}', {
          days: daysBetween(row.since, now),
        })}
      </span>
    </>
  );
}

function Clock({ row, promise, now }: { row: Row; promise: number; now: Date }) {
  const days = daysBetween(row.submittedAt ?? now, now);
  return (
    <>
      {t('{days} of {promise} days', { days, promise })} {days > promise && <Tag tone="bracken">{t('Late')}</Tag>}
    </>
  );
}

function AskedOf({ asked }: { asked: Asked }) {
  if (asked === 'assess') return <Tag tone="water">{t('Your assessment')}</Tag>;
  if (asked === 'decide') return <Tag tone="moss">{t('Decide')}</Tag>;
  if (asked === 'offer') return <Tag tone="heather">{t('A reader is missing: can you?')}</Tag>;
  return <span class="small">{asked === 'wait' ? t('Done; others are reading') : t('Nothing')}</span>;
}

function showName(show: Show): string {
  if (show === 'open') return t('With the panel');
  if (show === 'applicant') return t('With the applicant');
  return t('Decided');
}

function emptySentence(show: Show): string {
  if (show === 'open') return t('No application is waiting. A letter tells you when one comes.');
  if (show === 'applicant') return t('Nobody has been asked for more.');
  return t('Nothing has been decided yet.');
}
