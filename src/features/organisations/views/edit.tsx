import type { Vocabulary } from '#features/reference/index.ts';
import { countryChoices } from '#kernel/countries.ts';
import type { Form } from '#kernel/forms.ts';
import { Button, ErrorSummary, PageHead, PostForm, SelectField, TextField } from '#kernel/ui/index.ts';
import { t } from '#kernel/words.ts';
import { SCHEMES, schemeName } from '../identifiers.ts';
import type { Organisation } from '../organisations.ts';

type Props = { organisation: Organisation; form: Form; merging: Form; words: Vocabulary };

/** Sets an organisation's facts right, or says that it is there twice. */
export function OrganisationForm({ organisation, form, merging, words }: Props) {
  const here = `/organisations/${organisation.address}`;
  return (
    <div class="reading">
      <ErrorSummary form={{ typed: {}, errors: { ...form.errors, ...merging.errors } }} />
      <PageHead title={t('Facts about {name}', { name: organisation.name })} />
      <PostForm action={here} method="put">
        <TextField form={form} name="name" label={t('Name')} />
        <SelectField form={form} name="sector" label={t('Sector')} choices={words.choices('sector')} />
        <SelectField form={form} name="country" label={t('Country')} choices={countryChoices()} />
        <TextField form={form} name="place" label={t('Town or area')} optional />
        <fieldset class="nhsuk-fieldset registers">
          <legend class="nhsuk-fieldset__legend">{t('What registers call it')}</legend>
          {SCHEMES.map((scheme) => (
            <TextField form={form} name={scheme} label={schemeName(scheme)} width="medium" optional />
          ))}
        </fieldset>
        <Button>{t('Save the facts')}</Button>
      </PostForm>
      <section id="merger">
        <h2>{t('Is it there twice?')}</h2>
        <p>
          {t(
            'Its people, work and numbers move to the one that you keep, and every link to this one leads there. This cannot be undone on a page.',
          )}
        </p>
        <PostForm action={`${here}/merger`}>
          <TextField
            form={merging}
            name="into"
            label={t('Address of the organisation to keep')}
            hint={t('Copy it from the other page: it looks like /organisations/three-rivers-hospital-0abc123def.')}
          />
          <Button kind="warning">{t('Merge this one into it')}</Button>
        </PostForm>
      </section>
    </div>
  );
}
