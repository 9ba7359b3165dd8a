import type { Form } from '#kernel/forms.ts';
import { Button, Notice, PageHead, PostForm, Radios, TextArea } from '#kernel/ui/index.ts';
import { t } from '#kernel/words.ts';
import type { Asked } from '../answers.ts';
import { namesOf } from '../letters.ts';

/** One question, two weeks later. */
export function AnswerPage({ asked, token, form }: { asked: Asked; token: string; form: Form }) {
  const names = namesOf(asked.others.map((name) => ({ name })));
  return (
    <div class="reading">
      <PageHead title={t('Did you meet {names}?', { names })} />
      {asked.answer !== null && (
        <Notice tone="moss">
          <p>{t('Thank you. We have your answer, and you can change it here for some weeks.')}</p>
        </Notice>
      )}
      <PostForm action={`/introductions/answers/${token}`} method="put">
        <Radios
          form={form}
          name="answer"
          label={t('Your answer')}
          hint={t(
            'All three are good answers. Whom we introduced to you does not learn it; stewards see rounded shares.',
          )}
          choices={[
            { value: 'met', label: t('Yes, we met') },
            { value: 'not-yet', label: t('Not yet') },
            { value: 'unsuited', label: t('It did not suit') },
          ]}
        />
        <TextArea
          form={form}
          name="words"
          label={t('Anything that would help us do this better?')}
          hint={t(
            'Only stewards read it, without your name. Please name nobody. Empty it and send again, and it is deleted.',
          )}
          rows={3}
          optional
        />
        <Button>{t('Send my answer')}</Button>
      </PostForm>
    </div>
  );
}
