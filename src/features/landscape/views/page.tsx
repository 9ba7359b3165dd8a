import type { places, Vocabulary } from '#features/reference/index.ts';
import type { Form } from '#kernel/forms.ts';
import { ButtonLink, Empty, PageHead, Pagination } from '#kernel/ui/index.ts';
import { t } from '#kernel/words.ts';
import { type Asked, addressOf } from '../asked.ts';
import { FEWEST, type Picture } from '../landscape.ts';
import { type Line, PAGE_SIZE, SORTS, type Sort } from '../listing.ts';
import { Filters } from './filters.tsx';
import { Lines } from './list.tsx';
import { LandscapeMap } from './map.tsx';
import { asideSentence, pictureSentence } from './sentences.ts';
import { WorksTable } from './table.tsx';

type Props = {
  picture: Picture;
  lines: Line[];
  asked: Asked;
  vocabulary: Vocabulary;
  regions: places.Place[];
  form: Form;
};

/** The landscape: first in a sentence, then as a map, then as a list or a table. */
export function LandscapePage({ picture, lines, asked, vocabulary, regions, form }: Props) {
  const { all, spots, summary } = picture;
  return (
    <>
      <PageHead
        title={t('The landscape of improvement')}
        lede={all === 0 ? t('Nobody has put work on the map yet. Yours would be the first.') : pictureSentence(summary)}
      >
        {asideSentence(summary) && <p class="small">{asideSentence(summary)}</p>}
        {all === 0 && <ButtonLink href="/work/new">{t('Share yours in three minutes')}</ButtonLink>}
        {all >= FEWEST && (
          <p>
            <a href="/landscape/changes">{t('How practice changed over the years')}</a>
          </p>
        )}
      </PageHead>
      {all > 0 && <Filters picture={picture} vocabulary={vocabulary} regions={regions} asked={asked} form={form} />}
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
      {all >= FEWEST && spots.length > 0 && <LandscapeMap picture={picture} asked={asked} />}
      {all > 0 && spots.length === 0 && (
        <Empty>
          <p>
            {t('Try another place, topic, state or span of years, or')}{' '}
            <a href="/landscape">{t('see the whole landscape')}</a>.
          </p>
        </Empty>
      )}
      {spots.length > 0 && (
        <section id="works" class="landscape-works" tabindex={-1}>
          <h2>{asked.as === 'table' ? t('The same works as a table') : t('The same works as a list')}</h2>
          <Sorts asked={asked} />
          {asked.as === 'table' ? (
            <WorksTable lines={lines} />
          ) : (
            <Lines lines={lines} sort={asked.sort} summary={summary} />
          )}
          <Pagination
            page={asked.page}
            pages={Math.ceil(spots.length / PAGE_SIZE)}
            address={(page) => `${addressOf({ ...asked, page })}#works`}
          />
        </section>
      )}
    </>
  );
}

function Sorts({ asked }: { asked: Asked }) {
  const labels: Record<Sort, string> = { mode: t('by mode'), recent: t('latest change first'), title: t('by title') };
  const other = asked.as === 'table' ? 'list' : 'table';
  return (
    <nav class="landscape-sorts" aria-label={t('Order of the list')}>
      <ul>
        {SORTS.map((sort) => (
          <li>
            <a href={`${addressOf({ ...asked, sort, page: 1 })}#works`} aria-current={sort === asked.sort || undefined}>
              {labels[sort]}
            </a>
          </li>
        ))}
        <li>
          <a href={`${addressOf({ ...asked, as: other })}#works`}>
            {other === 'table' ? t('as a table') : t('as a list')}
          </a>
        </li>
      </ul>
    </nav>
  );
}
