import type { Form } from '#kernel/forms.ts';
import { Button, ErrorSummary, PageHead, PostForm, TextArea, typedOne } from '#kernel/ui/index.ts';
import { t } from '#kernel/words.ts';
import type { Reading } from '../panel.ts';
import { type Outcome, outcomeName } from '../words.ts';

export function DecisionForm({
  reading,
  outcome,
  form,
  divided,
}: {
  reading: Reading;
  outcome: Outcome;
  form: Form;
  /** The assessors saw it differently: the decision says why. */
  divided: boolean;
}) {
  const address = `/assessing/${reading.shortId}`;
  return (
    <div class="reading">
      <ErrorSummary form={form} />
      <PageHead
        title={t('{outcome}: {name}', { outcome: outcomeName(outcome), name: reading.name })}
        above={<a href={address}>{t('Back to the application')}</a>}
        lede={whatHappens(outcome)}
      />
      <PostForm action={`${address}/decision`} method="put">
        <input type="hidden" name="outcome" value={outcome} />
        <input type="hidden" name="submission" value={typedOne(form, 'submission')} />
        <TextArea
          form={form}
          name="letter"
          label={t('The letter')}
          hint={t('Made from the reasons of everybody who read it. Make it yours: warm, plain, and true.')}
          rows={18}
        />
        <TextArea
          form={form}
          name="reasons"
          label={t('Why you decide this way')}
          hint={
            divided
              ? t('The assessors saw it differently. This stays with the decision and is not sent.')
              : t('This stays with the decision and is not sent.')
          }
          rows={3}
          optional={!divided}
        />
        <Button>{sendLabel(outcome)}</Button>
      </PostForm>
    </div>
  );
}

function whatHappens(outcome: Outcome): string {
  if (outcome === 'admitted') return t('They become a member as this letter goes. Cairn adds how to sign in below it.');
  if (outcome === 'more-needed')
    return t('It goes back to them, with everything they wrote. Cairn adds the link to it below the letter.');
  return t('The application is closed. They may apply again at any time, and Cairn says so below the letter.');
}

function sendLabel(outcome: Outcome): string {
  if (outcome === 'admitted') return t('Admit, and send the letter');
  if (outcome === 'more-needed') return t('Ask, and send the letter');
  return t('Decide, and send the letter');
}
