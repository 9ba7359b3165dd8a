import type { Form } from '#kernel/forms.ts';
import { Button, Checkboxes, PostForm, TextField } from '#kernel/ui/index.ts';
import { t } from '#kernel/words.ts';

/** How applications are read: two choices of the community. */
export function Rules({ form }: { form: Form }) {
  return (
    <section aria-labelledby="rules">
      <h2 id="rules">{t('How applications are read')}</h2>
      <PostForm action="/steward/criteria/rules" method="put">
        <Checkboxes
          form={form}
          name="hideNames"
          label={t('Names')}
          choices={[
            {
              value: 'yes',
              label: t('Hide who the applicant is until everybody has read'),
              hint: t(
                'Assessors see no name, no address, no work and no file beside typed words until all assessments are in. Then they see everything. A steward rings those who asked for a call.',
              ),
            },
          ]}
          optional
        />
        <TextField
          form={form}
          name="appealDays"
          label={t('For how many days can “not now” be appealed against?')}
          width="narrow"
          inputmode="numeric"
        />
        <Button kind="secondary">{t('Save how we read')}</Button>
      </PostForm>
    </section>
  );
}
