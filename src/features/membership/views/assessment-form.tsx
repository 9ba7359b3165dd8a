import type { Form } from '#kernel/forms.ts';
import { Button, PostForm, Radios, TextArea } from '#kernel/ui/index.ts';
import { t } from '#kernel/words.ts';
import type { Criterion } from '../criteria.ts';
import type { Reading } from '../panel.ts';
import { viewChoices } from '../words.ts';

/** One view and one reason for each criterion. What others think is not on this page. */
export function AssessmentForm({ reading, criteria, form }: { reading: Reading; criteria: Criterion[]; form: Form }) {
  return (
    <section class="assessment" aria-labelledby="assessment">
      <h2 id="assessment">{t('Your assessment')}</h2>
      <p>
        {t(
          'Read with an open mind: there is more than one way to meet a criterion. You see what others think once you have said what you think.',
        )}
      </p>
      {reading.state === 'third' && (
        <p>{t('Two people saw this differently, so your view decides which way it leans.')}</p>
      )}
      <PostForm action={`/assessing/${reading.shortId}/assessments`}>
        {criteria.map((criterion) => (
          <>
            <h3>{criterion.title}</h3>
            <p class="small">{criterion.looksFor}</p>
            <Radios form={form} name={`view-${criterion.key}`} label={t('Your view')} choices={viewChoices()} />
            <TextArea
              form={form}
              name={`reason-${criterion.key}`}
              label={t('Your reason')}
              hint={t('The applicant’s letter is made from it: write as you would speak to them.')}
              rows={4}
            />
          </>
        ))}
        <Button>{t('Give your assessment')}</Button>
      </PostForm>
    </section>
  );
}
