import type { Form } from '#kernel/forms.ts';
import { Button, ErrorSummary, PageHead, PostForm, TextField } from '#kernel/ui/index.ts';
import { rich, t } from '#kernel/words.ts';

export function DeletionPage({ form }: { form: Form }) {
  return (
    <div class="reading">
      <ErrorSummary form={form} />
      <PageHead title={t('Delete your account')} />
      <p>
        {t(
          'Your name, addresses, profile, roles and every way to sign in are erased. What you did with others stays, done by “a former member”. Nobody can bring this back.',
        )}
      </p>
      <p>
        {rich('You may want to <a>download everything about you</a> first.', {
          a: (x) => <a href="/account/data">{x}</a>,
        })}
      </p>
      <PostForm action="/account" method="delete">
        <TextField form={form} name="word" label={t('Type DELETE')} width="narrow" autocomplete="off" />
        <Button kind="warning">{t('Delete my account')}</Button>
      </PostForm>
    </div>
  );
}

export function FarewellPage() {
  return (
    <div class="reading">
      <PageHead
        title={t('Your account is deleted')}
        lede={t('Thank you for every stone that you added. You are welcome back at any time.')}
      />
    </div>
  );
}
