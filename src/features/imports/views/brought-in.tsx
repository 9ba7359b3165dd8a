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
import type { BroughtIn } from '../answers.ts';

type Props = { one: BroughtIn; token: string; form: Form; community: string };

/** For somebody who was on another list: do they want to be here? */
export function BroughtInPage({ one, token, form, community }: Props) {
  const to = `/join/brought-in/${token}`;
  return (
    <div class="reading">
      <ErrorSummary form={form} />
      <PageHead
        title={t('Do you want to be a member of {community}?', { community })}
        lede={t('{by} has brought you in from another list (“{fileName}”).', { by: one.by, fileName: one.fileName })}
      />
      {one.confirmed ? (
        <>
          <p>{t('You said yes. It is good that you are here.')}</p>
          <ButtonLink href="/sign-in">{t('Sign in')}</ButtonLink>
        </>
      ) : (
        <PostForm action={`${to}/confirmation`} method="put">
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
          <Button>{t('Yes, I want to be here')}</Button>
        </PostForm>
      )}
      <section aria-labelledby="no">
        <h2 id="no">{t('Rather not?')}</h2>
        <p>
          {one.isNew && !one.confirmed
            ? t('We forget your name and your address, and nobody is told.')
            : t('You are a member no longer. What you have shared here stays yours, and you can still sign in.')}
        </p>
        <PostForm action={`${to}/refusal`} method="put">
          <Button kind="secondary">{t('Take me out')}</Button>
        </PostForm>
      </section>
    </div>
  );
}

export function TakenOutPage() {
  return (
    <div class="reading">
      <PageHead
        title={t('You have been taken out')}
        lede={t('Should you ever change your mind, you are welcome to apply.')}
      />
      <ButtonLink href="/" kind="secondary">
        {t('To the home page')}
      </ButtonLink>
    </div>
  );
}
