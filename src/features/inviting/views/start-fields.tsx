import { pathwayChoices } from '#features/membership/index.ts';
import { countryChoices } from '#kernel/countries.ts';
import type { Form } from '#kernel/forms.ts';
import { Radios, SelectField } from '#kernel/ui/index.ts';
import { t } from '#kernel/words.ts';

/** What every application begins with, but for name and address. */
export function StartFields({ form }: { form: Form }) {
  return (
    <>
      <SelectField
        form={form}
        name="country"
        label={t('Where do you do most of this?')}
        hint={t('People from that country will read your application.')}
        empty={t('Choose a country')}
        choices={countryChoices()}
      />
      <Radios
        form={form}
        name="pathway"
        label={t('What fits you best?')}
        hint={t('It changes how we word the questions, and nothing else.')}
        choices={pathwayChoices()}
      />
    </>
  );
}
