import { methodChoices } from '#features/reference/index.ts';
import { countryChoices } from '#kernel/countries.ts';
import type { Form } from '#kernel/forms.ts';
import { Button, ButtonLink, Empty, PageHead, Pagination, SelectField, TextField } from '#kernel/ui/index.ts';
import { t } from '#kernel/words.ts';
import { modeChoices } from '../modes.ts';
import { type Found, PAGE_SIZE, type Query } from '../search.ts';
import { stateChoices } from '../states.ts';
import { WorkCard } from './card.tsx';

/** All work that the reader may see, to be searched and narrowed down. */
export function WorkList({
  works,
  total,
  at,
  query,
  form,
  mayImport,
}: {
  works: Found[];
  total: number;
  /** The organisation whose work this is; null for all. */
  at: string | null;
  query: Query;
  form: Form;
  mayImport: boolean;
}) {
  const address = (page: number) => `/work?${new URLSearchParams({ ...given(query), page: String(page) })}`;
  return (
    <>
      <PageHead
        title={
          query.seeking ? t('Work that seeks somebody') : at === null ? t('Work') : t('Work at {name}', { name: at })
        }
        lede={<Sentence total={total} query={query} />}
      >
        <ButtonLink href="/work/new">{t('Share yours in three minutes')}</ButtonLink>
        {mayImport && (
          <p class="small">
            <a href="/work/import">{t('Or many at once, from a sheet')}</a>
          </p>
        )}
      </PageHead>
      <form class="search work-search" method="get" action="/work">
        <TextField form={form} name="words" type="search" label={t('What are you trying to improve?')} />
        <Button>{t('Search')}</Button>
        {query.seeking && <input type="hidden" name="seeking" value={query.seeking} />}
        {query.organisation && <input type="hidden" name="organisation" value={query.organisation} />}
        <SelectField form={form} name="state" label={t('How far')} empty={t('Any')} choices={stateChoices()} />
        <SelectField form={form} name="country" label={t('Country')} empty={t('Any')} choices={countryChoices()} />
        <SelectField form={form} name="mode" label={t('Mode')} empty={t('Any')} choices={modeChoices()} />
        <SelectField form={form} name="method" label={t('Method')} empty={t('Any')} choices={methodsFor(query)} />
        <SelectField
          form={form}
          name="sort"
          label={t('In which order')}
          choices={[
            { value: 'best', label: t('Best match') },
            { value: 'recent', label: t('Most recent') },
          ]}
        />
      </form>
      <p class="small">
        {query.seeking ? (
          <a href="/work">{t('Show all work')}</a>
        ) : (
          <a href="/work?seeking=owner">{t('Show work that seeks somebody to carry it on')}</a>
        )}
      </p>
      {works.length === 0 && (
        <Empty>
          <p>{t('Try fewer or other words. If nobody has shared anything like it, yours would be the first.')}</p>
        </Empty>
      )}
      <ul class="cards">
        {works.map((work) => (
          <li>
            <WorkCard work={work} />
          </li>
        ))}
      </ul>
      {query.organisation && (
        <p class="small">
          {t('This work as a sheet:')} <a href={exported(query, 'csv')}>{t('as CSV')}</a> ·{' '}
          <a href={exported(query, 'json')}>{t('as JSON')}</a>
        </p>
      )}
      <Pagination page={query.page ?? 1} pages={Math.ceil(total / PAGE_SIZE)} address={address} />
    </>
  );
}

function Sentence({ total, query }: { total: number; query: Query }) {
  if (query.words)
    return t(
      '{total, plural, =0 {Nothing} one {# piece of work} other {# pieces of work}} for “{words}”, stopped work included.',
      {
        total,
        words: query.words,
      },
    );
  return t(
    '{total, plural, =0 {No work matches that yet.} one {# piece of improvement work.} other {# pieces of improvement work: what worked, what didn’t, and who can help.}}',
    { total },
  );
}

function exported({ organisation }: Query, format: 'csv' | 'json'): string {
  return `/work/export/${format}?${new URLSearchParams({ organisation: organisation ?? '' })}`;
}

/** The known methods and, when a reader came by the tag of a team's own method, that one. */
function methodsFor({ method }: Query): { value: string; label: string }[] {
  const known = methodChoices();
  return !method || known.some(({ value }) => value === method) ? known : [{ value: method, label: method }, ...known];
}

function given(query: Query): Record<string, string> {
  return Object.fromEntries(
    Object.entries(query).flatMap(([key, value]) =>
      value === undefined || key === 'page' ? [] : [[key, String(value)]],
    ),
  );
}
