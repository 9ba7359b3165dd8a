import type { Form } from '#kernel/forms.ts';
import { Button, Checkboxes, type Choice, PostForm, Radios, SelectField } from '#kernel/ui/index.ts';
import { t } from '#kernel/words.ts';

/** One or two light wishes, and the button that one takes part by. */
export function WishesForm({ form, languages, takesPart }: { form: Form; languages: Choice[]; takesPart: boolean }) {
  return (
    <section id="wishes">
      <h2>{takesPart ? t('What you wish for') : t('Would you like to meet somebody?')}</h2>
      <PostForm action="/introductions/mine" method="put">
        <Radios
          form={form}
          name="meets"
          label={t('How would you like to meet?')}
          hint={t('We try, and cannot promise.')}
          choices={[
            { value: 'either', label: t('Either is fine') },
            { value: 'online', label: t('Online, or by telephone') },
            { value: 'in-person', label: t('In person, if somebody is near') },
          ]}
        />
        <SelectField
          form={form}
          name="language"
          label={t('A language you would like to talk in, beside English')}
          empty={t('None in particular')}
          choices={languages}
          optional
        />
        <Checkboxes
          form={form}
          name="address"
          label={t('May your e-mail address be shown?')}
          hint={t('Only to the person you are introduced to, and only if they have ticked this too.')}
          choices={[{ value: 'yes', label: t('Yes, that makes it easier to write') }]}
          optional
        />
        <Button>{takesPart ? t('Save what I wish for') : t('Introduce me to somebody')}</Button>
      </PostForm>
    </section>
  );
}
