import { ArrivalFields } from '#features/membership/index.ts';
import type { Form } from '#kernel/forms.ts';
import { Button, ButtonLink, ErrorSummary, PageHead, PostForm } from '#kernel/ui/index.ts';
import { t } from '#kernel/words.ts';
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
          <ArrivalFields form={form} />
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
