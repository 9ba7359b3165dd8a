import type { Form } from '#kernel/forms.ts';
import type { Current } from '#kernel/session/index.ts';
import { Button, ErrorSummary, PageHead, PostForm, TextField } from '#kernel/ui/index.ts';
import { rich, t } from '#kernel/words.ts';
import { SignInAgain } from './sign-in.tsx';

export function ChoosePasswordPage({
  form,
  hasPassword,
  current,
}: {
  form: Form;
  hasPassword: boolean;
  current: Current;
}) {
  const asksForIt = hasPassword && !(current.fresh && current.way !== 'password');
  return (
    <div class="reading">
      <ErrorSummary form={form} />
      <PageHead
        title={t('Your password')}
        lede={t(
          'You never need one: a letter always signs you in. With one you can sign in where your mail is not at hand.',
        )}
      />
      {!hasPassword && !current.fresh ? (
        <SignInAgain next="/account/password" />
      ) : (
        <PostForm action="/account/password" method="put">
          {asksForIt && (
            <TextField
              form={form}
              name="current"
              type="password"
              label={t('The password that you have now')}
              autocomplete="current-password"
              width="medium"
            />
          )}
          <TextField
            form={form}
            name="password"
            type="password"
            label={t('The password that you would like')}
            hint={t('At least 10 characters. Three words that do not belong together are easy to keep in mind.')}
            autocomplete="new-password"
            width="medium"
          />
          <Button>{t('Save the password')}</Button>
        </PostForm>
      )}
      {asksForIt && (
        <p class="small">
          {rich('Forgotten it? <a>Sign in by a letter</a>, then choose a new one here.', {
            a: (x) => <a href="/sign-in?again=yes&next=%2Faccount%2Fpassword">{x}</a>,
          })}
        </p>
      )}
    </div>
  );
}
