import { countryChoices } from '#kernel/countries.ts';
import type { Form } from '#kernel/forms.ts';
import { Button, PostForm, TextField } from '#kernel/ui/index.ts';
import { t } from '#kernel/words.ts';

/** Where teams learn whether what they do is improvement, audit or research. */
export function Advice({ form }: { form: Form }) {
  return (
    <section id="advice">
      <h2>{t('Improvement, audit or research?')}</h2>
      <p>{t('Research needs approval, and the rules differ. Teams find this address on the page of their work.')}</p>
      <PostForm action="/steward/advice" method="put">
        {countryChoices().map(({ value, label }) => (
          <TextField
            form={form}
            name={value}
            type="url"
            optional
            label={t('Advice in {country}', { country: label })}
          />
        ))}
        <Button>{t('Save the addresses')}</Button>
      </PostForm>
    </section>
  );
}
