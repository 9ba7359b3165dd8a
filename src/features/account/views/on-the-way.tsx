import type { Form } from '#kernel/forms.ts';
import { Button, ErrorSummary, PageHead, PostForm, TextField, typedOne } from '#kernel/ui/index.ts';
import { rich, t } from '#kernel/words.ts';
import { Next, SharedComputer } from './sign-in.tsx';

/** After asking for a letter: what to look for, and where to type its code. */
export function CodePage({ form, sentTo }: { form: Form; sentTo?: string }) {
  return (
    <div class="reading">
      <ErrorSummary form={form} />
      <PageHead
        title={t('Look in your inbox')}
        lede={
          sentTo
            ? t('We have sent a letter to {sentTo}. Open its link on any device, or type its code here.', { sentTo })
            : t('Type your address and the code from the letter.')
        }
      />
      <PostForm action="/sign-in/code">
        {sentTo ? (
          <input type="hidden" name="email" value={sentTo} />
        ) : (
          <TextField form={form} name="email" type="email" label={t('E-mail address')} autocomplete="email" />
        )}
        <TextField
          form={form}
          name="code"
          label={t('The six digits')}
          width="narrow"
          inputmode="numeric"
          autocomplete="one-time-code"
        />
        <Button>{t('Sign in')}</Button>
      </PostForm>
      <p class="small">
        {rich(
          'No letter after a few minutes? Look among unwanted mail, check the address, or <a>ask for another</a>.',
          {
            a: (x) => <a href="/sign-in">{x}</a>,
          },
        )}
      </p>
    </div>
  );
}

/** Where a letter's link leads. Only the button signs in: programs that check letters open links, too. */
export function LinkPage({ form }: { form: Form }) {
  return (
    <div class="reading">
      <PageHead title={t('Sign in')} lede={t('Press the button and you are in.')} />
      <PostForm action="/sign-in/link">
        <input type="hidden" name="token" value={typedOne(form, 'token')} />
        <Next form={form} />
        <SharedComputer form={form} />
        <Button>{t('Sign in now')}</Button>
      </PostForm>
    </div>
  );
}

export function SpentLinkPage({ form }: { form: Form }) {
  return (
    <div class="reading">
      <PageHead
        title={t('This link has been used or has run out')}
        lede={t('Links work once, and only for a while: that keeps your account yours. Ask for a new one here.')}
      />
      <PostForm action="/sign-in">
        <TextField form={form} name="email" type="email" label={t('E-mail address')} autocomplete="email" />
        <Button>{t('Send me a new letter')}</Button>
      </PostForm>
    </div>
  );
}

export function SecondFactorPage({ form }: { form: Form }) {
  return (
    <div class="reading">
      <ErrorSummary form={form} />
      <PageHead
        title={t('One more step')}
        lede={t('Open your authenticator app and type the six digits that it shows for this community.')}
      />
      <PostForm action="/sign-in/second-factor">
        <TextField
          form={form}
          name="code"
          label={t('Code from your app')}
          hint={t('No phone at hand? Type one of your backup codes instead.')}
          width="medium"
          autocomplete="one-time-code"
        />
        <Button>{t('Sign in')}</Button>
      </PostForm>
    </div>
  );
}

export function NamePage({ form, email }: { form: Form; email: string }) {
  return (
    <div class="reading">
      <ErrorSummary form={form} />
      <PageHead
        title={t('Welcome')}
        lede={t('{email} is confirmed. What may we call you? Others see this name beside what you share.', { email })}
      />
      <PostForm action="/sign-in/name">
        <TextField form={form} name="name" label={t('Your name')} autocomplete="name" />
        <Button>{t('Go on')}</Button>
      </PostForm>
    </div>
  );
}
