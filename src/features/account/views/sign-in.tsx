import type { Form } from '#kernel/forms.ts';
import {
  Button,
  ButtonLink,
  Checkboxes,
  ErrorSummary,
  PageHead,
  PostForm,
  TextField,
  typedOne,
} from '#kernel/ui/index.ts';
import { rich, t } from '#kernel/words.ts';

/** The first page of signing in: an address, and a letter to it. */
export function SignInPage({ form, organisation }: { form: Form; organisation: string | null }) {
  const next = typedOne(form, 'next');
  return (
    <div class="reading">
      <ErrorSummary form={form} />
      <PageHead
        title={t('Sign in')}
        lede={t(
          'Type your e-mail address and we send you a letter with a link and a code. New here? It is the same way.',
        )}
      />
      <PostForm action="/sign-in">
        <Next form={form} />
        <TextField form={form} name="email" type="email" label={t('E-mail address')} autocomplete="email" />
        <SharedComputer form={form} />
        <Button>{t('Send me a letter')}</Button>
      </PostForm>
      <section class="other-ways" aria-labelledby="other-ways">
        <h2 id="other-ways">{t('Other ways')}</h2>
        <ul class="plain-list">
          <li>
            <a href={withNext('/sign-in/password', next)}>{t('Sign in with a password')}</a>
          </li>
          {organisation && (
            <li>
              <a href={withNext('/sign-in/organisation', next)}>{t('Sign in with {organisation}', { organisation })}</a>
            </li>
          )}
        </ul>
        <passkey-sign-in data-next={next || '/'} hidden>
          <button class="button button-secondary" type="button">
            {t('Sign in with a passkey')}
          </button>
          <p role="status"></p>
        </passkey-sign-in>
      </section>
    </div>
  );
}

export function PasswordPage({ form }: { form: Form }) {
  return (
    <div class="reading">
      <ErrorSummary form={form} />
      <PageHead title={t('Sign in with a password')} />
      <PostForm action="/sign-in/password">
        <Next form={form} />
        <TextField form={form} name="email" type="email" label={t('E-mail address')} autocomplete="username" />
        <TextField
          form={form}
          name="password"
          type="password"
          label={t('Password')}
          autocomplete="current-password"
          width="medium"
        />
        <SharedComputer form={form} />
        <Button>{t('Sign in')}</Button>
      </PostForm>
      <p>
        {rich('Forgotten, or never set one? <a>Sign in by a letter</a>; then you can choose a new one.', {
          a: (x) => <a href={withNext('/sign-in', typedOne(form, 'next'))}>{x}</a>,
        })}
      </p>
    </div>
  );
}

export function SharedComputer({ form }: { form: Form }) {
  return (
    <Checkboxes
      form={form}
      name="shared"
      label={t('This computer')}
      choices={[
        {
          value: 'yes',
          label: t('Other people use this computer too'),
          hint: t('You are signed out when you close the browser or pause for half an hour, and no drafts stay here.'),
        },
      ]}
    />
  );
}

export function Next({ form }: { form: Form }) {
  const next = typedOne(form, 'next');
  return next && next !== '/' ? <input type="hidden" name="next" value={next} /> : null;
}

/** Shown where somebody has to sign in anew before they change how they sign in. */
export function SignInAgain({ next }: { next: string }) {
  return (
    <>
      <p>
        {t('For this we ask you to sign in once more, so that nobody does it in your name on a computer left open.')}
      </p>
      <ButtonLink href={`/sign-in?${new URLSearchParams({ again: 'yes', next })}`}>{t('Sign in once more')}</ButtonLink>
    </>
  );
}

function withNext(path: string, next: string): string {
  return next && next !== '/' ? `${path}?${new URLSearchParams({ next })}` : path;
}
