import { profiles } from '@cairn/spc';
import type { Form } from '#kernel/forms.ts';
import { Button, PostForm, SelectField, TextField } from '#kernel/ui/index.ts';
import { rich, t } from '#kernel/words.ts';

/** For how long what nobody needs any more is kept. The privacy page says the same to everybody. */
export function Keeping({ form }: { form: Form }) {
  return (
    <section id="keeping">
      <h2>{t('How long things are kept')}</h2>
      <p>
        {rich(
          'Every night Cairn deletes what has had its time. <a>The privacy page</a> tells everybody, with the numbers that you set here. Members’ applications, work, stories and comments stay until somebody takes them back.',
          { a: (text) => <a href="/pages/privacy">{text}</a> },
        )}
      </p>
      <PostForm action="/steward/keeping" method="put">
        <TextField
          form={form}
          name="draftMonths"
          label={t('Months to keep an application that was begun and never sent')}
          hint={t('Counted from when it was last saved. Its writer gets a letter two weeks before.')}
          width="narrow"
          inputmode="numeric"
        />
        <TextField
          form={form}
          name="applicationMonths"
          label={t('Months to keep an application that did not end in membership')}
          hint={t(
            'Counted from the decision. Then name, address, answers and reasons go; country, outcome and dates stay for your report.',
          )}
          width="narrow"
          inputmode="numeric"
        />
        <TextField
          form={form}
          name="letterDays"
          label={t('Days to keep the list of letters that were sent')}
          hint={t('To whom, when and about what. Their text is deleted as soon as they have left.')}
          width="narrow"
          inputmode="numeric"
        />
        <Button>{t('Save how long')}</Button>
      </PostForm>
    </section>
  );
}

/** By which rules claims are graded. */
export function Evidence({ form }: { form: Form }) {
  return (
    <section id="evidence">
      <h2>{t('How claims are graded')}</h2>
      <PostForm action="/steward/evidence" method="put">
        <SelectField
          form={form}
          name="profile"
          label={t('Evidence profile')}
          hint={t(
            'The school of practice that says what counts as a change. When it changes, every grade is computed again.',
          )}
          choices={Object.values(profiles)
            .filter(({ rules }) => rules.shift !== null) // a grade rests on a sustained shift
            .map(({ name }) => ({ value: name, label: profileName(name) }))}
        />
        <Button>{t('Save the profile')}</Button>
      </PostForm>
    </section>
  );
}

function profileName(name: string): string {
  const names: Record<string, string> = {
    'nhs-mdc': t('Making Data Count (NHS England): seven readings in a row make a shift'),
    nhsr: t('NHS-R Community: seven readings in a row make a shift'),
    ihi: t('Institute for Healthcare Improvement: eight readings in a row make a shift'),
    'western-electric': t('Western Electric: eight readings in a row make a shift'),
  };
  return names[name] ?? name;
}
