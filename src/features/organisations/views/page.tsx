import type { Vocabulary } from '#features/reference/index.ts';
import { countryName } from '#kernel/countries.ts';
import { formatDate } from '#kernel/format.ts';
import { ButtonLink, type Child, Empty, PageHead, Pagination } from '#kernel/ui/index.ts';
import { t } from '#kernel/words.ts';
import { type Colleague, PAGE_SIZE } from '../affiliations.ts';
import { type Identifier, schemeName } from '../identifiers.ts';
import type { Organisation } from '../organisations.ts';

type Props = {
  organisation: Organisation;
  identifiers: Identifier[];
  people: Colleague[];
  total: number;
  page: number;
  words: Vocabulary;
  keeper: boolean;
  /** Today: `YYYY-MM-DD`. */
  day: string;
  panels: Child[];
};

/** An organisation: what it is, its people, its work. */
export function OrganisationPage({ organisation, identifiers, keeper, words, panels, ...rest }: Props) {
  const { name, sector, place, country, address } = organisation;
  return (
    <article>
      <PageHead
        title={name}
        lede={[words.name('sector', sector), place, countryName(country)].filter(Boolean).join(' · ')}
      >
        {identifiers.length > 0 && (
          <p class="small">{identifiers.map(({ scheme, value }) => `${schemeName(scheme)}: ${value}`).join(' · ')}</p>
        )}
        {keeper && (
          <ButtonLink href={`/organisations/${address}/edit`} kind="secondary">
            {t('Set the facts right')}
          </ButtonLink>
        )}
      </PageHead>
      {panels}
      <People organisation={organisation} {...rest} />
    </article>
  );
}

function People({
  organisation,
  people,
  total,
  page,
  day,
}: Pick<Props, 'organisation' | 'people' | 'total' | 'page' | 'day'>) {
  return (
    <section id="people">
      <h2>{t('Its people')}</h2>
      {total === 0 ? (
        <Empty>
          <p>{t('Nobody here shows this circle where they work. Some people show their profile to members only.')}</p>
        </Empty>
      ) : (
        <ul class="colleagues">
          {people.map(({ name, address, title, headline, until }) => (
            <li>
              <a href={`/people/${address}`}>{name}</a>
              {(title || headline) && <span> {title || headline}</span>}
              {until !== null && until < day && (
                <span class="small"> {t('until {day}', { day: formatDate(until) })}</span>
              )}
            </li>
          ))}
        </ul>
      )}
      <Pagination
        page={page}
        pages={Math.ceil(total / PAGE_SIZE)}
        address={(n) => `/organisations/${organisation.address}?page=${n}#people`}
      />
    </section>
  );
}
