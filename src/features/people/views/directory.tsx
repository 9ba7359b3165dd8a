import type { Form } from '#kernel/forms.ts';
import { Empty, ErrorSummary, PageHead, Pagination } from '#kernel/ui/index.ts';
import { t } from '#kernel/words.ts';
import type { Counts } from '../counts.ts';
import { type Found, PAGE_SIZE, type Query } from '../directory.ts';
import type { Names } from '../words.ts';
import { PersonCard } from './card.tsx';
import { addressOf, Filters, InUse } from './filters.tsx';

export type DirectoryProps = {
  people: Found[];
  total: number;
  counts: Counts;
  query: Query;
  form: Form;
  names: Names;
};

export function Directory({ people, total, query, form, counts, names }: DirectoryProps) {
  return (
    <>
      <ErrorSummary form={form} />
      <PageHead
        title={t('People')}
        lede={t(
          '{total, plural, =0 {Nobody matches that yet.} one {# person who improves care.} other {# people who improve care.}}',
          { total },
        )}
      />
      <Filters form={form} counts={counts} query={query} names={names} />
      <InUse query={query} names={names} path="/people" />
      <p>
        <a href={addressOf('/people/map', query)}>{t('See them on a map')}</a>
      </p>
      {people.length === 0 && (
        <Empty>
          <p>
            {t(
              'Try fewer words, another spelling, or take something away. Some people show their profile to members only.',
            )}
          </p>
        </Empty>
      )}
      {people.length > 0 && (
        <ul class="people-list">
          {people.map((person) => (
            <li>
              <PersonCard person={person} names={names} near={query.near} />
            </li>
          ))}
        </ul>
      )}
      <Pagination
        page={query.page ?? 1}
        pages={Math.ceil(total / PAGE_SIZE)}
        address={(page) => addressOf('/people', { ...query, page })}
      />
    </>
  );
}
