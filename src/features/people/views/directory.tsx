import { countryChoices, countryName } from '#kernel/countries.ts';
import type { Form } from '#kernel/forms.ts';
import { Button, Empty, PageHead, Pagination, SelectField, TextField } from '#kernel/ui/index.ts';
import { t } from '#kernel/words.ts';
import { PAGE_SIZE, type Person, type Query } from '../people.ts';
import { Initials } from './initials.tsx';

export function Directory({
  people,
  total,
  query,
  form,
}: {
  people: Person[];
  total: number;
  query: Query;
  form: Form;
}) {
  const address = (page: number) =>
    `/people?${new URLSearchParams({ words: query.words ?? '', country: query.country ?? '', page: String(page) })}`;
  return (
    <>
      <PageHead
        title={t('People')}
        lede={t(
          '{total, plural, =0 {Nobody matches that yet.} one {# person who improves care.} other {# people who improve care.}}',
          { total },
        )}
      />
      <form class="search" method="get" action="/people">
        <TextField form={form} name="words" type="search" label={t('Name, place, or what they can help with')} />
        <SelectField
          form={form}
          name="country"
          label={t('Country')}
          empty={t('All countries')}
          choices={countryChoices()}
        />
        <Button>{t('Search')}</Button>
      </form>
      {people.length === 0 && (
        <Empty>
          <p>{t('Try fewer words, or another spelling. Some people show their profile to members only.')}</p>
        </Empty>
      )}
      {people.length > 0 && (
        <ul class="people-list">
          {people.map((person) => (
            <li>
              <Initials name={person.name} />
              <div>
                <h2>
                  <a href={`/people/${person.address}`}>{person.name}</a>
                </h2>
                {person.headline && <p>{person.headline}</p>}
                <p class="small">
                  {[person.place, person.country && countryName(person.country)].filter(Boolean).join(', ')}
                </p>
              </div>
            </li>
          ))}
        </ul>
      )}
      <Pagination page={query.page ?? 1} pages={Math.ceil(total / PAGE_SIZE)} address={address} />
    </>
  );
}
