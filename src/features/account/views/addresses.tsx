import type { Form } from '#kernel/forms.ts';
import { Button, ButtonLink, PageHead, PostForm, typedOne } from '#kernel/ui/index.ts';
import { t } from '#kernel/words.ts';

export function ConfirmAddressPage({ form, email, name }: { form: Form; email: string; name: string }) {
  return (
    <div class="reading">
      <PageHead
        title={t('Confirm this address')}
        lede={t('Add {email} to the account of {name}? From then on a letter to it can sign in.', { email, name })}
      />
      <PostForm action="/account/emails/confirmation">
        <input type="hidden" name="token" value={typedOne(form, 'token')} />
        <Button>{t('Yes, add it')}</Button>
      </PostForm>
      <p class="small">{t('If you did not ask for this, close this page: nothing will happen.')}</p>
    </div>
  );
}

export function AddressAddedPage({ email }: { email: string }) {
  return (
    <div class="reading">
      <PageHead title={t('Address confirmed')} lede={t('{email} is now one of your addresses.', { email })} />
      <ButtonLink href="/account">{t('Your account')}</ButtonLink>
    </div>
  );
}
