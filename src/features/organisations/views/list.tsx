import type { Vocabulary } from '#features/reference/index.ts';
import { countryChoices, countryName } from '#kernel/countries.ts';
import type { Form } from '#kernel/forms.ts';
import { Button, ButtonLink, Empty, PageHead, Pagination, SelectField, TextField } from '#kernel/ui/index.ts';
import { t } from '#kernel/words.ts';
import { type Organisation, PAGE_SIZE, type Query } from '../organisations.ts';

type Props = {
  organisations: Organisation[];
  total: number;
  query: Query;
  form: Form;
  words: Vocabulary;
  keeper: boolean;
};

/** The organisations that people and work have named. */
export function OrganisationList({ organisations, total, query, form, words, keeper }: Props) {
  const { words: typed = '', country = '', sector = '' } = query;
  const address = (page: number) =>
    `/organisations?${new URLSearchParams({ words: typed, country, sector, page: String(page) })}`;
  return (
    <>
      <PageHead
        title={t('Organisations')}
        lede={t(
          '{total, plural, =0 {No organisation matches that yet.} one {# organisation where people improve care.} other {# organisations where people improve care.}}',
          { total },
        )}
      >
        {keeper && (
          <ButtonLink href="/organisations/alike" kind="secondary">
            {t('Find those that are there twice')}
          </ButtonLink>
        )}
      </PageHead>
      <form class="search" method="get" action="/organisations">
        <TextField form={form} name="words" type="search" label={t('Name or place')} />
        <SelectField
          form={form}
          name="country"
          label={t('Country')}
          empty={t('All countries')}
          choices={countryChoices()}
        />
        <SelectField
          form={form}
          name="sector"
          label={t('Sector')}
          empty={t('All sectors')}
          choices={words.choices('sector')}
        />
        <Button>{t('Search')}</Button>
      </form>
      {organisations.length === 0 && (
        <Empty>
          <p>
            {t(
              'Try fewer words, or another spelling. An organisation appears here when somebody says that they work there.',
            )}
          </p>
        </Empty>
      )}
      <ul class="organisations">
        {organisations.map((organisation) => (
          <li>
            <h2>
              <a href={`/organisations/${organisation.address}`}>{organisation.name}</a>
            </h2>
            <p class="small">
              {[words.name('sector', organisation.sector), organisation.place, countryName(organisation.country)]
                .filter(Boolean)
                .join(' · ')}
            </p>
          </li>
        ))}
      </ul>
      <Pagination page={query.page ?? 1} pages={Math.ceil(total / PAGE_SIZE)} address={address} />
    </>
  );
}
