import { countryChoices } from '#kernel/countries.ts';
import type { Form } from '#kernel/forms.ts';
import { Button, ErrorSummary, PageHead, PostForm, SelectField, TextField } from '#kernel/ui/index.ts';
import { t } from '#kernel/words.ts';

export function FoundingForm({ token, form }: { token: string; form: Form }) {
  return (
    <div class="reading">
      <ErrorSummary form={form} />
      <PageHead
        title={t('Set up your community')}
        lede={t('Two minutes now; everything can be changed later. People, work and stories open at once.')}
      />
      <PostForm action={`/founding/${token}`}>
        <TextField form={form} name="community" label={t('What is your community called?')} />
        <TextField
          form={form}
          name="strapline"
          label={t('One line about it')}
          hint={t('It stands beside the name on every page.')}
          optional
        />
        <h2>{t('You, its first steward')}</h2>
        <TextField form={form} name="name" label={t('Your name')} autocomplete="name" />
        <TextField
          form={form}
          name="email"
          type="email"
          label={t('Your e-mail address')}
          hint={t('You will sign in with it.')}
          autocomplete="email"
        />
        <SelectField
          form={form}
          name="country"
          label={t('Your country')}
          empty={t('Choose a country')}
          choices={countryChoices()}
        />
        <Button>{t('Create the community')}</Button>
      </PostForm>
    </div>
  );
}
