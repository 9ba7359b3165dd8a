import { formatDate } from '#kernel/format.ts';
import { emptyForm, type Form } from '#kernel/forms.ts';
import { Button, ErrorSummary, PageHead, PostForm, TextArea } from '#kernel/ui/index.ts';
import { t } from '#kernel/words.ts';
import type { Update } from '../updates.ts';
import type { Work } from '../works.ts';

/** What has happened since, newest first. */
export function UpdatesPanel({ base, updates, edit }: { base: string; updates: Update[]; edit: boolean }) {
  if (updates.length === 0 && !edit) return null;
  return (
    <section class="updates">
      <h2 id="updates">{t('Since then')}</h2>
      {updates.map(({ id, body, author, writtenAt }) => (
        <article class="update">
          <p class="small">
            {formatDate(writtenAt)}, {author ?? t('a former member')}
          </p>
          {body.split(/\n{2,}/).map((paragraph) => (
            <p class="as-typed">{paragraph}</p>
          ))}
          {edit && (
            <PostForm action={`${base}/updates/${id}`} method="delete">
              <button class="plain-button" type="submit">
                {t('Remove this update')}
              </button>
            </PostForm>
          )}
        </article>
      ))}
      {updates.length > 0 && (
        <p class="small">
          <a href={`${base}/updates.atom`}>{t('Follow these in a feed reader')}</a>
        </p>
      )}
      {edit && <UpdateForm base={base} form={emptyForm} />}
    </section>
  );
}

/** Where an update comes back to when it cannot be accepted. */
export function UpdatePage({ work, form }: { work: Work; form: Form }) {
  return (
    <div class="reading">
      <ErrorSummary form={form} />
      <PageHead
        title={t('Add an update')}
        above={<a href={`/work/${work.address}`}>{t('Back to {title}', { title: work.title })}</a>}
      />
      <UpdateForm base={`/work/${work.address}`} form={form} />
    </div>
  );
}

function UpdateForm({ base, form }: { base: string; form: Form }) {
  return (
    <PostForm action={`${base}/updates`}>
      <TextArea
        form={form}
        name="body"
        label={t('What has happened?')}
        hint={t('Nothing that could tell who a patient is, please.')}
        rows={3}
      />
      <Button kind="secondary">{t('Add this update')}</Button>
    </PostForm>
  );
}
