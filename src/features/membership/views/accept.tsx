import { countryChoices } from '#kernel/countries.ts';
import type { Form } from '#kernel/forms.ts';
import {
  Button,
  ButtonLink,
  Checkboxes,
  ErrorSummary,
  PageHead,
  PostForm,
  SelectField,
  TextField,
} from '#kernel/ui/index.ts';
import { rich, t } from '#kernel/words.ts';
import type { Invitation } from '../founding.ts';

export function AcceptPage({ invitation, token, form }: { invitation: Invitation; token: string; form: Form }) {
  return (
    <div class="reading">
      <ErrorSummary form={form} />
      <PageHead
        title={t('You are invited to be a founding member')}
        lede={t('{invitedBy} invites you, because:', { invitedBy: invitation.invitedBy })}
      />
      <blockquote>
        <p class="application-text">{invitation.reason}</p>
      </blockquote>
      <p>
        {t(
          'Founding members open a community before it has anybody to read applications. That is recorded with your membership, with this reason.',
        )}
      </p>
      <PostForm action={`/join/invitations/${token}/acceptance`} method="put">
        <TextField form={form} name="name" label={t('Your name, as others may see it')} autocomplete="name" />
        <SelectField
          form={form}
          name="country"
          label={t('Where do you work, live or volunteer?')}
          empty={t('Choose a country')}
          choices={countryChoices()}
        />
        <p>
          {rich('Members agree to <a>our compact</a>: what we ask of each other, on one page.', {
            a: (text) => <a href="/pages/compact">{text}</a>,
          })}
        </p>
        <Checkboxes
          form={form}
          name="compact"
          label={t('The compact')}
          choices={[{ value: 'yes', label: t('I have read it and can agree to it') }]}
        />
        <Button>{t('Accept')}</Button>
      </PostForm>
    </div>
  );
}

export function AcceptedPage() {
  return (
    <div class="reading">
      <PageHead
        title={t('Welcome')}
        lede={t('You are a founding member. Sign in with the address that the letter came to.')}
      />
      <ButtonLink href="/sign-in">{t('Sign in')}</ButtonLink>
    </div>
  );
}
