import { countryChoices } from '#kernel/countries.ts';
import type { Form } from '#kernel/forms.ts';
import { Checkboxes, SelectField, TextField } from '#kernel/ui/index.ts';
import { rich, t } from '#kernel/words.ts';

/** What everybody says who becomes a member without applying: a name, a country, and yes to the compact. */
export function ArrivalFields({ form }: { form: Form }) {
  return (
    <>
      <TextField form={form} name="name" label={t('Your name, as others may see it')} autocomplete="name" />
      <SelectField
        form={form}
        name="country"
        label={t('Where do you work, live or volunteer?')}
        empty={t('Choose a country')}
        choices={countryChoices()}
      />
      <p>
        {rich('Members agree to <a>our compact</a>: what we ask of each other, on one page.', {
          a: (text) => <a href="/pages/compact">{text}</a>,
        })}
      </p>
      <Checkboxes
        form={form}
        name="compact"
        label={t('The compact')}
        choices={[{ value: 'yes', label: t('I have read it and can agree to it') }]}
      />
    </>
  );
}
