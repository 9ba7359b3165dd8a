import type { emails, people } from '#features/people/index.ts';
import { formatDate, formatMoment } from '#kernel/format.ts';
import type { Form } from '#kernel/forms.ts';
import type { Current, SessionRow } from '#kernel/session/index.ts';
import {
  Button,
  ButtonLink,
  type Child,
  ErrorSummary,
  Notice,
  PageHead,
  PostForm,
  Tag,
  TextField,
} from '#kernel/ui/index.ts';
import { t } from '#kernel/words.ts';
import type { Overview } from '../security.ts';
import { browserOf } from './browser.ts';

type Props = {
  form: Form;
  person: people.Person;
  emails: emails.Email[];
  ways: Overview;
  current: Current;
  said?: string;
  panels: readonly Child[];
};

export function AccountPage(props: Props) {
  const { form, person } = props;
  const said = sayingOf(props.said);
  return (
    <div class="reading account">
      <ErrorSummary form={form} />
      {said && (
        <Notice tone="moss">
          <p>{said}</p>
        </Notice>
      )}
      <PageHead title={t('Your account')} lede={person.name}>
        <div class="buttons">
          <ButtonLink href={`/people/${person.address}`} kind="secondary">
            {t('Your profile')}
          </ButtonLink>
          <PostForm action="/session" method="delete">
            <Button kind="secondary">{t('Sign out')}</Button>
          </PostForm>
        </div>
      </PageHead>
      <Addresses {...props} />
      <SigningIn {...props} />
      <SessionsSection {...props} />
      {props.panels}
      <section aria-labelledby="everything">
        <h2 id="everything">{t('Everything about you')}</h2>
        <p>{t('Take away all that this community knows about you, as one file, or have it forgotten.')}</p>
        <p class="buttons">
          <a class="button button-secondary" href="/account/data" download>
            {t('Download everything about me')}
          </a>
          <ButtonLink href="/account/deletion" kind="secondary">
            {t('Delete my account')}
          </ButtonLink>
        </p>
      </section>
    </div>
  );
}

function Addresses({ form, emails }: Props) {
  return (
    <section aria-labelledby="addresses">
      <h2 id="addresses">{t('Your e-mail addresses')}</h2>
      <p>{t('Each can sign you in. Add a private one too: it stays yours when you change your employer.')}</p>
      <ul class="account-list">
        {emails.map(({ id, email, isPrimary }) => (
          <li>
            <span>
              {email} {isPrimary && <Tag tone="moss">{t('Letters go here')}</Tag>}
            </span>
            {!isPrimary && (
              <div class="buttons">
                <PostForm action={`/account/emails/${id}/primary`} method="put">
                  <Button kind="secondary">{t('Send letters here')}</Button>
                </PostForm>
                <PostForm action={`/account/emails/${id}`} method="delete">
                  <Button kind="secondary">
                    {t('Remove')}
                    <span class="nhsuk-u-visually-hidden"> {email}</span>
                  </Button>
                </PostForm>
              </div>
            )}
          </li>
        ))}
      </ul>
      <PostForm action="/account/emails">
        <TextField
          form={form}
          name="email"
          type="email"
          label={t('Another address')}
          hint={t('We send it a letter; once you open its link, the address is yours here.')}
          autocomplete="email"
        />
        <Button kind="secondary">{t('Send the letter')}</Button>
      </PostForm>
    </section>
  );
}

function SigningIn({ ways: { hasPassword, twoFactor, passkeys } }: Props) {
  return (
    <section aria-labelledby="signing-in">
      <h2 id="signing-in">{t('How you sign in')}</h2>
      <ul class="account-list">
        <li>
          <span>{t('By a letter to one of your addresses: always')}</span>
        </li>
        <li>
          <span>{hasPassword ? t('With your password') : t('With a password: none chosen')}</span>
          <a href="/account/password">{hasPassword ? t('Change the password') : t('Choose a password')}</a>
        </li>
        <li>
          <span>{twoFactor ? t('Two-step sign-in: on') : t('Two-step sign-in: off')}</span>
          <a href="/account/two-factor">{twoFactor ? t('Backup codes, or switch it off') : t('Set it up')}</a>
        </li>
      </ul>
      <h3 id="passkeys">{t('Passkeys')}</h3>
      <p>{t('With a passkey you sign in by your finger, your face or the lock of your device.')}</p>
      <ul class="account-list">
        {passkeys.map(({ id, name, addedAt }) => (
          <li>
            <span>
              {name || t('Passkey')}
              {addedAt && <span class="small"> {t('added on {date}', { date: formatDate(addedAt) })}</span>}
            </span>
            <PostForm action={`/account/passkeys/${id}`} method="delete">
              <Button kind="secondary">
                {t('Remove')}
                <span class="nhsuk-u-visually-hidden"> {name || t('Passkey')}</span>
              </Button>
            </PostForm>
          </li>
        ))}
      </ul>
      <passkey-add
        data-failed={t('No passkey was added.')}
        data-again={t('Sign in once more, then add the passkey.')}
        hidden
      >
        <label class="nhsuk-label" for="passkey-name">
          {t('A name for a new passkey, such as “my phone”')}
        </label>
        <input class="nhsuk-input input-medium" id="passkey-name" type="text" maxlength={80} />
        <button class="button button-secondary" type="button">
          {t('Add a passkey')}
        </button>
        <p role="status"></p>
      </passkey-add>
    </section>
  );
}

function SessionsSection({ ways: { sessions }, current }: Props) {
  return (
    <section aria-labelledby="sessions">
      <h2 id="sessions">{t('Where you are signed in')}</h2>
      <ul class="account-list">
        {sessions.map((session) => (
          <li>
            <span>
              {browserOf(session.userAgent)}{' '}
              {session.id === current.sessionId && <Tag tone="moss">{t('This browser')}</Tag>}{' '}
              {session.shared && <Tag>{t('Shared computer')}</Tag>}
              <span class="small account-when">{since(session)}</span>
            </span>
            <PostForm action={`/account/sessions/${session.id}`} method="delete">
              <Button kind="secondary">{t('End this session')}</Button>
            </PostForm>
          </li>
        ))}
      </ul>
      {sessions.length > 1 && (
        <PostForm action="/account/sessions" method="delete">
          <Button kind="secondary">{t('End all others')}</Button>
        </PostForm>
      )}
    </section>
  );
}

function since({ startedAt }: SessionRow): string {
  return t('since {moment}', { moment: formatMoment(startedAt) });
}

/** What has just happened, in a sentence. */
function sayingOf(said: string | undefined): string | null {
  if (said === 'letter') return t('A letter is on its way to that address. Open its link to confirm it.');
  if (said === 'passkey') return t('The passkey is added. You can sign in with it from now on.');
  if (said === 'password') return t('Your password is saved, and every other session has ended.');
  return null;
}
