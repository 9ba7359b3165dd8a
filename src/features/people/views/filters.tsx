import { MODES, methodChoices } from '#features/reference/index.ts';
import { COUNTRIES } from '#kernel/countries.ts';
import type { Form } from '#kernel/forms.ts';
import { Button, type Choice, SelectField, TextField } from '#kernel/ui/index.ts';
import { t } from '#kernel/words.ts';
import type { Counts } from '../counts.ts';
import { FACETS, type Facet, HOURS, type Query, RINGS, SORTS, sortOf } from '../directory.ts';
import { facetName, type Names, sortName, valueName } from '../words.ts';

type Props = { form: Form; counts: Counts; query: Query; names: Names };

/** Everything that the directory can be asked, in one form whose answers stand in the address. */
export function Filters({ form, counts, query, names }: Props) {
  const used = FACETS.some((facet) => query[facet] !== undefined) || query.hours !== undefined;
  return (
    <form class="people-search" method="get" action="/people">
      <div class="search">
        <TextField form={form} name="words" type="search" label={t('Name, topic, or what they can help with')} />
        <TextField form={form} name="near" label={t('Near a town or postcode')} />
        <SelectField
          form={form}
          name="within"
          label={t('Within')}
          choices={RINGS.map((km) => ({ value: String(km), label: t('{km} km', { km }) }))}
        />
        <Button>{t('Search')}</Button>
      </div>
      <details open={used}>
        <summary>{t('Narrow down, and sort')}</summary>
        <div class="people-facets">
          {FACETS.map((facet) => (
            <SelectField
              form={form}
              name={facet}
              label={facetName(facet)}
              empty={t('Any')}
              choices={choicesOf(facet, counts, query, names)}
            />
          ))}
          <SelectField
            form={form}
            name="hours"
            label={t('Has hours to lend')}
            empty={t('Any')}
            choices={HOURS.map((least) => ({
              value: String(least),
              label: t('{least, plural, one {At least # hour} other {At least # hours}} ({count, number})', {
                least,
                count: counts.hours.get(String(least)) ?? 0,
              }),
            }))}
          />
          <SelectField
            form={form}
            name="sort"
            label={t('Sort by')}
            empty={t('What fits best')}
            choices={SORTS.filter((sort) => (sort !== 'best' || query.words) && (sort !== 'nearest' || query.near)).map(
              (sort) => ({ value: sort, label: sortName(sort) }),
            )}
          />
        </div>
        <Button>{t('Show them')}</Button>
      </details>
    </form>
  );
}

/** The values of a facet that somebody whom the reader may see has, with how many. */
function choicesOf(facet: Facet, counts: Counts, query: Query, names: Names): Choice[] {
  return keysOf(facet, query, names)
    .filter((key) => counts[facet].has(key) || query[facet] === key)
    .map((value) => ({
      value,
      label: t('{name} ({count, number})', {
        name: valueName(names, facet, value),
        count: counts[facet].get(value) ?? 0,
      }),
    }));
}

/** In the order in which people look for them. */
function keysOf(facet: Facet, { country }: Query, { vocabulary, regions }: Names): readonly string[] {
  if (facet === 'country') return COUNTRIES;
  if (facet === 'region') return regions.filter((one) => !country || one.country === country).map(({ key }) => key);
  if (facet === 'mode') return MODES;
  if (facet === 'method') return methodChoices().map(({ value }) => value);
  return vocabulary.all(facet).map(({ key }) => key);
}

/** What the directory is narrowed down by; each can be taken away. */
export function InUse({ query, names, path }: { query: Query; names: Names; path: string }) {
  const used = [
    ...FACETS.flatMap((facet) => {
      const value = query[facet];
      return value === undefined ? [] : [{ label: valueName(names, facet, value), without: { [facet]: undefined } }];
    }),
    ...(query.hours === undefined
      ? []
      : [
          {
            label: t('{hours, plural, one {lends an hour or more} other {lends # hours or more}}', {
              hours: query.hours,
            }),
            without: { hours: undefined },
          },
        ]),
    ...(query.near
      ? [
          {
            label: t('within {km} km of {place}', { km: query.within ?? 50, place: query.near.name }),
            without: { near: undefined, within: undefined },
          },
        ]
      : []),
  ];
  if (used.length === 0) return null;
  return (
    <ul class="tags in-use" aria-label={t('Narrowed down by')}>
      {used.map(({ label, without }) => (
        <li>
          <a class="tag tag-water" href={addressOf(path, { ...query, ...without, page: undefined })}>
            {label} <span aria-hidden="true">×</span>
            <span class="visually-hidden">{t('(take this away)')}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}

/** The address that asks this. */
export function addressOf(path: string, query: Query): string {
  const { near, page, sort, ...rest } = query;
  const pairs = {
    ...rest,
    near: near?.words,
    within: near && query.within,
    sort: sort && sort === sortOf(query) ? sort : undefined,
    page: page === 1 ? undefined : page,
  };
  const asked = Object.entries(pairs).flatMap(([name, value]) => (value ? [[name, String(value)]] : []));
  return asked.length === 0 ? path : `${path}?${new URLSearchParams(asked)}`;
}
