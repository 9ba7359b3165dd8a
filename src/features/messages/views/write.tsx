import type { people } from '#features/people/index.ts';
import type { Form } from '#kernel/forms.ts';
import { Button, Checkboxes, ErrorSummary, PageHead, PostForm, TextArea } from '#kernel/ui/index.ts';
import { t } from '#kernel/words.ts';

/** Writing to somebody. */
export function WritePage({ to, form }: { to: people.Person; form: Form }) {
  return (
    <div class="reading">
      <ErrorSummary form={form} />
      <PageHead
        title={t('Write to {name}', { name: to.name })}
        above={<a href={`/people/${to.address}`}>{to.name}</a>}
        lede={t('It reaches them as a letter. You do not see their address, nor they yours.')}
      />
      <PostForm action={`/people/${to.address}/messages`}>
        <MessageFields form={form} label={t('Your message')} />
        <Button>{t('Send it')}</Button>
      </PostForm>
    </div>
  );
}

/** What a message is made of. */
export function MessageFields({ form, label }: { form: Form; label: string }) {
  return (
    <>
      <TextArea
        form={form}
        name="body"
        label={label}
        hint={t('Say who you are and what you hope for. Please write nothing that could identify a patient.')}
        rows={8}
      />
      <Checkboxes
        form={form}
        name="share"
        label={t('Your address')}
        choices={[{ value: 'yes', label: t('Show them my e-mail address, so that they can answer by e-mail') }]}
        optional
      />
    </>
  );
}

/** Instead of the form, where somebody takes no messages. */
export function NotTaking({ to }: { to: people.Person }) {
  return (
    <div class="reading">
      <PageHead
        title={t('Write to {name}', { name: to.name })}
        above={<a href={`/people/${to.address}`}>{to.name}</a>}
        lede={t('{name} is not taking messages at the moment.', { name: to.name })}
      />
      <p>
        <a href="/people">{t('Find somebody else who can help')}</a>
      </p>
    </div>
  );
}
