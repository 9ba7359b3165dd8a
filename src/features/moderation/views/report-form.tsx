import type { Form } from '#kernel/forms.ts';
import { Button, ErrorSummary, PageHead, PostForm, Radios, TextArea, TextField } from '#kernel/ui/index.ts';
import { t } from '#kernel/words.ts';
import { REASONS, reasonName } from '../reports.ts';

/** Anybody can say that something is wrong, signed in or not. */
export function ReportForm({ form }: { form: Form }) {
  return (
    <div class="reading">
      <ErrorSummary form={form} />
      <PageHead
        title={t('Report a concern')}
        lede={t('Tell us, and a moderator looks at it. Only moderators see what you write here.')}
      />
      <PostForm action="/report">
        <TextField
          form={form}
          name="address"
          label={t('Which page is it about?')}
          hint={t('Its address, such as /work/…')}
        />
        <Radios
          form={form}
          name="reason"
          label={t('What is wrong?')}
          choices={REASONS.map((value) => ({ value, label: reasonName(value) }))}
        />
        <TextArea
          form={form}
          name="details"
          label={t('What should we look at?')}
          hint={t('Please do not repeat anything that identifies a patient.')}
          optional
        />
        <TextField
          form={form}
          name="email"
          type="email"
          label={t('Your e-mail address')}
          hint={t('Only if you would like to hear what became of it')}
          autocomplete="email"
          optional
        />
        <div class="honeypot" aria-hidden="true">
          <label for="field-website">{t('Leave this empty')}</label>
          <input id="field-website" name="website" tabindex={-1} autocomplete="off" />
        </div>
        <Button>{t('Send it to the moderators')}</Button>
      </PostForm>
    </div>
  );
}

export function ReportThanks({ answered }: { answered: boolean }) {
  return (
    <div class="reading">
      <PageHead
        title={t('Thank you')}
        lede={answered ? t('A moderator will look at it and write to you.') : t('A moderator will look at it.')}
      />
      <p>
        <a href="/">{t('Back to the home page')}</a>
      </p>
    </div>
  );
}
