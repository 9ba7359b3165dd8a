import { countryName } from '#kernel/countries.ts';
import { formatDate } from '#kernel/format.ts';
import type { Settings } from '#kernel/settings.ts';
import { DataTable, Empty, PageHead, Pagination, Tag } from '#kernel/ui/index.ts';
import { t } from '#kernel/words.ts';
import { type Asked, type Queue, type Row, SHOWS, type Show, SORTS, type Sort, type Wanted } from '../queue.ts';
import { daysBetween } from '../waiting.ts';
import { pathwayName, stateName } from '../words.ts';
import { titleOf } from './reading.tsx';

type Props = Queue & { wanted: Wanted & { page: number }; community: Settings; now: Date };

/** Everything that waits for this panel, and what is asked of the reader. */
export function QueuePage({ rows, count, mine, pages, wanted, community, now }: Props) {
  const { show, sort, page } = wanted;
  const isOpen = show === 'mine' || show === 'open';
  const promise = community['membership.promise-days'];
  const columns = [
    { head: t('Who'), cell: (row: Row) => <a href={`/assessing/${row.shortId}`}>{titleOf(row)}</a> },
    { head: t('Country'), cell: (row: Row) => countryName(row.country) },
    { head: t('Comes as'), cell: (row: Row) => pathwayName(row.pathway) },
    { head: t('Where it stands'), cell: (row: Row) => <Standing row={row} now={now} /> },
    {
      head: isOpen ? t('Waiting') : t('Sent'),
      cell: (row: Row) =>
        isOpen ? <Clock row={row} promise={promise} now={now} /> : row.submittedAt && formatDate(row.submittedAt),
    },
    ...(isOpen
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
          isOpen
            ? t(
                '{mine, plural, =0 {Nothing is asked of you now.} one {# application waits for you.} other {# applications wait for you.}}',
                { mine },
              )
            : undefined
        }
      />
      <QueueTabs show={show} mine={mine} />
      {rows.length === 0 ? (
        <Empty>
          <p>{emptySentence(show)}</p>
        </Empty>
      ) : (
        <>
          {count > 1 && <Sorting show={show} sort={sort} />}
          <queue-keys>
            <DataTable
              stack
              caption={t('{name}: {count, plural, one {# application} other {# applications}}', {
                name: showName(show),
                count,
              })}
              columns={columns}
              rows={rows}
            />
          </queue-keys>
          <Pagination page={page} pages={pages} address={(to) => addressOf({ show, sort, page: to })} />
        </>
      )}
    </>
  );
}

export function QueueTabs({ show, mine }: { show: Show | 'appeals'; mine?: number }) {
  const tabs = [
    ...SHOWS.map((one) => ({
      name: one === 'mine' && mine !== undefined ? t('Asked of you ({mine})', { mine }) : showName(one),
      href: addressOf({ show: one }),
      isHere: one === show,
    })),
    { name: t('Appeals'), href: '/assessing/appeals', isHere: show === 'appeals' },
  ];
  return (
    <nav class="queue-shows" aria-label={t('Which applications')}>
      <ul>
        {tabs.map(({ name, href, isHere }) => (
          <li>
            <a href={href} aria-current={isHere ? 'page' : undefined}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Sorting({ show, sort }: { show: Show; sort?: Sort }) {
  const now = sort ?? (show === 'closed' ? 'newest' : 'waiting');
  return (
    <nav class="queue-shows queue-sorting" aria-labelledby="sorting">
      <ul>
        <li id="sorting">{t('Sort by')}</li>
        {SORTS.map((one) => (
          <li>
            <a href={addressOf({ show, sort: one })} aria-current={one === now ? 'true' : undefined}>
              {sortName(one)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function addressOf({ show, sort, page = 1 }: Wanted): string {
  const query = new URLSearchParams({ show, ...(sort && { sort }), ...(page > 1 && { page: String(page) }) });
  return `/assessing?${query}`;
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
      {t('{days} of {promise} days', { days, promise })} <Due left={promise - days} />
    </>
  );
}

const SOON = 7;

/** In words; the colour only helps. */
export function Due({ left }: { left: number }) {
  if (left < 0) return <Tag tone="bracken">{t('Late')}</Tag>;
  if (left > SOON) return null;
  return <Tag tone="heather">{t('{left, plural, =0 {Due today} one {# day left} other {# days left}}', { left })}</Tag>;
}

function AskedOf({ asked }: { asked: Asked }) {
  if (asked === 'assess') return <Tag tone="water">{t('Your assessment')}</Tag>;
  if (asked === 'decide') return <Tag tone="moss">{t('Decide')}</Tag>;
  if (asked === 'offer') return <Tag tone="heather">{t('A reader is missing: can you?')}</Tag>;
  return <span class="small">{asked === 'wait' ? t('Done; others are reading') : t('Nothing')}</span>;
}

function sortName(sort: Sort): string {
  if (sort === 'waiting') return t('Longest waiting');
  if (sort === 'standing') return t('Longest where it stands');
  if (sort === 'newest') return t('Newest');
  return t('Country');
}

function showName(show: Show): string {
  if (show === 'mine') return t('Asked of you');
  if (show === 'open') return t('With the panel');
  if (show === 'applicant') return t('With the applicant');
  return t('Decided');
}

function emptySentence(show: Show): string {
  if (show === 'mine') return t('Nothing is asked of you now. A letter tells you when something is.');
  if (show === 'open') return t('No application is waiting. A letter tells you when one comes.');
  if (show === 'applicant') return t('Nobody has been asked for more.');
  return t('Nothing has been decided yet.');
}
