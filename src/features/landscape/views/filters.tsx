import { methodName, type places, type Vocabulary } from '#features/reference/index.ts';
import { stateChoices } from '#features/work/index.ts';
import { COUNTRIES, countryName } from '#kernel/countries.ts';
import type { Form } from '#kernel/forms.ts';
import { Button, type Choice, SelectField } from '#kernel/ui/index.ts';
import { t } from '#kernel/words.ts';
import { type Asked, filterIn } from '../asked.ts';
import { everyYear } from '../filter.ts';
import type { Picture } from '../landscape.ts';

type Props = { picture: Picture; vocabulary: Vocabulary; regions: places.Place[]; asked: Asked; form: Form };

/** What narrows the landscape down; only what occurs can be chosen. */
export function Filters({ picture: { years, occurring }, vocabulary, regions, asked, form }: Props) {
  const any = t('Any');
  return (
    <details class="landscape-narrow" open={filterIn(asked).length > 0}>
      <summary>{t('Narrow it down: place, organisation, topic, method, how far, years')}</summary>
      <form class="search landscape-search" method="get" action="/landscape">
        <SelectField
          form={form}
          name="place"
          label={t('Place')}
          empty={any}
          choices={placeChoices(regions.filter(({ key }) => occurring.regions.has(key)))}
        />
        <SelectField
          form={form}
          name="sector"
          label={t('Kind of organisation')}
          empty={any}
          choices={vocabulary.all('sector').flatMap(chosenFrom(occurring.sectors))}
        />
        <SelectField
          form={form}
          name="topic"
          label={t('Topic')}
          empty={any}
          choices={vocabulary.all('topic').flatMap(chosenFrom(occurring.topics))}
        />
        <SelectField
          form={form}
          name="method"
          label={t('Method')}
          empty={any}
          choices={[...occurring.methods]
            .map((value) => ({ value, label: methodName(value) }))
            .sort((a, b) => a.label.localeCompare(b.label, 'en-GB'))}
        />
        <SelectField form={form} name="state" label={t('How far')} empty={any} choices={stateChoices()} />
        {years && (
          <>
            <SelectField form={form} name="from" label={t('Under way from')} empty={any} choices={yearChoices(years)} />
            <SelectField form={form} name="to" label={t('Until')} empty={any} choices={yearChoices(years)} />
          </>
        )}
        {asked.as === 'table' && <input type="hidden" name="as" value="table" />}
        <Button>{t('Show')}</Button>
      </form>
    </details>
  );
}

/** Each country, and its regions below it. */
export function placeChoices(regions: readonly places.Place[]): Choice[] {
  return COUNTRIES.flatMap((country) => [
    { value: country, label: t('All of {country}', { country: countryName(country) }), group: countryName(country) },
    ...regions
      .filter((region) => region.country === country)
      .map(({ key, shortName }) => ({ value: key, label: shortName, group: countryName(country) })),
  ]);
}

function chosenFrom(occurring: Set<string>) {
  return ({ key, name }: { key: string; name: string }): Choice[] =>
    occurring.has(key) ? [{ value: key, label: name }] : [];
}

function yearChoices(years: [number, number]): Choice[] {
  return everyYear(years).map((year) => ({ value: String(year), label: String(year) }));
}
