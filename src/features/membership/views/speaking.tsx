import type { Form } from '#kernel/forms.ts';
import { Button, ErrorSummary, PageHead, PostForm, Radios, TextArea } from '#kernel/ui/index.ts';
import { t } from '#kernel/words.ts';
import { saidChoices } from '../words.ts';

/** For somebody whom an applicant named: two minutes, no account, and every answer is all right. */
export function SpeakingPage({
  applicant,
  community,
  token,
  form,
}: {
  applicant: string;
  community: string;
  token: string;
  form: Form;
}) {
  return (
    <div class="reading">
      <ErrorSummary form={form} />
      <PageHead
        title={t('Can you speak to the work of {applicant}?', { applicant })}
        lede={t(
          '{applicant} has applied to join {community}, and named you as somebody who knows what they have done.',
          {
            applicant,
            community,
          },
        )}
      />
      <p>
        {t(
          'Your answer is one thing among others: people read the whole application, and nothing hangs on you alone. It goes to them, and not to {applicant}.',
          { applicant },
        )}
      </p>
      <PostForm action={`/join/speaking/${token}`} method="put">
        <Radios form={form} name="answer" label={t('What can you say?')} choices={saidChoices()} />
        <TextArea
          form={form}
          name="words"
          label={t('A few words')}
          hint={t(
            'What you saw yourself, or what worries you. Please leave out anything that could identify a patient.',
          )}
          rows={5}
          optional
        />
        <Button>{t('Send your answer')}</Button>
      </PostForm>
    </div>
  );
}

export function SpokenPage({ applicant }: { applicant: string }) {
  return (
    <div class="reading">
      <PageHead title={t('Thank you')} lede={t('Nothing more is needed about {applicant}.', { applicant })} />
    </div>
  );
}
