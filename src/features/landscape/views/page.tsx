import { stateChoices } from '#features/work/index.ts';
import { countryChoices } from '#kernel/countries.ts';
import type { Form } from '#kernel/forms.ts';
import { Button, ButtonLink, type Choice, Empty, PageHead, Pagination, SelectField } from '#kernel/ui/index.ts';
import { t } from '#kernel/words.ts';
import { FEWEST, type Filter, type Picture } from '../landscape.ts';
import { type Line, PAGE_SIZE, type Sort } from '../listing.ts';
import { Lines } from './list.tsx';
import { LandscapeMap } from './map.tsx';
import { asideSentence, pictureSentence } from './sentences.ts';

export type Asked = Filter & { sort: Sort; page: number };
type Props = { picture: Picture; lines: Line[]; asked: Asked; form: Form };

/** The landscape: first in a sentence, then as a map, then as a list. */
export function LandscapePage({ picture, lines, asked, form }: Props) {
  const { all, spots, summary } = picture;
  return (
    <>
      <PageHead
        title={t('The landscape of improvement')}
        lede={all === 0 ? t('Nobody has put work on the map yet. Yours would be the first.') : pictureSentence(summary)}
      >
        {asideSentence(summary) && <p class="small">{asideSentence(summary)}</p>}
        {all === 0 && <ButtonLink href="/work/new">{t('Share yours in three minutes')}</ButtonLink>}
      </PageHead>
      {all > 0 && <Filters picture={picture} form={form} />}
      {all > 0 && all < FEWEST && (
        <Empty>
          <p>
            {t(
              'The map is drawn once {fewest} pieces of work can be seen; there {all, plural, one {is #} other {are #}} so far. Until then, here they are as a list. Each one that is shared brings the map nearer.',
              { fewest: FEWEST, all },
            )}
          </p>
        </Empty>
      )}
      {all >= FEWEST && spots.length > 0 && <LandscapeMap picture={picture} />}
      {all > 0 && spots.length === 0 && (
        <Empty>
          <p>
            {t('Try another state, country or span of years, or')}{' '}
            <a href="/landscape">{t('see the whole landscape')}</a>.
          </p>
        </Empty>
      )}
      {spots.length > 0 && (
        <section id="works" class="landscape-works" tabindex={-1}>
          <h2>{t('The same works as a list')}</h2>
          <Sorts asked={asked} />
          <Lines lines={lines} sort={asked.sort} summary={summary} />
          <Pagination
            page={asked.page}
            pages={Math.ceil(spots.length / PAGE_SIZE)}
            address={(page) => addressOf({ ...asked, page })}
          />
        </section>
      )}
    </>
  );
}

function Filters({ picture: { years }, form }: { picture: Picture; form: Form }) {
  return (
    <form class="search landscape-search" method="get" action="/landscape">
      <SelectField form={form} name="state" label={t('How far')} empty={t('Any')} choices={stateChoices()} />
      <SelectField form={form} name="country" label={t('Country')} empty={t('Any')} choices={countryChoices()} />
      {years && (
        <>
          <SelectField form={form} name="from" label={t('Begun from')} empty={t('Any')} choices={yearChoices(years)} />
          <SelectField form={form} name="to" label={t('Begun until')} empty={t('Any')} choices={yearChoices(years)} />
        </>
      )}
      <Button>{t('Show')}</Button>
    </form>
  );
}

function yearChoices([first, last]: [number, number]): Choice[] {
  return Array.from({ length: last - first + 1 }, (_, i) => String(first + i)).map((value) => ({
    value,
    label: value,
  }));
}

function Sorts({ asked }: { asked: Asked }) {
  const labels: Record<Sort, string> = { mode: t('by mode'), recent: t('latest change first'), title: t('by title') };
  return (
    <nav class="landscape-sorts" aria-label={t('Order of the list')}>
      <ul>
        {(['mode', 'recent', 'title'] as const).map((sort) => (
          <li>
            <a href={`${addressOf({ ...asked, sort, page: 1 })}#works`} aria-current={sort === asked.sort || undefined}>
              {labels[sort]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The address that shows this; what is usual is left out of it. */
function addressOf({ state, country, from, to, sort, page }: Asked): string {
  const given = Object.entries({
    state,
    country,
    from,
    to,
    sort: sort === 'mode' ? undefined : sort,
    page: page > 1 ? page : undefined,
  });
  const query = new URLSearchParams(
    given.flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  );
  return query.size > 0 ? `/landscape?${query}` : '/landscape';
}
