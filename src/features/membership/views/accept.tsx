import type { Form } from '#kernel/forms.ts';
import { Button, ButtonLink, ErrorSummary, PageHead, PostForm } from '#kernel/ui/index.ts';
import { t } from '#kernel/words.ts';
import type { Invitation } from '../founding.ts';
import { ArrivalFields } from './arrival-fields.tsx';

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
        <ArrivalFields form={form} />
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
