import type { Form } from '#kernel/forms.ts';
import { Button, ErrorSummary, PageHead, PostForm, TextField } from '#kernel/ui/index.ts';
import { t } from '#kernel/words.ts';

export function InvitationPage({
  token,
  title,
  inviter,
  form,
}: {
  token: string;
  title: string;
  inviter: string;
  form: Form;
}) {
  return (
    <div class="reading">
      <ErrorSummary form={form} />
      <PageHead
        title={t('Are you on this team?')}
        lede={t('{inviter} says that you took part in “{title}”.', { inviter, title })}
      />
      <PostForm action={`/work/invitations/${token}`} method="put">
        <TextField form={form} name="name" label={t('Your name, as others will read it')} autocomplete="name" />
        <Button>{t('Yes, show my name')}</Button>
      </PostForm>
      <PostForm action={`/work/invitations/${token}`} method="delete">
        <Button kind="secondary">{t('No, thank you')}</Button>
      </PostForm>
    </div>
  );
}

export function InvitationThanks({ accepted }: { accepted: boolean }) {
  return (
    <div class="reading">
      <PageHead
        title={accepted ? t('Thank you') : t('That is fine')}
        lede={
          accepted
            ? t('Your name now stands with the team.')
            : t('Your name will not be shown, and nobody is told why.')
        }
      />
      <p>
        <a href="/work">{t('Look at the work')}</a>
      </p>
    </div>
  );
}
