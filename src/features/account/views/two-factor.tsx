import qrcode from 'qrcode';
import type { Form } from '#kernel/forms.ts';
import type { Current } from '#kernel/session/index.ts';
import { Button, ButtonLink, ErrorSummary, PageHead, PostForm, Tag, TextField } from '#kernel/ui/index.ts';
import { t } from '#kernel/words.ts';
import { SignInAgain } from './sign-in.tsx';

export function TwoFactorPage({ form, current, hasPassword }: { form: Form; current: Current; hasPassword: boolean }) {
  return (
    <div class="reading">
      <ErrorSummary form={form} />
      <PageHead
        title={t('Two-step sign-in')}
        lede={t(
          'After your letter or password we also ask for a code from an app on your phone. A passkey needs no second step.',
        )}
      />
      {current.twoFactor && (
        <p>
          <Tag tone="moss">{t('On')}</Tag> {t('Keep your backup codes where you find them without your phone.')}
        </p>
      )}
      {!current.fresh ? (
        <SignInAgain next="/account/two-factor" />
      ) : current.twoFactor ? (
        <PostForm action="/account/two-factor">
          {hasPassword && <Password form={form} />}
          <p class="buttons">
            <Button kind="secondary" name="_method" value="PATCH">
              {t('Make new backup codes')}
            </Button>
            <Button kind="warning" name="_method" value="DELETE">
              {t('Switch two-step sign-in off')}
            </Button>
          </p>
        </PostForm>
      ) : (
        <PostForm action="/account/two-factor">
          {hasPassword && <Password form={form} />}
          <Button>{t('Set it up')}</Button>
        </PostForm>
      )}
    </div>
  );
}

/** The set-up on one page, for a phone that scans and for one that types. */
export function SetUpPage({
  form,
  setUp,
}: {
  form: Form;
  setUp: { uri: string; secret: string; backupCodes: string[] };
}) {
  return (
    <div class="reading">
      <ErrorSummary form={form} />
      <PageHead title={t('Set up two-step sign-in')} />
      <ol class="steps">
        <li>
          <h2>{t('Scan this with an authenticator app')}</h2>
          <QrCode text={setUp.uri} />
          <p>{t('Or type this secret into the app:')}</p>
          <p>
            <code class="secret">{(setUp.secret.match(/.{1,4}/g) ?? []).join(' ')}</code>
          </p>
        </li>
        <li>
          <h2>{t('Keep these backup codes')}</h2>
          <p>
            {t('Each works once, instead of a code from the app. Print them or put them in your password manager.')}
          </p>
          <BackupCodes codes={setUp.backupCodes} />
        </li>
        <li>
          <h2>{t('Type the code that the app shows')}</h2>
          <PostForm action="/account/two-factor" method="put">
            <TextField
              form={form}
              name="code"
              label={t('The six digits')}
              width="narrow"
              inputmode="numeric"
              autocomplete="one-time-code"
            />
            <Button>{t('Switch two-step sign-in on')}</Button>
          </PostForm>
        </li>
      </ol>
    </div>
  );
}

export function BackupCodesPage({ codes }: { codes: readonly string[] }) {
  return (
    <div class="reading">
      <PageHead
        title={t('Your backup codes')}
        lede={t(
          'Each works once, instead of a code from the app. The old ones no longer work. This page is shown only now.',
        )}
      />
      <BackupCodes codes={codes} />
      <ButtonLink href="/account">{t('I have kept them')}</ButtonLink>
    </div>
  );
}

function BackupCodes({ codes }: { codes: readonly string[] }) {
  return (
    <ul class="backup-codes">
      {codes.map((code) => (
        <li>
          <code>{code}</code>
        </li>
      ))}
    </ul>
  );
}

function Password({ form }: { form: Form }) {
  return (
    <TextField
      form={form}
      name="password"
      type="password"
      label={t('Your password')}
      autocomplete="current-password"
      width="medium"
    />
  );
}

/** Dark squares on white, with the quiet edge that cameras need. */
function QrCode({ text }: { text: string }) {
  const { size, data } = qrcode.create(text, { errorCorrectionLevel: 'M' }).modules;
  const squares = Array.from(data, (dark, i) => (dark ? `M${(i % size) + 4} ${Math.floor(i / size) + 4}h1v1h-1z` : ''));
  const side = size + 8;
  return (
    <svg class="qr-code" viewBox={`0 0 ${side} ${side}`} role="img" aria-label={t('The secret below as a QR code')}>
      <rect width={side} height={side} fill="#ffffff" />
      <path d={squares.join('')} fill="#000000" shape-rendering="crispEdges" />
    </svg>
  );
}
