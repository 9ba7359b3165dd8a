import { formatDate } from '#kernel/format.ts';
import { emptyForm, type Form } from '#kernel/forms.ts';
import { Button, PostForm, TextArea } from '#kernel/ui/index.ts';
import { t } from '#kernel/words.ts';
import type { Update } from '../updates.ts';

/** What has happened since, newest first. */
export function UpdatesPanel({
  base,
  updates,
  edit,
  form = emptyForm,
}: {
  base: string;
  updates: Update[];
  edit: boolean;
  form?: Form;
}) {
  if (updates.length === 0 && !edit) return null;
  return (
    <section class="updates">
      <h2 id="updates">{t('Since then')}</h2>
      {updates.map(({ body, author, writtenAt }) => (
        <article class="update">
          <p class="small">
            {formatDate(writtenAt)}, {author ?? t('a former member')}
          </p>
          {body.split(/\n{2,}/).map((paragraph) => (
            <p class="as-typed">{paragraph}</p>
          ))}
        </article>
      ))}
      {edit && (
        <PostForm action={`${base}/updates`}>
          <TextArea form={form} name="body" label={t('What has happened?')} rows={3} />
          <Button kind="secondary">{t('Add this update')}</Button>
        </PostForm>
      )}
    </section>
  );
}
