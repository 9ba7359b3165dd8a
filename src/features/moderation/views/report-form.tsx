import type { Form } from '#kernel/forms.ts';
import {
  Button,
  ErrorSummary,
  Honeypot,
  Notice,
  PageHead,
  PostForm,
  Radios,
  TextArea,
  TextField,
} from '#kernel/ui/index.ts';
import { t } from '#kernel/words.ts';
import { reasonChoices } from '../words.ts';

/** "Report this": from anybody. `email` is the address of somebody who is signed in. */
export function ReportForm({ form, email }: { form: Form; email: string | null }) {
  return (
    <div class="reading">
      <ErrorSummary form={form} />
      <PageHead
        title={t('Report a concern')}
        lede={t('Something here is not right? Tell a moderator. You need no account, and need not say who you are.')}
      />
      <Notice tone="bracken" title={t('Is somebody in danger now?')}>
        <p>{t('Ring 999 in the UK, or 112 or 999 in Ireland. Nobody here watches day and night.')}</p>
      </Notice>
      <PostForm action="/report">
        <TextField
          form={form}
          name="address"
          label={t('Which page?')}
          hint={t('Its address, copied from the top of your browser.')}
        />
        <Radios form={form} name="reason" label={t('What is the matter?')} choices={reasonChoices()} />
        <TextArea
          form={form}
          name="details"
          label={t('Tell us more')}
          hint={t('Please do not repeat what could identify somebody; say where on the page it stands.')}
          optional
        />
        {email ? (
          <p>{t('We write to {email} with what came of it.', { email })}</p>
        ) : (
          <TextField
            form={form}
            name="email"
            type="email"
            label={t('Your e-mail address')}
            hint={t('Only if you would like to hear what came of it. We use it for nothing else.')}
            autocomplete="email"
            width="medium"
            optional
          />
        )}
        <Honeypot />
        <Button>{t('Send')}</Button>
      </PostForm>
    </div>
  );
}

export function Thanks() {
  return (
    <div class="reading">
      <PageHead
        title={t('Thank you for telling us')}
        lede={t('A moderator has a letter about it now. If you gave an address, you will hear what came of it.')}
      />
      <p>
        <a href="/">{t('Go to the home page')}</a>
      </p>
    </div>
  );
}
